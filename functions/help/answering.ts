import { Refusal } from '../shared/refusals.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';

/** How a call for help goes from one state to the next, whatever it is that somebody needs: pure. */

/** Milliseconds for which a call that was answered is not opened anew by another press. */
export const answeredFor = 60_000;

interface Called<By> {
  readonly state: 'ringing' | 'coming' | 'over';
  readonly coming?: (By & { readonly at: Instant }) | undefined;
}

/** Whether another press opens it again: it is over, or it was answered a while ago and nobody came. */
export const isAnswered = ({ state, coming }: Called<unknown>, now: Date): boolean =>
  state === 'over' ||
  (state === 'coming' && coming !== undefined && now.getTime() - Date.parse(coming.at) >= answeredFor);

/**
 * The call after an answer; undefined where it says nothing new, whoever says it.
 * @throws {Refusal} `changed-meanwhile` for what is over, and for saying that it is while nobody comes
 */
export function answered<By, Call extends Called<By>>(
  before: Call,
  by: By,
  state: 'coming' | 'over',
  now: Date,
): Call | undefined {
  if (before.state === state) return undefined;
  if (before.state === 'over' || (before.state === 'ringing' && state === 'over'))
    throw new Refusal('changed-meanwhile');
  return state === 'over'
    ? { ...before, state }
    : { ...before, state, coming: { ...by, at: instantOf(now.getTime()) } };
}
