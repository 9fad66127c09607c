import { isGuestSeat } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { assertNamed, waitsForOfficer, type Terms } from '../requests/port/terms.ts';
import { heardIn, type Door, type Seat } from '../sessions/port/door.ts';
import type { Room } from './room.ts';

/**
 * What the host State's permission demands of the room itself: that nobody speaks while its attending officer is not in it,
 * and that nobody comes in who is not named. It is kept where a room is opened, goes on, and where a pass is minted.
 */

const officers = ({ seats }: Pick<Door, 'seats'>) => seats.filter(({ seat }) => seat === 'attending-officer');

/** Whether the officer was let in and has not gone: where the media server says that they went, the room is paused. */
export const officerIsIn = (door: Pick<Door, 'seats'>, room: Room): boolean =>
  officers(door).some(({ pseudonym }) => room.seats[pseudonym]?.state === 'admitted');

/**
 * A room is opened once the officer has come: they wait at its door, and are let in first.
 * @throws {Refusal} `condition-not-kept`
 */
export function assertOfficerHere(terms: readonly Terms[], door: Pick<Door, 'seats'>, room: Room): void {
  const isHere = officers(door).some(({ pseudonym }) => (room.seats[pseudonym]?.state ?? 'away') !== 'away');
  if (waitsForOfficer(terms) && !isHere) throw notKept();
}

/** @throws {Refusal} `condition-not-kept` where it goes on without the officer */
export function assertOfficerIn(terms: readonly Terms[], door: Pick<Door, 'seats'>, room: Room): void {
  if (waitsForOfficer(terms) && !officerIsIn(door, room)) throw notKept();
}

/**
 * Who may have a pass.
 * @throws {Refusal} `condition-not-kept`; to a guest `room-not-open`, since at the door they learn nothing of a condition
 */
export function assertTermsLet(
  terms: readonly Terms[],
  door: Pick<Door, 'seats'>,
  room: Room,
  me: Pick<Seat, 'seat' | 'pseudonym'>,
): void {
  try {
    assertNamed(terms, me, heardIn(door));
    if (me.seat !== 'attending-officer') assertOfficerIn(terms, door, room);
  } catch (refused) {
    if (refused instanceof Refusal && isGuestSeat(me.seat)) throw new Refusal('room-not-open');
    throw refused;
  }
}

const notKept = () => new Refusal('condition-not-kept', { condition: 'attending-officer-present' });
