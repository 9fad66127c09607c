import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import {
  caseKey,
  memberKey,
  parseCase,
  parseMember,
  witnessesIn,
  witnessKeys,
  type Case,
  type CaseWitness,
  type Member,
} from './membership.ts';

/** A person to be heard, as one of the case found them. */
export interface EnteredParty {
  readonly case: Case;
  readonly witness: CaseWitness;
  /** The one who asks. */
  readonly self: Member;
  /** Whatever else was read. */
  readonly found: Found;
}

/**
 * The one way to somebody who is heard in a case, for whoever has an account. One round of reads.
 * @param party pseudonym in the case
 * @param more what is to be read along
 * @throws {Refusal} `not-found` alike for a case that is not there, for whoever is not a member, and for a party that the case
 * does not have; `not-your-role` for a member whose role has changed since
 */
export async function enterParty(
  store: Store,
  { caseId, party }: { readonly caseId: string; readonly party: string },
  { personId, role }: Pick<Staff, 'personId' | 'role'>,
  more: readonly Key[] = [],
): Promise<EnteredParty> {
  const found = await readByKey(store, [
    caseKey(caseId),
    memberKey(caseId, personId),
    ...witnessKeys(caseId, [party]),
    ...more,
  ]);
  const self = parseMember(found(memberKey(caseId, personId)));
  if (self.role !== role) throw new Refusal('not-your-role');
  return { case: parseCase(found(caseKey(caseId))), witness: partyIn(found, caseId, party), self, found };
}

function partyIn(found: Found, caseId: string, party: string): CaseWitness {
  try {
    const [witness] = witnessesIn(found, caseId, [party]);
    if (witness !== undefined) return witness;
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
  throw new Refusal('not-found');
}
