import type * as z from 'zod';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import type { riskPlan } from './contract.ts';

export type RiskPlan = z.output<typeof riskPlan>;

/**
 * What the plan does to the door. A "go" needs her own view of the danger; and where a high risk remains in any phase,
 * somebody at her side. A "no-go" needs nothing: whoever doubts may always say no. Source: domain notes C5; WHO's
 * standard on respecting her own assessment of risk.
 * @throws {Refusal} `does-not-fit` naming what a "go" lacks
 */
export function gateOf({ decision, phases, measures, herViewHeard }: RiskPlan): 'open' | 'refused' {
  if (decision === 'no-go') return 'refused';
  const errors: FieldError[] = [];
  if (!herViewHeard) {
    errors.push({
      pointer: '/herViewHeard',
      message: 'Ask her how she sees the danger before you decide to go ahead.',
    });
  }
  if (Object.values(phases).includes('high') && !measures.includes('supporter-beside-her')) {
    errors.push({
      pointer: '/measures',
      message: 'Where a high risk remains, a supporter must be beside her.',
    });
  }
  if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
  return 'open';
}
