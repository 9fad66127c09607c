import { Refusal } from '../shared/refusals.ts';
import { isGuestSeat } from '../shared/access/roles.ts';
import {
  assertEveryGateOpen,
  assertInWindow,
  assertLive,
  everyGateOpen,
  type Door,
  type Seat,
} from '../sessions/port/door.ts';
import { assertNotKeptApart, toldApart, whyKeptApart } from './kept-apart.ts';
import { placesIn } from './place.ts';
import type { Room } from './room.ts';
import { placesOf, type OwnPlace } from './settled.ts';

/** As whom somebody comes in, and where. */
export type Admission = OwnPlace;

/**
 * The one rule on who may come in: the law, the consent, the risk plan, the roster, the hour, the clerk, and nobody's
 * hand on the pause. It is applied where the pass is minted, and nowhere else counts. A guest who was not let in is
 * told nothing more: at the door they must learn neither of a gate nor of a pause.
 * @param wanted which of their rooms; where they are heard unless told
 * @throws {Refusal} the first reason against it
 */
export function mayEnter(door: Door, room: Room, me: Seat, now: Date, wanted?: string): Admission {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  assertLive(door);
  // Before anything else: it holds whatever the gates, the hour and the clerk say.
  assertNotKeptApart(toldApart(door, me));
  const taken = room.seats[me.pseudonym];
  // Whom a plan keeps out hears what everybody hears who was not let in yet, and hears it as late.
  const isIn = taken?.state === 'admitted' && whyKeptApart(door, me) === undefined;
  if (!isIn && isGuestSeat(me.seat)) throw new Refusal('not-admitted');
  assertDoorLets(door, me, now);
  if (!isIn) throw new Refusal('not-admitted');
  const place = placesOf(room, me.pseudonym).find(({ key }) => wanted === undefined || key === wanted);
  // The rule itself, by the door as it stands: what the last step made of it may be seconds old.
  const as = place === undefined ? undefined : placesIn(door, room).get(place.key)?.get(me.pseudonym);
  if (place === undefined || as !== (place.as ?? 'in'))
    throw new Refusal(room.phase === 'paused' ? 'room-paused' : 'room-not-open');
  return place;
}

/**
 * Gates and hours, for somebody who is in.
 * @throws {Refusal} `gates-closed`, to a guest `room-not-open`, since a gate may be another one’s word; `outside-window`
 */
export function assertDoorLets(door: Door, { seat }: Pick<Seat, 'seat'>, now: Date): void {
  if (isGuestSeat(seat) && !everyGateOpen(door)) throw new Refusal('room-not-open');
  assertEveryGateOpen(door);
  assertInWindow(door, now);
}
