import { epochMs, instantOf, type Instant, type Interval } from '../shared/values/instants.ts';
import type { Door } from '../sessions/port/door.ts';

/** When an appointment is: from its first start to its last end, and, where it lies on several days, when on each. */
export interface When extends Interval {
  readonly days?: readonly Interval[] | undefined;
}

/** The rooms admit on each day as long before its start, and after its end, as they do before the first and after the last. */
export function whenOf({ start, end, opensAt, closesAt, windows }: Door): When {
  const whole = { start: start as Instant, end: end as Instant };
  if (windows === undefined || windows.length < 2) return whole;
  const before = Date.parse(start) - Date.parse(opensAt);
  const after = Date.parse(closesAt) - Date.parse(end);
  return {
    ...whole,
    days: windows.map((day) => ({
      start: instantOf(epochMs(day.opensAt) + before),
      end: instantOf(epochMs(day.closesAt) - after),
    })),
  };
}

/** From where to where on each day; one where it is a single day. */
export const daysOf = ({ start, end, days }: When): readonly Interval[] => days ?? [{ start, end }];

/** The same, without the days that are over at an instant. */
export const daysLeft = (when: When, at: Instant): readonly Interval[] =>
  daysOf(when).filter(({ end }) => end > at);

/** Whether two are the same as far as they are still to come: what is over can differ as it likes. */
export const sameWhen = (one: When, other: When, now: Instant): boolean =>
  JSON.stringify(daysLeft(one, now).map(ends)) === JSON.stringify(daysLeft(other, now).map(ends));

const ends = ({ start, end }: Interval) => [start, end];

/** The start, the end and the days alone, of something that has them. */
export const whenIn = ({ start, end, days }: When): When => ({
  start,
  end,
  ...(days === undefined ? {} : { days }),
});
