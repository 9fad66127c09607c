/** What came last of somebody: how many bytes in all, and since when no more. */
export interface Heard {
  readonly bytes: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly since: number;
}

/** The same after another look. A track that was made anew counts from the beginning: fewer bytes are something that came too. */
export const quietFor = (before: Heard | undefined, bytes: number, now: number): Heard =>
  before !== undefined && before.bytes === bytes ? before : { bytes, since: now };
