/** Who is shown large while nobody is pinned, and since when, in milliseconds of any clock. */
export interface Shown {
  readonly who: string;
  readonly since: number;
}

/** A cough does not take the picture away from who is asked. */
export const HOLD_MS = 2_000;

/**
 * Whoever speaks is shown, and stays until somebody else speaks and they do not.
 * @param speaking those who speak now, the loudest first
 */
export function nextShown(
  shown: Shown | undefined,
  speaking: readonly string[],
  now: number,
): Shown | undefined {
  const [loudest] = speaking;
  if (loudest === undefined || (shown !== undefined && speaking.includes(shown.who))) return shown;
  if (shown !== undefined && now - shown.since < HOLD_MS) return shown;
  return { who: loudest, since: now };
}
