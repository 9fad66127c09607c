import { Refusal } from '../shared/refusals.ts';
import {
  assertEveryGateOpen,
  assertInWindow,
  assertLive,
  type Door,
  type Seat,
} from '../sessions/port/door.ts';
import type { Room } from './room.ts';

/** As whom somebody comes in, and where. */
export interface Admission {
  readonly roomName: string;
  readonly identity: string;
}

/**
 * The one rule on who may come in: the law, the consent, the risk plan, the roster, the hour, the clerk, and nobody's
 * hand on the pause. It is applied where the pass is minted, and nowhere else counts.
 * @throws {Refusal} the first reason against it
 */
export function mayEnter(
  door: Door,
  room: Room,
  { pseudonym }: Pick<Seat, 'pseudonym'>,
  now: Date,
): Admission {
  if (room.phase === 'ended') throw new Refusal('room-ended');
  assertLive(door);
  assertEveryGateOpen(door);
  assertInWindow(door, now);
  const taken = room.seats[pseudonym];
  if (taken?.state !== 'admitted') throw new Refusal('not-admitted');
  if (room.phase === 'paused') throw new Refusal('room-paused');
  if (room.phase !== 'open' || room.roomName === undefined || taken.identity === undefined) {
    throw new Refusal('room-not-open');
  }
  return { roomName: room.roomName, identity: taken.identity };
}
