import { assertRoleStands, memberKey, parseMember } from '../cases/port/membership.ts';
import { entryKey } from '../custody/port/append.ts';
import { parseEntryAt } from '../custody/port/entry-at.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type * as contract from './contract.ts';
import { assertDisclosable, readsBy } from './disclosing.ts';
import { openFields, orderKey, parseOrder } from './store.ts';

/**
 * What the order names, and nothing beside it.
 * @throws {Refusal} `not-found` alike for whoever is not of the case, an order that is not there, is lifted or waits, and one that is
 * to somebody else
 */
export const readDisclosed: Handler<typeof contract.readDisclosed> = ({
  actor,
  params: { caseId },
  body: { orderId },
  context: { store },
  commit,
}) =>
  commit(async () => {
    const [member, item] = await store.get([memberKey(caseId, actor.personId), orderKey(caseId, orderId)]);
    const self = parseMember(member);
    assertRoleStands(self, actor);
    const order = parseOrder(item);
    if (!readsBy(order, self)) throw new Refusal('not-found');
    const { index, leafHash, fields } = order;
    const [at] = await store.get([entryKey(caseId, index)]);
    const found = parseEntryAt(at);
    // It is the entry that was meant when it was ordered, and what can be disclosed is so still.
    if (found?.leafHash !== leafHash) throw new Refusal('not-found');
    const opened = await openFields(store, caseId, assertDisclosable(found, fields), fields);
    return { changes: [], answer: { index, leafHash, fields: [...opened] } };
  });
