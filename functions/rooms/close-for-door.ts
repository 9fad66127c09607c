import { headKey, parseHead } from '../custody/append.ts';
import type { Ground } from '../shared/http/mount.ts';
import { commit } from '../shared/store/commit.ts';
import { doorKey, everyGateOpen, parseDoor } from '../sessions/door.ts';
import type { MediaServer } from './media-server.ts';
import { shut } from './room.ts';
import { stepChanges } from './scene.ts';
import { settle } from './settle.ts';
import { parseRoom, roomKey } from './store.ts';

/**
 * A gate was closed or the session cancelled while people are in the room: the room is taken away. Consent that is
 * withdrawn in the middle of an answer comes this way, within seconds of her word.
 */
export async function closeForDoor(
  ground: Ground,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  await commit(ground, async () => {
    const [doorItem, roomItem, headItem] = await ground.store.get([
      doorKey(sessionId),
      roomKey(sessionId),
      headKey(sessionId),
    ]);
    const door = parseDoor(doorItem);
    const room = parseRoom(roomItem, sessionId);
    const inUse = room.phase === 'open' || room.phase === 'paused';
    if (!inUse || (door.status === 'booked' && everyGateOpen(door)))
      return { changes: [], answer: undefined };
    const entry = {
      action: 'room.closed',
      authority: { kind: 'rule', ref: `door version ${door.version}` },
      actor: { system: 'rooms' },
      details: { epoch: room.epoch },
    } as const;
    const scene = { door, room, head: parseHead(headItem) };
    const at = { now: ground.now(), randomBytes: ground.randomBytes };
    return { changes: stepChanges(scene, { room: shut(room), entries: [entry] }, at), answer: undefined };
  });
  await settle(ground.store, media, sessionId);
}
