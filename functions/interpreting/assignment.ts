import type * as z from 'zod';
import type { CaseWitness, Member } from '../cases/port/membership.ts';
import { Refusal, type FieldError } from '../shared/refusals.ts';
import type { GateState } from '../sessions/port/door-gates.ts';
import type { assignment } from './contract.ts';

export type Assignment = z.output<typeof assignment>;

/** What of the booked person the rule needs; the directory says it. */
export interface Booked {
  readonly role: string;
  readonly disabled?: boolean | undefined;
  /** BCP 47 tags of the languages that the person interprets. */
  readonly languages?: readonly string[] | undefined;
}

/**
 * The booked person must be an interpreter of both languages. Tags must be the same, not merely alike: an interpreter
 * of Burmese does not understand a witness who speaks Shan, and one of Chinese may not understand Cantonese.
 * @throws {Refusal} `person-not-suitable`, naming each language that the person does not have
 */
export function checkLanguages({ between }: Assignment, { role, disabled, languages = [] }: Booked): void {
  if (role !== 'interpreter' || disabled === true) {
    throw new Refusal('person-not-suitable', { seat: 'interpreter' });
  }
  const errors: FieldError[] = [];
  for (const [at, language] of between.entries()) {
    if (!languages.includes(language)) {
      errors.push({
        pointer: `/between/${at}`,
        message: 'The booked interpreter does not work in this language.',
      });
    }
  }
  if (errors.length > 0) throw new Refusal('person-not-suitable', { seat: 'interpreter' }, errors);
}

/** A declared conflict, or an undertaking that was not given, is recorded and keeps the gate closed. */
export const gateOf = ({ conflict, undertaking }: Assignment): 'open' | 'refused' =>
  conflict === 'none-declared' && undertaking ? 'open' : 'refused';

/**
 * The gate of a session with these interpreters: open when every one of them is confirmed, refused as soon as one was
 * decided against.
 * @param team pseudonyms of those who have a seat now
 * @param confirmed each one's last confirmation, also of those who have no seat any more
 */
export function gateOfTeam(team: readonly string[], confirmed: ReadonlyMap<string, Assignment>): GateState {
  const gates = team.map((pseudonym) => {
    const given = confirmed.get(pseudonym);
    return given === undefined ? 'missing' : gateOf(given);
  });
  if (gates.includes('refused')) return 'refused';
  return gates.includes('missing') ? 'missing' : 'open';
}

/**
 * Whether somebody needs to know between which languages is interpreted: whoever confirms it, and those who know the witness
 * anyway. To all others of the case it would tell where the witness comes from.
 */
export const needsLanguages = (
  { personId, role }: Pick<Member, 'personId' | 'role'>,
  witnesses: readonly Pick<CaseWitness, 'holder' | 'mayKnow'>[],
): boolean =>
  role === 'clerk' ||
  (witnesses.length > 0 &&
    witnesses.every(({ holder, mayKnow }) => personId === holder || mayKnow.includes(personId)));
