import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { memberKey, memberNow, witnessIn, witnessKeys } from '../../cases/port/membership.ts';
import { headKey } from '../../custody/port/append.ts';
import { doorKey, heardIn, parseDoor } from '../../sessions/port/door.ts';
import { seatOf } from '../../sessions/port/seat-of.ts';
import type { Handler } from '../../shared/http/call.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { logEvent } from '../../shared/log.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { helpCalled } from '../actions.ts';
import { isAnswered } from '../answering.ts';
import { besideThem, whoIsOnCall } from '../on-call/who-is-on-call.ts';
import { alarmKey, onCallKey, parseAlarm, parseOnCall, putAlarm, putCall, type Alarm } from '../store.ts';
import type { callHelp as contract } from './contract.ts';
import { helpOf, ringingOf } from './help-of.ts';
import { isRungOut } from './ring.ts';

/**
 * Presses the silent alarm. Whatever the session is at, it is heard: nothing is asked but whose seat it is. Pressing again while
 * it rings, or just after somebody answered, changes nothing. Who is called stands with the alarm, so that nobody is added to it later.
 */
export const callHelp: Handler<typeof contract> = ({ actor, params: { sessionId }, now, context, ...call }) =>
  patiently(call).commit(async () => {
    const { store, randomBytes } = context;
    const name = { sessionId, pseudonym: actor.seatId };
    const first = await readByKey(store, [doorKey(sessionId), onCallKey(sessionId), alarmKey(name)]);
    const door = parseDoor(first(doorKey(sessionId)));
    const me = seatOf(door, actor);
    const before = parseAlarm(first(alarmKey(name)));
    if (before !== undefined && !opensAnew(before, now))
      return { changes: [], answer: { help: helpOf(before) } };
    const { caseId } = door;
    const list = parseOnCall(first(onCallKey(sessionId)));
    const heard = heardIn(door);
    const second = await readByKey(store, [headKey(caseId), ...witnessKeys(caseId, heard)], first);
    const holders = heard.flatMap((party) => witnessIn(second, caseId, party)?.holder ?? []);
    const ids = [...(list?.people.map(({ personId }) => personId) ?? []), ...besideThem(door), ...holders];
    const members = await readByKey(
      store,
      ids.map((id) => memberKey(caseId, id)),
    );
    const memberOf = (id: string) => memberNow(members(memberKey(caseId, id)));
    const onCall = whoIsOnCall({ list, door, holders, memberOf });
    const after: Alarm = {
      ...name,
      caseId,
      seat: me.seat,
      version: before?.version ?? 0,
      since: instantOf(now.getTime()),
      state: 'ringing',
      onCall: [...onCall],
      rung: 0,
    };
    const log = enterInCaseLog(
      {
        caseId,
        head: second(headKey(caseId)),
        by: { role: me.seat, pseudonym: me.pseudonym },
        now,
        randomBytes,
      },
      (by) =>
        helpCalled.entry({
          ...by,
          authority: { kind: 'invitation', ref: actor.deviceId },
          subject: { kind: 'session', ref: sessionId },
          details: { onCall: onCall.map(({ pseudonym }) => pseudonym) },
        }),
    );
    logEvent('help.called', { onCall: onCall.length });
    return {
      changes: [
        ...putAlarm(before, after, now),
        ...onCall.map((each) => putCall(each, name, now)),
        ...log.changes,
      ],
      answer: { help: helpOf(after) },
    };
  });

/** Whether a press opens it again: it was answered a while ago, or nobody is called any more. */
const opensAnew = (alarm: Alarm, now: Date): boolean =>
  isAnswered(alarm, now) || (alarm.state === 'ringing' && isRungOut(ringingOf(alarm), now.getTime()));
