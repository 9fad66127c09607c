import { addMinutes, type Instant, type Interval } from '../shared/values/instants.ts';
import { clockChanges, localOf, resolveLocal } from '../shared/values/zones.ts';
import type { DueRules } from './due-rules.ts';
import type { ChaseKind, DueKind } from './notice-kinds.ts';

/** Something that has to be written at a later instant, if it still holds then. */
export interface Due {
  readonly kind: DueKind;
  readonly at: Instant;
  /** Tells it from others of its kind: minutes before which day, the change of clocks, the working day. */
  readonly variant: string;
  /** Pseudonym of whom it chases, where it chases each by themselves. */
  readonly who?: string | undefined;
}

export const sameDue = (one: Due, other: Due): boolean =>
  one.kind === other.kind && one.at === other.at && one.variant === other.variant;

/** Hours before a change of clocks at which those whom it concerns are told of it. */
const hoursBeforeClocks = 48;

/** When the clocks change, of which a message that was due then tells. */
export const clocksToldAt = (due: Instant): Instant => addMinutes(due, hoursBeforeClocks * 60);

/**
 * Of the first day all, and of each later one those that come when the day before it is over; of none that has begun.
 * @param days in their order
 */
export const reminderDues = (
  days: readonly Interval[],
  { reminders }: DueRules,
  now: Instant,
): readonly Due[] =>
  days.flatMap(({ start }, index) => {
    const before = days[index - 1];
    const all = reminders.map((minutes) => ({
      kind: 'reminder' as const,
      at: addMinutes(start, -minutes),
      variant: before === undefined ? String(minutes) : `${minutes} ${start}`,
    }));
    return start <= now ? [] : all.filter(({ at }) => before === undefined || at > before.end);
  });

/** One for each change of any of these clocks between `from` and `start`: that of the last day. */
export function clockDues(zones: readonly string[], from: Instant, start: Instant): readonly Due[] {
  if (start <= from) return [];
  const changes = new Set(zones.flatMap((zone) => clockChanges(zone, from, start).map(({ at }) => at)));
  return [...changes].toSorted().map((change) => ({
    kind: 'clock-change',
    at: addMinutes(change, -hoursBeforeClocks * 60),
    variant: change,
  }));
}

/**
 * The last working days before the day of the session, by the clock and the calendar of whoever is chased: a gap that is
 * told on a Friday evening is told in vain.
 * @param isWorkingDay of a local date `YYYY-MM-DD`
 */
export function chaseDues(
  kind: ChaseKind,
  start: Instant,
  zone: string,
  isWorkingDay: (day: string) => boolean,
  { chaseDays, chaseAt }: DueRules,
): readonly Due[] {
  return workingDaysFrom(localOf(zone, start).local.slice(0, 10), -1, chaseDays, isWorkingDay)
    .toReversed()
    .map((day) => ({ kind, at: instantAt(zone, `${day}T${chaseAt}`), variant: day }));
}

/** So many working days next to a day, without that day itself. @param step 1 after it, -1 before it */
function workingDaysFrom(
  from: string,
  step: 1 | -1,
  count: number,
  isWorkingDay: (day: string) => boolean,
): string[] {
  const found: string[] = [];
  let day = from;
  // Twice the days and three weeks: longer than any run of holidays.
  for (let gone = 0; gone < count * 2 + 21 && found.length < count; gone += 1) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
    if (isWorkingDay(day)) found.push(day);
  }
  return found;
}

/** Working days before a deadline on which whoever's turn it is hears of it again. */
const daysBeforeDeadline = 2;
/** Working days after it on which somebody hears of what they have not done, where no session sets an end to it. */
const daysAfterDeadline = 3;

/**
 * For somebody whose turn it is: the last working days before the deadline, the first one after it, and from then on those
 * last ones before the session on which everything that is missing is chased.
 * @param isWorkingDay of a local date `YYYY-MM-DD`
 */
export function turnDues(
  { who, deadline, start }: { readonly who: string; readonly deadline: Instant; readonly start: Instant },
  zone: string,
  isWorkingDay: (day: string) => boolean,
  { chaseDays, chaseAt }: DueRules,
): readonly Due[] {
  const dayOf = (at: Instant) => localOf(zone, at).local.slice(0, 10);
  const days = [
    ...workingDaysFrom(dayOf(deadline), -1, daysBeforeDeadline, isWorkingDay),
    ...workingDaysFrom(dayOf(deadline), 1, 1, isWorkingDay),
    ...workingDaysFrom(dayOf(start), -1, chaseDays, isWorkingDay),
  ];
  return [...new Set(days)]
    .toSorted()
    .map((day): Due => ({
      kind: 'gate-missing',
      at: instantAt(zone, `${day}T${chaseAt}`),
      variant: `${day} ${who}`,
      who,
    }))
    .filter(({ at }) => at < start);
}

/**
 * For something that is to be done by an hour and is of no session: the last working days before it, and the first ones after
 * it, at the hour of a chaser. Nothing that was before they were asked.
 * @param isWorkingDay of a local date `YYYY-MM-DD`
 */
export function taskDues(
  { since, dueAt }: { readonly since: Instant; readonly dueAt: Instant },
  zone: string,
  isWorkingDay: (day: string) => boolean,
  { chaseAt }: DueRules,
): readonly Instant[] {
  const day = localOf(zone, dueAt).local.slice(0, 10);
  return [
    ...workingDaysFrom(day, -1, daysBeforeDeadline, isWorkingDay),
    ...workingDaysFrom(day, 1, daysAfterDeadline, isWorkingDay),
  ]
    .toSorted()
    .map((each) => instantAt(zone, `${each}T${chaseAt}`))
    .filter((at) => at > since);
}

/** In an hour that comes twice the earlier; in one that does not come, what the clock shows after the gap. */
function instantAt(zone: string, local: string): Instant {
  const found = resolveLocal(zone, local);
  if (found.kind === 'unique') return found.instant;
  return found.kind === 'ambiguous' ? found.instants[0] : found.before;
}
