import type { Ground } from '../shared/http/mount.ts';
import { commit } from '../shared/store/commit.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { newId } from '../shared/values/ids.ts';
import { closeForDoor, isOver } from './close-for-door.ts';
import type { MediaServer } from './media-server.ts';
import { renewed } from './room.ts';
import { readStanding, stepChanges } from './scene.ts';
import { settle } from './settle.ts';
import { watchedKey, watchedPartition } from './store.ts';

/**
 * The repair of whatever a crash or an outage left behind: rooms that must be gone, doors that closed unseen, hours that
 * are over, and rooms that the media server has lost, which are given anew. What was lost is itself an entry.
 * @throws AggregateError when some sessions could not be mended; the others were
 */
export async function mend(ground: Ground, media: () => Promise<MediaServer>) {
  const watched = await queryAll(ground.store, 'rooms', watchedPartition);
  const faults: unknown[] = [];
  let mended = 0;
  for (const { sk: sessionId } of watched) {
    try {
      mended += await mendOne(ground, media, sessionId);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some rooms could not be mended');
  return { looked: watched.length, mended };
}

async function mendOne(
  ground: Ground,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<number> {
  await closeForDoor(ground, media, sessionId);
  const replaced = await replaceLostRoom(ground, media, sessionId);
  await forgetOver(ground, sessionId);
  return replaced ? 1 : 0;
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
    const standing = await readStanding(ground.store, sessionId);
    const { room } = standing;
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
    const at = { now: ground.now(), randomBytes: ground.randomBytes };
    return { changes: stepChanges(standing, { room: next, entries: [entry] }, at), answer: true };
  });
  if (spare !== undefined) await settle(ground.store, media, sessionId, spare);
  return replaced;
}

/** A session that cannot open again is watched until its last room is gone. */
async function forgetOver(ground: Ground, sessionId: string): Promise<void> {
  const { door, room } = await readStanding(ground.store, sessionId);
  const over = door.status !== 'booked' || isOver(door, ground.now());
  if (!over || room.phase === 'open' || room.phase === 'paused' || room.retired.length > 0) return;
  await ground.store.write([{ kind: 'delete', key: watchedKey(sessionId), onRefused: 'retry' }]);
}
