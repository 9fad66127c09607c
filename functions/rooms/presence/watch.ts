import * as z from 'zod';

/**
 * For how long nobody watched: the heartbeat of the observer is each of its turns in which it was in every room in which it must be.
 * Pure; kept with how the observer stands (machines/lease.ts).
 */

const hole = z.object({ from: z.int(), to: z.int() });
export type Hole = z.infer<typeof hole>;

/** Milliseconds since 1970, all of them. */
export const watch = z.object({
  /** Since when it has been in place without a break. */
  from: z.int().optional(),
  /** Up to when nothing was missed; absent while there is nothing to watch. */
  upTo: z.int().optional(),
  /** What was missed and is not entered yet. */
  holes: z.array(hole).optional(),
  /** Of a hole that lasts: that whoever runs the session was told. */
  told: z.literal(true).optional(),
});
export type Watch = z.infer<typeof watch>;

/** Milliseconds that it may be away, as when a room is made anew, before that is a hole. */
export const longestBlink = 10_000;
/** Milliseconds after which whoever runs the session is told of a hole that lasts. */
const longestUntold = 30_000;
/** Each is entered within a second; more than that waits nowhere. */
const mostHoles = 20;

const missed = (from: number | undefined, now: number): readonly Hole[] =>
  from !== undefined && now - from > longestBlink ? [{ from, to: now }] : [];

const withHoles = (before: Watch, more: readonly Hole[]): Pick<Watch, 'holes'> => {
  const holes = [...(before.holes ?? []), ...more].slice(-mostHoles);
  return holes.length === 0 ? {} : { holes };
};

/** What a turn makes of it. @param is `idle`: there is no room that it must be in */
export function watchAfter(before: Watch, is: 'in-place' | 'on-its-way' | 'idle', now: number): Watch {
  const holes = withHoles(before, is === 'on-its-way' ? [] : missed(before.upTo, now));
  if (is === 'idle') return holes;
  if (is === 'on-its-way')
    return {
      ...holes,
      upTo: before.upTo ?? now,
      ...(before.told === undefined ? {} : { told: before.told }),
    };
  const isBack = before.from === undefined || missed(before.upTo, now).length > 0;
  return { ...holes, from: isBack ? now : before.from, upTo: now };
}

/** Somebody is to watch from now on. */
export const watchBegins = (before: Watch, now: number): Watch => ({ ...before, upTo: before.upTo ?? now });

/** A hole that lasts, and of which nobody was told. @returns since when */
export const untold = ({ upTo, told }: Watch, now: number): number | undefined =>
  upTo !== undefined && told === undefined && now - upTo > longestUntold ? upTo : undefined;
