import { Refusal } from '../../shared/refusals.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Door } from '../../sessions/port/door.ts';
import { isScreened } from '../kept-apart.ts';
import { screenedRoom } from '../place.ts';
import type { Room } from '../room.ts';
import { placesOf } from '../settled.ts';
import { flows, hasSpoken, longestStall } from './lease.ts';
import { readMachines } from './store.ts';

/** Without the relay one side hears nothing, so nobody comes in there and nobody is called in before it carries. */

export const hasScreenedSide = (door: Door): boolean => door.seats.some((seat) => isScreened(door, seat));

/** @throws {Refusal} `relay-not-ready` */
export async function assertRelayFlows(store: Store, door: Door, room: Room, now: Date): Promise<void> {
  if (!hasScreenedSide(door)) return;
  const { relay, observer } = await readMachines(store, door.sessionId);
  // Of the observer it counts that it sees that side; where else it is to be, it may be on its way to.
  const seen = placesOf(room, 'observer').filter(({ key }) => key === screenedRoom);
  const places = { relay: placesOf(room, 'relay'), observer: seen };
  if (!flows(relay, observer, now, places)) throw new Refusal('relay-not-ready');
}

/**
 * Whether it can go on: the machines are there, and have their rooms with the step that brings them. One that was silent for as long as
 * a hearing is paused for is not: it may hold its place and be dead.
 */
export async function isRelayThere(store: Store, door: Door, now: Date): Promise<boolean> {
  if (!hasScreenedSide(door)) return true;
  const { relay, observer } = await readMachines(store, door.sessionId);
  return hasSpoken(relay, now, longestStall) && hasSpoken(observer, now, longestStall);
}
