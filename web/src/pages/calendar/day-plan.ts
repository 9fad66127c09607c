import { epochMs, instantOf, type Instant } from '../../../../functions/shared/values/instants.ts';
import { clockChanges, localOf } from '../../../../functions/shared/values/zones.ts';
import { addDays, dayStart, weekdayOf } from '../../parts/local-day.ts';
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

/** A change of the clocks within a local day, by the wall clock before and after it. */
export interface DayChange {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** The changes of a day, and how many minutes the day has: 1440 but for those. */
export function dayClock(
  zone: string,
  day: string,
): { readonly changes: DayChange[]; readonly length: number } {
  const [start, end] = [dayStart(zone, day), dayStart(zone, addDays(day, 1))];
  const changes = clockChanges(zone, instantOf(epochMs(start) - 1), instantOf(epochMs(end) - 1)).map(
    ({ at, offsetBefore, offsetAfter }) => {
      const after = wallMinutes(zone, at);
      return { at, before: after - (offsetAfter - offsetBefore), after };
    },
  );
  return { changes, length: (epochMs(end) - epochMs(start)) / 60_000 };
}

/**
 * Where an interval lies on the wall clock of a local day, in pieces: over a change of the clocks it is cut, since the
 * wall clock leaps there, and in the hour that comes twice the second piece lies over the first.
 */
export function piecesOn(zone: string, day: string, { start, end }: Interval): readonly Minutes[] {
  const [first, last] = [dayStart(zone, day), dayStart(zone, addDays(day, 1))];
  if (end <= first || start >= last) return [];
  const { changes } = dayClock(zone, day);
  const from = start < first ? 0 : wallMinutes(zone, start);
  // What ends as the clocks change ends by the wall clock of before.
  const until = end >= last ? DAY : (changes.find(({ at }) => at === end)?.before ?? wallMinutes(zone, end));
  const inside = changes.filter(({ at }) => start < at && at < end);
  return [...inside, undefined].map((change, index): Minutes => {
    const before = inside[index - 1];
    return [before === undefined ? from : before.after, change === undefined ? until : change.before];
  });
}

const wallMinutes = (zone: string, at: Instant): number =>
  minutesOfClock(localOf(zone, at).local.slice(11, 16));

/** Intervals that touch a day, with where they lie in it. */
export const partsOn = <I extends Interval>(zone: string, day: string, intervals: readonly I[]) =>
  intervals
    .flatMap((interval) => {
      const pieces = piecesOn(zone, day, interval);
      return pieces.length === 0 ? [] : [{ interval, pieces }];
    })
    .toSorted((one, other) => epochMs(one.interval.start) - epochMs(other.interval.start));

/** Whether there is anything to say of a day: something booked or blocked on it, or a day off. */
export const saysAnything = (
  { zone, blocks, daysOff }: Pick<Calendar, 'zone' | 'blocks' | 'daysOff'>,
  day: string,
  taken: readonly Interval[],
): boolean => daysOff.includes(day) || partsOn(zone, day, [...taken, ...blocks]).length > 0;
