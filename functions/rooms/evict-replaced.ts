import type { Context } from '../shared/http/call.ts';
import { commit, patient } from '../shared/store/commit.ts';
import { Stale } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { seatReplaced } from './actions.ts';
import type { MediaServer } from './media-server.ts';
import { formerOnes, withReplacedEvicted } from './room.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot, type StepEntry } from './snapshot.ts';
import { deleteRetiredRooms } from './delete-retired-rooms.ts';

/**
 * Puts out whoever lost a seat because somebody else was given it; if they were in the room, the others get another one,
 * since a pass cannot be taken back. Any number of times does the same.
 */
export async function evictReplaced(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const roomName = newId(context.randomBytes);
  let made = false;
  let done = false;
  try {
    done = await commit(
      context,
      async () => {
        const snapshot = await readSnapshotWithoutSeat(context.store, sessionId);
        const { door, room } = snapshot;
        const former = formerOnes(room, door.seats);
        if (former.length === 0 || room.phase === 'ended') return { changes: [], answer: false };
        const next = withReplacedEvicted(room, door.seats, { roomName, randomBytes: context.randomBytes });
        if (next.roomName === roomName) {
          made = true;
          await (await media()).makeRoom(roomName);
        }
        const entry: StepEntry = (acting) =>
          seatReplaced.entry({
            ...acting,
            authority: { kind: 'rule', ref: `door version ${door.version}` },
            details: { former: [...former], epoch: next.epoch },
          });
        const at = { now: context.now(), randomBytes: context.randomBytes };
        return { changes: stepChanges(snapshot, { room: next, entries: [entry] }, at), answer: true };
      },
      patient,
    );
  } finally {
    if (done || made) await deleteRetiredRooms(context.store, media, sessionId, made ? roomName : undefined);
  }
}

/**
 * Before anything else happens in a room, whoever lost a seat in it is out of it: the stream of the door sees to that
 * within seconds, and this sees to it that nobody acts in between.
 * @throws {Stale} when somebody had to be put out first
 */
export async function assertNobodyFormer(
  context: Context,
  media: () => Promise<MediaServer>,
  { door, room }: Pick<Snapshot, 'door' | 'room'>,
): Promise<void> {
  if (room.phase === 'ended' || formerOnes(room, door.seats).length === 0) return;
  await evictReplaced(context, media, door.sessionId);
  throw new Stale();
}
