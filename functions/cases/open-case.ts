import type { Handler } from '../shared/http/call.ts';
import { newId } from '../shared/values/ids.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { prepareAppend } from '../custody/port/append.ts';
import { commitment, SALT_BYTES, type Commitment } from '../custody/port/disclosure.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { caseOpened } from './actions.ts';
import { namedEntry } from './name-witness.ts';
import { membersOf, openFile, type NewFile } from './case.ts';
import type * as contract from './contract.ts';
import { putFile } from './store.ts';

/** Opens a case: its file, a line for each member, and the first entry of the case log, in one transaction. */
export const openNewCase: Handler<typeof contract.openCase> = async ({
  actor,
  body,
  now,
  context,
  commit,
}) => {
  return commit(async () => {
    const items = await context.store.get(membersOf(body, actor.personId).map(personKey));
    const people = items.map((item) => (item === undefined ? undefined : parsePerson(item)));
    const caseId = newId(context.randomBytes);
    const file = openFile({ caseId, agencyId: actor.agencyId, body, people }, context.randomBytes);
    const reference = commitment('reference', body.reference, context.randomBytes(SALT_BYTES));
    const by = () => ({
      entryId: newId(context.randomBytes),
      actor: { role: actor.role, pseudonym: file.members[0]?.pseudonym ?? '' },
      occurredAt: now.toISOString(),
    });
    const entries = [
      openedEntry(file, reference, by()),
      ...file.witnesses.map((witness) => namedEntry(witness, file.members, by())),
    ];
    const log = prepareAppend({ logId: caseId, caseId, head: undefined, entries, recordedAt: now });
    return { changes: [...putFile(file, reference), ...log.changes], answer: { caseId } };
  });
};

/** Entered in the case log, which is not the log of any session: who may see the one need not see the other. */
function openedEntry(
  { case: opened, members }: NewFile,
  reference: Commitment,
  by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>,
): DeclaredEntry {
  return caseOpened.entry({
    ...by,
    authority: { kind: 'role', ref: 'prosecutor' },
    subject: { kind: 'case', ref: opened.caseId },
    details: {
      requestingState: opened.requestingState,
      hostState: opened.hostState,
      members: members.map((member) => `${member.role} ${member.pseudonym}`),
    },
    sealed: { reference: reference.digest },
  });
}
