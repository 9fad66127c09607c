import { epochMs, type Instant } from '../../../../../functions/shared/values/instants.ts';
import { localOf } from '../../../../../functions/shared/values/zones.ts';
import { addDays, dayAt, dayStart, weekdayOf } from '../../../parts/local-day.ts';
import type { Calendar } from './whose.ts';

/** From minute to minute of one local day, by the wall clock: 0 to 1440. */
export type Minutes = readonly [from: number, until: number];

interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

const DAY = 24 * 60;

/** `08:30` → 510; `24:00` → 1440. */
export const minutesOfClock = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** The working hours of a day; none on a day off. */
export function workingOn({ weekly, daysOff }: Pick<Calendar, 'weekly' | 'daysOff'>, day: string): Minutes[] {
  if (daysOff.includes(day)) return [];
  return weekly
    .filter(
      ({ weekday, validFrom, validUntil }) =>
        weekday === weekdayOf(day) &&
        (validFrom === undefined || validFrom <= day) &&
        (validUntil === undefined || day <= validUntil),
    )
    .map(({ from, until }): Minutes => [minutesOfClock(from), minutesOfClock(until)])
    .toSorted((one, other) => one[0] - other[0]);
}

/** Where an interval lies in a local day; undefined where it does not. */
export function partOn(zone: string, day: string, { start, end }: Interval): Minutes | undefined {
  if (end <= dayStart(zone, day) || start >= dayStart(zone, addDays(day, 1))) return undefined;
  const from = dayAt(zone, start) < day ? 0 : wallMinutes(zone, start);
  const until = dayAt(zone, end) > day ? DAY : wallMinutes(zone, end);
  // In the hour that comes twice an end may show an earlier clock than its beginning.
  return [from, Math.max(until, from + 1)];
}

const wallMinutes = (zone: string, at: Instant): number =>
  minutesOfClock(localOf(zone, at).local.slice(11, 16));

/** Intervals that touch a day, with where they lie in it. */
export const partsOn = <I extends Interval>(zone: string, day: string, intervals: readonly I[]) =>
  intervals
    .flatMap((interval) => {
      const part = partOn(zone, day, interval);
      return part === undefined ? [] : [{ interval, part }];
    })
    .toSorted((one, other) => epochMs(one.interval.start) - epochMs(other.interval.start));
