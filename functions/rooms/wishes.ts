import { keepsListenersOut, type KeptWish } from '../cases/port/standing.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Seat } from '../sessions/port/door.ts';

/** What somebody who is heard wished for the session, as far as a room can keep it: in camera or altered, nobody listens. */

/** @throws {Refusal} `wished-in-camera` */
export function assertWished(wishes: readonly KeptWish[], { seat }: Pick<Seat, 'seat'>): void {
  if (seat === 'observer' && keepsListenersOut(wishes)) throw new Refusal('wished-in-camera');
}

/**
 * The same at the door, where a guest learns of no wish.
 * @throws {Refusal} `room-not-open`
 */
export function assertWishesLet(wishes: readonly KeptWish[], me: Pick<Seat, 'seat'>): void {
  try {
    assertWished(wishes, me);
  } catch (refused) {
    // Nobody listens who has an account.
    if (refused instanceof Refusal) throw new Refusal('room-not-open');
    throw refused;
  }
}
