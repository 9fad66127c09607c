import { queryAll } from '../../shared/store/query-all.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import { linePrefix, parseSession, sessionsOf } from '../store.ts';
import { doorKey, parseDoor, type Door } from './door.ts';

/** The published port of `sessions` on what of a case is still to come. */

/** The doors of a case's sessions, by start. Two rounds of reads. */
export async function doorsOfCase(store: Store, caseId: string): Promise<readonly Door[]> {
  const lines = await queryAll(store, 'sessions', sessionsOf(caseId), { prefix: linePrefix });
  const ids = lines.map((line) => parseSession(line).sessionId);
  return (await store.get(ids.map(doorKey))).map(parseDoor);
}

/** Whether somebody may still go in, or the time is held for it. */
export function isToCome({ status, heldUntil, closesAt }: Door, now: Instant): boolean {
  if (status === 'held') return heldUntil === undefined || heldUntil > now;
  return status === 'booked' && closesAt > now;
}
