import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { commit } from '../../shared/store/commit.ts';
import { parseInstant } from '../../shared/values/instants.ts';
import { roomIntruded } from '../actions.ts';
import type { Intrusion } from '../contract.ts';
import { judgePresence, seatIdentity, type Present } from './intruder.ts';
import type { MediaServer } from './media-server.ts';
import { intruded, type Alarm } from '../room.ts';
import { namesIn } from '../settled.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import { identityWayKey, parseIdentityWay, parsePass, passKey, useOfPass } from '../store.ts';

/** Where an intruder was seen, and whose pass it was where it was somebody's. */
export interface Intruder {
  readonly sessionId: string;
  readonly roomName: string;
  readonly kind: Intrusion;
  /** The identity that they came under. */
  readonly identity: string;
}

/**
 * Judges somebody in a room, and keeps it when a pass was used for the first time.
 * @returns why they are an intruder; undefined when they are not
 */
export async function recognise(
  context: Context,
  roomName: string,
  present: Present,
): Promise<Intrusion | undefined> {
  return commit(context, async () => {
    const [wayItem, passItem] = await context.store.get([
      identityWayKey(roomName, present.identity),
      passKey(roomName, present.mark),
    ]);
    const way = parseIdentityWay(wayItem);
    const pass = parsePass(passItem);
    const newestUsed = way?.passUsedAt;
    const judged = judgePresence(present, { identityGiven: way !== undefined, pass, newestUsed });
    if (judged.is === 'intruder') return { changes: [], answer: judged.as };
    const isFirst = judged.is === 'coming-in' && pass !== undefined;
    return { changes: isFirst ? useOfPass(roomName, present, pass, newestUsed) : [], answer: undefined };
  });
}

/**
 * Puts out the seat whose pass it was, gives everybody else another room, once, and leaves an alarm for the clerk. Nothing
 * is done when the room in which the intruder was seen is gone already.
 * @throws {Refusal} `media-unreachable`; whoever reported the intruder has to come again
 */
export async function meetIntruder(
  context: Context,
  media: () => Promise<MediaServer>,
  { sessionId, roomName, kind, identity }: Intruder,
): Promise<void> {
  const met = await stepOfNobody(context, media, sessionId, async ({ door, room }, now) => {
    if (!namesIn(room).includes(roomName)) return undefined;
    const [wayItem] = await context.store.get([identityWayKey(roomName, seatIdentity(identity))]);
    const whose = door.seats.find(({ pseudonym }) => pseudonym === parseIdentityWay(wayItem)?.pseudonym);
    const alarm: Alarm = {
      kind,
      at: parseInstant(now.toISOString()),
      ...(whose === undefined ? {} : { seat: whose.seat, pseudonym: whose.pseudonym }),
    };
    const entry: StepEntry = (acting, { epoch }) =>
      roomIntruded.entry({
        ...acting,
        authority: { kind: 'rule', ref: 'nobody let them in' },
        details: {
          kind,
          seat: whose === undefined ? undefined : `${whose.seat} ${whose.pseudonym}`,
          epoch,
        },
      });
    return { room: intruded(room, alarm, roomName), entries: [entry] };
  });
  if (met) logEvent('room.intruded', { kind });
}
