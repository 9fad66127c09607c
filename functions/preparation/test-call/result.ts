import type * as z from 'zod';
import type { GateState } from '../../sessions/port/door-gates.ts';
import type { outcome, pointState, testPoints } from './contract.ts';

/** What a rehearsal or a test call came to, and what that makes of the gate. Pure. Source: domain notes C6. */

type PointState = z.output<typeof pointState>;
export type Outcome = z.output<typeof outcome>;
export type TestPoints = z.output<typeof testPoints>;

/**
 * Nobody says the outcome: it follows from the points. `failed` as soon as one fails; `passed` where each works or is not
 * needed; else `partly`.
 */
export function outcomeOf(points: TestPoints): Outcome {
  const states: readonly PointState[] = Object.values(points);
  if (states.includes('fails')) return 'failed';
  return states.every((state) => state === 'works' || state === 'not-needed') ? 'passed' : 'partly';
}

/**
 * How the gate stands after a test. One that failed closes it until one passes; one that worked partly neither opens nor closes
 * it, and takes away a yes that an earlier one gave.
 */
export function gateAfter(before: GateState, tested: Outcome): GateState {
  if (tested === 'passed') return 'open';
  if (tested === 'failed') return 'missing';
  return before === 'missing' || before === 'refused' ? before : 'untested';
}
