import { epochMs, type Instant } from '../../../functions/shared/values/instants.ts';
import { localOf, resolveLocal } from '../../../functions/shared/values/zones.ts';

/** Days of a calendar as `YYYY-MM-DD`, and where they lie in time. */

/** So many days later; earlier where negative. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** ISO: Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The day that the calendar of a zone shows at an instant. */
export const dayAt = (zone: string, at: Instant): string => localOf(zone, at).local.slice(0, 10);

/** When a wall clock shows a time of a day: the first of two, and where it shows none, the moment at which it leaps. */
export function instantAt(zone: string, day: string, clock: string): Instant {
  const found = resolveLocal(zone, `${day}T${clock}`);
  switch (found.kind) {
    case 'unique':
      return found.instant;
    case 'ambiguous':
      return found.instants[0];
    case 'nonexistent':
      return found.before;
  }
}

/** When a day begins in a zone. */
export const dayStart = (zone: string, day: string): Instant => instantAt(zone, day, '00:00');

/** The local days that lie wholly or in part between two instants, each with its beginning in milliseconds. */
export function daysBetween(
  zone: string,
  from: Instant,
  until: Instant,
): readonly { readonly day: string; readonly start: number }[] {
  const days = [];
  for (let day = dayAt(zone, from); ; day = addDays(day, 1)) {
    const start = epochMs(dayStart(zone, day));
    if (start >= epochMs(until)) return days;
    days.push({ day, start });
  }
}
