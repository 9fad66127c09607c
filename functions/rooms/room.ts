import * as z from 'zod';
import { role, type Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import { holdKind, phase, seatState } from './contract.ts';

/**
 * The hearing room of one session as a state, and every step it can take. What the media server cannot be trusted to
 * forget decides the shape: a pass cannot be revoked, and a permission that was taken away comes back with an old pass.
 * So whoever must be out is put out by taking the whole room away and giving the others another one, under a name that
 * nobody could guess (see infra/decisions/pause-takes-the-room-away.md).
 */

const device = z.strictObject({
  camera: z.boolean(),
  microphone: z.boolean(),
  connection: z.enum(['good', 'weak']),
});
export type Device = z.infer<typeof device>;

const place = z.strictObject({
  state: seatState,
  /** The name under which the media server knows this admission; random, new with each room. */
  identity: z.string().optional(),
  device: device.optional(),
  /** Pseudonym of whoever came: a seat can be given to somebody else, who has not come yet then. */
  who: z.string().optional(),
});

export const roomItem = z.object({
  sessionId: z.string(),
  version: z.number().int(),
  phase,
  epoch: z.number().int(),
  /** Name of the room at the media server; absent unless the phase is `open`. */
  roomName: z.string().optional(),
  holds: z.array(z.strictObject({ seat: role, kind: holdKind })),
  /** Rooms that must be gone and may not be yet. */
  retired: z.array(z.string()),
  seats: z.partialRecord(role, place),
});
export type Room = z.infer<typeof roomItem>;
export type HoldKind = z.infer<typeof holdKind>;

/** What a step needs from chance: a room name, and an identity for each admission. */
export interface Names {
  readonly roomName: string;
  readonly randomBytes: RandomBytes;
}

export const unopened = (sessionId: string): Room => ({
  sessionId,
  version: 0,
  phase: 'closed',
  epoch: 0,
  holds: [],
  retired: [],
  seats: {},
});

const assertNotEnded = (room: Room): void => {
  if (room.phase === 'ended') throw new Refusal('room-ended');
};

/** The room there was must go. The name stays on the list until the media server has confirmed it. */
const withoutRoom = ({ roomName, ...room }: Room): Room => ({
  ...room,
  retired: roomName === undefined ? room.retired : [...room.retired, roomName],
});

/** Another room for all who are admitted, each under a new identity. */
const withNewRoom = (room: Room, { roomName, randomBytes }: Names): Room => ({
  ...withoutRoom(room),
  phase: 'open',
  epoch: room.epoch + 1,
  roomName,
  seats: Object.fromEntries(
    Object.entries(room.seats).map(([seat, taken]) => [
      seat,
      taken.state === 'admitted' ? { ...taken, identity: newId(randomBytes) } : withoutIdentity(taken),
    ]),
  ),
});

const withoutIdentity = ({ identity: _gone, ...taken }: z.infer<typeof place>) => taken;

const withSeat = (room: Room, seat: Role, taken: z.infer<typeof place>): Room => ({
  ...room,
  seats: { ...room.seats, [seat]: taken },
});

/** Somebody whose device was checked waits at the door. Whoever is admitted already stays so: a reload is no event. */
export function arrived(room: Room, seat: Role, checked: Device): Room {
  assertNotEnded(room);
  const taken = room.seats[seat];
  return withSeat(room, seat, {
    ...taken,
    state: taken?.state === 'admitted' ? 'admitted' : 'waiting',
    device: checked,
  });
}

/** The clerk opens the room and is in it. On a room that is open already it gives everybody a new one. */
export function opened(room: Room, clerk: Role, names: Names): Room {
  assertNotEnded(room);
  if (room.phase === 'paused') throw new Refusal('room-paused');
  return withNewRoom(withSeat(room, clerk, { ...room.seats[clerk], state: 'admitted' }), names);
}

/** The media server lost the room (it was restarted): everybody gets another one. */
export const renewed = (room: Room, names: Names): Room => withNewRoom(room, names);

/** Lets one waiting seat in. While the room is paused the seat is let in for when it goes on. */
export function admitted(room: Room, seat: Role, randomBytes: RandomBytes): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  const taken = room.seats[seat];
  if (taken?.state === 'admitted') return room;
  if (taken?.state !== 'waiting') throw new Refusal('not-waiting');
  const identity = room.phase === 'open' ? { identity: newId(randomBytes) } : {};
  return withSeat(room, seat, { ...taken, state: 'admitted', ...identity });
}

/** Puts one seat out; the others get another room, since the pass of the one put out cannot be taken back. */
export function removed(room: Room, seat: Role, names: Names): Room {
  assertNotEnded(room);
  if (room.seats[seat]?.state !== 'admitted') throw new Refusal('not-admitted');
  return vacated(room, seat, names);
}

/** The seat is empty again: its holder was put out, or moves to another device. */
export function vacated(room: Room, seat: Role, names: Names): Room {
  const inRoom = room.phase === 'open' && room.seats[seat]?.state === 'admitted';
  const empty = withSeat(room, seat, { state: 'away' });
  return inRoom ? withNewRoom(empty, names) : empty;
}

/** Seats whose holder came, and has no seat any more since somebody else was given it. */
export const formerSeats = (room: Room, seats: readonly Occupant[]): readonly Role[] =>
  seats.flatMap(({ seat, pseudonym }) => {
    const taken = room.seats[seat];
    const former = taken !== undefined && taken.state !== 'away' && (taken.who ?? pseudonym) !== pseudonym;
    return former ? [seat] : [];
  });

/** Who has a seat by the door. */
interface Occupant {
  readonly seat: Role;
  readonly pseudonym: string;
}

/** The room as it is for those who have a seat now: whoever was replaced is not in it. */
export const withoutFormer = (room: Room, seats: readonly Occupant[]): Room =>
  formerSeats(room, seats).reduce((rest, seat) => withSeat(rest, seat, { state: 'away' }), room);

/** Those who were replaced are out; if one of them was in the room, the others get another one. */
export function handedOver(room: Room, seats: readonly Occupant[], names: Names): Room {
  const inside = formerSeats(room, seats).some((seat) => room.seats[seat]?.state === 'admitted');
  const rest = withoutFormer(room, seats);
  return inside && room.phase === 'open' ? withNewRoom(rest, names) : rest;
}

/** The room in which it stands who came, for each seat that somebody came to. */
export const withNames = (room: Room, seats: readonly Occupant[]): Room => ({
  ...room,
  seats: Object.fromEntries(
    Object.entries(room.seats).map(([seat, taken]) => {
      const who = taken.who ?? seats.find((each) => each.seat === seat)?.pseudonym;
      return [seat, taken.state === 'away' || who === undefined ? taken : { ...taken, who }];
    }),
  ),
});

/** The room is taken away until this seat says go on. A second holder makes it wait for both. */
export function paused(room: Room, seat: Role, kind: HoldKind): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  if (room.seats[seat]?.state !== 'admitted') throw new Refusal('not-admitted');
  const others = room.holds.filter((hold) => hold.seat !== seat);
  return { ...withoutRoom(room), phase: 'paused', holds: [...others, { seat, kind }] };
}

/** This seat lets go; when nobody else holds, there is a new room. */
export function resumed(room: Room, seat: Role, names: Names): Room {
  assertNotEnded(room);
  if (!room.holds.some((hold) => hold.seat === seat)) throw new Refusal('not-yours-to-resume');
  const holds = room.holds.filter((hold) => hold.seat !== seat);
  return holds.length > 0 ? { ...room, holds } : withNewRoom({ ...room, holds }, names);
}

/** Law, consent or plan no longer allow it: everybody is back at the door. */
export function shut(room: Room): Room {
  const seats = Object.entries(room.seats).map(([seat, taken]): [string, typeof taken] => [
    seat,
    { ...withoutIdentity(taken), state: taken.state === 'admitted' ? 'waiting' : taken.state },
  ]);
  return { ...withoutRoom(room), phase: 'closed', holds: [], seats: Object.fromEntries(seats) };
}

/** The end: no step leads on from here. */
export function ended(room: Room): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  return { ...shut(room), phase: 'ended' };
}
