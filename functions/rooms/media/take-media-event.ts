import { createHash } from 'node:crypto';
import type { WebhookEvent } from 'livekit-server-sdk';
import type { DeclaredEntry } from '../../custody/port/action.ts';
import { placeKey } from '../../custody/port/append.ts';
import { fileFact } from '../../custody/port/file-fact.ts';
import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { commit } from '../../shared/store/commit.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { actionOf, detailsOf } from './media-event.ts';
import { isForeignTrack, sendsTooMuch } from './intruder.ts';
import type { MediaServer } from './media-server.ts';
import { meetIntruder, recognise, type Intruder } from './meet-intruder.ts';
import { neededSeats, pauseWithout } from './pause-without.ts';
import { markAttribute } from './pass.ts';
import { machines } from '../../media/contract.ts';
import { enterGaps } from '../presence/enter-gaps.ts';
import type { Sighting } from '../presence/presence.ts';
import { putSighting } from '../presence/store.ts';
import { identityWayKey, parseWay, roomWayKey, type Way } from '../store.ts';

/**
 * Files one event of the media server for the session's log. A forged one, a repeated one and one of a room that is not
 * ours have no effect but a line for the technician, and the first is known before anything is read. Always acknowledged: the
 * media server takes any 4xx as delivered, and a forger is told nothing. A fault of ours is thrown, so that the media server
 * sends the event again.
 */
export async function takeMediaEvent(
  context: Context,
  media: () => Promise<MediaServer>,
  request: Request,
): Promise<void> {
  const server = await media();
  const event = await server.readEvent(
    await request.text(),
    request.headers.get('authorization') ?? undefined,
  );
  if (event === undefined) return logEvent('webhook.forged', { reason: 'signature' });
  const name = event.event;
  const entryId = entryIdOf(event.id);
  const { room, who, isPlaced } = await readWays(context, event, entryId);
  if (room === undefined || event.id === '')
    return logEvent('webhook.quarantined', { event: name, reason: 'unknown-room' });
  const { sessionId } = room;
  await commit(context, async () => {
    if (isPlaced) return { changes: [], answer: undefined };
    const [door] = await context.store.get([doorKey(sessionId)]);
    const { caseId } = parseDoor(door);
    const entry = entryOf(event, entryId, who);
    const filed = fileFact({ logId: sessionId, caseId, entry, filedAt: context.now() });
    return { changes: [filed, ...sightingIn(event, who, context.now())], answer: undefined };
  });
  const gone = goneBy(event, who);
  if (gone) await pauseWithout(context, media, { sessionId, ...gone });
  if (event.event === 'participant_joined' && (who?.seat === 'witness' || who?.seat === 'expert'))
    await enterGaps(context, media, sessionId);
  // After the fact is kept, and when it comes again too: whoever could not be met then is met now.
  const seen = await intruderIn(context, server, event, sessionId, who);
  if (seen !== undefined) await meetIntruder(context, media, seen);
  logEvent(isPlaced ? 'webhook.repeated' : 'webhook.taken', { event: name });
}

/**
 * Whether the event tells that somebody without whom nobody goes on is not there any more. Who came again has gone nowhere:
 * the first connection ends when the second is there.
 */
function goneBy(told: WebhookEvent, who: Way | undefined) {
  const { event, room, participant } = told;
  const left = event === 'participant_left' || event === 'participant_connection_aborted';
  const seat = neededSeats.find((each) => each === who?.seat);
  if (!left || seat === undefined || room === undefined || participant === undefined) return undefined;
  if (detailsOf(told).reason === 'SAME_SEAT_CAME_AGAIN') return undefined;
  return { roomName: room.name, identity: participant.identity, seat };
}

/** What it says of who is in the room, where that is somebody with a seat. */
function sightingIn({ event, room, participant, createdAt }: WebhookEvent, who: Way | undefined, now: Date) {
  const what = saysOf[event];
  if (what === undefined || room === undefined || participant === undefined) return [];
  if (who?.seat === undefined || who.pseudonym === undefined || participant.sid === '') return [];
  const { hidden, seat, pseudonym } = who;
  const sighting: Sighting = {
    source: 'report',
    what,
    connection: participant.sid,
    whose: `${seat} ${pseudonym}`,
    at: Number(createdAt) * 1000,
    ...(hidden === undefined ? {} : { hidden }),
  };
  return [putSighting(room.name, sighting, now)];
}

const saysOf: Readonly<Record<string, Sighting['what']>> = {
  participant_joined: 'came',
  participant_left: 'went',
  participant_connection_aborted: 'aborted',
};

/** Whether the event tells of somebody whom nobody let in. */
async function intruderIn(
  context: Context,
  server: MediaServer,
  { event, room, participant, track }: WebhookEvent,
  sessionId: string,
  who: Way | undefined,
): Promise<Intruder | undefined> {
  if (room === undefined || participant === undefined) return undefined;
  const { identity, sid, attributes } = participant;
  const found = { sessionId, roomName: room.name, identity };
  if (event === 'participant_joined') {
    const present = { identity, connection: sid, mark: attributes[markAttribute] ?? '' };
    const kind = await recognise(context, room.name, present);
    return kind === undefined ? undefined : { ...found, kind };
  }
  // A machine of ours gives what it carries under names of its own.
  const isMachine = machines.some((machine) => machine === who?.pseudonym);
  if (event !== 'track_published' || track === undefined || isMachine) return undefined;
  const isForeign = isForeignTrack(track, who?.seat) || (await isFlood(server, room.name, sid));
  return isForeign ? { ...found, kind: 'foreign-track' } : undefined;
}

/** No report says how much somebody sends besides, so the media server is asked. */
const isFlood = async (server: MediaServer, roomName: string, connection: string): Promise<boolean> =>
  (await server.participants(roomName)).some((each) => each.connection === connection && sendsTooMuch(each));

/** Where the room and the participant belong, and whether the event has its place in a log. */
async function readWays({ store }: Context, event: WebhookEvent, entryId: string) {
  const roomName = event.room?.name ?? '';
  if (roomName === '') return { room: undefined, who: undefined, isPlaced: false };
  const identity = event.participant?.identity ?? '';
  const keys = [
    placeKey(entryId),
    roomWayKey(roomName),
    ...(identity === '' ? [] : [identityWayKey(roomName, identity)]),
  ];
  const [place, room, who] = await store.get(keys);
  return { room: parseWay(room), who: parseWay(who), isPlaced: place !== undefined };
}

/** The same event always has the same entry id, so that it is one entry however often it comes. */
const entryIdOf = (eventId: string): string =>
  createHash('sha256').update(`livekit ${eventId}`).digest('base64url');

function entryOf(event: WebhookEvent, entryId: string, who: Way | undefined): DeclaredEntry {
  return actionOf(event, who !== undefined).entry({
    entryId,
    actor:
      who?.seat === undefined || who.pseudonym === undefined
        ? { system: 'media-server' }
        : { role: who.seat, pseudonym: who.pseudonym },
    authority: { kind: 'rule', ref: 'report of the media server' },
    occurredAt: new Date(Number(event.createdAt) * 1000).toISOString(),
    details: detailsOf(event),
  });
}
