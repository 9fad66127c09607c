import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import { endOf, type SessionTime } from './session-time.ts';

/** Minutes before the start from which rooms admit: staff open the room an hour before (checklist, T-60 min). */
export const opensBefore = 60;

/** Minutes after the planned end until which they do: a hearing must not be cut off because it runs late. */
export const closesAfter = 120;

interface Window {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** From when until when the rooms admit: in all, and on each day where there are several. */
export function windowOf({ start, end, days }: Pick<SessionTime, 'start' | 'end' | 'days'>): Window & {
  readonly windows?: Window[];
} {
  const whole = { opensAt: addMinutes(start, -opensBefore), closesAt: addMinutes(end, closesAfter) };
  if (days.length < 2) return whole;
  return {
    ...whole,
    windows: days.map((day) => ({
      opensAt: addMinutes(day.start, -opensBefore),
      closesAt: addMinutes(endOf(day), closesAfter),
    })),
  };
}

/** A door, as far as its hours go. */
interface Hours {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly windows?: readonly { readonly opensAt: string; readonly closesAt: string }[] | undefined;
}

/** Whether a day of the session has begun and is, by its plan, not over. */
export function isUnderWay(door: Hours, now: Date): boolean {
  const at = now.getTime();
  return (door.windows ?? [door]).some(
    (day) =>
      Date.parse(day.opensAt) + opensBefore * 60_000 <= at &&
      at < Date.parse(day.closesAt) - closesAfter * 60_000,
  );
}

/** The beginning of the window in which the rooms admit at this moment; undefined outside of all. */
export function windowAt({ opensAt, closesAt, windows }: Hours, now: Date): string | undefined {
  const at = now.toISOString();
  return (windows ?? [{ opensAt, closesAt }]).find((day) => day.opensAt <= at && at < day.closesAt)?.opensAt;
}

/** Hours by which a session can be moved and still be of the same day, as far as a word on that day goes. */
const sameDayHours = 12;

/**
 * Whether what was said in one window was said for the day of another. A session that is moved by a minute, or from the morning to
 * the evening, is of the same day; of several days it is that of the nearest.
 */
export function isOfDay({ opensAt: first, windows }: Hours, saidIn: string, opensAt: string): boolean {
  const from = (at: string) => Math.abs(Date.parse(at) - Date.parse(saidIn));
  const days = windows?.map((day) => day.opensAt) ?? [first];
  return from(opensAt) < sameDayHours * 3_600_000 && days.every((day) => from(opensAt) <= from(day));
}
