import type { Change, Key } from '../shared/store/store.ts';
import type { Commitment } from '../custody/port/disclosure.ts';
import type { NewFile } from './case.ts';
import {
  caseKey,
  memberKey,
  pseudonymsKey,
  witnessKey,
  type Case,
  type CaseWitness,
} from './port/membership.ts';
import { disclosuresOf } from './port/case-log.ts';
import { ownCases } from './port/own-cases.ts';
import { partyKey, type Party } from './port/parties.ts';

/** How a case lies in the table: its whole file in one partition, and a line for each member in the member’s own. */

const table = 'cases';

/** Ids are new, so a condition can only fail on the same request sent twice; the next try finds its record. */
const put = ({ pk, sk }: Omit<Key, 'table'>, fields: object): Change => ({
  kind: 'put',
  table,
  item: { pk, sk, ...fields },
  when: 'absent',
  onRefused: 'retry',
});

/** A person to be heard, as the file has them from now on. */
export const putWitness = (witness: CaseWitness): Change =>
  put(witnessKey(witness.caseId, witness.pseudonym), witness);

/** @param label opens what the custody entry holds of the label only as a commitment */
export const putParty = (party: Party, label: Commitment): Change =>
  put(partyKey(party.caseId, party.pseudonym), { ...party, disclosures: { label: label.disclosure } });

/** What opens the sealed fields of one entry of a case's log, beside the file and not in it. */
export const putDisclosures = (
  caseId: string,
  entryId: string,
  disclosures: Readonly<Record<string, string>>,
): Change => put({ pk: disclosuresOf(caseId), sk: entryId }, { disclosures });

/** @param reference opens what the custody entry holds of the file number only as a commitment */
export function putFile(file: NewFile, reference: Commitment): Change[] {
  const { case: opened, members, witnesses, pseudonyms } = file;
  const { caseId } = opened;
  return [
    put(caseKey(caseId), { ...opened, disclosures: { reference: reference.disclosure } }),
    ...witnesses.map(putWitness),
    put(pseudonymsKey(caseId), pseudonyms),
    ...members.map((member) => put(memberKey(caseId, member.personId), member)),
    ...members.map(({ personId }) => putLine(opened, personId)),
  ];
}

/** A case in the list of one of its members. */
export const putLine = ({ caseId, reference, requestingState, hostState }: Case, personId: string): Change =>
  put({ pk: ownCases(personId), sk: `case#${caseId}` }, { caseId, reference, requestingState, hostState });

/** The case in that list no more. */
export const dropLine = (caseId: string, personId: string): Change => ({
  kind: 'delete',
  key: { table, pk: ownCases(personId), sk: `case#${caseId}` },
  onRefused: 'retry',
});

/** That one more agency has taken a case: only over those that were read. */
export const putTaken = ({ caseId, takenBy = [], version }: Case, agencyId: string): Change => ({
  kind: 'update',
  key: caseKey(caseId),
  set: { takenBy: [...takenBy, agencyId], version: (version ?? 0) + 1 },
  when: { version },
  onRefused: 'retry',
});
