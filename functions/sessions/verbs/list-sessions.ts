import type { Handler } from '../../shared/http/call.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { assertRoleStands, memberKey, parseMember } from '../../cases/port/membership.ts';
import { doorKey, parseDoor } from '../port/door.ts';
import type * as contract from '../contract.ts';
import { clientSits, isShownTo } from '../port/enter-session.ts';
import { rowOf } from '../model/session.ts';
import { linePrefix, parseSession, sessionsOf } from '../store.ts';

/** The sessions of a case that the caller may see, soonest first, of counsel those in which their client sits; `not-found` for whoever is not a member. */
export const sessionsOfCase: Handler<typeof contract.listSessions> = async ({
  actor,
  query: { caseId },
  now,
  context,
}) => {
  const { personId } = actor;
  const [[member], lines] = await Promise.all([
    context.store.get([memberKey(caseId, personId)]),
    queryAll(context.store, 'sessions', sessionsOf(caseId), { prefix: linePrefix }),
  ]);
  const self = parseMember(member);
  assertRoleStands(self, actor);
  const sessions = lines.map(parseSession);
  const doors = await context.store.get(sessions.map(({ sessionId }) => doorKey(sessionId)));
  const rows = sessions.map((session, index) => ({ session, door: parseDoor(doors[index]) }));
  return {
    sessions: rows
      .filter(({ door }) => isShownTo(door, actor) || clientSits(door, self))
      .map(({ session, door }) => rowOf(session, door, now)),
  };
};
