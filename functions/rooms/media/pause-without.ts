import { waitsForOfficer, type Terms } from '../../requests/port/terms.ts';
import type { Context } from '../../shared/http/call.ts';
import { roomInterpreterLeft, roomOfficerLeft } from '../actions.ts';
import { asItStands } from '../as-it-stands.ts';
import type { MediaServer } from './media-server.ts';
import { hearingRoom, screenedRoom } from '../place.ts';
import { paused, pausedByLoss } from '../room.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';

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
export const pauseWithout = (
  context: Context,
  media: () => Promise<MediaServer>,
  { sessionId, roomName, identity, seat: goneSeat }: Gone,
): Promise<boolean> =>
  stepOfNobody(context, media, sessionId, async ({ door: stored, room }, now) => {
    // Where whoever is heard waits, nobody is heard; the accused has somebody who interprets too.
    const there = [hearingRoom, screenedRoom].map((key) => room.rooms[key]);
    const left = there.find((each) => each?.roomName === roomName);
    if (left === undefined) return undefined;
    const { door, terms } = await asItStands(context.store, stored, now);
    const gone = door.seats.find(
      ({ seat, pseudonym }) => seat === goneSeat && left.people[pseudonym]?.identity === identity,
    );
    if (gone === undefined || !isMissed(goneSeat, terms)) return undefined;
    const after = goneSeat === 'interpreter' ? pausedByLoss(room, gone) : paused(room, gone, 'pause');
    return { room: after, stands: door, entries: [entryOf(goneSeat, room.epoch)] };
  });

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
