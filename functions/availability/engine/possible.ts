import { almanacFor, easyStarts, freeStarts, type Almanac } from './free-starts.ts';
import {
  addAll,
  addCommon,
  allBits,
  isEmpty,
  keepCommon,
  membersOf,
  noBits,
  remove,
  type Bits,
} from './bits.ts';
import { frameOf, type Block, type Frame, type Question, type Candidate, type Seat } from './question.ts';
import { meterUntil, weights, type Meter } from './meter.ts';
import { canSeatAll, circlesOf, type SeatStarts } from './seating.ts';

/** The possible starts of one question, and all that they were found from. */
export interface Possible {
  readonly question: Question;
  readonly frame: Frame;
  readonly almanac: Almanac;
  readonly seats: readonly SeatStarts[];
  readonly starts: Bits;
}

/** Every start at which every seat can be taken, by different candidates. Exact to the minute. */
export function findPossible(question: Question, meter: Meter = meterUntil()): Possible {
  const frame = frameOf(question);
  const almanac = almanacFor(question.from, question.until, meter);
  const seats = seatStarts(question, frame, almanac);
  return { question, frame, almanac, seats, starts: together(frame, seats, meter) };
}

/** Seats of one pool ask the same of the same people; the answer is worked out once. */
function seatStarts(question: Question, frame: Frame, almanac: Almanac): SeatStarts[] {
  const done = new Map<readonly Candidate[], SeatStarts>();
  return question.seats.map((seat) => {
    const alike = done.get(seat.candidates);
    if (alike !== undefined && alike.seat.blocks === seat.blocks && alike.seat.loose === seat.loose)
      return { ...alike, seat };
    const made = startsOf(seat, question.now, frame, almanac);
    done.set(seat.candidates, made);
    return made;
  });
}

export function startsOf(seat: Seat, now: number, frame: Frame, almanac: Almanac): SeatStarts {
  const free = seat.candidates.map((candidate) =>
    freeStarts(frame, now, candidate, seat.blocks, seat.loose ?? {}, almanac),
  );
  almanac.meter.take(weights.word * free.length * wordsOf(frame));
  return { seat, free, any: unionOf(frame, free) };
}

/** How long a set of starts is. */
export const wordsOf = ({ count }: Frame): number => (count + 31) >>> 5;

function unionOf({ count }: Frame, sets: readonly Bits[]): Bits {
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return only;
  const union = noBits(count);
  for (const bits of sets) addAll(union, bits);
  return union;
}

/** The starts that these seats have in common. */
export function together(frame: Frame, seats: readonly SeatStarts[], meter: Meter): Bits {
  const starts = frame.open?.slice() ?? allBits(frame.count);
  for (const { any } of seats) keepCommon(starts, any);
  if (isEmpty(starts)) return starts;
  for (const circle of circlesOf(seats))
    for (const index of membersOf(starts)) if (!canSeatAll(circle, index, meter)) remove(starts, index);
  return starts;
}

/** For each candidate of a seat, the starts that would burden nobody. */
export const easyOf = ({ question, frame, almanac }: Possible, { seat }: SeatStarts): readonly Bits[] =>
  seat.candidates.map((candidate) =>
    easyStarts(frame, question.now, candidate, seat.blocks, seat.loose ?? {}, almanac),
  );

/** The same for all seats; those of one pool are alike. */
export function easyOfAll(possible: Possible): readonly (readonly Bits[])[] {
  const done = new Map<readonly Bits[], readonly Bits[]>();
  return possible.seats.map((seat) => {
    const easy = done.get(seat.free) ?? easyOf(possible, seat);
    done.set(seat.free, easy);
    return easy;
  });
}

/**
 * The possible starts at which every seat could be taken by somebody whom it would not burden.
 * @param easy for each seat, as `easyOf` has it
 */
export function easyTogether(
  { frame, almanac, seats, starts: possible }: Possible,
  easy: readonly (readonly Bits[])[],
): Bits {
  const starts = possible.slice();
  for (const [order, { free }] of seats.entries()) {
    almanac.meter.take(weights.word * free.length * wordsOf(frame));
    const unburdened = noBits(frame.count);
    for (const [candidate, bits] of free.entries())
      addCommon(unburdened, bits, easy[order]?.[candidate] ?? bits);
    keepCommon(starts, unburdened);
  }
  return starts;
}

export const spanOf = (blocks: readonly Block[]): { readonly at: number; readonly end: number } => {
  const last = blocks.at(-1);
  return { at: blocks[0]?.at ?? 0, end: last === undefined ? 0 : last.at + last.minutes };
};
