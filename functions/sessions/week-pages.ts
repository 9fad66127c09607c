/**
 * Calendars as pages: one page for each calendar and week, with the exact times taken and a version. Whoever books
 * reads the pages, finds them free, and writes all of them in one transaction, each only from the version that was read.
 * So of two who book at once, one writes and the other reads again and finds the time taken.
 *
 * A week is cut on Saturday at 12:00 UTC: no working day from Monday to Friday is cut in any zone from -12 to +14.
 */
import { epochMs, overlaps, type Instant, type Interval } from '../shared/values/instants.ts';

/** Whose time it is. */
export type Calendar = `person#${string}` | `witness#${string}` | `room#${string}`;

export interface Reservation {
  readonly start: Instant;
  readonly end: Instant;
  readonly sessionId: string;
}

export interface Page {
  readonly calendar: Calendar;
  /** The date of the Saturday on which the week begins, `YYYY-MM-DD`. */
  readonly week: string;
  /** 0 for a page that was never written. */
  readonly version: number;
  readonly taken: readonly Reservation[];
}

const weekMs = 7 * 24 * 3_600_000;
/** 3 January 1970 was a Saturday. */
const firstCut = Date.UTC(1970, 0, 3, 12);

/** The weeks that an interval touches, in order: one or two, since a session has at most 12 hours. */
export function weeksOf({ start, end }: Interval): readonly string[] {
  const first = weekNumber(epochMs(start));
  // The end does not belong to the interval.
  const last = weekNumber(epochMs(end) - 1);
  return Array.from({ length: last - first + 1 }, (_, offset) => weekName(first + offset));
}

const weekNumber = (ms: number): number => Math.floor((ms - firstCut) / weekMs);
const weekName = (week: number): string => new Date(firstCut + week * weekMs).toISOString().slice(0, 10);

/** A time that is wanted; for a session that stands already, its own reservation is no obstacle. */
export type Wanted = Interval & { readonly sessionId?: string };

/** What stands in the way on a page; what ends when the other begins does not. */
export const clashes = ({ taken }: Page, wanted: Wanted): readonly Reservation[] =>
  taken.filter((other) => other.sessionId !== wanted.sessionId && overlaps(other, wanted));

export const isFree = (pages: readonly Page[], wanted: Wanted): boolean =>
  pages.every((page) => clashes(page, wanted).length === 0);

/**
 * The page with the session's reservation, in place of an earlier one: the whole of it, also on a page that holds only
 * its beginning or its end.
 */
export const reserve = (page: Page, reservation: Reservation): Page => ({
  ...page,
  version: page.version + 1,
  taken: [...withoutSessions(page, [reservation.sessionId]).taken, reservation].toSorted((one, other) =>
    one.start < other.start ? -1 : 1,
  ),
});

/** The page without the session's reservation. */
export const release = (page: Page, sessionId: string): Page => ({
  ...withoutSessions(page, [sessionId]),
  version: page.version + 1,
});

/** A page as it would be without these sessions; not a change of its own, so the version stays. */
export const withoutSessions = (page: Page, sessionIds: readonly string[]): Page => ({
  ...page,
  taken: page.taken.filter(({ sessionId }) => !sessionIds.includes(sessionId)),
});
