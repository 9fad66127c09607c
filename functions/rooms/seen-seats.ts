import type * as z from 'zod';
import { isGuestSeat } from '../shared/access/roles.ts';
import type { Door, Seat } from '../sessions/port/door.ts';
import type { roomView } from './contract.ts';
import { sideOf } from './place.ts';
import type { Room } from './room.ts';
import { placesOf } from './settled.ts';

/**
 * Which seats somebody may know of before a court, and where they are with whom. The screened side never learns whether whoever is
 * heard has come, went or pauses, nor whoever goes with them; and whoever is heard is not shown the screened side.
 */

type SeenSeat = z.input<typeof roomView>['seats'][number];

/** Whether one seat may know of another at all. */
export function mayKnowOf(door: Door, room: Room, me: Seat, other: Seat): boolean {
  const [mine, theirs] = [sideOf(door, room, me).of, sideOf(door, room, other).of];
  if (mine === 'screened') return theirs !== 'heard';
  return !(mine === 'heard' && theirs === 'screened' && isGuestSeat(me.seat));
}

/** Where another seat is, as far as one who sees it may know: by identity in each room that the two share. */
export function whereSeen(
  door: Door,
  room: Room,
  me: Seat,
  other: Seat,
): Pick<SeenSeat, 'identity' | 'elsewhere' | 'waitsApart' | 'screened'> {
  const mine = placesOf(room, me.pseudonym);
  const theirs = placesOf(room, other.pseudonym).filter(({ as }) => as !== 'viewer');
  const shared = mine.flatMap(({ key }) => {
    const there = theirs.find((each) => each.key === key);
    return there === undefined ? [] : [{ room: key, identity: there.identity }];
  });
  const main = shared.find(({ room: key }) => key === mine[0]?.key);
  const elsewhere = shared.filter((each) => each !== main);
  const side = sideOf(door, room, other);
  const isCalled = side.of === 'heard' && (room.called ?? []).includes(side.whom);
  return {
    ...(main === undefined ? {} : { identity: main.identity }),
    ...(elsewhere.length === 0 ? {} : { elsewhere }),
    ...(side.of === 'heard' && !isCalled ? { waitsApart: true as const } : {}),
    ...(side.of === 'screened' ? { screened: true as const } : {}),
  };
}
