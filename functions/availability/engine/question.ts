import type { Resource } from '../port/resource.ts';
import { offsetAt } from '../../shared/values/zone-rules.ts';
import { rulesOf } from '../../shared/values/zones.ts';
import { allBits, remove, type Bits } from './bits.ts';

/**
 * What the search is asked, in numbers. All times are whole minutes since 1970-01-01T00:00Z; a day is a number of days
 * since 1970-01-01.
 */

/** Sorted pairs of start and end that neither overlap nor touch, rounded outwards to the minute. */
export type Busy = Int32Array;

/** Somebody or something that could take a seat, with what stands on the calendar. */
export interface Candidate extends Resource {
  /** Time that sessions take: from it buffers, changeover and the day's duty are kept. */
  readonly booked: Busy;
  /** What a session that is to be moved took already: no obstacle, but it was worked on its day. */
  readonly worked?: Busy;
}

/** Whether it is a room: nothing of its calendar is ever set aside, and it is the same at night and on a holiday. */
export const isRoom = ({ booking }: Pick<Resource, 'booking'>): boolean => booking.seat === 'room';

/** Whether the search may set anything of a calendar aside: for a reason, and by whoever may know it. */
export const isFirm = (resource: Resource): boolean => isRoom(resource) || resource.hidden;

/** A stretch of the session, in minutes after its beginning. */
export interface Block {
  readonly at: number;
  readonly minutes: number;
}

/** What of a calendar is set aside. */
export interface Loose {
  readonly hours?: boolean;
  readonly buffers?: boolean;
  readonly notice?: boolean;
}

/** One place in the session, to be taken by one of the candidates. A named person is the only candidate of a seat. */
export interface Seat {
  readonly key: string;
  /** When the seat must be there: in order, apart from each other (what follows at once is one block). */
  readonly blocks: readonly Block[];
  readonly candidates: readonly Candidate[];
  readonly loose?: Loose;
}

export interface Question {
  /** Nothing starts before `from` or `now`, and nothing ends after `until`. */
  readonly from: number;
  readonly until: number;
  readonly now: number;
  /** Starts are multiples of this many minutes, 5 or 15: every offset in force anywhere is one too. */
  readonly grid: number;
  /** From the beginning of the first segment to the end of the last. */
  readonly minutes: number;
  /**
   * Of a session on several days: a zone, and minutes after the start at which its wall clock must have run on by just as
   * much, so that each day begins at the wall time that is meant.
   */
  readonly steady?: { readonly zone: string; readonly after: readonly number[] };
  readonly seats: readonly Seat[];
}

/** The possible starts as numbers: start `n` is at `first + n * grid`. */
export interface Frame {
  readonly first: number;
  readonly grid: number;
  readonly count: number;
  /** Those that are possible at all, where not every one is. */
  readonly open?: Bits;
}

export function frameOf({ from, until, now, grid, minutes, steady }: Question): Frame {
  const first = Math.ceil(Math.max(from, now) / grid) * grid;
  const frame = { first, grid, count: Math.max(0, Math.floor((until - minutes - first) / grid) + 1) };
  return steady === undefined ? frame : { ...frame, open: steadyStarts(frame, steady) };
}

/** The starts between which and all further days the clock of a zone does not change. */
function steadyStarts(frame: Frame, { zone, after }: NonNullable<Question['steady']>): Bits {
  const rules = rulesOf(zone);
  const bits = allBits(frame.count);
  for (let index = 0; index < frame.count; index += 1) {
    const start = startAt(frame, index);
    const offset = offsetAt(rules, start);
    if (after.some((minutes) => offsetAt(rules, start + minutes) !== offset)) remove(bits, index);
  }
  return bits;
}

export const startAt = ({ first, grid }: Frame, index: number): number => first + index * grid;

/** Stretches as sorted, joined pairs. `stretches` are in minutes, and may overlap and come in any order. */
export function busyOf(stretches: readonly (readonly [start: number, end: number])[]): Busy {
  const joined: number[] = [];
  for (const [start, end] of stretches.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.length - 1;
    const lastEnd = joined[last];
    if (lastEnd === undefined || start > lastEnd) joined.push(start, end);
    else joined[last] = Math.max(lastEnd, end);
  }
  return Int32Array.from(joined);
}

/** Segments in order as the blocks of one seat: what follows at once is one block, so no buffer lies between. */
export function blocksOf(segments: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  for (const { at, minutes } of segments) {
    const last = blocks.at(-1);
    if (last !== undefined && last.at + last.minutes === at)
      blocks[blocks.length - 1] = { at: last.at, minutes: last.minutes + minutes };
    else blocks.push({ at, minutes });
  }
  return blocks;
}
