import { Refusal, type FieldError } from '../../shared/refusals.ts';
import { isChildOn, ofAgeFrom } from '../consent/age.ts';
import type { ConsentRecord } from '../consent/contract.ts';
import type { Identity } from './contract.ts';

/** Whether what is told of somebody can be true, and agrees with what was told before. */

interface Known {
  readonly consent: Pick<ConsentRecord, 'person' | 'ofAgeOn'> | undefined;
  readonly ofAgeOn: string | undefined;
}

/** Where only the month was known, the first day of it was said. */
const mayBe = (ofAgeOn: string, born: string): boolean =>
  [ofAgeFrom(born), ofAgeFrom(born.slice(0, 7))].includes(ofAgeOn);

/** Nobody was ever known to be older. */
const oldest = 120;

/**
 * @param known what was said before: the consent that stands recorded, and the day on which the case has a child of age
 * @param day on which it is entered, `YYYY-MM-DD` where the person is
 * @throws {Refusal} `does-not-fit` naming every field that cannot be so, and what to do about it
 */
export function assertCanBe(
  { born, documents }: Pick<Identity, 'born' | 'documents'>,
  { consent, ofAgeOn }: Known,
  day: string,
): void {
  const errors: FieldError[] = [];
  const wrong = (pointer: string, message: string) => errors.push({ pointer, message });
  if (born > day) wrong('/born', 'That day is still to come. Give the date of birth.');
  else if (born < `${String(Number(day.slice(0, 4)) - oldest)}${day.slice(4)}`)
    wrong('/born', `That was more than ${oldest} years ago. Compare the year with the paper.`);
  else if (ofAgeOn !== undefined && ofAgeFrom(born) !== ofAgeOn)
    wrong(
      '/born',
      'The case has another day on which they are of age. Find out which is right, and correct that one.',
    );
  else if (ofAgeOn === undefined && isChildOn(ofAgeFrom(born), day))
    wrong('/born', 'By this they are a child. Say first in the case from which day they are of age.');
  else if (consent !== undefined) {
    if (consent.ofAgeOn !== undefined && !mayBe(consent.ofAgeOn, born))
      wrong(
        '/born',
        'The consent has another day on which they are of age. Find out which is right, and correct that one.',
      );
    else if (consent.person === 'adult' && isChildOn(ofAgeFrom(born), day))
      wrong('/born', 'By this they are a child, and the consent is an adult’s. Find out which is right.');
  }
  for (const [at, { issued }] of documents.entries()) {
    if (issued === undefined) continue;
    if (issued > day)
      wrong(`/documents/${at}/issued`, 'That day is still to come. Compare it with the paper.');
    else if (issued < born)
      wrong(`/documents/${at}/issued`, 'That is before they were born. Compare both days with the paper.');
  }
  if (errors.length > 0) throw new Refusal('does-not-fit', {}, errors);
}
