import { addMinutes, type Instant, type Interval } from './instants.ts';
import { localOf } from './zones.ts';

/** Whether somebody answers the silent alarm throughout a session. */

/** On which days of the week (ISO: Monday is 1), between which hours of which place; the end may be `24:00`. */
export interface OnCallHours {
  readonly zone: string;
  readonly weekdays: readonly number[];
  /** `HH:mm` */
  readonly from: string;
  readonly until: string;
}

const isOnCall = ({ zone, weekdays, from, until }: OnCallHours, at: Instant): boolean => {
  const { local } = localOf(zone, at);
  const [day = '', time = ''] = local.split('T');
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const clock = time.slice(0, 5);
  return weekdays.includes(weekday) && from <= clock && clock < until;
};

/**
 * The first stretch of a session in which nobody is on call; none means that its gate may open. Looked at minute by minute,
 * since the hours are of several places, whose clocks change.
 * @param spans when the session is held
 */
export function nobodyOnCall(
  onCall: readonly OnCallHours[],
  spans: readonly Interval[],
): Interval | undefined {
  for (const { start, end } of spans) {
    let from: Instant | undefined;
    for (let at = start; at < end; at = addMinutes(at, 1)) {
      const covered = onCall.some((hours) => isOnCall(hours, at));
      if (!covered) from ??= at;
      else if (from !== undefined) return { start: from, end: at };
    }
    if (from !== undefined) return { start: from, end };
  }
  return undefined;
}
