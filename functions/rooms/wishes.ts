import { keepsListenersOut, wishedBy, type KeptWish, type Standing } from '../cases/port/standing.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Door, Seat } from '../sessions/port/door.ts';
import type { Room } from './room.ts';

/**
 * What somebody who is heard wished for the session, as far as a room can keep it: in camera or altered, nobody listens; with a
 * supporter, they are not let in alone.
 */

/** Who is beside somebody who is heard. */
const supporters: readonly string[] = ['support-officer', 'support-person'];

/** Whether a supporter has come and was not put out. */
export const supporterIsThere = ({ seats }: Pick<Door, 'seats'>, room: Room): boolean =>
  seats.some(
    ({ seat, pseudonym }) => supporters.includes(seat) && (room.seats[pseudonym]?.state ?? 'away') !== 'away',
  );

/**
 * @param standings of those who are heard
 * @throws {Refusal} `wished-in-camera`; `supporter-wished` for one who wished for somebody beside them, while nobody has come
 */
export function assertWished(
  wishes: readonly KeptWish[],
  standings: readonly Standing[],
  door: Pick<Door, 'seats'>,
  room: Room,
  { seat, pseudonym }: Pick<Seat, 'seat' | 'pseudonym'>,
): void {
  if (seat === 'observer' && keepsListenersOut(wishes)) throw new Refusal('wished-in-camera');
  if (wishedBy(standings, pseudonym, 'supporter') && !supporterIsThere(door, room))
    throw new Refusal('supporter-wished');
}

/**
 * The same at the door, where a guest learns of no wish.
 * @throws {Refusal} `room-not-open`
 */
export function assertWishesLet(...of: Parameters<typeof assertWished>): void {
  try {
    assertWished(...of);
  } catch (refused) {
    // Nobody listens, and nobody is heard, who has an account.
    if (refused instanceof Refusal) throw new Refusal('room-not-open');
    throw refused;
  }
}
