import { enterInCaseLog } from '../cases/port/case-log.ts';
import { checkMember } from '../cases/port/membership.ts';
import { headKey } from '../custody/port/append.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { disclosureAgreed } from './actions.ts';
import type * as contract from './contract.ts';
import { assertMayAgree, mayOrder, mayReceive } from './disclosing.ts';
import { enterCase, seatOf } from './enter.ts';
import { orderKey, parseOrder, putOrder } from './store.ts';

/** The second person agrees: to the fields and the one whom the order names, which nothing can change. */
export const agreeToDisclosure: Handler<typeof contract.agreeToDisclosure> = (call) => {
  const { actor, params, body, now, context, commit } = call;
  const { caseId } = params;
  return commit(async () => {
    const [file, [head, item]] = await Promise.all([
      enterCase(context.store, caseId, actor),
      context.store.get([headKey(caseId), orderKey(caseId, body.orderId)]),
    ]);
    const { self } = file;
    // A judge who has the case by now orders for themselves.
    if (mayOrder(file, actor) === 'nothing') throw new Refusal('not-your-role');
    const before = parseOrder(item);
    assertMayAgree(before, self, actor.agencyId);
    const to = file.members.find(({ personId }) => personId === before.to.personId);
    if (to === undefined || !mayReceive(to) || to.role !== before.to.role)
      throw new Refusal('person-not-suitable', { seat: before.to.role });
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes: context.randomBytes }, (by) =>
      disclosureAgreed.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: before.subject,
        details: {
          protected: before.protected,
          order: before.orderId,
          fields: before.fields,
          to: seatOf(to),
        },
      }),
    );
    return {
      changes: [
        putOrder(before, { ...before, state: 'stands' }),
        checkMember(to),
        checkMember(self),
        ...log.changes,
      ],
      answer: { state: 'stands' as const },
    };
  });
};
