import { assertRoleStands, memberKey, parseMember } from '../cases/port/membership.ts';
import { entryKey } from '../custody/port/append.ts';
import { parseEntryAt } from '../custody/port/entry-at.ts';
import type { Handler } from '../shared/http/call.ts';
import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Store } from '../shared/store/store.ts';
import type * as contract from './contract.ts';
import { assertDisclosable, readsBy } from './disclosing.ts';
import { openFields, orderKey, parseOrder, type Opened } from './store.ts';

/** What an order opens. */
interface Disclosed {
  /** Whose log it is. */
  readonly logId: string;
  readonly index: number;
  readonly leafHash: string;
  readonly fields: readonly Opened[];
}

/**
 * What the order names, and nothing beside it.
 * @throws {Refusal} `not-found` alike for whoever is not of the case, an order that is not there, is lifted or waits, and one that is
 * to somebody else
 */
export async function disclosedBy(
  store: Store,
  actor: Staff,
  { caseId, orderId }: { readonly caseId: string; readonly orderId: string },
): Promise<Disclosed> {
  const [member, item] = await store.get([memberKey(caseId, actor.personId), orderKey(caseId, orderId)]);
  const self = parseMember(member);
  assertRoleStands(self, actor);
  const order = parseOrder(item);
  if (!readsBy(order, self)) throw new Refusal('not-found');
  const { sessionId: logId = caseId, index, leafHash, fields } = order;
  const [at] = await store.get([entryKey(logId, index)]);
  const found = parseEntryAt(at);
  // It is the entry that was meant when it was ordered, and what can be disclosed is so still.
  if (found?.leafHash !== leafHash) throw new Refusal('not-found');
  const opened = await openFields(store, caseId, assertDisclosable(found, fields), fields);
  return { logId, index, leafHash, fields: opened };
}

/** Shown on screen. */
export const readDisclosed: Handler<typeof contract.readDisclosed> = ({
  actor,
  params: { caseId },
  body: { orderId },
  context: { store },
  commit,
}) =>
  commit(async () => {
    const { index, leafHash, fields } = await disclosedBy(store, actor, { caseId, orderId });
    return { changes: [], answer: { index, leafHash, fields: [...fields] } };
  });
