import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { assertLive, setPermission } from '../sessions/port/door.ts';
import type { Handler } from '../shared/http/call.ts';
import { newId } from '../shared/values/ids.ts';
import type * as contract from './contract.ts';
import { checkDays, gateOf, type Permission } from './permission.ts';
import { putDecision, readFor, type Read } from './store.ts';

/** Enters the host State's decision: record, gate and entry in one transaction. */
export const recordPermission: Handler<typeof contract.recordPermission> = ({
  actor: staff,
  params,
  body,
  now,
  context,
  commit,
}) =>
  commit(async () => {
    const read = await readFor(context.store, params.sessionId, staff);
    assertLive(read.door);
    checkDays(body, read.door.end, now);
    const append = prepareAppend({
      logId: params.sessionId,
      caseId: read.door.caseId,
      head: read.head,
      entries: [entryOf(newId(context.randomBytes), read, body, now)],
      recordedAt: now,
    });
    const decision = {
      number: (read.standing?.number ?? 0) + 1,
      permission: body,
      recordedAt: now.toISOString(),
      recordedBy: staff.personId,
    };
    return {
      changes: [
        putDecision(params.sessionId, decision),
        setPermission(read.door, gateOf(body), body.validUntil),
        ...append.changes,
      ],
      answer: { decision: body.decision },
    };
  });

/** A court must be able to read from the log alone under whose decision, and on which terms, the hearing was held. */
function entryOf(entryId: string, { door, member }: Read, given: Permission, now: Date): NewEntry {
  const { legalBasis, decidedOn, validUntil, conditions } = given;
  return {
    entryId,
    action: `permission.${given.decision}`,
    actor: { role: member.role, pseudonym: member.pseudonym },
    authority: { kind: 'permission', ref: given.reference },
    subject: { kind: 'session', ref: door.sessionId },
    occurredAt: now.toISOString(),
    details: { legalBasis, decidedOn, validUntil, conditions },
  };
}
