import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Key } from '../shared/store/store.ts';

/**
 * The published port of `cases`: who belongs to a case, and under which pseudonym. Whoever is not a member is answered
 * as if the case did not exist.
 */

const memberItem = z.object({
  caseId: z.string(),
  personId: z.string(),
  role,
  pseudonym: z.string(),
  label: z.string(),
});
export type Member = z.infer<typeof memberItem>;

const witnessItem = z.object({
  caseId: z.string(),
  partyId: z.string(),
  pseudonym: z.string(),
  protected: z.boolean(),
  /** Person id of the support officer who holds contact with her. */
  holder: z.string(),
  zone: z.string(),
  /** Person ids of those who may know where she is, beside her holder. */
  mayKnow: z.array(z.string()),
});
export type CaseWitness = z.infer<typeof witnessItem>;

export const memberKey = (caseId: string, personId: string): Key => ({
  table: 'cases',
  pk: `case#${caseId}`,
  sk: `member#${personId}`,
});

/** The person to be heard; one in each case. Holds what her protection order covers. */
export const witnessKey = (caseId: string): Key => ({ table: 'cases', pk: `case#${caseId}`, sk: 'witness' });

/** @throws {Refusal} `not-found` for whoever is not a member */
export function parseMember(item: unknown): Member {
  if (item === undefined) throw new Refusal('not-found');
  return memberItem.parse(item);
}

export function parseWitness(item: unknown): CaseWitness {
  if (item === undefined) throw new Refusal('not-found');
  return witnessItem.parse(item);
}

/**
 * Whether this person may know where the witness is: anyone where she is not protected; else her holder and those whom
 * the protection order lists.
 */
export const mayKnowPlace = (witness: CaseWitness, personId: string): boolean =>
  !witness.protected || witness.holder === personId || witness.mayKnow.includes(personId);
