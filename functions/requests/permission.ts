import type * as z from 'zod';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import type { permission } from './contract.ts';

export type Permission = z.output<typeof permission>;

/** What the decision does to the session's door. */
export const gateOf = ({ decision }: Permission): 'open' | 'refused' =>
  decision === 'granted' ? 'open' : 'refused';

/** The calendar day in UTC, `YYYY-MM-DD`. */
const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

/** The day on earth that is furthest ahead, at UTC+14: a decision dated later than this has not been taken yet. */
const latestToday = (now: Date): string => dayOf(now.getTime() + 14 * 3_600_000);

/**
 * The last day on which the session is held, in UTC. A permission names a day without a zone, the zones of those who
 * are heard may be secret, and UTC is the one calendar that both authorities can check. The end itself is no longer
 * part of the session, so one that ends at midnight belongs to the day before.
 */
export const lastDayOf = (sessionEnd: string): string => dayOf(Date.parse(sessionEnd) - 1);

/**
 * A decision must have been taken, must not end before it began, and a grant must hold until the session is over:
 * a hearing that outlasts its permission is held without one.
 * @param sessionEnd instant at which the session ends
 * @throws {Refusal} `time-not-possible` naming each day that is wrong
 */
export function checkDays(given: Permission, sessionEnd: string, now: Date): void {
  const lastDay = lastDayOf(sessionEnd);
  const errors: FieldError[] = [];
  if (given.decidedOn > latestToday(now)) {
    errors.push({ pointer: '/decidedOn', message: 'The day of the decision lies in the future.' });
  }
  if (given.validUntil < given.decidedOn) {
    errors.push({ pointer: '/validUntil', message: 'The last valid day is before the day of the decision.' });
  } else if (given.decision === 'granted' && given.validUntil < lastDay) {
    errors.push({
      pointer: '/validUntil',
      message: `The session ends on ${lastDay} (UTC); the permission must hold until then.`,
    });
  }
  if (errors.length > 0) throw new Refusal('time-not-possible', { lastDay }, errors);
}
