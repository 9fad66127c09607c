import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Capacity } from '../../shared/values/capacities.ts';
import type { Instant } from '../../shared/values/instants.ts';

/**
 * Whether a court may order somebody to testify, in the place of their consent. A summons compels a witness; a victim and a
 * child are heard by their own word alone, whatever a court would like. Of an expert and an accused no consent is awaited, so
 * nothing stands in its place. Source: the story; domain notes C2.
 */
const compelled: Readonly<Record<Capacity, boolean>> = {
  victim: false,
  child: false,
  witness: true,
  expert: false,
  accused: false,
};

export const isCompelled = (capacity: Capacity): boolean => compelled[capacity];

/** @throws {Refusal} `not-compelled` */
export function assertCompelled(capacity: Capacity): void {
  if (!isCompelled(capacity)) throw new Refusal('not-compelled');
}

/** What stood of somebody's consent, as far as it matters. */
interface Stood {
  readonly version: number;
  readonly byOrder?: true | undefined;
  readonly state: 'missing' | 'open' | 'refused';
}

/**
 * @param read what the judge read: the version of what stood, 0 where nothing did
 * @throws {Refusal} `changed-meanwhile` where something was said since, such as a withdrawal
 */
export function assertRead(stood: Stood | undefined, read: number): void {
  if (read !== (stood?.version ?? 0)) throw new Refusal('changed-meanwhile');
}

/** @throws {Refusal} `nothing-to-decide` where nobody is ordered to testify */
export function assertOrdered(stood: Stood | undefined): void {
  if (stood?.byOrder !== true || stood.state !== 'open') throw new Refusal('nothing-to-decide');
}

/** @throws {Refusal} `does-not-fit` for an end that is over */
export function assertToCome(until: Instant | undefined, now: Instant): void {
  if (until !== undefined && until <= now)
    throw doesNotFit('/decision/until', 'That is over. Give a later time, or leave it out.');
}
