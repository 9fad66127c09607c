import { waitsForOfficer } from '../requests/port/terms.ts';
import type { Context } from '../shared/http/call.ts';
import { commit, patient } from '../shared/store/commit.ts';
import { roomOfficerLeft } from './actions.ts';
import { asItStands } from './as-it-stands.ts';
import { deleteRetiredRooms } from './delete-retired-rooms.ts';
import type { MediaServer } from './media-server.ts';
import { paused } from './room.ts';
import { readSnapshotWithoutSeat, stepChanges, type StepEntry } from './snapshot.ts';

/** Where somebody was who is not there any more. */
export interface Gone {
  readonly sessionId: string;
  readonly roomName: string;
  readonly identity: string;
}

/**
 * The attending officer went, or their line did. Where the host State lets nobody speak without them, the room is taken away
 * as by a pause of theirs, and they say when it goes on. Nothing is done where they are in another room by now.
 */
export async function pauseWithoutOfficer(
  context: Context,
  media: () => Promise<MediaServer>,
  { sessionId, roomName, identity }: Gone,
): Promise<void> {
  const done = await commit(
    context,
    async () => {
      const snapshot = await readSnapshotWithoutSeat(context.store, sessionId);
      const { room } = snapshot;
      const now = context.now();
      const { door, terms } = await asItStands(context.store, snapshot.door, now);
      const officer = door.seats.find(
        ({ seat, pseudonym }) => seat === 'attending-officer' && room.seats[pseudonym]?.identity === identity,
      );
      const isThere = room.phase === 'open' && room.roomName === roomName;
      if (officer === undefined || !isThere || !waitsForOfficer(terms)) return { changes: [], answer: false };
      const entry: StepEntry = (acting) =>
        roomOfficerLeft.entry({
          ...acting,
          authority: { kind: 'rule', ref: 'attending-officer-present' },
          details: { epoch: room.epoch },
        });
      const at = { now, randomBytes: context.randomBytes };
      const next = { room: paused(room, officer, 'pause'), entries: [entry] };
      return { changes: stepChanges(snapshot, next, at), answer: true };
    },
    patient,
  );
  if (done) await deleteRetiredRooms(context.store, media, sessionId);
}
