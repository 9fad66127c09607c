import { headKey } from '../custody/port/append.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Handler } from '../shared/http/call.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import { enterInCaseLog } from './port/case-log.ts';
import { caseTaken } from './actions.ts';
import { assertCaseOpen } from './port/case-state.ts';
import type * as contract from './contract.ts';
import { hasTaken } from './port/by-name.ts';
import { caseKey, memberKey, parseCase, parseMember } from './port/membership.ts';
import { putTaken } from './store.ts';

/**
 * The caller's agency takes the case, which nobody can do for it; it lets it go by `life/release-case.ts`. Taken twice it is taken once.
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
    const found = await readByKey(store, [own, caseKey(caseId), headKey(caseId)]);
    const self = parseMember(found(own));
    if (self.role !== role) throw new Refusal('not-your-role');
    const opened = parseCase(found(caseKey(caseId)));
    assertCaseOpen(opened);
    if (hasTaken(opened, agencyId)) return { changes: [], answer: { taken: true } };
    const head = found(headKey(caseId));
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes }, (by) =>
      caseTaken.entry({
        ...by,
        authority: { kind: 'role', ref: role },
        subject: { kind: 'case', ref: caseId },
        details: { agency: agencyId },
      }),
    );
    return { changes: [putTaken(opened, agencyId), ...log.changes], answer: { taken: true } };
  });
