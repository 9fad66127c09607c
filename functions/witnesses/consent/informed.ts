import { doesNotFit, type FieldError, Refusal } from '../../shared/refusals.ts';
import { faultOfText, shipped, stateOf, type Register } from '../material/register.ts';
import type { CaseWitness } from '../../cases/port/membership.ts';
import { isBornLater } from '../../cases/port/capacity.ts';
import { isChildOn } from './age.ts';
import { consentScopes, toldItems, type ConsentRecord } from './contract.ts';

/** What the case says of somebody's age. */
export type KnownAge = Pick<CaseWitness, 'ofAgeOn' | 'erased'>;

const atAge = (message: string) => doesNotFit('/ofAgeOn', message);

/** Whether a record shows what it says: a no however it came about, a yes only when it was free, informed and understood. */

/** A no of the person, of the child's own, or of whoever answers for the child. Each closes the gate alone. */
export const saysNo = ({ scopes, guardian }: ConsentRecord): boolean =>
  scopes.takePart.answer === 'no' ||
  scopes.liveVideo?.answer === 'no' ||
  // A link to the State that asks takes what is said there.
  scopes.transferAbroad?.answer === 'no' ||
  guardian?.agrees === 'no' ||
  guardian?.assent === 'no';

/**
 * What a record does to the gate.
 * @param day on which it is entered, `YYYY-MM-DD` where the person is
 * @param known what the case says of their age
 * @throws {Refusal} `does-not-fit` for a date of birth to come, for an age that it or the case denies; `identity-erased` for an age that
 * was erased; and of a yes: `guardian-needed`,
 * `material-not-usable`, or `consent-missing` naming all that is missing. Nothing is to be kept
 */
export function gateOfRecord(
  record: ConsentRecord,
  day: string,
  known: KnownAge = {},
  register: Register = shipped,
): 'open' | 'refused' {
  const { ofAgeOn } = record;
  if (ofAgeOn !== undefined && isBornLater(ofAgeOn, day))
    throw atAge('By that day the date of birth is still to come. Give the eighteenth birthday.');
  if (saysNo(record)) return 'refused';
  // Who they are was erased, and their age with it: it is not said anew.
  if (ofAgeOn !== undefined && known.erased === true) throw new Refusal('identity-erased');
  if (ofAgeOn !== undefined && known.ofAgeOn !== undefined && ofAgeOn !== known.ofAgeOn)
    throw atAge('The case has another day. Leave this out, or change it there first.');
  assertAge(record, ofAgeOn ?? known.ofAgeOn, day, known.erased === true);
  const missing = lacksOf(record);
  if (missing.length > 0) {
    const errors = missing.map((pointer) => ({ pointer, message: 'Without this, a yes is not consent.' }));
    throw new Refusal('consent-missing', {}, errors);
  }
  assertMaterial(record, day, register);
  if (record.validUntil !== undefined && record.validUntil < day) {
    throw doesNotFit('/validUntil', 'Give a last day that is still to come.');
  }
  return 'open';
}

/**
 * The record of a child, with what the case says of the age where it was left out; of one whose age was erased without any, also where a
 * no says it.
 */
export function withKnownAge(record: ConsentRecord, { ofAgeOn, erased }: KnownAge): ConsentRecord {
  if (erased === true) {
    const { ofAgeOn: _, ...ageless } = record;
    return ageless;
  }
  return record.person === 'child' && record.ofAgeOn === undefined && ofAgeOn !== undefined
    ? { ...record, ofAgeOn }
    : record;
}

/** Pointers to all that a yes needs and that is not there, or says that it was not one. */
export function lacksOf(record: ConsentRecord): readonly string[] {
  const { scopes, wishes, told, method, material, capacity, teachBack, mark, validUntil } = record;
  const missing = consentScopes
    .filter((scope) => scopes[scope] === undefined)
    .map((scope) => `/scopes/${scope}`);
  if (wishes.inCamera === undefined) missing.push('/wishes/inCamera');
  if (toldItems.some((item) => !told.includes(item))) missing.push('/told');
  if (method === undefined) missing.push('/method');
  if (material === undefined) missing.push('/material');
  if (capacity === undefined || capacity.is === 'not-able') missing.push('/capacity/is');
  if (teachBack?.understanding !== 'own-words') missing.push('/teachBack/understanding');
  if (mark === undefined) missing.push('/mark/kind');
  if (validUntil === undefined) missing.push('/validUntil');
  return missing;
}

/** @param ofAgeOn by the record, or else by the case */
function assertAge(
  { person, guardian }: ConsentRecord,
  ofAgeOn: string | undefined,
  day: string,
  isErased: boolean,
): void {
  const age = ofAgeOn === undefined ? undefined : isChildOn(ofAgeOn, day) ? 'child' : 'adult';
  const isUnknown = ofAgeOn === undefined && !isErased;
  if (person === 'child' ? guardian === undefined || isUnknown : age === 'child') {
    const errors: FieldError[] = [];
    if (person === 'child' && isUnknown) {
      errors.push({
        pointer: '/ofAgeOn',
        message: 'Give the day of the eighteenth birthday: the word of a guardian ends on it.',
      });
    }
    if (guardian === undefined) {
      errors.push({
        pointer: '/guardian/who',
        message: 'A child consents with a guardian. Record the word of both.',
      });
    }
    if (person === 'adult')
      errors.push({ pointer: '/person', message: 'By the eighteenth birthday this is a child.' });
    throw new Refusal('guardian-needed', {}, errors);
  }
  if (person === 'child' && age === 'adult') {
    throw doesNotFit('/person', 'By the eighteenth birthday this is an adult, whose own word it is.');
  }
  if (person === 'adult' && guardian !== undefined) {
    throw doesNotFit('/guardian/who', 'Nobody consents for an adult. Leave the guardian out.');
  }
}

/** Whether it was explained with a text that nobody who answers for it has read; that is shown wherever the yes is. */
export const restsOnDraft = ({ material }: ConsentRecord, register: Register = shipped): boolean =>
  material !== undefined && stateOf(material.hash, register) === 'draft';

/** What to do, for each reason for which a text cannot be relied upon. */
const instead = {
  'not-shipped':
    'This is not a text of ours to the letter. Load the page again and use the one that it shows.',
  expired: 'This text has expired. Explain it again with the one that the page shows.',
  'draft-not-read-out': 'This text is a draft: have an interpreter read it out, and record that.',
} as const;

function assertMaterial(
  { material, method, interpreter }: ConsentRecord,
  day: string,
  register: Register,
): void {
  if (material === undefined) return;
  const readOutByInterpreter = method === 'read-out-by-interpreter' && interpreter.was === 'present';
  const fault = faultOfText('consent', material, { readOutByInterpreter }, day, register);
  if (fault === undefined) return;
  const pointer = fault === 'draft-not-read-out' ? '/method' : '/material/hash';
  throw new Refusal('material-not-usable', {}, [{ pointer, message: instead[fault] }]);
}
