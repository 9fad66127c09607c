import { queryAll } from '../../shared/store/query-all.ts';
import type { Store } from '../../shared/store/store.ts';
import { linePrefix, parseSession, sessionsOf } from '../store.ts';
import { doorKey, parseDoor, type Door } from './door.ts';

/** The published port of `sessions` on where in a case somebody has a seat: doors that have not ended, oldest first. */
export async function sessionsWithSeat(
  store: Store,
  caseId: string,
  pseudonym: string,
): Promise<readonly Door[]> {
  const lines = await queryAll(store, 'sessions', sessionsOf(caseId), { prefix: linePrefix });
  const ids = lines.map(parseSession).map(({ sessionId }) => sessionId);
  const doors = (await store.get(ids.map(doorKey))).map(parseDoor);
  return doors.filter(
    ({ status, seats }) => status !== 'ended' && seats.some((each) => each.pseudonym === pseudonym),
  );
}
