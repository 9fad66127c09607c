import type { Store } from '../shared/store/store.ts';
import { epochMs, instantOf, type Instant } from '../shared/values/instants.ts';
import { localOf } from '../shared/values/zones.ts';
import { endsOf, untilTheirEnd } from './free-time.ts';
import { calendarOf } from './roster.ts';
import { membersOf } from './search/bits.ts';
import { findPossible } from './search/possible.ts';
import { startAt, type Block, type Loose, type Question } from './search/question.ts';
import { readTaken } from './search/taken.ts';
import { spansOf, type SessionTime } from './session-time.ts';
import type { Wish } from './take-time.ts';
import { isLive } from './week-pages.ts';
import { busyMinutes, type Resource } from './working-time.ts';

/** Days around the wanted time in which another is looked for. */
const lookDays = 10;
const DAY = 1440;
const grid = 15;
/** Starts that are offered lie apart by these minutes at the least, or all three would be the same hour. */
const apart = 60;
const most = 3;

/**
 * The nearest starts at which the same session would find everybody free, as wall times at the venue with their offset,
 * nearest first; within working hours if there are any. A snapshot, as every offer is: only booking is certain.
 */
export async function nearestFree(
  store: Store,
  wish: Wish,
  resources: readonly Resource[],
  now: Date,
): Promise<readonly string[]> {
  const wanted = Math.round(epochMs(wish.time.start) / 60_000);
  const length = Math.ceil((epochMs(wish.time.end) - epochMs(wish.time.start)) / 60_000);
  const at = Math.ceil(now.getTime() / 60_000);
  const span = { from: wanted - lookDays * DAY, until: wanted + length + lookDays * DAY };
  const booked = await readBooked(store, wish, resources, span, now);
  const question = (loose: Loose): Question => ({
    ...span,
    now: at,
    grid,
    minutes: length,
    seats: resources.map(({ calendar, duty, hidden, holidays, booking }, index) => ({
      key: booking.seat,
      blocks: blocksOfSpans(wish.time, booking.seat),
      loose,
      candidates: [
        {
          id: `${index}`,
          calendar,
          holidays,
          booked: booked[index] ?? new Int32Array(),
          ...(duty === undefined ? {} : { duty }),
          hidden,
        },
      ],
    })),
  });
  for (const loose of [{}, { hours: true }]) {
    const { starts, frame } = findPossible(question(loose));
    const found = nearest(
      [...membersOf(starts)].map((index) => startAt(frame, index)),
      wanted,
    ).filter((start) => staysSame(wish.time, start));
    if (found.length > 0) return found.slice(0, most).map((start) => shown(wish.time, start));
  }
  return [];
}

async function readBooked(
  store: Store,
  { caseId, sessionId }: Wish,
  resources: readonly Resource[],
  { from, until }: { readonly from: number; readonly until: number },
  now: Date,
) {
  const taken = await Promise.all(
    resources.map(async ({ booking }) => {
      const all = await readTaken(store, calendarOf(caseId, booking), from - 2 * DAY, until + 2 * DAY);
      return all.filter((each) => each.sessionId !== sessionId && isLive(each, now));
    }),
  );
  const begun = taken.flat().filter(({ start }) => start <= now.toISOString());
  const ends = await endsOf(
    store,
    begun.map((each) => each.sessionId),
  );
  return taken.map((each) => busyMinutes(untilTheirEnd(each, ends)));
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

function shown({ venue: { zone } }: SessionTime, start: number): string {
  const { local, offset } = localOf(zone, atMinute(start));
  return `${local}${offset}`;
}
