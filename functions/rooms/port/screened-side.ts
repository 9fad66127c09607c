import { isOnAccusedSide } from '../../orders/port/measures.ts';
import type { Seat } from '../../sessions/port/door.ts';
import { whyKeptApart } from '../kept-apart.ts';
import { sideOf, type PlacedDoor } from '../place.ts';
import type { InRoom } from './in-room.ts';

/**
 * The published port of `rooms` on who is of the screened side, for whatever is kept from it: whoever is placed there; the accused and
 * whoever guards them, though no order screens them; whoever is kept out of every room; and whoever interprets beside one of these.
 * Not whoever is out since the court sits in camera. Pure.
 */
export function isOfScreenedSide(door: PlacedDoor, room: Pick<InRoom, 'beside'>, me: Seat): boolean {
  const whom = room.beside?.[me.pseudonym];
  const beside = door.seats.find(({ pseudonym }) => pseudonym === whom);
  return sideOf(door, room, me).of === 'screened' || [me, beside].some((each) => each && isOut(door, each));
}

function isOut(door: PlacedDoor, seat: Seat): boolean {
  if (isOnAccusedSide(seat) && seat.seat !== 'defence-counsel') return true;
  const why = whyKeptApart(door, seat);
  return why !== undefined && why !== 'in-camera';
}
