import type { FactsOf } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { epochMs, instantOf, type Instant } from '../../shared/values/instants.ts';
import { localOf } from '../../shared/values/zones.ts';
import type { OverrideName } from './overrides.ts';
import { unaskedStarts, type Agreed } from '../engine/free-starts.ts';
import { keepCommon, membersOf } from '../engine/bits.ts';
import { easyOf, easyTogether, findPossible, type Possible } from '../engine/possible.ts';
import { startAt, type Block, type Loose, type Question, type Candidate } from '../engine/question.ts';
import { readCandidates } from '../search/candidates.ts';
import { spansOf, type SessionTime } from '../../sessions/port/session-time.ts';
import type { Resource } from './resource.ts';
import type { Claim } from './claim.ts';

/** Days around the wanted time in which another is looked for. */
const lookDays = 10;
const DAY = 1440;
const grid = 15;
/** Starts that are offered lie apart by these minutes at the least, or all three would be the same hour. */
const apart = 60;
const most = 3;

/**
 * The nearest starts at which the same session can be booked as it was asked for, as wall times at the venue with their
 * offset, nearest first: those that are inconvenient to nobody, if there are any, and otherwise those for which nothing
 * has to be set aside that was not set aside already. A snapshot, as every offer is: only booking is certain.
 */
export async function nearestFree(
  store: Store,
  claim: Claim,
  resources: readonly Resource[],
  now: Date,
): Promise<FactsOf<'already-booked'>['alternatives']> {
  const wanted = Math.round(epochMs(claim.time.start) / 60_000);
  const length = Math.ceil((epochMs(claim.time.end) - epochMs(claim.time.start)) / 60_000);
  const next = Math.floor(now.getTime() / 60_000) + 1;
  const from = Math.max(wanted - lookDays * DAY, next);
  const span = { from, until: wanted + length + lookDays * DAY };
  const { caseId, sessionId: moving } = claim;
  const candidates = await readCandidates(store, resources, span, { caseId, moving }, now);
  const possible = (loose: Loose): Possible =>
    findPossible({
      ...span,
      now: Math.ceil(now.getTime() / 60_000),
      grid,
      minutes: length,
      seats: candidates.map((candidate) => seatOf(claim, candidate, loose)),
    });
  const has = (name: OverrideName) => claim.overrides.some(({ what }) => what === name);
  const ways = [
    () => {
      const found = possible({});
      const easy = found.seats.map((seat) => easyOf(found, seat));
      return { ...found, starts: easyTogether(found, easy) };
    },
    () => {
      const loose = { hours: has('outside-hours'), notice: has('short-notice'), buffers: has('buffer') };
      return unaskedOnly(possible(loose), { unsociable: has('unsociable'), holiday: has('holiday') });
    },
  ];
  for (const way of ways) {
    const { starts, frame } = way();
    const found = nearest(
      [...membersOf(starts)].map((index) => startAt(frame, index)),
      wanted,
    ).filter((start) => staysSame(claim.time, start));
    if (found.length > 0) return found.slice(0, most).map((start) => shown(claim.time, start));
  }
  return [];
}

function seatOf({ time }: Claim, candidate: Candidate, loose: Loose): Question['seats'][number] {
  const { seat } = candidate.booking;
  return { key: seat, blocks: blocksOfSpans(time, seat), loose, candidates: [candidate] };
}

/** The starts for which nobody has to be asked. */
function unaskedOnly(possible: Possible, agreed: Agreed): Possible {
  const { frame, almanac, starts, seats } = possible;
  for (const { seat } of seats)
    for (const candidate of seat.candidates)
      keepCommon(starts, unaskedStarts(frame, candidate, seat.blocks, agreed, almanac));
  return possible;
}

/** When a seat must be there, in minutes after the beginning of the session. */
const blocksOfSpans = (time: SessionTime, seat: Resource['booking']['seat']): Block[] =>
  spansOf(time, seat).map(({ start, end }) => ({
    at: Math.round((epochMs(start) - epochMs(time.start)) / 60_000),
    minutes: Math.ceil((epochMs(end) - epochMs(start)) / 60_000),
  }));

/** Sorted by how near they are, and apart. */
function nearest(starts: readonly number[], wanted: number): readonly number[] {
  const chosen: number[] = [];
  const byNearness = starts.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
  for (const start of byNearness) {
    if (chosen.length === 2 * most) break;
    if (chosen.every((other) => Math.abs(other - start) >= apart)) chosen.push(start);
  }
  return chosen;
}

const atMinute = (minute: number): Instant => instantOf(minute * 60_000);

/** A session on several days begins at the same wall time on each; where the clocks change between, it would not. */
function staysSame({ start, days, venue: { zone } }: SessionTime, other: number): boolean {
  const shift = other - epochMs(start) / 60_000;
  const offsets = days.map((day) => localOf(zone, atMinute(epochMs(day.start) / 60_000 + shift)).offset);
  const before = days.map((day) => day.offset);
  return before.every((offset, index) => (offset === before[0]) === (offsets[index] === offsets[0]));
}

function shown({ venue: { zone } }: SessionTime, start: number) {
  const { local, offset } = localOf(zone, atMinute(start));
  return { local, offset };
}
