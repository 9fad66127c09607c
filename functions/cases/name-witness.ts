import type { Handler } from '../shared/http/call.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { newId } from '../shared/values/ids.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { headKey } from '../custody/port/append.ts';
import { enterInCaseLog } from './port/case-log.ts';
import { placeGiven } from './port/case-state.ts';
import { witnessNamed } from './actions.ts';
import { namedWitness } from './case.ts';
import { mostWitnesses, type nameWitness as contract } from './contract.ts';
import {
  filePartition,
  freePseudonym,
  parseFile,
  parsePseudonyms,
  pseudonymsKey,
  takePseudonym,
  type CaseWitness,
  type Member,
} from './port/membership.ts';
import { putWitness } from './store.ts';

/** One more person is to be heard: with a pseudonym of their own, and what protects them, from the beginning. */
export const nameWitness: Handler<typeof contract> = ({ actor, params, body, now, context, commit }) =>
  commit(async () => {
    const { caseId } = params;
    const { store, randomBytes } = context;
    const [items, [taken, head]] = await Promise.all([
      queryAll(store, 'cases', filePartition(caseId)),
      store.get([pseudonymsKey(caseId), headKey(caseId)]),
    ]);
    const { case: opened, members, witnesses, self } = parseFile(items, actor.personId);
    if (self.role !== actor.role) throw new Refusal('not-your-role');
    if (witnesses.length >= mostWitnesses)
      throw doesNotFit('', `No more than ${mostWitnesses} can be heard in one case: open another.`);
    const pseudonyms = parsePseudonyms(taken);
    const pseudonym = freePseudonym('witness', pseudonyms.taken, randomBytes);
    const as = { caseId, partyId: newId(randomBytes), pseudonym };
    const witness = namedWitness(body, as, members);
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
      namedEntry(witness, members, by),
    );
    return {
      changes: [
        placeGiven(opened),
        putWitness(witness),
        takePseudonym([pseudonym], pseudonyms),
        ...log.changes,
      ],
      answer: { partyId: witness.partyId, pseudonym },
    };
  });

/** That somebody is to be heard, and who may know where they are. */
export function namedEntry(
  { pseudonym, protected: shielded, holder, mayKnow }: CaseWitness,
  members: readonly Member[],
  by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>,
): DeclaredEntry {
  const nameOf = (personId: string) =>
    members.find((member) => member.personId === personId)?.pseudonym ?? '';
  return witnessNamed.entry({
    ...by,
    authority: { kind: 'role', ref: 'prosecutor' },
    subject: { kind: 'witness', ref: pseudonym },
    details: { protected: shielded, holder: nameOf(holder), mayKnowPlace: mayKnow.map(nameOf) },
  });
}
