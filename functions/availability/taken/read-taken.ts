import { Refusal } from '../../shared/refusals.ts';
import { addMinutes, epochMs, instantOf } from '../../shared/values/instants.ts';
import type { Item, Store } from '../../shared/store/store.ts';
import { endsOf, untilTheirEnd } from './ended-early.ts';
import { longestDays } from '../../sessions/port/session-time.ts';
import { isLive, weeksOf, type CalendarId, type Reservation } from '../../sessions/port/week-pages.ts';
import { pageKey, parsePage } from '../../sessions/port/page-items.ts';
import { opensBefore } from '../../sessions/port/window.ts';

/** Intervals on one calendar beyond which a search is refused rather than slow: some hundred a day for 90 days. */
export const mostTaken = 10_000;

/**
 * Everything that stands on a calendar between two minutes: one query for all of its weeks. What lies over the cut of a
 * week comes twice, from both pages.
 */
export async function readTaken(
  store: Store,
  calendar: CalendarId,
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
 * What is taken of these calendars between two minutes: no hold that has ended, and of a session that ended early nothing
 * after its end. One round of reads, and another where a session has begun.
 * @throws {Refusal} `search-too-large` for a calendar with more than a search can bear
 */
export async function readTakenOf(
  store: Store,
  calendars: readonly CalendarId[],
  { from, until }: { readonly from: number; readonly until: number },
  now: Date,
): Promise<readonly (readonly Reservation[])[]> {
  // A session on several days that has ended began up to so many days before those that it no longer takes.
  const lookback = minuteOf(now) - longestDays * 1440;
  const since = from < minuteOf(now) + longestDays * 1440 ? Math.min(from, lookback) : from;
  const all = await Promise.all(
    calendars.map(async (calendar) =>
      (await readTaken(store, calendar, since, until)).filter((each) => isLive(each, now)),
    ),
  );
  const begun = new Set(all.flatMap((some) => some.filter(hasOpened(now))).map(({ sessionId }) => sessionId));
  const first = instantOf(from * 60_000);
  const asked = all.map((some) => some.filter(({ end }) => end > first));
  if (asked.some(({ length }) => length > mostTaken)) throw new Refusal('search-too-large');
  const mayBeOver = asked
    .flatMap((some) => some.map(({ sessionId }) => sessionId))
    .filter((id) => begun.has(id));
  const ends = await endsOf(store, mayBeOver);
  return asked.map((some) => untilTheirEnd(some, ends));
}

/** Nothing ends before its rooms have opened. */
function hasOpened(now: Date): (each: Reservation) => boolean {
  const at = addMinutes(instantOf(now.getTime()), opensBefore);
  return ({ start }) => start <= at;
}

export const minuteOf = (now: Date): number => Math.ceil(epochMs(instantOf(now.getTime())) / 60_000);
