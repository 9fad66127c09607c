import { headKey, parseHead } from '../custody/append.ts';
import type { Ground } from '../shared/http/mount.ts';
import { commit } from '../shared/store/commit.ts';
import { doorKey, parseDoor } from '../sessions/door.ts';
import { newId } from '../shared/values/ids.ts';
import { closeForDoor } from './close-for-door.ts';
import type { MediaServer } from './media-server.ts';
import { renewed } from './room.ts';
import { stepChanges } from './scene.ts';
import { settle } from './settle.ts';
import { parseRoom, roomKey, watchedKey, watchedPartition } from './store.ts';

/** Sessions looked after in one sweep; more wait for the next minute. */
const mostInSweep = 100;

/**
 * The repair of whatever a crash or an outage left behind: rooms that must be gone, doors that closed unseen, and rooms
 * that the media server has lost, which are given anew. What was lost is itself an entry.
 */
export async function mend(ground: Ground, media: () => Promise<MediaServer>) {
  const watched = await ground.store.query('rooms', watchedPartition, { limit: mostInSweep });
  let mended = 0;
  for (const { sk: sessionId } of watched) {
    await closeForDoor(ground, media, sessionId);
    mended += await settle(ground.store, media, sessionId);
    mended += (await replaceLostRoom(ground, media, sessionId)) ? 1 : 0;
    await forgetEnded(ground, sessionId);
  }
  return { looked: watched.length, mended };
}

async function replaceLostRoom(
  ground: Ground,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> {
  const server = await media();
  const roomName = newId(ground.randomBytes);
  let spare: string | undefined;
  const replaced = await commit(ground, async () => {
    const [doorItem, roomItem, headItem] = await ground.store.get([
      doorKey(sessionId),
      roomKey(sessionId),
      headKey(sessionId),
    ]);
    const room = parseRoom(roomItem, sessionId);
    if (room.phase !== 'open' || room.roomName === undefined) return { changes: [], answer: false };
    if ((await server.present([room.roomName])).length > 0) return { changes: [], answer: false };
    spare = roomName;
    await server.makeRoom(roomName);
    const next = renewed(room, { roomName, randomBytes: ground.randomBytes });
    const entry = {
      action: 'room.lost',
      authority: { kind: 'rule', ref: 'the media server no longer has the room' },
      actor: { system: 'rooms' },
      details: { epoch: next.epoch },
    } as const;
    const scene = { door: parseDoor(doorItem), room, head: parseHead(headItem) };
    const at = { now: ground.now(), randomBytes: ground.randomBytes };
    return { changes: stepChanges(scene, { room: next, entries: [entry] }, at), answer: true };
  });
  if (spare !== undefined) await settle(ground.store, media, sessionId, spare);
  return replaced;
}

/** An ended session is watched until its last room is gone. */
async function forgetEnded(ground: Ground, sessionId: string): Promise<void> {
  const [item] = await ground.store.get([roomKey(sessionId)]);
  const room = parseRoom(item, sessionId);
  if (room.phase !== 'ended' || room.retired.length > 0) return;
  await ground.store.write([{ kind: 'delete', key: watchedKey(sessionId), onRefused: 'retry' }]);
}
