import { pageKey, parsePage } from '../../sessions/port/page-items.ts';
import { pageNames } from '../../sessions/port/roster.ts';
import { takenAt } from '../../sessions/port/week-pages.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Interval } from '../../shared/values/instants.ts';

/** What is booked of somebody on the pages of their calendar that an interval touches; mere holds are not among it. One round of reads. */
export async function bookedIn(store: Store, personId: string, interval: Interval, now: Date) {
  const names = pageNames(`person#${personId}`, [interval]);
  const pages = await store.get(names.map(pageKey));
  return takenAt(
    names.map((name, at) => parsePage(name, pages[at])),
    now,
  ).filter(({ until }) => until === undefined);
}

/** Whole minutes of all of them. */
export const sum = (all: readonly number[]): number =>
  Math.round(all.reduce((total, each) => total + each, 0));
