import type * as z from 'zod';
import type { NewStanding } from '../cases/port/standing.ts';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import type { permission } from './contract.ts';

export type Permission = z.output<typeof permission>;

/** What the decision does to every session in which the person is heard. */
export const standingBy = ({ decision, validUntil }: Permission): NewStanding =>
  decision === 'granted' ? { state: 'open', days: { to: validUntil } } : { state: 'refused' };

/** The calendar day in UTC, `YYYY-MM-DD`. */
const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

/** The day on earth that is furthest ahead, at UTC+14: a decision dated later than this has not been taken yet. */
const latestToday = (now: Date): string => dayOf(now.getTime() + 14 * 3_600_000);

/** The day on earth that is furthest behind, at UTC-12: a permission that ended before this is over everywhere. */
const earliestToday = (now: Date): string => dayOf(now.getTime() - 12 * 3_600_000);

/**
 * A decision must have been taken, must not end before it began, and a grant must not be over: a hearing that outlasts its
 * permission is held without one, and its gate is closed (`stateFor` of cases/port/standing.ts).
 * @throws {Refusal} `time-not-possible` naming each day that is wrong
 */
export function checkDays(given: Permission, now: Date): void {
  const errors: FieldError[] = [];
  if (given.decidedOn > latestToday(now)) {
    errors.push({ pointer: '/decidedOn', message: 'The day of the decision lies in the future.' });
  }
  if (given.validUntil < given.decidedOn) {
    errors.push({ pointer: '/validUntil', message: 'The last valid day is before the day of the decision.' });
  } else if (given.decision === 'granted' && given.validUntil < earliestToday(now)) {
    errors.push({ pointer: '/validUntil', message: 'The permission is over already.' });
  }
  if (errors.length > 0) throw new Refusal('time-not-possible', {}, errors);
}
