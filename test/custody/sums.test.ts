import { describe, expect, test } from 'vitest';
import { sumsOf } from '../../functions/custody/access/sums.ts';
import type { Role } from '../../functions/shared/access/roles.ts';

const read = (personId: string, role: Role, caseId = 'a', kind: 'case' | 'search' = 'case') => ({
  personId,
  role,
  caseId,
  kind,
});
const three = (role: Role) => ['1', '2', '3'].map((one) => read(`${role} ${one}`, role));

describe('sums of an agency', () => {
  test('are by role where three people of it read', () => {
    const reads = [...three('clerk'), read('clerk 1', 'clerk', 'b'), read('clerk 2', 'clerk', 'b', 'search')];
    expect(sumsOf(reads)).toEqual({
      sums: [{ role: 'clerk', people: 3, cases: 2, readings: 4, searches: 1 }],
      few: false,
    });
  });

  test('tell of roles of fewer people together, without a role, where they are three', () => {
    const rest = [read('j', 'judge'), read('p', 'prosecutor'), read('q', 'prosecutor')];
    const { sums, few } = sumsOf([...three('clerk'), ...rest]);
    expect(sums).toEqual([
      { role: 'clerk', people: 3, cases: 1, readings: 3, searches: 0 },
      { people: 3, cases: 1, readings: 3, searches: 0 },
    ]);
    expect(few).toBe(false);
  });

  test('tell of fewer than three nothing but that there are some, however much they read', () => {
    const much = Array.from({ length: 50 }, (_, n) => read('j', 'judge', String(n)));
    for (const reads of [much, [...much, read('p', 'prosecutor')]]) {
      expect(sumsOf(reads)).toEqual({ sums: [], few: true });
      expect(sumsOf([...three('clerk'), ...reads])).toEqual({ ...sumsOf(three('clerk')), few: true });
    }
    expect(sumsOf([])).toEqual({ sums: [], few: false });
  });
});
