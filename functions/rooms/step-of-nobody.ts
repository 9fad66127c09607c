import type { Context } from '../shared/http/call.ts';
import { commit, patient } from '../shared/store/commit.ts';
import { newId } from '../shared/values/ids.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import type { MediaServer } from './media/media-server.ts';
import type { Names } from './room.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot, type Step } from './snapshot.ts';

/**
 * A step that nobody takes: what was decided elsewhere reaches a room that is in use, and those who stay may need another one. A
 * room that the step names is made before it is committed, and whatever must be gone is taken away after it. Any number of times
 * does the same.
 * @param decide undefined where the room stands as it must; the name is known to nobody yet
 */
export async function stepOfNobody(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  decide: (
    snapshot: Omit<Snapshot, 'me'>,
    names: Names,
    now: Date,
  ) => Promise<Step | undefined> | Step | undefined,
): Promise<void> {
  const { store, randomBytes } = context;
  const roomName = newId(randomBytes);
  let made = false;
  let done = false;
  try {
    done = await commit(
      context,
      async () => {
        const now = context.now();
        const snapshot = await readSnapshotWithoutSeat(store, sessionId);
        const next = await decide(snapshot, { roomName, randomBytes }, now);
        if (next === undefined) return { changes: [], answer: false };
        if (next.room.roomName === roomName) {
          made = true;
          await (await media()).makeRoom(roomName);
        }
        return { changes: stepChanges(snapshot, next, { now, randomBytes }), answer: true };
      },
      patient,
    );
  } finally {
    if (done || made) await deleteRetiredRooms(store, media, sessionId, made ? roomName : undefined);
  }
}
