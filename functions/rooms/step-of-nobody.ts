import type { Context } from '../shared/http/call.ts';
import { commit, patient } from '../shared/store/commit.ts';
import { deleteRetiredRooms } from './media/delete-retired-rooms.ts';
import { makingRooms } from './media/making-rooms.ts';
import type { MediaServer } from './media/media-server.ts';
import { readSnapshotWithoutSeat, stepChanges, type Snapshot, type Step } from './snapshot.ts';

/**
 * A step that nobody takes: what was decided or happened elsewhere reaches a room that is in use, and those who stay may need another
 * one. Rooms that the step names are made before it is committed, and whatever must be gone is taken away after it. Any number of
 * times does the same.
 * @param decide undefined where everything stands as it must
 * @returns whether a step was taken
 */
export async function stepOfNobody(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  decide: (snapshot: Omit<Snapshot, 'me'>, now: Date) => Promise<Step | undefined> | Step | undefined,
): Promise<boolean> {
  const { store, randomBytes } = context;
  const rooms = makingRooms(media, randomBytes);
  let done = false;
  try {
    done = await commit(
      context,
      async () => {
        const now = context.now();
        const snapshot = await readSnapshotWithoutSeat(store, sessionId);
        const decided = await decide(snapshot, now);
        if (decided === undefined) return { changes: [], answer: false };
        const next = await rooms.settle(snapshot, decided);
        return { changes: stepChanges(snapshot, next, { now, randomBytes }), answer: true };
      },
      patient,
    );
    return done;
  } finally {
    if (done || rooms.made.size > 0) await deleteRetiredRooms(store, media, sessionId, rooms.made);
  }
}
