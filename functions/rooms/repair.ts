import type { Context } from '../shared/http/call.ts';
import { commit } from '../shared/store/commit.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { newId } from '../shared/values/ids.ts';
import { roomLost } from './actions.ts';
import { closeForDoor, isOver } from './close-for-door.ts';
import type { MediaServer } from './media/media-server.ts';
import { renewed } from './room.ts';
import { readSnapshotWithoutSeat, stepChanges, type StepEntry } from './snapshot.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import { proveAbsence, reconcileRoom } from './media/reconcile.ts';
import { enterLimits } from './enter-limits.ts';
import { watchedKey, watchedPartition } from './store.ts';

/**
 * The repair of whatever a crash or an outage left behind: rooms that must be gone, doors that closed unseen, hours that
 * are over, rooms that the media server has lost, which are given anew, and intruders that nobody reported. What was lost is
 * itself an entry. Each time the media server has to show that it refuses a room that is not there.
 * @throws AggregateError when some sessions could not be repaired; the others were
 */
export async function repair(context: Context, media: () => Promise<MediaServer>) {
  const watched = await queryAll(context.store, 'rooms', watchedPartition);
  const faults: unknown[] = [];
  await proveAbsence(context, media).catch((error: unknown) => faults.push(error));
  let repaired = 0;
  for (const { sk: sessionId } of watched) {
    try {
      repaired += await repairOne(context, media, sessionId);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some rooms could not be repaired');
  return { looked: watched.length, repaired };
}

async function repairOne(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<number> {
  await closeForDoor(context, media, sessionId);
  const replaced = await replaceLostRoom(context, media, sessionId);
  await reconcileRoom(context, media, sessionId);
  await enterLimits(context, sessionId);
  await forgetOver(context, sessionId);
  return replaced ? 1 : 0;
}

async function replaceLostRoom(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> {
  const server = await media();
  const roomName = newId(context.randomBytes);
  let spare: string | undefined;
  try {
    return await commit(context, async () => {
      const snapshot = await readSnapshotWithoutSeat(context.store, sessionId);
      const { room } = snapshot;
      if (room.phase !== 'open' || room.roomName === undefined) return { changes: [], answer: false };
      if ((await server.present([room.roomName])).length > 0) return { changes: [], answer: false };
      spare = roomName;
      await server.makeRoom(roomName);
      const next = renewed(room, { roomName, randomBytes: context.randomBytes });
      const entry: StepEntry = (acting) =>
        roomLost.entry({
          ...acting,
          authority: { kind: 'rule', ref: 'the media server no longer has the room' },
          details: { epoch: next.epoch },
        });
      const at = { now: context.now(), randomBytes: context.randomBytes };
      return { changes: stepChanges(snapshot, { room: next, entries: [entry] }, at), answer: true };
    });
  } finally {
    if (spare !== undefined) await deleteRetiredRooms(context.store, media, sessionId, spare);
  }
}

/** A session that cannot open again is watched until its last room is gone. */
async function forgetOver(context: Context, sessionId: string): Promise<void> {
  const { door, room } = await readSnapshotWithoutSeat(context.store, sessionId);
  const over = door.status !== 'booked' || isOver(door, context.now());
  if (!over || room.phase === 'open' || room.phase === 'paused' || room.retired.length > 0) return;
  await context.store.write([{ kind: 'delete', key: watchedKey(sessionId), onRefused: 'retry' }]);
}
