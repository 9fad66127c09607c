import type { Handler } from '../shared/http/call.ts';
import { staffRole } from '../shared/access/roles.ts';
import { id, pseudonym } from '../shared/values/ids.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { orderers } from './contract.ts';
import type * as contract from './contract.ts';
import { mayOrder, mayReceive, readsBy } from './disclosing.ts';
import { enterCase } from './enter.ts';
import { readOrdersOf } from './store.ts';

/** Those who order and the auditor see every order; whoever something is disclosed to sees that, while it stands. */
export const listDisclosures: Handler<typeof contract.listDisclosures> = async ({
  actor,
  params: { caseId },
  context: { store },
}) => {
  const [file, orders] = await Promise.all([enterCase(store, caseId, actor), readOrdersOf(store, caseId)]);
  const { self } = file;
  const seesAll = self.role === 'auditor' || orderers.some((each) => each === self.role);
  const may = mayOrder(file, actor);
  const named = (who: { readonly role: string; readonly pseudonym: string }) => ({
    role: staffRole.parse(who.role),
    pseudonym: pseudonym.parse(who.pseudonym),
  });
  return {
    orders: orders
      .filter((order) => seesAll || readsBy(order, self))
      .toSorted((one, other) => (one.orderedAt < other.orderedAt ? 1 : -1))
      .map((order) => ({
        orderId: id.parse(order.orderId),
        ...(order.sessionId === undefined ? {} : { sessionId: id.parse(order.sessionId) }),
        index: order.index,
        action: order.action,
        fields: order.fields,
        to: named(order.to),
        basis: order.basis,
        state: order.state,
        orderedBy: named(order.orderedBy),
        orderedAt: parseInstant(order.orderedAt),
        mine: readsBy(order, self),
      })),
    may,
    to:
      may === 'nothing'
        ? []
        : file.members.filter((each) => mayReceive(each) && each.personId !== self.personId).map(named),
  };
};
