import type { WorkingTime } from '../directory/port/working-time.ts';
import type { HolidayYear } from '../directory/port/working-time-store.ts';

/**
 * Whether somebody works on a local date at all: hours on that weekday, no leave, no public holiday; a day that was made a
 * working day counts as one, whatever weekday it is.
 */
export const workingDays =
  ({ weekly, daysOff }: WorkingTime, years: readonly HolidayYear[]) =>
  (day: string): boolean => {
    if (daysOff.includes(day)) return false;
    const known = years
      .find(({ year }) => year === Number(day.slice(0, 4)))
      ?.holidays.find((each) => each.day === day);
    if (known !== undefined) return known.kind === 'working-day';
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return weekly.some(
      ({ weekday: on, validFrom = day, validUntil = day }) =>
        on === weekday && validFrom <= day && day <= validUntil,
    );
  };
