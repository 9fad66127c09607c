import { waitsForOfficer, type Terms } from '../../requests/port/terms.ts';
import type { Context } from '../../shared/http/call.ts';
import { commit, patient } from '../../shared/store/commit.ts';
import { roomInterpreterLeft, roomOfficerLeft } from '../actions.ts';
import { asItStands } from '../as-it-stands.ts';
import { deleteRetiredRooms } from './delete-retired-rooms.ts';
import type { MediaServer } from './media-server.ts';
import { paused, pausedByLoss } from '../room.ts';
import { readSnapshotWithoutSeat, stepChanges, type StepEntry } from '../snapshot.ts';

/** Without whom nobody goes on: the host State's officer where it lets nobody speak without them, and whoever interprets. */
export const neededSeats = ['attending-officer', 'interpreter'] as const;
export type NeededSeat = (typeof neededSeats)[number];

/** Where somebody was who is not there any more. */
export interface Gone {
  readonly sessionId: string;
  readonly roomName: string;
  readonly identity: string;
  readonly seat: NeededSeat;
}

/**
 * Somebody without whom nobody goes on went, or their line did: the room is taken away as by a pause of theirs, and they say
 * when it goes on; nobody else is asked to carry on without them. Nothing is done where they are in another room by now.
 */
export async function pauseWithout(
  context: Context,
  media: () => Promise<MediaServer>,
  { sessionId, roomName, identity, seat: goneSeat }: Gone,
): Promise<void> {
  const done = await commit(
    context,
    async () => {
      const snapshot = await readSnapshotWithoutSeat(context.store, sessionId);
      const { room } = snapshot;
      const now = context.now();
      const { door, terms } = await asItStands(context.store, snapshot.door, now);
      const gone = door.seats.find(
        ({ seat, pseudonym }) => seat === goneSeat && room.seats[pseudonym]?.identity === identity,
      );
      const isThere = room.phase === 'open' && room.roomName === roomName;
      if (gone === undefined || !isThere || !isMissed(goneSeat, terms)) return { changes: [], answer: false };
      const after = goneSeat === 'interpreter' ? pausedByLoss(room, gone) : paused(room, gone, 'pause');
      const entry = entryOf(goneSeat, room.epoch);
      const at = { now, randomBytes: context.randomBytes };
      return { changes: stepChanges(snapshot, { room: after, entries: [entry] }, at), answer: true };
    },
    patient,
  );
  if (done) await deleteRetiredRooms(context.store, media, sessionId);
}

/** Whether the session waits for them. */
const isMissed = (seat: NeededSeat, terms: readonly Terms[]): boolean =>
  seat === 'interpreter' || waitsForOfficer(terms);

const entryOf =
  (seat: NeededSeat, epoch: number): StepEntry =>
  (acting) =>
    seat === 'interpreter'
      ? roomInterpreterLeft.entry({
          ...acting,
          authority: { kind: 'rule', ref: 'nobody is heard without who interprets' },
          // What was being said then may be lost: whoever reads the record finds where it was asked again.
          details: { epoch, repeat: 'last-answer' },
        })
      : roomOfficerLeft.entry({
          ...acting,
          authority: { kind: 'rule', ref: 'attending-officer-present' },
          details: { epoch },
        });
