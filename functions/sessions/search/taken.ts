import { epochMs, instantOf } from '../../shared/values/instants.ts';
import type { Item, Store } from '../../shared/store/store.ts';
import { doorKey, parseDoor } from '../door.ts';
import { pageKey, parsePage } from '../store.ts';
import { weeksOf, type Calendar, type Reservation } from '../week-pages.ts';
import { minuteAfter, minuteBefore } from './availability.ts';
import { busyOf, type Busy } from './question.ts';

/** Intervals on one calendar beyond which a search is refused rather than slow: some hundred a day for 90 days. */
export const mostTaken = 10_000;

/**
 * Everything that stands on a calendar between two minutes: one query for all of its weeks. What lies over the cut of a
 * week comes twice, from both pages.
 */
export async function readTaken(
  store: Store,
  calendar: Calendar,
  from: number,
  until: number,
): Promise<readonly Reservation[]> {
  const span = { start: instantOf(from * 60_000), end: instantOf(until * 60_000) };
  const weeks = weeksOf(span);
  const [first, last] = [weeks.at(0) ?? '', weeks.at(-1) ?? ''];
  const { table, pk, sk } = pageKey({ calendar, week: first });
  const to = pageKey({ calendar, week: last }).sk;
  const items = await store.query(table, pk, { from: sk, to });
  return items.flatMap((item: Item) => parsePage({ calendar, week: item.sk }, item).taken);
}

/**
 * Of the sessions that would be going on now, those that are over already; the rest of their time is free. (A session
 * that was cancelled is on no page, and one that is still to come cannot be over.)
 */
export async function endedEarly(store: Store, taken: readonly Reservation[], now: Date): Promise<string[]> {
  const at = now.toISOString();
  const going = taken.filter(({ start, end }) => start <= at && at < end);
  const ids = [...new Set(going.map(({ sessionId }) => sessionId))];
  const doors = await store.get(ids.map(doorKey));
  return ids.filter((_, index) => parseDoor(doors[index]).status !== 'booked');
}

export const busyWithout = (taken: readonly Reservation[], sessionIds: readonly string[]): Busy =>
  busyOf(
    taken
      .filter(({ sessionId }) => !sessionIds.includes(sessionId))
      .map(({ start, end }) => [minuteBefore(start), minuteAfter(end)] as const),
  );

export const minuteOf = (now: Date): number => Math.ceil(epochMs(instantOf(now.getTime())) / 60_000);
