import type { Context } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { closeForDoor, isOver } from './close-for-door.ts';
import type { MediaServer } from './media/media-server.ts';
import { readMachines } from './machines/store.ts';
import { sendForMachines, type SendTask } from './machines/send-for.ts';
import { readSnapshotWithoutSeat } from './snapshot.ts';
import { replaceLostRooms } from './media/replace-lost-rooms.ts';
import { proveAbsence, reconcileRoom } from './media/reconcile.ts';
import { enterLimits } from './enter-limits.ts';
import { enterDifferences } from './presence/enter-differences.ts';
import { enterGaps } from './presence/enter-gaps.ts';
import { enterHoles } from './presence/enter-holes.ts';
import { readGone } from './presence/store.ts';
import { watchedKey, watchedPartition } from './store.ts';

/**
 * The repair of whatever a crash or an outage left behind: rooms that must be gone, doors that closed unseen, hours that
 * are over, rooms that the media server has lost, which are given anew, and intruders that nobody reported. What was lost is
 * itself an entry. Each time the media server has to show that it refuses a room that is not there.
 * @throws AggregateError when some sessions could not be repaired; the others were
 */
export async function repair(context: Context, media: () => Promise<MediaServer>, send?: SendTask) {
  const watched = await queryAll(context.store, 'rooms', watchedPartition);
  const faults: unknown[] = [];
  await proveAbsence(context, media).catch((error: unknown) => faults.push(error));
  let repaired = 0;
  for (const { sk: sessionId } of watched) {
    try {
      repaired += await repairOne(context, media, sessionId);
      if (send !== undefined) await sendForMachines(context, media, send, sessionId);
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
  const replaced = await replaceLostRooms(context, media, sessionId);
  await reconcileRoom(context, media, sessionId);
  await enterDifferences(context, media, sessionId);
  await enterGaps(context, media, sessionId);
  await enterHoles(context, media, sessionId);
  await enterLimits(context, sessionId);
  await forgetOver(context, sessionId);
  return replaced ? 1 : 0;
}

/** A session that cannot open again is watched until its last room is gone, and all is entered of who was there. */
async function forgetOver(context: Context, sessionId: string): Promise<void> {
  const { door, room } = await readSnapshotWithoutSeat(context.store, sessionId);
  const over = door.status !== 'booked' || isOver(door, context.now());
  if (!over || room.phase === 'open' || room.phase === 'paused' || room.retired.length > 0) return;
  const [gone, { observer }] = await Promise.all([
    readGone(context.store, sessionId),
    readMachines(context.store, sessionId),
  ]);
  if (gone.length > 0 || observer.watch?.upTo !== undefined) return;
  await context.store.write([{ kind: 'delete', key: watchedKey(sessionId), onRefused: 'retry' }]);
}
