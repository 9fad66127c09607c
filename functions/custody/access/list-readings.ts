/** Access logs, for auditors: of a case, of one of its sessions, of an agency. Each is empty until somebody has read something. */
import { memberKey, parseMember } from '../../cases/port/membership.ts';
import { isKeeper, readAgency } from '../../directory/port/keeping.ts';
import { enterSession } from '../../sessions/port/enter-session.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import { accessLogId, isOfClass } from '../port/log-class.ts';
import { shownFrom } from '../read-log.ts';
import { readLog } from '../store.ts';
import { unusualOf } from '../watch-browsing.ts';
import type * as contract from './contract.ts';

/** @throws {Refusal} `not-found` for whoever is not of the case; `not-your-role` for a member whose role has changed since */
export const listCaseReadings: Handler<typeof contract.listCaseReadings> = async ({
  actor,
  params: { caseId },
  query: { from = 0 },
  context: { store },
}) => {
  const [member] = await store.get([memberKey(caseId, actor.personId)]);
  if (parseMember(member).role !== actor.role) throw new Refusal('not-your-role');
  return readingsOf(store, caseId, from);
};

/** @throws {Refusal} those of `enterSession` */
export const listSessionReadings: Handler<typeof contract.listSessionReadings> = async ({
  actor,
  params: { sessionId },
  query: { from = 0 },
  context: { store },
}) => {
  await enterSession(store, sessionId, actor);
  return readingsOf(store, sessionId, from);
};

/** @throws {Refusal} `not-found` alike for an agency that is not there and for one that is audited by others */
export const listAgencyReadings: Handler<typeof contract.listAgencyReadings> = async ({
  actor,
  params: { agencyId },
  query: { from = 0 },
  context: { store },
}) => {
  const agency = await readAgency(store, agencyId);
  if (!isKeeper(actor.agencyId, agency)) throw new Refusal('not-found');
  return readingsOf(store, agencyId, from);
};

async function readingsOf(store: Store, owner: string, from: number) {
  const [{ head, published }, unusual] = await Promise.all([
    readLog(store, accessLogId(owner)),
    unusualOf(store, owner),
  ]);
  if (head === undefined) return { size: 0, publishedSize: 0, entries: [], unusual: [...unusual] };
  if (!isOfClass(head, 'access')) throw new Refusal('not-found');
  return { ...(await shownFrom(store, { head, published }, from)), unusual: [...unusual] };
}
