import { describe, expect, it } from 'vitest';
import { atTheSameTime } from '../../../functions/sessions/retiming/order-of-moving.ts';
import { resolveTime } from '../../../functions/sessions/port/session-time.ts';
import { timeProposed, type TimeBrief } from '../../support/proposal.ts';
import { now } from '../../support/prepared-case.ts';

describe('sessions at the same time', () => {
  const on = (sessionId: string, local: string, more: Partial<TimeBrief> = {}) => ({
    sessionId,
    ...resolveTime(timeProposed({ local, zone: 'Asia/Bangkok', ...more }), now),
  });
  const beside = (...sessions: readonly ReturnType<typeof on>[]) =>
    Object.fromEntries([...atTheSameTime(sessions)].map(([id, others]) => [id, [...others].toSorted()]));

  it('are those that share some of it, on any day; what ends as another begins does not', () => {
    expect(
      beside(
        on('long', '2027-03-25T09:00', { minutes: 180 }),
        on('after', '2027-03-25T12:00'),
        on('within', '2027-03-25T10:00'),
        on('late', '2027-03-25T11:00'),
        on('days', '2027-03-24T09:00', { moreDays: [{ local: '2027-03-25T12:30' }] }),
      ),
    ).toEqual({
      long: ['late', 'within'],
      within: ['long'],
      late: ['long'],
      after: ['days'],
      days: ['after'],
    });
  });
});
