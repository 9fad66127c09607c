import { describe, expect, test } from 'vitest';
import { permission } from '../../functions/requests/contract.ts';
import { checkDays, standingBy, type Permission } from '../../functions/requests/permission.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const granted: Permission = {
  decision: 'granted',
  legalBasis: 'asean-mlat',
  reference: 'MLA 2026/114',
  decidedOn: '2026-11-20',
  validUntil: '2026-12-31',
  conditions: ['attending-officer-present'],
};
const now = new Date('2026-11-24T08:00:00.000Z');

function faultsOf(change: Partial<Permission>, at = now): string[] {
  try {
    checkDays({ ...granted, ...change }, at);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('time-not-possible');
    return error.errors.map(({ pointer }) => pointer);
  }
}

describe('permission', () => {
  test('a grant opens the gate until its last day, a refusal closes it', () => {
    expect(standingBy(granted)).toEqual({ state: 'open', days: { to: '2026-12-31' } });
    expect(standingBy({ ...granted, decision: 'refused' })).toEqual({ state: 'refused' });
  });

  test('a grant that is over everywhere is none', () => {
    const early = { decidedOn: '2026-11-01' };
    expect(faultsOf({ ...early, validUntil: '2026-11-23' })).toEqual([]);
    expect(faultsOf({ ...early, validUntil: '2026-11-22' })).toEqual(['/validUntil']);
  });

  test('a refusal need not hold', () => {
    expect(faultsOf({ decision: 'refused', validUntil: '2026-11-20' })).toEqual([]);
  });

  test('nothing ends before it was decided, a refusal neither', () => {
    expect(faultsOf({ validUntil: '2026-11-19' })).toEqual(['/validUntil']);
    expect(faultsOf({ decision: 'refused', validUntil: '2026-11-19' })).toEqual(['/validUntil']);
  });

  test('today may be tomorrow already in the east, but no later day was yet anywhere', () => {
    const late = new Date('2026-11-24T10:00:00.000Z'); // 25 November at UTC+14
    expect(faultsOf({ decidedOn: '2026-11-25' }, late)).toEqual([]);
    expect(faultsOf({ decidedOn: '2026-11-25' }, new Date(late.getTime() - 1))).toEqual(['/decidedOn']);
    expect(faultsOf({ decidedOn: '2026-11-26' }, late)).toEqual(['/decidedOn']);
  });

  test.each([
    ['a day that does not exist', { decidedOn: '2026-02-30' }],
    ['a day with a time', { validUntil: '2026-12-31T00:00:00Z' }],
    ['a condition twice', { conditions: ['attending-officer-present', 'attending-officer-present'] }],
    ['an unknown condition', { conditions: ['be-quick'] }],
    ['an unknown basis', { legalBasis: 'custom' }],
    ['a reference of spaces', { reference: '   ' }],
    ['a reference over two lines', { reference: 'one\ntwo' }],
    ['an unknown field', { note: 'x' }],
  ])('the form refuses %s', (_, change) => {
    expect(permission.safeParse(granted).success).toBe(true);
    expect(permission.safeParse({ ...granted, ...change }).success).toBe(false);
  });
});
