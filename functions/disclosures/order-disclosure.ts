import { enterInCaseLog } from '../cases/port/case-log.ts';
import { checkMember } from '../cases/port/membership.ts';
import { entryKey, headKey, parseHead } from '../custody/port/append.ts';
import { sealAll } from '../custody/port/disclosure.ts';
import { parseEntryAt } from '../custody/port/entry-at.ts';
import { doorKey } from '../sessions/port/door.ts';
import { staffRole } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { id, newId } from '../shared/values/ids.ts';
import { disclosureAsked, disclosureOrdered } from './actions.ts';
import type * as contract from './contract.ts';
import { aboutOf, assertDisclosable, assertKnowsOf, isOfCase, mayOrder, recipientOf } from './disclosing.ts';
import { enterCase, seatOf } from './enter.ts';
import { putOrder } from './store.ts';

/** A judge orders it, and it stands; where the case has none, it waits for the second person. */
export const orderDisclosure: Handler<typeof contract.orderDisclosure> = (call) => {
  const { actor, params, body, now, context, commit } = call;
  const { caseId } = params;
  const { sessionId, index, basis, reason } = body;
  const logId = sessionId ?? caseId;
  const fields = [...new Set(body.fields)];
  const orderId = id.parse(newId(context.randomBytes));
  return commit(async () => {
    const [file, [head, at, whose, door]] = await Promise.all([
      enterCase(context.store, caseId, actor),
      context.store.get([
        headKey(caseId),
        entryKey(logId, index),
        headKey(logId),
        ...(sessionId === undefined ? [] : [doorKey(sessionId)]),
      ]),
    ]);
    const { self } = file;
    if (sessionId !== undefined) assertKnowsOf(door, caseId, actor);
    const may = mayOrder(file, actor);
    if (may === 'nothing') throw new Refusal('not-your-role');
    const found = isOfCase(parseHead(whose), { caseId, sessionId }) ? parseEntryAt(at) : undefined;
    const { entry } = assertDisclosable(found, fields);
    const to = recipientOf(file, body.to);
    const leafHash = found?.leafHash ?? '';
    const { digests, disclosures } = sealAll({ reason }, context.randomBytes);
    const about = aboutOf(entry, caseId);
    const action = may === 'order' ? disclosureOrdered : disclosureAsked;
    const log = enterInCaseLog({ caseId, head, by: self, now, randomBytes: context.randomBytes }, (by) =>
      action.entry({
        ...by,
        authority: { kind: 'role', ref: self.role },
        subject: about.subject,
        details: {
          protected: about.protected,
          order: orderId,
          session: sessionId,
          entry: index,
          leafHash,
          fields,
          to: seatOf(to),
          basis,
        },
        sealed: digests,
      }),
    );
    const state = may === 'order' ? ('stands' as const) : ('asked' as const);
    const by = { personId: self.personId, role: actor.role, pseudonym: self.pseudonym };
    const order = {
      orderId,
      caseId,
      ...(sessionId === undefined ? {} : { sessionId }),
      index,
      leafHash,
      action: entry.action,
      ...about,
      fields,
      to: { personId: to.personId, role: staffRole.parse(to.role), pseudonym: to.pseudonym },
      basis,
      orderedBy: { ...by, agencyId: actor.agencyId },
      orderedAt: now.toISOString(),
      state,
      disclosures,
    };
    return {
      changes: [putOrder(undefined, order), checkMember(to), checkMember(self), ...log.changes],
      answer: { orderId, state },
    };
  });
};
