import { addCommon, allBits, clearRange, has, membersOf, noBits, type Bits } from './bits.ts';
import { sociableMiddle } from './hours.ts';
import { pieceAt } from './local-days.ts';
import { weights } from './meter.ts';
import { spanOf, wordsOf, type Possible } from './possible.ts';
import { isRoom, startAt } from './question.ts';
import type { SeatStarts } from './seating.ts';

/**
 * The order in which possible starts are offered:
 *
 * 1. how few seats are burdened: unsociable hours, a holiday, time outside working hours (also those that nobody set),
 *    short notice or no free time around; a seat counts once, and a pool only where nobody of it could come without a
 *    burden;
 * 2. how fair the hours are: of the named people, the one who is furthest from the middle of the own sociable hours, in
 *    whole hours;
 * 3. how soon it is.
 *
 * From those whose place the one who asks may not know, nothing enters the order but what may be supposed: by the clock of
 * the host State's capital she is not to be heard at night.
 */
export interface Ranked {
  readonly index: number;
  readonly burdened: number;
  /** Hours, 0 to 12. */
  readonly unfair: number;
}

const CIRCLE = 1440;
const DAY = 1440;
/** Starts that are offered lie apart by the length of the session, a day at the most, and by these minutes at the least. */
const APART = 120;

/**
 * The best starts, at most `most`, spread out: near neighbours of a better one are left out.
 * @param easy for each seat and each of its candidates, the starts that would burden nobody
 */
export function bestStarts(possible: Possible, easy: readonly (readonly Bits[])[], most: number): Ranked[] {
  const { frame, question } = possible;
  const indexes = membersOf(possible.starts);
  const burdened = burdens(possible, easy, indexes);
  const unfair = unfairness(possible, indexes);
  const keys = new Float64Array(indexes.length);
  for (let at = 0; at < indexes.length; at += 1)
    keys[at] = ((burdened[at] ?? 0) * 16 + (unfair[at] ?? 0)) * 2 ** 26 + at;
  keys.sort();
  const apart = Math.ceil(Math.max(Math.min(question.minutes, DAY), APART) / frame.grid);
  const open = allBits(frame.count);
  const best: Ranked[] = [];
  for (let turn = 0; turn < keys.length && best.length < most; turn += 1) {
    const at = (keys[turn] ?? 0) % 2 ** 26;
    const index = indexes[at] ?? 0;
    if (!has(open, index)) continue;
    clearRange(open, index - apart + 1, index + apart - 1);
    best.push({ index, burdened: burdened[at] ?? 0, unfair: unfair[at] ?? 0 });
  }
  return best;
}

function burdens(
  { seats, frame, almanac }: Possible,
  easy: readonly (readonly Bits[])[],
  indexes: Int32Array,
): Uint8Array {
  const burdened = new Uint8Array(indexes.length);
  for (const [order, { free }] of seats.entries()) {
    almanac.meter.take(weights.word * free.length * wordsOf(frame) + weights.rank * indexes.length);
    const unburdened = noBits(frame.count);
    for (const [candidate, bits] of free.entries())
      addCommon(unburdened, bits, easy[order]?.[candidate] ?? bits);
    for (let at = 0; at < indexes.length; at += 1)
      if (!has(unburdened, indexes[at] ?? 0)) burdened[at] = (burdened[at] ?? 0) + 1;
  }
  return burdened;
}

function unfairness(possible: Possible, indexes: Int32Array): Uint8Array {
  const worst = new Uint8Array(indexes.length);
  for (const seat of possible.seats) addUnfairness(possible, seat, indexes, worst);
  return worst;
}

function addUnfairness(
  { frame, almanac }: Possible,
  { seat }: SeatStarts,
  indexes: Int32Array,
  worst: Uint8Array,
): void {
  const [named] = seat.candidates;
  if (named === undefined || seat.candidates.length > 1 || isRoom(named)) return;
  almanac.meter.take(weights.rank * indexes.length);
  const local = almanac.local(named.workingTime.zone);
  // The first day stands for all.
  const [firstBlock] = seat.blocks;
  const { at: begin, end } = spanOf(seat.blocks.filter(({ at }) => at < (firstBlock?.at ?? 0) + DAY / 2));
  const middle = sociableMiddle(named.workingTime);
  let piece = pieceAt(local, frame.first);
  for (let at = 0; at < indexes.length; at += 1) {
    const moment = startAt(frame, indexes[at] ?? 0) + (begin + end) / 2;
    while (piece < local.days.length - 1 && (local.ends[piece] ?? 0) <= moment) piece += 1;
    const away = (moment + (local.offsets[piece] ?? 0) - middle) % CIRCLE;
    const forward = away < 0 ? away + CIRCLE : away;
    const hours = Math.floor(Math.min(forward, CIRCLE - forward) / 60);
    if (hours > (worst[at] ?? 0)) worst[at] = hours;
  }
}
