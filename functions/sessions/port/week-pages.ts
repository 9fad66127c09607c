/**
 * Calendars as pages: one page for each calendar and week, with the exact times taken and a version. Whoever books
 * reads the pages, finds them free, and writes all of them in one transaction, each only from the version that was read.
 * So of two who book at once, one writes and the other reads again and finds the time taken. A page that a rule looked at
 * and that is not written (a buffer or a day's work reaches over the cut of a week) is held at the version that was read.
 *
 * A week is cut on Saturday at 12:00 UTC: no working day from Monday to Friday is cut in any zone from -12 to +14.
 */
import { epochMs, instantOf, overlaps, type Instant, type Interval } from '../../shared/values/instants.ts';

/** Whose time it is. */
export type CalendarId = `person#${string}` | `witness#${string}` | `party#${string}` | `room#${string}`;

export interface Reservation {
  readonly start: Instant;
  readonly end: Instant;
  readonly sessionId: string;
  /** Of a hold: the instant from which it is as if it were not there. */
  readonly until?: Instant | undefined;
}

export interface Page {
  readonly calendar: CalendarId;
  /** The date of the Saturday on which the week begins, `YYYY-MM-DD`. */
  readonly week: string;
  /** 0 for a page that was never written. */
  readonly version: number;
  readonly taken: readonly Reservation[];
}

const weekMs = 7 * 24 * 3_600_000;
/** 3 January 1970 was a Saturday. */
const firstCut = Date.UTC(1970, 0, 3, 12);

/** The weeks that an interval touches, in order. */
export function weeksOf({ start, end }: Interval): readonly string[] {
  const first = weekNumber(epochMs(start));
  // The end does not belong to the interval.
  const last = weekNumber(epochMs(end) - 1);
  return Array.from({ length: last - first + 1 }, (_, offset) => weekName(first + offset));
}

/** The weeks that any of these intervals touches, each once. */
export const weeksOfAll = (spans: readonly Interval[]): readonly string[] => [
  ...new Set(spans.flatMap(weeksOf)),
];

const weekNumber = (ms: number): number => Math.floor((ms - firstCut) / weekMs);
const weekName = (week: number): string => new Date(firstCut + week * weekMs).toISOString().slice(0, 10);

/** What stands on these pages at an instant, each once: a reservation over the cut of a week stands on both. */
export function takenAt(pages: readonly Page[], now: Date): readonly Reservation[] {
  const live = pages.flatMap(({ taken }) => taken).filter((each) => isLive(each, now));
  return [...new Map(live.map((each) => [`${each.sessionId} ${each.start}`, each])).values()];
}

/** False for a hold that has ended; it is judged here, whenever the database gets round to forgetting it. */
export const isLive = ({ until }: Reservation, now: Date): boolean =>
  until === undefined || until > now.toISOString();

/** Those that take some of this time; what ends when the other begins does not. */
export const clashes = <Some extends Interval>(taken: readonly Some[], wanted: Interval): readonly Some[] =>
  taken.filter((other) => overlaps(other, wanted));

/** What of these times is still to come; of one that has begun, the rest. */
export const toCome = (spans: readonly Interval[], now: Date): readonly Interval[] => {
  const at = instantOf(now.getTime());
  return spans.filter(({ end }) => end > at).map((span) => (span.start < at ? { ...span, start: at } : span));
};

/** What of these is over; of one that has begun, the beginning. A hold takes nobody anywhere, so nothing of it is. */
export const workedBy = (taken: readonly Reservation[], now: Date): readonly Reservation[] => {
  const at = instantOf(now.getTime());
  return taken
    .filter(({ start, until }) => until === undefined && start < at)
    .map((each) => (each.end > at ? { ...each, end: at } : each));
};

/**
 * The page with these times for a session in place of any that were still to come, and without holds that have ended: the
 * whole of each, also on a page that holds only its beginning or its end. Without times, nothing more of the session is to
 * come. What it took already stays: whoever has worked has worked, whatever becomes of the session.
 */
export function rewritten(
  page: Page,
  session: Omit<Reservation, keyof Interval>,
  spans: readonly Interval[],
  now: Date,
): Page {
  const others = page.taken.filter((each) => each.sessionId !== session.sessionId && isLive(each, now));
  const before = page.taken.filter(({ sessionId }) => sessionId === session.sessionId);
  const own = joined([...workedBy(before, now), ...toCome(spans, now)])
    .filter((span) => weeksOf(span).includes(page.week))
    .map(({ start, end }) => ({ start, end, ...session }));
  return {
    ...page,
    version: page.version + 1,
    taken: [...others, ...own].toSorted((one, other) => (one.start < other.start ? -1 : 1)),
  };
}

/** What goes on where another ended is one. */
function joined(spans: readonly Interval[]): readonly Interval[] {
  const whole: Interval[] = [];
  for (const { start, end } of spans) {
    const last = whole.at(-1);
    if (last !== undefined && last.end === start) whole[whole.length - 1] = { start: last.start, end };
    else whole.push({ start, end });
  }
  return whole;
}
