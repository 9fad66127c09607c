import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import {
  caseKey,
  memberKey,
  parseCase,
  parseMember,
  witnessIn,
  witnessKeys,
  type Case,
  type CaseWitness,
  type Member,
} from './membership.ts';
import { parseParty, partyKey, type Party } from './parties.ts';

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
  whose: { readonly caseId: string; readonly party: string },
  staff: Pick<Staff, 'personId' | 'role'>,
  more: readonly Key[] = [],
): Promise<EnteredParty> {
  const entered = await enterMember(store, whose, staff, more);
  return { ...entered, witness: partyIn(entered.found, whose.caseId, whose.party) };
}

async function enterMember(
  store: Store,
  { caseId, party }: { readonly caseId: string; readonly party: string },
  { personId, role }: Pick<Staff, 'personId' | 'role'>,
  more: readonly Key[],
): Promise<Omit<EnteredParty, 'witness'>> {
  const found = await readByKey(store, [
    caseKey(caseId),
    memberKey(caseId, personId),
    ...witnessKeys(caseId, [party]),
    ...more,
  ]);
  const self = parseMember(found(memberKey(caseId, personId)));
  if (self.role !== role) throw new Refusal('not-your-role');
  return { case: parseCase(found(caseKey(caseId))), self, found };
}

function partyIn(found: Found, caseId: string, party: string): CaseWitness {
  const witness = witnessIn(found, caseId, party);
  if (witness === undefined) throw new Refusal('not-found');
  return witness;
}

/** Whoever is heard: a witness, or an expert, whom nobody holds contact with and who is no secret. */
export type Heard = Pick<
  CaseWitness,
  'caseId' | 'pseudonym' | 'protected' | 'holder' | 'mayKnow' | 'hostState'
>;
export type EnteredHeard = Omit<EnteredParty, 'witness'> & { readonly witness: Heard };

/**
 * The same for whoever is heard in the case, experts too: what a State permits, it permits of either.
 * @throws {Refusal} those of `enterParty`
 */
export async function enterHeard(
  store: Store,
  whose: { readonly caseId: string; readonly party: string },
  staff: Pick<Staff, 'personId' | 'role'>,
  more: readonly Key[] = [],
): Promise<EnteredHeard> {
  const key = partyKey(whose.caseId, whose.party);
  const entered = await enterMember(store, whose, staff, [...more, key]);
  const expert = parseParty(entered.found(key));
  const witness =
    expert?.role === 'expert' ? heardAsExpert(expert) : partyIn(entered.found, whose.caseId, whose.party);
  return { ...entered, witness };
}

const heardAsExpert = ({ caseId, pseudonym, inState }: Party): Heard => ({
  caseId,
  pseudonym,
  protected: false,
  holder: '',
  mayKnow: [],
  ...(inState === undefined ? {} : { hostState: inState }),
});
