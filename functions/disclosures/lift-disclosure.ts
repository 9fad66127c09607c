import { enterInCaseLog } from '../cases/port/case-log.ts';
import { checkMember } from '../cases/port/membership.ts';
import { headKey } from '../custody/port/append.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { disclosureLifted } from './actions.ts';
import type * as contract from './contract.ts';
import { assertCanBeLifted, mayOrder } from './disclosing.ts';
import { enterCase, seatOf } from './enter.ts';
import { orderKey, parseOrder, putOrder } from './store.ts';

/** Either of those who order lifts it alone: closing takes no second person. */
export const liftDisclosure: Handler<typeof contract.liftDisclosure> = (call) => {
  const { actor, params, body, now, context, commit } = call;
  const { caseId } = params;
  return commit(async () => {
    const [file, [head, item]] = await Promise.all([
      enterCase(context.store, caseId, actor),
      context.store.get([headKey(caseId), orderKey(caseId, body.orderId)]),
    ]);
    const { self } = file;
    if (mayOrder(file, actor) === 'nothing') throw new Refusal('not-your-role');
    const before = parseOrder(item);
    assertCanBeLifted(before);
    const { digests, disclosures } = sealAll({ reason: body.reason }, context.randomBytes);
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes: context.randomBytes }, (by) =>
      disclosureLifted.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: before.subject,
        details: {
          protected: before.protected,
          order: before.orderId,
          to: seatOf(before.to),
        },
        sealed: digests,
      }),
    );
    const after = {
      ...before,
      state: 'lifted' as const,
      disclosures: { ...before.disclosures, lifted: disclosures.reason },
    };
    return {
      changes: [putOrder(before, after), checkMember(self), ...log.changes],
      answer: { state: 'lifted' as const },
    };
  });
};
