import { runsOf, type Bits } from './bits.ts';
import { explain, type Reason, type Wider } from './reasons.ts';
import { easyOfAll, easyTogether, findPossible, type Possible } from './possible.ts';
import { meterUntil, type Meter } from './meter.ts';
import { startAt, type Question } from './question.ts';
import { bestSlots, type Slot } from './slots.ts';

/** Times at which all can come, found by a pure search. */

/** Starts from `first` to `last`, both possible, as are all of the grid between them. */
export interface Band {
  readonly first: number;
  readonly last: number;
}

export interface Found {
  readonly slots: readonly Slot[];
  /** Every possible start. */
  readonly bands: readonly Band[];
  /** Of these, the starts at which nobody needs to be burdened. */
  readonly easy: readonly Band[];
  /** For each seat, every start at which it could be taken if the others did not matter. */
  readonly rows: () => readonly (readonly Band[])[];
  /** Present exactly where there is no slot. */
  readonly reason?: Reason;
}

/**
 * The whole search: pure, and the same wherever it runs.
 * @param venue the zone from whose date others differ
 * @param most slots at the most
 * @param wider what else could be asked, to be tried when nothing fits
 * @param meter counts what it costs, and may end it
 * @throws {TooLong} when the meter does, but for the last of what would help: what was found by then is told
 */
export function findSlots(
  question: Question,
  venue: string,
  most: number,
  wider: Wider = {},
  meter: Meter = meterUntil(),
): Found {
  const possible = findPossible(question, meter);
  const bands = bandsOf(possible, possible.starts);
  const rows = () => possible.seats.map(({ any }) => bandsOf(possible, any));
  if (bands.length === 0) return { slots: [], bands, easy: [], rows, reason: explain(possible, wider) };
  const easy = easyOfAll(possible);
  return {
    slots: bestSlots(possible, easy, venue, most),
    bands,
    easy: bandsOf(possible, easyTogether(possible, easy)),
    rows,
  };
}

const bandsOf = ({ frame }: Possible, starts: Bits): Band[] =>
  runsOf(starts).map(({ first, last }) => ({ first: startAt(frame, first), last: startAt(frame, last) }));
