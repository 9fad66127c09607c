import { describe, expect, test } from 'vitest';
import { stateFor, type Standing } from '../../../functions/cases/port/standing.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';

/** Nobody on call for the silent alarm at a session's time: the gate of the plan stays closed, whatever was decided. */

const at = parseInstant('2027-03-01T00:00:00Z');
const plan: Standing = {
  caseId: 'case',
  pseudonym: 'W-4K7Q',
  gate: 'riskPlan',
  version: 1,
  state: 'open',
  recordedAt: at,
  onCall: [{ zone: 'Asia/Yangon', weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '12:00' }],
  leafHash: '',
};
const session = (start: string, end: string) => ({ sessionId: 'session', start, end });
const window = (opensAt: string, closesAt: string) => ({
  opensAt: parseInstant(opensAt),
  closesAt: parseInstant(closesAt),
});

describe('a plan with somebody on call on weekday mornings', () => {
  test('stands for a session of that time, and for none that is longer or on another day', () => {
    const morning = session('2027-03-02T02:00:00.000Z', '2027-03-02T05:00:00.000Z');
    expect(stateFor(plan, morning, at)).toBe('open');
    expect(stateFor(plan, { ...morning, end: '2027-03-02T05:31:00.000Z' }, at)).toBe('missing');
    expect(stateFor(plan, session('2027-03-06T02:00:00.000Z', '2027-03-06T03:00:00.000Z'), at)).toBe(
      'missing',
    );
  });

  test('stands for a session of several days when each is covered, and not because of the nights between', () => {
    const whole = session('2027-03-02T02:00:00.000Z', '2027-03-03T05:00:00.000Z');
    const first = window('2027-03-02T02:00:00Z', '2027-03-02T05:00:00Z');
    const second = window('2027-03-03T02:00:00Z', '2027-03-03T05:00:00Z');
    const late = window('2027-03-03T02:00:00Z', '2027-03-03T06:00:00Z');
    expect(stateFor(plan, { ...whole, windows: [first, second] }, at)).toBe('open');
    expect(stateFor(plan, { ...whole, windows: [first, late] }, at)).toBe('missing');
  });

  test('opens nothing that was decided against', () => {
    const morning = session('2027-03-02T02:00:00.000Z', '2027-03-02T05:00:00.000Z');
    expect(stateFor({ ...plan, state: 'refused' }, morning, at)).toBe('refused');
  });
});
