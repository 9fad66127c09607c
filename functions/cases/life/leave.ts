import { headKey } from '../../custody/port/append.ts';
import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { doorsOfCase, isToCome } from '../../sessions/port/sessions-of-case.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { keyName, type Change, type Item, type Key, type Store } from '../../shared/store/store.ts';
import { instantOf, type Instant } from '../../shared/values/instants.ts';
import { enterInCaseLog } from '../port/case-log.ts';
import { moveCase } from '../port/case-state.ts';
import {
  everyoneIn,
  filePartition,
  memberKey,
  moveWitness,
  parseFile,
  parseMember,
  parseNamed,
  type Case,
  type CaseFile,
  type Member,
} from '../port/membership.ts';
import { dropLine } from '../store.ts';
import { agenciesOf, assertMayGo } from './leaving.ts';

/** How members leave: all of what makes them members falls in one transaction, and what they did stays under their pseudonym. */

/** The file of a case as one of its members found it, with everybody's agency. */
export interface FileOfAll {
  readonly items: readonly Item[];
  readonly file: CaseFile;
  /** By person id. */
  readonly agencyOf: ReadonlyMap<string, string>;
}

/**
 * Two rounds of reads.
 * @param asSelf as for `parseFile`
 * @throws {Refusal} `not-found` for whoever is not a member; `not-your-role` for one whose role is another now
 */
export async function readFileOfAll(
  store: Store,
  caseId: string,
  actor: Staff,
  asSelf = parseMember,
): Promise<FileOfAll> {
  const items = await queryAll(store, 'cases', filePartition(caseId));
  const file = parseFile(items, actor.personId, asSelf);
  if (file.self.role !== actor.role) throw new Refusal('not-your-role');
  const people = await store.get(everyoneIn(items).map(({ personId }) => personKey(personId)));
  return { items, file, agencyOf: agenciesOf(people.map(parsePerson)) };
}

/** Who goes, and what is said of it. */
export interface Going<Answer> {
  readonly leaving: readonly Member[];
  readonly set?: Partial<Pick<Case, 'takenBy'>>;
  readonly entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;
  readonly answer: Answer;
}

type LeaveCall = Pick<Call, 'now' | 'context' | 'commit'> & {
  readonly actor: Staff;
  readonly params: { readonly caseId: string };
};

/** With the entry, the case and the record of the answer, a transaction has no more than a hundred changes. */
const mostChanges = 90;

/**
 * @param decide also of whoever was only named, who may leave and nothing else
 * @throws {Refusal} those of `readFileOfAll` and `assertMayGo`; `does-not-fit` for more people than can go at once
 */
export const leave = <Answer>(
  { actor, params: { caseId }, now, context: { store, randomBytes }, commit }: LeaveCall,
  decide: (of: FileOfAll) => Going<Answer>,
): Promise<Answer> =>
  commit(async () => {
    // Whoever was only named leaves too.
    const read = await readFileOfAll(store, caseId, actor, parseNamed);
    const { leaving, set, entry, answer } = decide(read);
    const { file, items } = read;
    // After the case: a seat that is given from here on moves the case on, and this is decided anew.
    const [doors, [head]] = await Promise.all([doorsOfCase(store, caseId), store.get([headKey(caseId)])]);
    const at = instantOf(now.getTime());
    assertMayGo(
      leaving,
      file,
      doors.filter((door) => isToCome(door, at)),
    );
    const changes = [...leaving.flatMap((member) => goneFrom(member, at)), ...unlisted(leaving, file, items)];
    if (changes.length > mostChanges)
      throw doesNotFit('', 'These are more people than can leave at once: take some of them out first.');
    const log = enterInCaseLog({ caseId, head, by: file.self, now, randomBytes }, entry);
    return { changes: [moveCase(file.case, set), ...changes, ...log.changes], answer };
  });

const goneFrom = ({ caseId, personId }: Member, left: Instant): readonly Change[] => [
  {
    kind: 'update',
    key: memberKey(caseId, personId),
    set: { left },
    when: { left: undefined },
    onRefused: 'retry',
  },
  dropLine(caseId, personId),
];

/** Nobody who has left stands among those who may know where somebody is. */
function unlisted(
  leaving: readonly Member[],
  { witnesses }: CaseFile,
  items: readonly Item[],
): readonly Change[] {
  const byKey = new Map(items.map((item) => [keyName({ table: 'cases', pk: item.pk, sk: item.sk }), item]));
  const found = (key: Key) => byKey.get(keyName(key));
  const gone = leaving.map(({ personId }) => personId);
  return witnesses.flatMap((witness) => {
    const mayKnow = witness.mayKnow.filter((personId) => !gone.includes(personId));
    return mayKnow.length === witness.mayKnow.length ? [] : [moveWitness(found, witness, { mayKnow })];
  });
}
