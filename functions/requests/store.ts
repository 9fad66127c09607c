import * as z from 'zod';
import type { Member } from '../cases/port/membership.ts';
import { headKey, parseHead, type Head } from '../custody/port/append.ts';
import type { Door } from '../sessions/port/door.ts';
import { enterSession } from '../sessions/port/enter-session.ts';
import type { Staff } from '../shared/access/roles.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { permission } from './contract.ts';

/**
 * One item for each decision, numbered from 1: a later one stands in place of the earlier, and the earlier stays. The
 * only write is a put under a number that nobody has, so nothing can be overwritten.
 */
const decisionItem = z.object({
  number: z.number().int().min(1),
  permission,
  recordedAt: z.string(),
  /** Person id of the officer. */
  recordedBy: z.string(),
});
export type Decision = z.output<typeof decisionItem>;

const table = 'requests';
const partition = (sessionId: string): string => `session#${sessionId}`;

export const putDecision = (sessionId: string, decision: Decision): Change => ({
  kind: 'put',
  table,
  item: {
    pk: partition(sessionId),
    sk: `permission#${String(decision.number).padStart(6, '0')}`,
    ...decision,
  },
  when: 'absent',
  onRefused: 'retry',
});

/** What a decision is taken from, read afresh in each try. */
export interface Read {
  readonly door: Door;
  readonly member: Member;
  readonly head: Head | undefined;
  /** The decision that stands. */
  readonly standing: Decision | undefined;
}

/**
 * The session as this member of its case may find it.
 * @throws {Refusal} `not-found` for a missing session and for whoever is not a member, alike; `not-your-role` for a
 * member whose role has changed since
 */
export async function readFor(store: Store, sessionId: string, staff: Staff): Promise<Read> {
  const [{ door, self, found }, decisions] = await Promise.all([
    enterSession(store, sessionId, staff, { first: [headKey(sessionId)] }),
    store.query(table, partition(sessionId), { prefix: 'permission#', descending: true, limit: 1 }),
  ]);
  const standing = decisions[0] === undefined ? undefined : decisionItem.parse(decisions[0]);
  return { door, member: self, head: parseHead(found(headKey(sessionId))), standing };
}
