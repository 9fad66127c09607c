import { describe, expect, test } from 'vitest';
import { stateFor, standingOfRecord, type Standing } from '../../../functions/cases/port/standing.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';

const now = parseInstant('2026-12-01T00:00:00.000Z');
const session = { sessionId: 'one', start: '2026-12-09T02:00:00.000Z', end: '2026-12-10T04:00:00.000Z' };
const standing: Standing = {
  caseId: 'case',
  pseudonym: 'W-2222',
  gate: 'permission',
  version: 3,
  state: 'open',
  recordedAt: now,
  leafHash: 'x',
};
const state = (change: Partial<Standing>, of: Partial<typeof session> = {}, at = now) =>
  stateFor({ ...standing, ...change }, { ...session, ...of }, at);

describe('what stands for a session', () => {
  test('is missing where nothing was recorded, and as it was recorded otherwise', () => {
    expect(stateFor(undefined, session, now)).toBe('missing');
    expect(state({})).toBe('open');
    expect(state({ state: 'refused' })).toBe('refused');
    expect(state({ state: 'missing' })).toBe('missing');
  });

  test('runs out at its instant, and not before', () => {
    const until = parseInstant('2026-12-01T00:00:00.001Z');
    expect(state({ until })).toBe('open');
    expect(state({ until }, {}, until)).toBe('missing');
  });

  test.each([
    [{ to: '2026-12-10' }, 'open'],
    [{ to: '2026-12-09' }, 'missing'],
    [{ from: '2026-12-09' }, 'open'],
    [{ from: '2026-12-10' }, 'missing'],
    [{ from: '2026-12-09', to: '2026-12-10' }, 'open'],
  ] as const)('holds through the days that it names, and not a day less: %j', (days, expected) => {
    expect(state({ days })).toBe(expected);
  });

  test('a session that ends at midnight in UTC belongs to the day before', () => {
    const days = { to: '2026-12-09' };
    expect(state({ days }, { end: '2026-12-10T00:00:00.000Z' })).toBe('open');
    expect(state({ days }, { end: '2026-12-10T00:00:00.001Z' })).toBe('missing');
  });

  test('is for the sessions that it names alone', () => {
    expect(state({ sessions: ['one', 'two'] })).toBe('open');
    expect(state({ sessions: ['two'] })).toBe('missing');
    expect(state({ sessions: [] })).toBe('missing');
  });

  test('that was refused is refused, whatever days and sessions it names', () => {
    expect(state({ state: 'refused', days: { to: '2020-01-01' }, sessions: [] })).toBe('refused');
  });
});

test('whose standing an item is, its key says, and of any other item nobody’s', () => {
  expect(standingOfRecord('case#c', 'standing#W-2222#riskPlan')).toEqual({
    caseId: 'c',
    pseudonym: 'W-2222',
  });
  expect(standingOfRecord('case#c', 'witness#W-2222')).toBeUndefined();
  expect(standingOfRecord('person#c', 'standing#W-2222#consent')).toBeUndefined();
});
