import { holdSeconds } from '../contract.ts';

/**
 * For how long a machine may be where it is. It counts from the moment it asked, which is before the one from which `rooms` counts:
 * so it has left before anybody else is let in, whatever happened to the answer on its way.
 */

/** Milliseconds. */
export const held = holdSeconds * 1000;

export interface Fence {
  /** It was told `yours`. @param askedAt milliseconds of a clock that only goes forward */
  readonly renewed: (askedAt: number) => void;
  /** It was told that it is another's, or left. */
  readonly lost: () => void;
  readonly holds: (now: number) => boolean;
}

export function fence(): Fence {
  let until = -Infinity;
  return {
    renewed: (askedAt) => void (until = Math.max(until, askedAt + held)),
    lost: () => void (until = -Infinity),
    holds: (now) => now < until,
  };
}
