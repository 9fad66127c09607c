import { Refusal } from '../../shared/refusals.ts';
import type { Worked } from '../../rooms/port/at-work.ts';
import type { Instant, Interval } from '../../shared/values/instants.ts';
import type { NoShowReason, TimesReason } from './contract.ts';

/** When an interpreter was booked, and when they were at work: by what the room counted, or as the clerk entered it. Pure. */

const minute = 60_000;
/** Minutes after the beginning before which nobody is said not to have come. */
export const graceMinutes = 15;
/** Hours before and after the booked time in which somebody can have worked. */
const mostBeside = 12;

/** What the clerk entered of one day, counted from 1; the last that was entered of a day stands. */
export interface EnteredTimes {
  readonly pseudonym: string;
  readonly day: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: TimesReason;
}

export interface NoShow {
  readonly pseudonym: string;
  readonly day: number;
  readonly why: NoShowReason;
}

export interface DayTimes {
  readonly day: number;
  readonly booked: Interval;
  readonly actual?: {
    readonly from: Instant;
    /** Absent while they are at work. */
    readonly until?: Instant;
    /** Whole minutes at work, without breaks where the room counted them. */
    readonly minutes: number;
    readonly by: 'room' | 'clerk';
    readonly reason?: TimesReason;
  };
  readonly noShow?: NoShowReason;
}

const between = (from: string, until: string): number => Date.parse(until) - Date.parse(from);

/** Which booked day something belongs to: the one whose beginning is nearest. */
const dayOf = (booked: readonly Interval[], at: string): number => {
  const far = booked.map(({ start }) => Math.abs(between(start, at)));
  return far.indexOf(Math.min(...far)) + 1;
};

/** The days of one interpreter. @param of what the room counted */
export function timesOf(
  booked: readonly Interval[],
  of: Worked | undefined,
  said: { readonly entered: readonly EnteredTimes[]; readonly noShows: readonly NoShow[] },
  now: Date,
): readonly DayTimes[] {
  return booked.map((span, index): DayTimes => {
    const day = index + 1;
    const entered = said.entered.findLast((each) => each.day === day);
    const noShow = said.noShows.findLast((each) => each.day === day);
    const actual = entered === undefined ? roomOn(booked, day, of, now) : byClerk(entered);
    return {
      day,
      booked: span,
      ...(actual === undefined ? {} : { actual }),
      ...(noShow === undefined ? {} : { noShow: noShow.why }),
    };
  });
}

const byClerk = ({ from, until, reason }: EnteredTimes): NonNullable<DayTimes['actual']> => ({
  from,
  until,
  minutes: Math.floor(between(from, until) / minute),
  by: 'clerk',
  reason,
});

function roomOn(
  booked: readonly Interval[],
  day: number,
  of: Worked | undefined,
  now: Date,
): DayTimes['actual'] {
  const counted = (of?.days ?? []).filter(({ from }) => dayOf(booked, from) === day);
  const [first] = counted;
  const last = counted.at(-1);
  if (first === undefined || last === undefined || of === undefined) return undefined;
  const running =
    of.since !== undefined && last === of.days.at(-1) ? between(of.since, now.toISOString()) : 0;
  const total = counted.reduce((sum, each) => sum + each.total, running);
  return {
    from: first.from,
    ...(of.since !== undefined && last === of.days.at(-1) ? {} : last.until && { until: last.until }),
    minutes: Math.floor(total / minute),
    by: 'room',
  };
}

/**
 * Whether the clerk may enter these times.
 * @throws {Refusal} `does-not-fit` for a day that there is not, an end before the beginning, times to come, and times that lie far from what was booked
 */
export function assertTimes(
  booked: readonly Interval[],
  { day, from, until }: Pick<EnteredTimes, 'day' | 'from' | 'until'>,
  now: Date,
): void {
  const refuse = (pointer: string, message: string) =>
    new Refusal('does-not-fit', {}, [{ pointer, message }]);
  const span = booked[day - 1];
  if (span === undefined) throw refuse('/day', 'The session has no such day.');
  if (from >= until) throw refuse('/until', 'It must end after it begins.');
  if (until > now.toISOString()) throw refuse('/until', 'Enter times once they are over.');
  const most = mostBeside * 60 * minute;
  if (between(from, span.start) > most) throw refuse('/from', 'That is far before the booked time.');
  if (between(span.end, until) > most) throw refuse('/until', 'That is far after the booked time.');
}

/**
 * Of which day it is said that somebody did not come: the last that has begun.
 * @throws {Refusal} `does-not-fit` before a quarter of an hour has passed, and of somebody who was in the room
 */
export function dayOfNoShow(booked: readonly Interval[], of: Worked | undefined, now: Date): number {
  const refuse = (message: string) => new Refusal('does-not-fit', {}, [{ pointer: '/why', message }]);
  const latest = new Date(now.getTime() - graceMinutes * minute).toISOString();
  const day = booked.findLastIndex(({ start }) => start <= latest) + 1;
  if (day === 0) throw refuse('Wait until a quarter of an hour after the beginning.');
  if (roomOn(booked, day, of, now) !== undefined)
    throw refuse('They were in the room on that day. Enter the times at which they worked.');
  return day;
}
