import { enterInCaseLog } from '../../cases/port/case-log.ts';
import { headKey } from '../../custody/port/append.ts';
import { assertLive, doorKey, parseDoor } from '../../sessions/port/door.ts';
import { enterSession } from '../../sessions/port/enter-session.ts';
import { seatOf } from '../../sessions/port/seat-of.ts';
import type { Actor } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { technicalAsked } from '../actions.ts';
import { isAnswered } from '../answering.ts';
import { helpOf } from '../alarm/help-of.ts';
import type { askTechnical as contract, readOwnTechnical as ownContract } from './contract.ts';
import { parseTechnical, putTechnical, technicalKey, type TechnicalCall } from './store.ts';

/** Asks for help with sound, picture, line or device. What of these it is can be said with the first press or just after it. */
export const askTechnical: Handler<typeof contract> = ({
  actor,
  params: { sessionId },
  body: { what },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const { door, me } = await ownSeat(store, sessionId, actor);
    assertLive(door);
    const key = technicalKey(sessionId, me.pseudonym);
    const found = await readByKey(store, [key, headKey(door.caseId)]);
    const before = parseTechnical(found(key));
    const after = asked(before, { sessionId, seat: me.seat, pseudonym: me.pseudonym, what }, now);
    if (after === undefined) return { changes: [], answer: { help: helpOf(before) } };
    const log = enterInCaseLog(
      {
        caseId: door.caseId,
        head: found(headKey(door.caseId)),
        by: { role: me.seat, pseudonym: me.pseudonym },
        now,
        randomBytes,
      },
      (by) =>
        technicalAsked.entry({
          ...by,
          authority:
            actor.kind === 'staff'
              ? { kind: 'role', ref: actor.role }
              : { kind: 'invitation', ref: actor.deviceId },
          subject: { kind: 'session', ref: sessionId },
          ...(what === undefined ? {} : { details: { what } }),
        }),
    );
    return { changes: [putTechnical(before, after, now), ...log.changes], answer: { help: helpOf(after) } };
  });

/** Whether somebody comes. */
export const readOwnTechnical: Handler<typeof ownContract> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const { me } = await ownSeat(store, sessionId, actor);
  const [item] = await store.get([technicalKey(sessionId, me.pseudonym)]);
  return { help: helpOf(parseTechnical(item)) };
};

/** @throws {Refusal} `not-found` for whoever has no seat, or is of the case no more */
async function ownSeat(store: Store, sessionId: string, actor: Actor) {
  const door =
    actor.kind === 'staff'
      ? (await enterSession(store, sessionId, actor)).door
      : parseDoor((await store.get([doorKey(sessionId)]))[0]);
  return { door, me: seatOf(door, actor) };
}

type Asked = Pick<TechnicalCall, 'sessionId' | 'seat' | 'pseudonym' | 'what'>;

/** The call after a press; undefined where it says nothing new. What it is can be added once. */
export function asked(
  before: TechnicalCall | undefined,
  { what, ...by }: Asked,
  now: Date,
): TechnicalCall | undefined {
  const said = what === undefined ? {} : { what };
  if (before === undefined || isAnswered(before, now))
    return { ...by, version: 0, since: instantOf(now.getTime()), state: 'ringing', ...said };
  return before.what === undefined && what !== undefined && before.state === 'ringing'
    ? { ...before, what }
    : undefined;
}
