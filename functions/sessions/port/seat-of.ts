import type { Actor } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Door, Seat } from './door.ts';

/**
 * The seat of whoever asks, with an account or by invitation. Whoever has none in the session is answered as if there were no
 * session.
 * @throws {Refusal} `not-found`; `not-your-role` for somebody whose role has changed since the seat was given
 */
export function seatOf(door: Door, actor: Actor): Seat {
  const mine = door.seats.find((seat) =>
    actor.kind === 'staff'
      ? seat.personId === actor.personId
      : door.sessionId === actor.sessionId && seat.pseudonym === actor.seatId,
  );
  if (mine === undefined) throw new Refusal('not-found');
  if (mine.seat !== actor.role) throw new Refusal('not-your-role');
  return mine;
}
