import { memberKey, parseMember } from '../../cases/port/membership.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { shownFrom } from '../read-log.ts';
import { accessLogId, isOfClass } from '../port/log-class.ts';
import { readLog } from '../store.ts';
import { unusualOf } from '../watch-browsing.ts';
import type * as contract from './contract.ts';

/**
 * The access log of a case, for its auditor. It is empty until somebody has read something.
 * @throws {Refusal} `not-found` for whoever is not of the case; `not-your-role` for a member whose role has changed since
 */
export const listCaseReadings: Handler<typeof contract.listCaseReadings> = async ({
  actor,
  params: { caseId },
  query: { from = 0 },
  context: { store },
}) => {
  const logId = accessLogId(caseId);
  const [[item], { head, published }, unusual] = await Promise.all([
    store.get([memberKey(caseId, actor.personId)]),
    readLog(store, logId),
    unusualOf(store, caseId),
  ]);
  if (parseMember(item).role !== actor.role) throw new Refusal('not-your-role');
  if (head === undefined) return { size: 0, publishedSize: 0, entries: [], unusual: [...unusual] };
  if (!isOfClass(head, 'access')) throw new Refusal('not-found');
  return { ...(await shownFrom(store, { head, published }, from)), unusual: [...unusual] };
};
