import type * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { permissionTerms } from '../permission/contract.ts';

/**
 * The published port of `requests`: what a host State’s permission demands of whoever holds a session. The terms stand beside
 * the permission that a pass checks, so that what was changed is kept from the next pass on.
 */
export type Terms = z.output<typeof permissionTerms>;

interface Occupant {
  readonly seat: Role;
  readonly pseudonym: string;
}

/**
 * Whoever may be in the room: where the host State lets named persons in alone, those, whoever is heard, and its own officer
 * who attends. Of several who are heard each one’s permission counts.
 * @param heard pseudonyms of those who are heard
 * @throws {Refusal} `condition-not-kept`
 */
export function assertNamed(
  terms: readonly Terms[],
  { seat, pseudonym }: Occupant,
  heard: readonly string[],
): void {
  if (seat === 'attending-officer' || heard.includes(pseudonym)) return;
  const mayCome = terms.every(
    ({ conditions, persons }) =>
      !conditions.includes('named-persons-only') || persons.some((named) => named === pseudonym),
  );
  if (!mayCome) throw new Refusal('condition-not-kept', { condition: 'named-persons-only' });
}

/** Whether nobody may speak while the attending officer is not there. */
export const waitsForOfficer = (terms: readonly Terms[]): boolean =>
  terms.some(({ conditions }) => conditions.includes('attending-officer-present'));

/** Whether no officer of the host State has to attend, by the permission of each who is heard. */
export const needsNoOfficer = (terms: readonly Terms[]): boolean =>
  terms.length > 0 && terms.every(({ attendance }) => attendance?.demanded === false);

/** Whether it must be established on the spot who somebody is, before they are heard. */
export const demandsIdentity = ({ attendance }: Terms): boolean => attendance?.identifies !== false;

/** Whether whoever is on the accused’s side is kept from those who are heard, whatever a court has ordered. */
export const screens = (terms: readonly Terms[]): boolean =>
  terms.some(({ conditions }) => conditions.includes('screening'));

/** Who puts questions to somebody who is heard, or could. */
const asks: readonly Role[] = [
  'judge',
  'prosecutor',
  'central-authority',
  'defence-counsel',
  'victim-counsel',
  'accused',
];

/**
 * Whether somebody’s voice must not reach those who are heard, since questions go through the local judge: whoever could ask
 * and is not an officer of the State that permits it. They see and hear all, and give their questions to the one who asks.
 * @param country of whoever has an account, ISO 3166-1 alpha-2
 */
export const asksThroughJudge = (terms: readonly Terms[], seat: Role, country: string | undefined): boolean =>
  asks.includes(seat) &&
  terms.some(
    ({ conditions, hostState }) =>
      conditions.includes('questions-through-local-judge') &&
      (hostState === undefined || hostState !== country),
  );

/**
 * @param between the two languages of an interpreter; the same tag is meant, not one that is alike
 * @throws {Refusal} `condition-not-kept`, naming each that the host State did not
 */
export function assertLanguagesAllowed(terms: readonly Terms[], between: readonly string[]): void {
  const refused = languagesNotAllowed(terms, between);
  if (refused.length === 0) return;
  const errors = between.flatMap((tag, at) =>
    refused.includes(tag)
      ? [{ pointer: `/between/${at}`, message: 'The host State’s permission does not name this language.' }]
      : [],
  );
  throw new Refusal('condition-not-kept', { condition: 'languages' }, errors);
}

/**
 * Languages in which nobody may interpret, where the host State names some.
 * @param between BCP 47 tags; the same tag is meant, not one that is alike
 */
export const languagesNotAllowed = (terms: readonly Terms[], between: readonly string[]): readonly string[] =>
  between.filter((tag) =>
    terms.some(
      ({ conditions, languages }) =>
        conditions.includes('languages') && !languages.some((allowed) => allowed === tag),
    ),
  );
