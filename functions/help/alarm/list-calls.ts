import { memberKey, memberNow } from '../../cases/port/membership.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { id } from '../../shared/values/ids.ts';
import { alarmKey, parseAlarm, readCalls, type Alarm } from '../store.ts';
import type { answerCall, listCalls as contract } from './contract.ts';
import { ringingOf } from './help-of.ts';
import { ringsAt, ringsFor } from './ring.ts';

/** What rings for the one who asks, and what rang for them and somebody answered; the latest first. */
export const listCalls: Handler<typeof contract> = async ({ actor, now, context: { store } }) => {
  const alarms = await alarmsOf(store, actor);
  const calls = alarms.flatMap((alarm) => {
    const shown = now.getTime() - Date.parse(alarm.since) <= ringsFor && alarm.state !== 'over';
    const rang = ringsAt(
      ringingOf(alarm),
      placeOf(alarm, actor),
      Date.parse(alarm.coming?.at ?? now.toISOString()),
    );
    return shown && (rang || alarm.coming?.personId === actor.personId) ? [shownTo(alarm, actor)] : [];
  });
  return { calls: calls.toSorted((one, other) => (one.since < other.since ? 1 : -1)) };
};

/** Those by which they are called and of whose case they are still. Most often there are none, after one read. */
async function alarmsOf(store: Store, { personId }: Pick<Staff, 'personId'>): Promise<readonly Alarm[]> {
  const names = await readCalls(store, personId);
  if (names.length === 0) return [];
  const found = (await store.get(names.map(alarmKey))).flatMap((item) => parseAlarm(item) ?? []);
  const mine = found.filter(({ onCall }) => onCall.some((each) => each.personId === personId));
  const members = await readByKey(
    store,
    mine.map(({ caseId }) => memberKey(caseId, personId)),
  );
  return mine.filter(({ caseId }) => memberNow(members(memberKey(caseId, personId))) !== undefined);
}

const placeOf = ({ onCall }: Alarm, { personId }: Pick<Staff, 'personId'>): number =>
  onCall.findIndex((each) => each.personId === personId);

/** An alarm as somebody who is on call sees it. */
export function shownTo(alarm: Alarm, { personId }: Pick<Staff, 'personId'>): AnswerOf<typeof answerCall> {
  const { sessionId, seat, pseudonym, since, state, coming } = alarm;
  return {
    sessionId: id.parse(sessionId),
    seat,
    pseudonym,
    since,
    rings: state === 'ringing',
    ...(coming === undefined
      ? {}
      : {
          coming: {
            role: coming.role,
            pseudonym: coming.pseudonym,
            at: coming.at,
            mine: coming.personId === personId,
          },
        }),
  };
}
