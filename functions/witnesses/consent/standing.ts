import type { Role } from '../../shared/access/roles.ts';
import type { EarlierConsent } from '../earlier/contract.ts';
import { isChildOn } from './age.ts';
import type { consentReasons, ConsentRecord, EvidenceRule } from './contract.ts';
import { saysNo } from './informed.ts';

/** What stands of somebody's consent on a day, from all that was recorded. */

export type ConsentReason = (typeof consentReasons)[number];

export interface ConsentStanding {
  readonly state: 'open' | 'refused' | 'missing';
  readonly reason?: ConsentReason;
  /** Whose turn it is, where something is missing. A refusal is nobody's turn: it is an answer. */
  readonly turn?: Role;
  /** The last day on which it stands open, `YYYY-MM-DD` where the person is. */
  readonly lastDay?: string;
}

/** A record of today's form, or of the one before. */
export type AnyConsent = ConsentRecord | EarlierConsent;

export const isEarlier = (record: AnyConsent): record is EarlierConsent => 'understood' in record;

/** One step, oldest first: what was recorded, or that it was withdrawn. */
export type ConsentStep =
  | { readonly kind: 'record'; readonly record: AnyConsent }
  | { readonly kind: 'withdrawal' }
  /** That a man may interpret after all; all else stays as it was. */
  | { readonly kind: 'wish-waived' };

const missing = (reason: ConsentReason): ConsentStanding => ({
  state: 'missing',
  reason,
  turn: 'support-officer',
});

const closed = (reason: ConsentReason): ConsentStanding => ({ state: 'refused', reason });

/**
 * The last step counts. A yes ends by itself after its last day; and a guardian's on the day on which the child is of age,
 * when the person is asked anew.
 * @param day `YYYY-MM-DD`, where the person is
 */
export function consentOn(steps: readonly ConsentStep[], day: string): ConsentStanding {
  const last = steps.findLast((step) => step.kind !== 'wish-waived');
  if (last === undefined) return missing('nothing-recorded');
  if (last.kind === 'withdrawal') return closed('withdrawn');
  return isEarlier(last.record) ? earlierOn(last.record) : recordOn(last.record, day);
}

function recordOn(record: ConsentRecord, day: string): ConsentStanding {
  if (saysNo(record)) return closed('said-no');
  const { person, ofAgeOn, validUntil } = record;
  if (validUntil !== undefined && validUntil < day) return missing('expired');
  if (person === 'child' && ofAgeOn !== undefined && !isChildOn(ofAgeOn, day)) return missing('of-age');
  const lastDay = lastDayOf(record);
  return { state: 'open', ...(lastDay !== undefined && { lastDay }) };
}

/** Nothing but a no, or a yes that was informed, was ever recorded in that form. */
const earlierOn = ({ scopes }: EarlierConsent): ConsentStanding =>
  scopes.takePart === 'no' || scopes.liveVideo === 'no' ? closed('said-no') : { state: 'open' };

/** The last day on which a yes stands, `YYYY-MM-DD`: what was agreed, or the day before a child is of age. */
export function lastDayOf({
  person,
  ofAgeOn,
  validUntil,
}: Pick<ConsentRecord, 'person' | 'ofAgeOn' | 'validUntil'>): string | undefined {
  const childUntil = person === 'child' && ofAgeOn !== undefined ? dayBefore(ofAgeOn) : undefined;
  return [childUntil, validUntil].filter((day) => day !== undefined).toSorted()[0];
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 60 * 60_000).toISOString().slice(0, 10);

/** By rule and not by whoever holds it: where nothing was to be recorded, there is nothing but the written record. */
export function evidenceAfterWithdrawal(record: AnyConsent | undefined): EvidenceRule {
  const recording = record?.scopes.recording;
  const answer = typeof recording === 'object' ? recording.answer : recording;
  return answer === 'yes' || answer === 'limited'
    ? 'sealed-until-the-court-decides'
    : 'only-the-written-record';
}
