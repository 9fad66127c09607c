import type { WorkingTime } from '../../directory/port/working-time.ts';
import { dayNumber, weekdayOf, type LocalDays } from './local-days.ts';

/** Hours of a weekday in minutes of the wall clock, on the days `since` to `last`. */
interface Hours {
  readonly from: number;
  readonly until: number;
  readonly since: number;
  readonly last: number;
}

/** Wall-clock hours by weekday (index 1 to 7, each list by its beginnings), and days without any. */
export interface Week {
  readonly days: readonly (readonly Hours[])[];
  readonly off: ReadonlySet<number>;
}

const clockMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

export function workingWeek({ weekly, daysOff }: WorkingTime): Week {
  const days: Hours[][] = [[], [], [], [], [], [], [], []];
  for (const { weekday, from, until, validFrom, validUntil } of weekly) {
    days[weekday]?.push({
      from: clockMinutes(from),
      until: clockMinutes(until),
      since: validFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(validFrom),
      last: validUntil === undefined ? Number.POSITIVE_INFINITY : dayNumber(validUntil),
    });
  }
  for (const hours of days) if (hours.length > 1) hours.sort((one, other) => one.from - other.from);
  return { days, off: new Set(daysOff.map(dayNumber)) };
}

/** The hours that nobody calls unsociable, alike on each day. */
export function sociableWeek({ sociable }: WorkingTime): Week {
  const hours = [
    {
      from: clockMinutes(sociable.from),
      until: clockMinutes(sociable.until),
      since: Number.NEGATIVE_INFINITY,
      last: Number.POSITIVE_INFINITY,
    },
  ];
  return { days: [[], hours, hours, hours, hours, hours, hours, hours], off: new Set() };
}

/** The middle of the sociable hours, in minutes of the wall clock. */
export const sociableMiddle = ({ sociable }: WorkingTime): number =>
  (clockMinutes(sociable.from) + clockMinutes(sociable.until)) / 2;

/**
 * Calls `onGap` for each stretch of time, in order, in which the wall shows no time of the week. An hour that the
 * clocks repeat belongs to the week both times, and one that they skip never comes.
 */
export function eachGap(
  local: LocalDays,
  { days, off }: Week,
  onGap: (start: number, end: number) => void,
): void {
  const { starts, ends, offsets } = local;
  let covered = starts[0] ?? 0;
  for (let piece = 0; piece < starts.length; piece += 1) {
    const day = local.days[piece] ?? 0;
    if (off.has(day)) continue;
    const hours = days[weekdayOf(day)] ?? [];
    const midnight = day * 1440 - (offsets[piece] ?? 0);
    for (const { from, until, since, last } of hours) {
      if (day < since || day > last) continue;
      const start = Math.max(starts[piece] ?? 0, midnight + from);
      const end = Math.min(ends[piece] ?? 0, midnight + until);
      if (start >= end) continue;
      if (start > covered) onGap(covered, start);
      if (end > covered) covered = end;
    }
  }
  const end = ends.at(-1) ?? 0;
  if (end > covered) onGap(covered, end);
}
