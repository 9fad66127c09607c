import { isGuestSeat } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Door, Seat } from '../sessions/port/door.ts';
import { identityOf } from '../sessions/port/identity.ts';

/**
 * Whoever is heard has no way in before it is established who they are, where the host State demands it.
 * @throws {Refusal} `condition-not-kept`
 */
export function assertIdentified(door: Door, { pseudonym }: Pick<Seat, 'pseudonym'>, now: Date): void {
  const state = identityOf(door, pseudonym, now);
  if (state !== undefined && state !== 'established')
    throw new Refusal('condition-not-kept', { condition: 'identity-established' });
}

/**
 * The same where a pass is asked for.
 * @throws {Refusal} `condition-not-kept`; to a guest `room-not-open`, since at the door they learn nothing of a condition
 */
export function assertIdentifiedForPass(door: Door, me: Pick<Seat, 'seat' | 'pseudonym'>, now: Date): void {
  try {
    assertIdentified(door, me, now);
  } catch (refused) {
    if (refused instanceof Refusal && isGuestSeat(me.seat)) throw new Refusal('room-not-open');
    throw refused;
  }
}
