import { describe, expect, it } from 'vitest';
import { parseStanding, type Standing } from '../../functions/cases/port/standing.ts';
import { whatStands } from '../../functions/cases/what-stands.ts';

const now = new Date('2026-11-28T12:00:00.000Z');
const standing = (gate: Standing['gate'], more: Partial<Standing> = {}): Standing => {
  const stands = parseStanding({
    caseId: 'case',
    pseudonym: 'W-AAAA',
    gate,
    version: 1,
    state: 'open',
    recordedAt: '2026-11-01T08:00:00.000Z',
    leafHash: 'hash',
    ...more,
  });
  if (stands === undefined) throw new Error('No standing.');
  return stands;
};
const seenBy = (isHolder: boolean, ...standings: readonly Standing[]) =>
  whatStands(standings, { pseudonym: 'W-AAAA', isHolder }, now);
const of = (gate: Standing['gate'], ...seen: ReturnType<typeof seenBy>) =>
  seen.find((each) => each.gate === gate);

describe('what stands for somebody who is heard', () => {
  it('is missing where nothing was ever decided, and nothing of somebody else', () => {
    expect(seenBy(true, { ...standing('consent'), pseudonym: 'W-BBBB' })).toEqual([
      { gate: 'permission', state: 'missing' },
      { gate: 'consent', state: 'missing' },
      { gate: 'riskPlan', state: 'missing' },
    ]);
  });

  it('says since when, and that something was refused', () => {
    expect(of('consent', ...seenBy(false, standing('consent', { state: 'refused' })))).toEqual({
      gate: 'consent',
      state: 'refused',
      since: '2026-11-01T08:00:00.000Z',
    });
  });

  it('says its last day to the holder alone, since a child’s consent ends on a day that is the child’s', () => {
    const until = standing('consent', { days: { to: '2027-03-01' } });
    expect(of('consent', ...seenBy(true, until))?.lastDay).toBe('2027-03-01');
    expect(of('consent', ...seenBy(false, until))).not.toHaveProperty('lastDay');
    const plan = standing('riskPlan', { days: { to: '2027-03-01' } });
    expect(of('riskPlan', ...seenBy(false, plan))).not.toHaveProperty('lastDay');
  });

  it('says the last day of a permission to everybody who reads the case', () => {
    const granted = standing('permission', { days: { from: '2026-11-01', to: '2026-11-28' } });
    expect(of('permission', ...seenBy(false, granted))).toMatchObject({
      state: 'open',
      lastDay: '2026-11-28',
    });
  });

  it.each([
    ['by its instant', { until: '2026-11-28T12:00:00.000Z', days: { to: '2026-11-28' } }],
    ['by its day', { days: { to: '2026-11-27' } }],
  ] as const)(
    'stands no more once it has run out %s, and then tells no day but of a permission',
    (_, ends) => {
      const stood = standing('riskPlan', ends as Partial<Standing>);
      expect(of('riskPlan', ...seenBy(false, stood))).toEqual({
        gate: 'riskPlan',
        state: 'missing',
        since: '2026-11-01T08:00:00.000Z',
        ranOut: true,
      });
    },
  );

  it('stands by order, and is told so', () => {
    expect(of('consent', ...seenBy(false, standing('consent', { byOrder: true })))).toMatchObject({
      state: 'open',
      byOrder: true,
    });
  });
});
