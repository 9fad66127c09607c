import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { memberKey, parseMember } from '../cases/membership.ts';
import { doorKey, parseDoor } from './door.ts';
import { sessionsQuery } from './contract.ts';
import { rowOf } from './session.ts';
import { parseSession, sessionsOf } from './store.ts';

/** The sessions of a case, soonest first; `not-found` for whoever is not a member. */
export async function sessionsOfCase({ actor, query, ground }: Call<unknown, unknown>) {
  const { caseId } = sessionsQuery.parse(query);
  const [[member], lines] = await Promise.all([
    ground.store.get([memberKey(caseId, asStaff(actor).personId)]),
    queryAll(ground.store, 'sessions', sessionsOf(caseId), { prefix: 'session#' }),
  ]);
  parseMember(member);
  const sessions = lines.map(parseSession);
  const doors = await ground.store.get(sessions.map(({ sessionId }) => doorKey(sessionId)));
  return { sessions: sessions.map((session, index) => rowOf(session, parseDoor(doors[index]))) };
}
