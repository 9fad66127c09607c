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

/** Whether a day of the session has begun and is, by its plan, not over. */
export function isUnderWay(
  door: { readonly opensAt: string; readonly closesAt: string } & {
    readonly windows?: readonly { readonly opensAt: string; readonly closesAt: string }[] | undefined;
  },
  now: Date,
): boolean {
  const at = now.getTime();
  return (door.windows ?? [door]).some(
    (day) =>
      Date.parse(day.opensAt) + opensBefore * 60_000 <= at &&
      at < Date.parse(day.closesAt) - closesAfter * 60_000,
  );
}
