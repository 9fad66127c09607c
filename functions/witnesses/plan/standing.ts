import type { Role } from '../../shared/access/roles.ts';
import type { FullPlan, planReasons, ReviewTrigger } from './contract.ts';

/** What stands of a risk plan on a day, from all that was entered: a go needs two people, a no-go one. */

export type PlanReason = (typeof planReasons)[number];

export interface PlanStanding {
  readonly state: 'open' | 'refused' | 'missing';
  readonly reason?: PlanReason;
  /** Whose turn it is, where something is missing. */
  readonly turn?: Role;
  /** The last day on which it stands open, `YYYY-MM-DD` where the person is. */
  readonly lastDay?: string;
}

/** By whom a step was entered: the person id. */
interface By {
  readonly number: number;
  readonly recordedBy: string;
}

/** One step, oldest first. */
export type PlanStep =
  /** The support officer's plan, and word. */
  | (By & { readonly kind: 'plan'; readonly plan: Pick<FullPlan, 'decision' | 'nextReview'> })
  /** The prosecutor's word on the plan of that number; a no-go needs none. */
  | (By & { readonly kind: 'word'; readonly decision: 'go' | 'no-go'; readonly plan?: number | undefined })
  /** A plan that one person decided alone, when that was enough. */
  | (By & { readonly kind: 'earlier'; readonly plan: { readonly decision: 'go' | 'no-go' } })
  /** Something happened: what was decided before it is no longer enough. */
  | (By & { readonly kind: 'review'; readonly trigger: ReviewTrigger });

/**
 * The last plan counts, with what was said of it afterwards: a no-go of either closes the gate, an event reopens it until
 * there is another plan, and without the prosecutor's go it is the word of one person alone.
 * @param day `YYYY-MM-DD`, where the person is
 */
export function planOn(steps: readonly PlanStep[], day: string): PlanStanding {
  const at = steps.findLastIndex(({ kind }) => kind === 'plan' || kind === 'earlier');
  const entered = steps[at];
  const since = steps.slice(at + 1);
  const word = since.findLast((step) => step.kind === 'word');
  if (word?.decision === 'no-go') return { state: 'refused', reason: 'no-go' };
  if (entered?.kind !== 'plan' && entered?.kind !== 'earlier')
    return missing('nothing-entered', 'support-officer');
  if (entered.plan.decision === 'no-go') return { state: 'refused', reason: 'no-go' };
  if (entered.kind === 'earlier') return missing('review-due', 'support-officer');
  const { plan, number, recordedBy } = entered;
  const review = since.findLast((step) => step.kind === 'review');
  if (review !== undefined) return missing(review.trigger, 'support-officer');
  if (plan.nextReview === undefined || plan.nextReview < day) return missing('review-due', 'support-officer');
  const seconded = word?.plan === number && word.recordedBy !== recordedBy;
  if (!seconded) return missing('second-word', 'prosecutor');
  return { state: 'open', lastDay: plan.nextReview };
}

const missing = (reason: PlanReason, turn: Role): PlanStanding => ({ state: 'missing', reason, turn });
