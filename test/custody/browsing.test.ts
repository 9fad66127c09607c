import { describe, expect, it } from 'vitest';
import { mayBeUnusual, thresholds, unusualIn, type ReadOnce } from '../../functions/custody/browsing.ts';

const hour = '2026-11-28T03';
const cases = (count: number, at = hour): readonly ReadOnce[] =>
  Array.from({ length: count }, (_, n) => ({ hour: at, kind: 'case', caseId: `case ${n}`, what: 'read' }));

describe('an hour of somebody', () => {
  const { least, times } = thresholds['many-cases'];

  it('of fewer than the least is never unusual', () => {
    expect(mayBeUnusual(cases(least - 1))).toBe(false);
    expect(unusualIn(cases(least - 1), [])).toEqual([]);
  });

  it('of the least is unusual for whoever read nothing before', () => {
    expect(mayBeUnusual(cases(least))).toBe(true);
    expect(unusualIn(cases(least), [])).toEqual([{ rule: 'many-cases', count: least, before: 0 }]);
  });

  it('is compared with the busiest hour before, and not with the sum of them', () => {
    const before = [...cases(4, '2026-11-27T03'), ...cases(5, '2026-11-26T09')];
    expect(unusualIn(cases(times * 5 - 1), before)).toEqual([]);
    expect(unusualIn(cases(times * 5), before)).toEqual([
      { rule: 'many-cases', count: times * 5, before: 5 },
    ]);
  });

  it('counts the same case, person or search once', () => {
    const same = Array.from({ length: 100 }, (_, n): ReadOnce => ({
      hour,
      kind: 'case',
      caseId: 'one',
      party: 'W-4K7Q',
      what: `route ${n}`,
    }));
    expect(unusualIn(same, [])).toEqual([]);
  });

  it('tells persons apart by their case, and searches by what was asked', () => {
    const many = thresholds['many-persons'].least;
    const persons = Array.from({ length: many }, (_, n): ReadOnce => ({
      hour,
      kind: 'case',
      caseId: `case ${n % 2}`,
      party: `W-${n}`,
      what: 'read',
    }));
    expect(unusualIn(persons, []).map(({ rule }) => rule)).toEqual(['many-persons']);
    const searches = Array.from({ length: thresholds['many-searches'].least }, (_, n): ReadOnce => ({
      hour,
      kind: 'search',
      what: `search ${n}`,
    }));
    expect(unusualIn(searches, []).map(({ rule }) => rule)).toEqual(['many-searches']);
  });
});
