import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { assertRoleStands, checkMember, memberKey, parseMember } from '../../cases/port/membership.ts';
import { headKey } from '../../custody/port/append.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { Refusal } from '../../shared/refusals.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { helpAnswered } from '../actions.ts';
import { answered } from '../answering.ts';
import { alarmKey, parseAlarm, putAlarm } from '../store.ts';
import type { answerCall as contract } from './contract.ts';
import { shownTo } from './list-calls.ts';

/**
 * Whoever is on call says that they are on the way, and later that it is over. Anybody who is called may, whosever turn it is;
 * whoever comes second is shown who comes. To everybody else there is no such alarm.
 */
export const answerCall: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body,
  now,
  context: { store, randomBytes },
  ...call
}) =>
  patiently(call).commit(async () => {
    const key = alarmKey({ sessionId, pseudonym: body.pseudonym });
    const [item] = await store.get([key]);
    const before = parseAlarm(item);
    const me = before?.onCall.find(({ personId }) => personId === actor.personId);
    if (before === undefined || me === undefined) throw new Refusal('not-found');
    const { caseId } = before;
    const own = memberKey(caseId, actor.personId);
    const found = await readByKey(store, [own, headKey(caseId)]);
    const self = parseMember(found(own));
    assertRoleStands(self, actor);
    const after = answered(before, me, body.state, now);
    if (after === undefined) return { changes: [], answer: shownTo(before, actor) };
    const log = enterInCaseLog({ caseId, head: found(headKey(caseId)), by: self, now, randomBytes }, (by) =>
      helpAnswered.entry({
        ...by,
        authority: { kind: 'role', ref: actor.role },
        subject: { kind: 'session', ref: sessionId },
        details: { caller: body.pseudonym, state: body.state },
      }),
    );
    return {
      changes: [...putAlarm(before, after, now), checkMember(self), ...log.changes],
      answer: shownTo(after, actor),
    };
  });
