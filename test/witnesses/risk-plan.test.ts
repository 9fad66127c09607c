import { describe, expect, test } from 'vitest';
import { gateOf, type RiskPlan } from '../../functions/witnesses/risk-plan.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

const go: RiskPlan = {
  decision: 'go',
  phases: { before: 'low', travel: 'medium', inSession: 'low', after: 'low' },
  measures: ['pseudonym', 'stop-signal'],
  herViewHeard: true,
};

function lackOf(plan: RiskPlan): string[] {
  try {
    gateOf(plan);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('does-not-fit');
    return error.errors.map(({ pointer }) => pointer);
  }
}

describe('risk plan', () => {
  test('go opens, no-go closes', () => {
    expect(gateOf(go)).toBe('open');
    expect(gateOf({ ...go, decision: 'no-go' })).toBe('refused');
  });

  test('go needs her view', () => expect(lackOf({ ...go, herViewHeard: false })).toEqual(['/herViewHeard']));

  test.each(Object.keys(go.phases))('go with a high risk in phase %s needs somebody beside her', (phase) => {
    const risky: RiskPlan = { ...go, phases: { ...go.phases, [phase]: 'high' } };
    expect(lackOf(risky)).toEqual(['/measures']);
    expect(gateOf({ ...risky, measures: [...go.measures, 'supporter-beside-her'] })).toBe('open');
  });

  test('what lacks is told at once', () => {
    const phases = { ...go.phases, after: 'high' as const };
    expect(lackOf({ ...go, phases, herViewHeard: false })).toEqual(['/herViewHeard', '/measures']);
  });

  test('no-go needs nothing', () => {
    const phases = { ...go.phases, travel: 'high' as const };
    expect(gateOf({ ...go, phases, decision: 'no-go', herViewHeard: false })).toBe('refused');
  });
});
