import type { WorkingTime } from '../../directory/port/working-time.ts';
import { epochMs, instantOf, type Interval } from '../../shared/values/instants.ts';

/**
 * What is told of the calendar of somebody whom a case may not know by name (cases/port/by-name.ts). All that stands on it
 * is widened to whole half days before anything is asked of it, so that no answer, and no series of answers, can hold
 * more than these half days do.
 *
 * They are the same whoever asks and about whichever case: if they were cut by a venue's clock, two venues would cut them
 * in two places. And what begins in a half day takes that one and the next, wherever in it it begins: a session over the
 * cut would otherwise be known to lie there.
 */

/** Of which each day of UTC has two. */
const halfDay = 12 * 3_600_000;

/** As it is told: whole half days, the first of them the one in which it begins. */
export function inHalfDays({ start, end }: Interval): Interval {
  const first = Math.floor(epochMs(start) / halfDay);
  const last = Math.max(first + 2, Math.ceil(epochMs(end) / halfDay));
  return { start: instantOf(first * halfDay), end: instantOf(last * halfDay) };
}

/** A day off by no clock: by whose midnight it begins would tell where somebody is. */
const dayOf = (day: string): Interval => ({
  start: instantOf(Date.parse(day)),
  end: instantOf(Date.parse(day) + 2 * halfDay),
});

/** A calendar with nothing in it but half days that are taken. */
export const calendarInHalfDays = (calendar: WorkingTime): WorkingTime => ({
  ...calendar,
  blocks: [...calendar.blocks, ...calendar.daysOff.map(dayOf)].map((block) => ({ ...inHalfDays(block) })),
  daysOff: [],
  bufferBefore: 0,
  bufferAfter: 0,
  notice: 0,
});
