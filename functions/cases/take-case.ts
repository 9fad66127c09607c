import { headKey } from '../custody/port/append.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Item, Store } from '../shared/store/store.ts';
import { enterInCaseLog } from './port/case-log.ts';
import { caseTaken } from './actions.ts';
import { assertCaseOpen } from './port/case-state.ts';
import type * as contract from './contract.ts';
import { hasTaken } from './port/by-name.ts';
import {
  caseKey,
  filePartition,
  memberKey,
  memberPrefix,
  membersIn,
  parseCase,
  parseNamed,
  takenFor,
  type Member,
} from './port/membership.ts';
import { putTaken } from './store.ts';

/**
 * The caller's agency takes the case, which nobody can do for it; it lets it go by `life/release-case.ts`. Taken twice it is taken once.
 * From then on those of its people who were named act in it.
 * @throws {Refusal} `not-found` for whoever is not a member; `not-your-role` where the role in the case is another
 */
export const takeOneCase: Handler<typeof contract.takeCase> = ({
  actor: { personId, role, agencyId },
  params: { caseId },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const own = memberKey(caseId, personId);
    const [found, items] = await Promise.all([
      readByKey(store, [own, caseKey(caseId), headKey(caseId)]),
      queryAll(store, 'cases', filePartition(caseId), { prefix: memberPrefix }),
    ]);
    const self = parseNamed(found(own));
    if (self.role !== role) throw new Refusal('not-your-role');
    const opened = parseCase(found(caseKey(caseId)));
    assertCaseOpen(opened);
    const named = await untakenOf(store, items, { self, agencyId });
    const answer = { taken: true as const };
    if (hasTaken(opened, agencyId)) return { changes: named.map(takenFor), answer };
    const head = found(headKey(caseId));
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
      caseTaken.entry({
        ...by,
        authority: { kind: 'role', ref: role },
        subject: { kind: 'case', ref: caseId },
        details: { agency: agencyId },
      }),
    );
    return { changes: [putTaken(opened, agencyId), ...named.map(takenFor), ...log.changes], answer };
  });

/** A transaction has no more than a hundred changes; whoever is left takes the case once more. */
const mostAtOnce = 90;

/** Those of an agency who were named in the case before it took it. */
async function untakenOf(
  store: Store,
  items: readonly Item[],
  { self, agencyId }: { readonly self: Member; readonly agencyId: string },
): Promise<readonly Member[]> {
  const named = membersIn(items).filter(({ untaken }) => untaken === true);
  const people = await store.get(named.map(({ personId }) => personKey(personId)));
  const colleagues = named.filter(
    ({ personId }, at) => personId !== self.personId && parsePerson(people[at]).agencyId === agencyId,
  );
  return [...(self.untaken === true ? [self] : []), ...colleagues].slice(0, mostAtOnce);
}
