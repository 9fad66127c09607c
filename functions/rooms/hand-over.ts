import type { Ground } from '../shared/http/mount.ts';
import { commit } from '../shared/store/commit.ts';
import { Stale } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import type { MediaServer } from './media-server.ts';
import { formerOnes, handedOver } from './room.ts';
import { readStanding, stepChanges, type Scene, type StepEntry } from './scene.ts';
import { settle } from './settle.ts';

/**
 * Puts out whoever lost a seat because somebody else was given it; if they were in the room, the others get another one,
 * since a pass cannot be taken back. Any number of times does the same.
 */
export async function handOver(
  ground: Ground,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const roomName = newId(ground.randomBytes);
  let made = false;
  const done = await commit(ground, async () => {
    const standing = await readStanding(ground.store, sessionId);
    const { door, room } = standing;
    const former = formerOnes(room, door.seats);
    if (former.length === 0 || room.phase === 'ended') return { changes: [], answer: false };
    const next = handedOver(room, door.seats, { roomName, randomBytes: ground.randomBytes });
    if (next.roomName === roomName) {
      made = true;
      await (await media()).makeRoom(roomName);
    }
    const entry: StepEntry = {
      action: 'seat.replaced',
      authority: { kind: 'rule', ref: `door version ${door.version}` },
      actor: { system: 'rooms' },
      details: { former: [...former], epoch: next.epoch },
    };
    const at = { now: ground.now(), randomBytes: ground.randomBytes };
    return { changes: stepChanges(standing, { room: next, entries: [entry] }, at), answer: true };
  });
  if (done || made) await settle(ground.store, media, sessionId, made ? roomName : undefined);
}

/**
 * Before anything else happens in a room, whoever lost a seat in it is out of it: the stream of the door sees to that
 * within seconds, and this sees to it that nobody acts in between.
 * @throws {Stale} when somebody had to be put out first
 */
export async function assertNobodyFormer(
  ground: Ground,
  media: () => Promise<MediaServer>,
  { door, room }: Pick<Scene, 'door' | 'room'>,
): Promise<void> {
  if (room.phase === 'ended' || formerOnes(room, door.seats).length === 0) return;
  await handOver(ground, media, door.sessionId);
  throw new Stale();
}
