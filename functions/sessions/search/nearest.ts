import { membersOf } from './bits.ts';
import type { Possible } from './possible.ts';
import { startAt } from './question.ts';

/**
 * The possible starts that are nearest to a time, nearest first, and of two equally near the sooner: what to offer to
 * somebody whose time has just been taken. All in minutes since 1970-01-01T00:00Z.
 */
export const nearestStarts = ({ frame, starts }: Possible, to: number, most: number): number[] =>
  Array.from(membersOf(starts), (index) => startAt(frame, index))
    .sort((one, other) => Math.abs(one - to) - Math.abs(other - to) || one - other)
    .slice(0, most);
