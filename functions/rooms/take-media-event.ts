import { createHash } from 'node:crypto';
import type { WebhookEvent } from 'livekit-server-sdk';
import type { DeclaredEntry } from '../custody/port/action.ts';
import { headKey, parseHead, placeKey, prepareAppend } from '../custody/port/append.ts';
import type { Context } from '../shared/http/call.ts';
import { logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { doorKey, parseDoor } from '../sessions/port/door.ts';
import { actionOf, detailsOf } from './media-event.ts';
import type { MediaServer } from './media-server.ts';
import { count, identityWayKey, parseWay, roomWayKey, type Way } from './store.ts';

/**
 * Takes one event of the media server into the session's log. A forged one, a repeated one and one of a room that is
 * not ours have no effect but to be counted. Always acknowledged: the media server takes any 4xx as delivered, and a
 * forger is told nothing. A fault of ours is thrown, so that the media server sends the event again.
 */
export async function takeMediaEvent(context: Context, server: MediaServer, request: Request): Promise<void> {
  const event = await server.readEvent(
    await request.text(),
    request.headers.get('authorization') ?? undefined,
  );
  const now = context.now();
  const setAside = async (what: 'forged' | 'repeated' | 'quarantined') => {
    await commit(context, async () => ({ changes: [count(what, now)], answer: undefined }));
  };
  if (event === undefined) {
    logEvent('webhook.forged', { reason: 'signature' });
    return setAside('forged');
  }
  const name = event.event;
  const ways = await readWays(context, event);
  if (ways === undefined || event.id === '') {
    logEvent('webhook.quarantined', { event: name, reason: 'unknown-room' });
    return setAside('quarantined');
  }
  const outcome = await commit(context, async () => {
    const { sessionId } = ways.room;
    const entryId = entryIdOf(event.id);
    const [head, place, door] = await context.store.get([
      headKey(sessionId),
      placeKey(entryId),
      doorKey(sessionId),
    ]);
    if (place !== undefined) return { changes: [count('repeated', now)], answer: 'repeated' as const };
    const { caseId } = parseDoor(door);
    const entries = [entryOf(event, entryId, ways)];
    const { changes } = prepareAppend({
      logId: sessionId,
      caseId,
      head: parseHead(head),
      entries,
      recordedAt: now,
    });
    return { changes, answer: 'taken' as const };
  });
  logEvent(outcome === 'taken' ? 'webhook.taken' : 'webhook.repeated', { event: name });
}

async function readWays({ store }: Context, event: WebhookEvent) {
  const roomName = event.room?.name;
  if (roomName === undefined || roomName === '') return undefined;
  const identity = event.participant?.identity;
  const keys = [
    roomWayKey(roomName),
    ...(identity === undefined ? [] : [identityWayKey(roomName, identity)]),
  ];
  const [roomItem, identityItem] = await store.get(keys);
  const room = parseWay(roomItem);
  return room === undefined ? undefined : { room, who: parseWay(identityItem) };
}

/** The same event always has the same entry id, so that it is one entry however often it comes. */
const entryIdOf = (eventId: string): string =>
  createHash('sha256').update(`livekit ${eventId}`).digest('base64url');

function entryOf(event: WebhookEvent, entryId: string, { who }: { who: Way | undefined }): DeclaredEntry {
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
