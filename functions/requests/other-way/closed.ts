import type * as z from 'zod';
import { addMinutes, instantOf, parseInstant, type Instant } from '../../shared/values/instants.ts';
import type { PermissionDecision, RefusalGround } from '../permission/contract.ts';
import { stateOf } from '../permission/decision.ts';
import type { sayable } from './contract.ts';
import { ofState, permissionNow, type Taken } from '../permission/steps.ts';

/**
 * That there is no live link: by which decision, and what whoever was to be heard may be told of it. Pure. Source: domain notes
 * e 13 (refused or another way alone: the person is told why), principle 22.
 */

/** Minutes within which they are told. */
const withinMinutes = 3 * 24 * 60;

export interface Closed {
  /** Number of the step that said so first; of what two officers entered from paper, the first one's. */
  readonly number: number;
  readonly decision: PermissionDecision;
}

/** What closes the link now, of one State's steps; undefined where it is open, or nothing was decided. */
export function closedBy(steps: readonly Taken[], hostState: string): Closed | undefined {
  const theirs = ofState(steps, hostState);
  const { decision, since, tried } = permissionNow(theirs);
  if (decision === undefined || since === undefined || stateOf(decision, tried) !== 'refused')
    return undefined;
  const step = theirs.find(({ number }) => number === since);
  return { number: step?.kind === 'paper-confirmed' ? step.entry : since, decision };
}

export const tellingDue = (recordedAt: string): Instant =>
  addMinutes(parseInstant(recordedAt), withinMinutes);

/** That somebody was told of a decision. */
export const wasTold = <Each extends { readonly decision: number }>(
  told: readonly Each[],
  { number }: Pick<Closed, 'number'>,
): Each | undefined => told.findLast((each) => each.decision === number);

const unsaid: readonly RefusalGround[] = [
  'sovereignty-security-public-order',
  'own-case-prejudiced',
  'danger-to-a-person',
  'political-or-military-offence',
  'discrimination',
  'ne-bis-in-idem',
];

/**
 * What of a ground may be said to whoever was to be heard: that the law of a State does not allow it is nobody's secret; that they
 * are said not to consent, they are asked about; why a State keeps something to itself, or sees a danger, is not for the phone.
 */
export const sayableOf = (ground: RefusalGround): z.output<typeof sayable> => {
  if (ground === 'person-does-not-consent') return 'own-word';
  return unsaid.includes(ground) ? 'unsaid' : 'law';
};

/** The instant after which a day, counted in UTC, is over. */
export const overOn = (day: string): Instant =>
  addMinutes(instantOf(Date.parse(`${day}T00:00:00Z`)), 24 * 60);
