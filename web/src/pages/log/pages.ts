/** Which entries of a log are shown: pages begin anywhere, so that an entry that is asked for stands first. */

/** Where a page begins: the first one, the one before or after this one, the last one; the same where there is none. */
export interface Turns {
  readonly first: number;
  readonly earlier: number;
  readonly later: number;
  readonly last: number;
}

/**
 * @param from index of the first entry that is shown
 * @param size entries in the log
 * @param perPage most entries shown at once
 */
export function turnsFrom(from: number, size: number, perPage: number): Turns {
  const last = Math.max(0, size - perPage);
  return {
    first: 0,
    earlier: Math.max(0, from - perPage),
    later: from + perPage >= size ? from : from + perPage,
    last: Math.max(from, last),
  };
}

/** The index that somebody typed, or the nearest that there is; nothing where it is no number. @param digits Latin */
export const indexTyped = (digits: string, size: number): number | undefined =>
  /^\d{1,15}$/.test(digits) ? Math.min(Number(digits), size - 1) : undefined;
