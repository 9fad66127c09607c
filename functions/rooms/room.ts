import * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import type { Seat } from '../sessions/port/door.ts';
import { alarm, device, phase, roomPause, seatState, type pauseKind } from './contract.ts';
import { worked } from './port/at-work.ts';
import { saidToday } from './said-today.ts';
import type { SeatUse } from './seat-use.ts';

/**
 * The hearing room of one session as a state, and every step it can take. What the media server cannot be trusted to
 * forget decides the shape: a pass cannot be revoked, and a permission that was taken away comes back with an old pass.
 * So whoever must be out is put out by taking the whole room away and giving the others another one, under a name that
 * nobody could guess (see infra/decisions/pause-takes-the-room-away.md).
 */

export type Device = z.infer<typeof device>;

const place = z.object({
  state: seatState,
  /** The name under which the media server knows this admission; random, new with each room. */
  identity: z.string().optional(),
  device: device.optional(),
  /** How often it was emptied; absent for never. An arrival from before the last time counts no more. */
  emptied: z.int().optional(),
});

export const roomItem = z.object({
  sessionId: z.string(),
  version: z.number().int(),
  phase,
  epoch: z.number().int(),
  /** Name of the room at the media server; absent unless the phase is `open`. */
  roomName: z.string().optional(),
  /** By seat: whoever is given it can go on in their place. */
  pauses: z.array(roomPause),
  /** Rooms that must be gone and may not be yet. */
  retired: z.array(z.string()),
  /** By the pseudonym of whoever came, since several can have a seat, and a seat can be given to somebody else. */
  seats: z.record(z.string(), place),
  /** Intruders whom the clerk has not taken note of, the latest last. */
  alarms: z.array(alarm).default([]),
  /** Under which terms of the host State its passes were minted (keep-terms.ts). Older rooms do not say. */
  underTerms: z.string().optional(),
  /** What those who are heard said on the day, by pseudonym; see today.ts. */
  today: z.record(z.string(), saidToday).optional(),
  /** How long whoever interprets was at work, by pseudonym. Older rooms do not say. */
  work: z.record(z.string(), worked).optional(),
});
export type Room = z.infer<typeof roomItem>;
export type Alarm = z.infer<typeof alarm>;
export type PauseKind = z.infer<typeof pauseKind>;
type Place = z.infer<typeof place>;

/** Who has a seat by the door. */
type Occupant = Pick<Seat, 'seat' | 'pseudonym'>;

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
  pauses: [],
  retired: [],
  seats: {},
  alarms: [],
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
    Object.entries(room.seats).map(([who, taken]) => [
      who,
      taken.state === 'admitted' ? { ...taken, identity: newId(randomBytes) } : withoutIdentity(taken),
    ]),
  ),
});

const withoutIdentity = ({ identity: _gone, ...taken }: Place) => taken;

const withSeat = (room: Room, who: string, taken: Place): Room => ({
  ...room,
  seats: { ...room.seats, [who]: taken },
});

/** How often a seat was emptied so far. */
export const timesEmptied = (room: Room, who: string): number => room.seats[who]?.emptied ?? 0;

const withSeatEmptied = (room: Room, who: string): Room =>
  withSeat(room, who, { state: 'away', emptied: timesEmptied(room, who) + 1 });

function atDoor(room: Room, who: string, checked: Device): Room {
  const taken = room.seats[who];
  return withSeat(room, who, {
    ...taken,
    state: taken?.state === 'admitted' ? 'admitted' : 'waiting',
    device: checked,
  });
}

/** Somebody whose device was checked waits at the door. Whoever is admitted already stays so: a reload is no event. */
export function arrived(room: Room, who: string, checked: Device): Room {
  assertNotEnded(room);
  return atDoor(room, who, checked);
}

/** The room with those who have come since it was written; whoever was put out after they came is not among them. */
export const withArrivals = (room: Room, uses: readonly SeatUse[]): Room =>
  uses.reduce(
    (rest, { pseudonym, arrival }) =>
      arrival === undefined || arrival.emptied !== timesEmptied(rest, pseudonym)
        ? rest
        : atDoor(rest, pseudonym, arrival.device),
    room,
  );

/**
 * Whoever runs the session opens the room and is in it. On a room that is open already it gives everybody a new one. Whoever had
 * paused when it was closed says go on before there is one: to close and to open a room is no way round somebody's stop.
 */
export function opened(room: Room, runner: string, names: Names): Room {
  assertNotEnded(room);
  if (room.phase === 'paused') throw new Refusal('room-paused');
  const there = withSeat(room, runner, { ...room.seats[runner], state: 'admitted' });
  return there.pauses.length > 0 ? { ...withoutRoom(there), phase: 'paused' } : withNewRoom(there, names);
}

/** The media server lost the room (it was restarted): everybody gets another one. */
export const renewed = (room: Room, names: Names): Room => withNewRoom(room, names);

/** Lets in one who waits. While the room is paused they are let in for when it goes on. */
export function admitted(room: Room, who: string, randomBytes: RandomBytes): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  const taken = room.seats[who];
  if (taken?.state === 'admitted') return room;
  if (taken?.state !== 'waiting') throw new Refusal('not-waiting');
  const identity = room.phase === 'open' ? { identity: newId(randomBytes) } : {};
  return withSeat(room, who, { ...taken, state: 'admitted', ...identity });
}

/** Puts one out; the others get another room, since the pass of the one put out cannot be taken back. */
export function removed(room: Room, who: string, names: Names): Room {
  assertNotEnded(room);
  if (room.seats[who]?.state !== 'admitted') throw new Refusal('not-admitted');
  return vacated(room, who, names);
}

/** The seat is empty again: its holder was put out, or moves to another device. */
export function vacated(room: Room, who: string, names: Names): Room {
  const inRoom = room.phase === 'open' && room.seats[who]?.state === 'admitted';
  const empty = withSeatEmptied(room, who);
  return inRoom ? withNewRoom(empty, names) : empty;
}

/** These may not be in it any more: whoever of them was in it is out, and the others get another room. */
export function withPutOut(room: Room, whos: readonly string[], names: Names): Room {
  const isOpen = room.phase === 'open';
  const inside = whos.some((who) => room.seats[who]?.state === 'admitted');
  const empty = whos.reduce(withSeatEmptied, room);
  return isOpen && inside ? withNewRoom(empty, names) : empty;
}

/** Other terms hold: these are out, and the others get another room, for which every pass is minted anew. */
export function underOtherTerms(room: Room, whos: readonly string[], mark: string, names: Names): Room {
  const empty = whos.reduce(withSeatEmptied, room);
  return { ...(room.phase === 'open' ? withNewRoom(empty, names) : empty), underTerms: mark };
}

/** A flood of intruders must not make the room's item grow: each of them stands in the log. */
const mostAlarms = 20;

/**
 * Somebody is in the room whom nobody let in. The seat whose pass it was is out until the clerk lets it in again, and the
 * others get another room.
 */
export function intruded(room: Room, met: Alarm, names: Names): Room {
  const { pseudonym } = met;
  const inside = pseudonym !== undefined && room.seats[pseudonym]?.state === 'admitted';
  const rest = inside ? withSeatEmptied(room, pseudonym) : room;
  return { ...withNewRoom(rest, names), alarms: [...room.alarms, met].slice(-mostAlarms) };
}

/** The clerk takes note of every alarm that there is. */
export const acknowledged = (room: Room): Room => {
  assertNotEnded(room);
  return { ...room, alarms: [] };
};

/** Pseudonyms of those who came, and have no seat any more since somebody else was given it. */
export const formerOnes = (room: Room, seats: readonly Occupant[]): readonly string[] =>
  Object.entries(room.seats).flatMap(([who, { state }]) =>
    state === 'away' || seats.some(({ pseudonym }) => pseudonym === who) ? [] : [who],
  );

/** The room as it is for those who have a seat now: whoever was replaced is not in it. */
export const withoutFormer = (room: Room, seats: readonly Occupant[]): Room =>
  formerOnes(room, seats).reduce(withSeatEmptied, room);

/** Those who were replaced are out; if one of them was in the room, the others get another one. */
export function withReplacedEvicted(room: Room, seats: readonly Occupant[], names: Names): Room {
  const inside = formerOnes(room, seats).some((who) => room.seats[who]?.state === 'admitted');
  const rest = withoutFormer(room, seats);
  return inside && room.phase === 'open' ? withNewRoom(rest, names) : rest;
}

/** The room is taken away until this seat says go on. A second pause makes it wait for both. */
export const paused = (room: Room, who: Occupant, kind: PauseKind): Room =>
  pausedAs(room, who, { seat: who.seat, kind });

/** The same where they did not say so but went. */
export const pausedByLoss = (room: Room, who: Occupant): Room =>
  pausedAs(room, who, { seat: who.seat, kind: 'pause', lost: true });

function pausedAs(room: Room, { seat, pseudonym }: Occupant, pause: Room['pauses'][number]): Room {
  assertNotEnded(room);
  // In a room that is closed nobody is admitted; a guest at the door learns no more than that.
  if (room.seats[pseudonym]?.state !== 'admitted') throw new Refusal('not-admitted');
  const others = room.pauses.filter((each) => each.seat !== seat);
  return { ...withoutRoom(room), phase: 'paused', pauses: [...others, pause] };
}

/** This seat says go on; when nobody else pauses a room that was open, there is a new one. */
export function resumed(room: Room, seat: Occupant['seat'], names: Names): Room {
  assertNotEnded(room);
  if (!room.pauses.some((pause) => pause.seat === seat)) throw new Refusal('not-yours-to-resume');
  const pauses = room.pauses.filter((pause) => pause.seat !== seat);
  const waits = pauses.length > 0 || room.phase === 'closed';
  return waits ? { ...room, pauses } : withNewRoom({ ...room, pauses }, names);
}

/** Law, consent or plan no longer allow it: everybody is back at the door, and whoever paused goes on pausing. */
export function shut(room: Room): Room {
  const seats = Object.entries(room.seats).map(([who, taken]): [string, typeof taken] => [
    who,
    { ...withoutIdentity(taken), state: taken.state === 'admitted' ? 'waiting' : taken.state },
  ]);
  return { ...withoutRoom(room), phase: 'closed', seats: Object.fromEntries(seats) };
}

/** Nobody pauses any more: the day is over, or what paused it. */
export const withoutPauses = (room: Room, of: (seat: Occupant['seat']) => boolean = () => true): Room =>
  room.pauses.some(({ seat }) => of(seat))
    ? { ...room, pauses: room.pauses.filter(({ seat }) => !of(seat)) }
    : room;

/** The end: no step leads on from here. */
export function ended(room: Room): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  return { ...withoutPauses(shut(room)), phase: 'ended' };
}
