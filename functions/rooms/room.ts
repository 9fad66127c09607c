import * as z from 'zod';
import { Refusal } from '../shared/refusals.ts';
import type { Seat } from '../sessions/port/door.ts';
import { instant, type Instant } from '../shared/values/instants.ts';
import { alarm, device, phase, roomPause, seatState, whyPutOut, type pauseKind } from './contract.ts';
import { worked } from './port/at-work.ts';
import { saidToday } from './said-today.ts';
import type { SeatUse } from './seat-use.ts';

/**
 * One session in its media rooms as a state, and every step it can take. A step says where the session stands and who is in it;
 * which media rooms that makes, and who is in which, follows from it (place.ts, settled.ts). What the media server cannot be trusted to
 * forget decides the shape: a pass cannot be revoked, and a permission that was taken away comes back with an old pass.
 * So whoever must be out is put out by taking the whole room away and giving the others another one, under a name that
 * nobody could guess (see infra/decisions/pause-takes-the-room-away.md).
 */

export type Device = z.infer<typeof device>;

const place = z.object({
  state: seatState,
  device: device.optional(),
  /** How often it was emptied; absent for never. An arrival from before the last time counts no more. */
  emptied: z.int().optional(),
  /** Why they were put out, until they come again. */
  putOut: whyPutOut.optional(),
  /** Since when their hand is up; laid over the seat with its arrival. */
  hand: instant.optional(),
});

const mediaRoom = z.object({
  /** Random, and new each time that the room is made. */
  roomName: z.string(),
  /** By pseudonym, or the name of a machine. */
  people: z.record(
    z.string(),
    z.object({
      /** The name under which the media server knows somebody in this room; random. */
      identity: z.string(),
      /** The epoch in which they were given it: a page that sees a later one asks for another pass. */
      since: z.int(),
      /** They see and hear what goes on there, and are seen and heard by nobody. */
      as: z.literal('viewer').optional(),
    }),
  ),
});
export type MediaRoom = z.infer<typeof mediaRoom>;

export const roomItem = z.object({
  sessionId: z.string(),
  version: z.number().int(),
  phase,
  /** Rises whenever a media room is made, or somebody goes from one into another. */
  epoch: z.number().int(),
  /** The media rooms that there are now, by what they are: `hearing` is where the session is held. */
  rooms: z.record(z.string(), mediaRoom),
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
  /** Who of those who are heard before a court was called in and not stood down. */
  called: z.array(z.string()).optional(),
  /** With whom somebody goes who goes with others than their role says: the pseudonym of whoever it is. */
  beside: z.record(z.string(), z.string()).optional(),
  /** In which languages the screened side is interpreted to (machines/passage.ts): the court's own, and theirs. Never anybody's who is heard. */
  carried: z.object({ court: z.array(z.string()), screened: z.array(z.string()) }).optional(),
  /** The court sits in camera since somebody who presides said so in the room. */
  inCamera: z.literal(true).optional(),
  /** Nothing of what goes on is to be captured. */
  record: z.literal('off').optional(),
  /** Until when it is adjourned: the beginning of the next window of the rooms. */
  adjournedTo: instant.optional(),
  /** Who talks among themselves, by a random name; no machine is ever with them. */
  consultations: z
    .record(z.string(), z.strictObject({ by: z.string(), people: z.array(z.string()) }))
    .optional(),
  /** Whom the court has silenced: no pass of theirs sends anything. */
  silenced: z.array(z.string()).optional(),
  /** Identities under which nobody is to be in a room any more, and somebody may be yet. */
  leaving: z.array(z.object({ roomName: z.string(), identity: z.string() })).optional(),
  /** How long whoever interprets, by pseudonym. Older rooms do not say. */
  work: z.record(z.string(), worked).optional(),
});
export type Room = z.infer<typeof roomItem>;
export type Alarm = z.infer<typeof alarm>;
export type PauseKind = z.infer<typeof pauseKind>;
type Place = z.infer<typeof place>;

/** Who has a seat by the door. */
type Occupant = Pick<Seat, 'seat' | 'pseudonym'>;

export const unopened = (sessionId: string): Room => ({
  sessionId,
  version: 0,
  phase: 'closed',
  epoch: 0,
  rooms: {},
  pauses: [],
  retired: [],
  seats: {},
  alarms: [],
});

const assertNotEnded = (room: Room): void => {
  if (room.phase === 'ended') throw new Refusal('room-ended');
};

/**
 * These media rooms must go. Their names stay on the list until the media server has confirmed it. Whoever still has a place gets
 * another one with the step (settled.ts).
 * @returns the very session where none of them is there
 */
export function withoutRooms(
  room: Room,
  isGone: (key: string, there: MediaRoom) => boolean = () => true,
): Room {
  const all = Object.entries(room.rooms);
  const gone = all.filter(([key, there]) => isGone(key, there));
  if (gone.length === 0) return room;
  return {
    ...room,
    rooms: Object.fromEntries(all.filter((each) => !gone.includes(each))),
    retired: [...room.retired, ...gone.map(([, { roomName }]) => roomName)],
  };
}

const withSeat = (room: Room, who: string, taken: Place): Room => ({
  ...room,
  seats: { ...room.seats, [who]: taken },
});

/** How often a seat was emptied so far. */
export const timesEmptied = (room: Pick<Room, 'seats'>, who: string): number => room.seats[who]?.emptied ?? 0;

/** Whoever is put out was called in no more: let in again, they wait. */
function withSeatEmptied({ called, ...room }: Room, who: string): Room {
  const rest = called === undefined ? room : { ...room, called: called.filter((each) => each !== who) };
  return withSeat(rest, who, { state: 'away', emptied: timesEmptied(room, who) + 1 });
}

function atDoor(room: Room, who: string, checked: Device): Room {
  const { putOut: _over, ...taken } = room.seats[who] ?? { state: 'away' };
  const state = taken.state === 'admitted' ? 'admitted' : 'waiting';
  return withSeat(room, who, { ...taken, state, device: checked });
}

/** Somebody whose device was checked waits at the door. Whoever is admitted already stays so: a reload is no event. */
export function arrived(room: Room, who: string, checked: Device): Room {
  assertNotEnded(room);
  return atDoor(room, who, checked);
}

/** The room with those who have come since it was written; whoever was put out after they came is not among them. */
export const withArrivals = (room: Room, uses: readonly SeatUse[]): Room =>
  uses.reduce((rest, { pseudonym, arrival, hand }) => {
    const emptied = timesEmptied(rest, pseudonym);
    const came = arrival?.emptied === emptied ? atDoor(rest, pseudonym, arrival.device) : rest;
    return withHand(came, pseudonym, hand?.emptied === emptied ? hand.since : undefined);
  }, room);

/** Only of somebody who is in. */
function withHand(room: Room, who: string, since: Instant | undefined): Room {
  const taken = room.seats[who];
  if (taken === undefined || (taken.hand === undefined && since === undefined)) return room;
  const { hand: _before, ...rest } = taken;
  return withSeat(
    room,
    who,
    since === undefined || rest.state !== 'admitted' ? rest : { ...rest, hand: since },
  );
}

/**
 * Whoever runs the session opens the room and is in it. On a room that is open already it gives everybody a new one. Whoever had
 * paused when it was closed says go on before there is one: to close and to open a room is no way round somebody's stop.
 */
export function opened(room: Room, runner: string): Room {
  assertNotEnded(room);
  if (room.phase === 'paused') throw new Refusal('room-paused');
  const there = withSeat(room, runner, { ...room.seats[runner], state: 'admitted' });
  const { adjournedTo: _over, ...rest } = withoutRooms(there);
  return { ...rest, phase: rest.pauses.length > 0 ? 'paused' : 'open' };
}

/** Lets in one who waits. While the room is paused they are let in for when it goes on. */
export function admitted(room: Room, who: string): Room {
  assertNotEnded(room);
  if (room.phase === 'closed') throw new Refusal('room-not-open');
  const taken = room.seats[who];
  if (taken?.state === 'admitted') return room;
  if (taken?.state !== 'waiting') throw new Refusal('not-waiting');
  return withSeat(room, who, { ...taken, state: 'admitted' });
}

/** Puts one out; the others get another room, since the pass of the one put out cannot be taken back. */
export function removed(room: Room, who: string, why?: z.infer<typeof whyPutOut>): Room {
  assertNotEnded(room);
  if (room.seats[who]?.state !== 'admitted') throw new Refusal('not-admitted');
  const empty = withSeatEmptied(room, who);
  const seat = empty.seats[who];
  return why === undefined || seat === undefined ? empty : withSeat(empty, who, { ...seat, putOut: why });
}

/** The seat is empty again: its holder was put out, or moves to another device. */
export const vacated = withSeatEmptied;

/** These may not be in it any more: whoever of them was in it is out, and the others get another room. */
export const withPutOut = (room: Room, whos: readonly string[]): Room => whos.reduce(withSeatEmptied, room);

/** Other terms hold: these are out, and the others get another room, for which every pass is minted anew. */
export const underOtherTerms = (room: Room, whos: readonly string[], mark: string): Room => ({
  ...withoutRooms(withPutOut(room, whos)),
  underTerms: mark,
});

/** A flood of intruders must not make the room's item grow: each of them stands in the log. */
const mostAlarms = 20;

/**
 * Somebody is in a media room whom nobody let in. The seat whose pass it was is out until the clerk lets it in again, and the
 * others get another room.
 * @param where its name at the media server
 */
export function intruded(room: Room, met: Alarm, where: string): Room {
  const { pseudonym } = met;
  const inside = pseudonym !== undefined && room.seats[pseudonym]?.state === 'admitted';
  const rest = inside ? withSeatEmptied(room, pseudonym) : room;
  return alarmed(
    withoutRooms(rest, (_key, { roomName }) => roomName === where),
    met,
  );
}

/** Whoever runs the session is to take note of it; nobody is moved. */
export const alarmed = (room: Room, met: Alarm): Room => ({
  ...room,
  alarms: [...room.alarms, met].slice(-mostAlarms),
});

/** It is uncertain who was there; told once until note is taken, and to nobody where nobody is there any more. */
export function uncertain(room: Room, told: Alarm): Room {
  if (room.phase !== 'open' && room.phase !== 'paused') return room;
  const others = room.alarms.filter(
    ({ kind, pseudonym }) => kind !== told.kind || pseudonym !== told.pseudonym,
  );
  return alarmed({ ...room, alarms: others }, told);
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
  return { ...room, phase: 'paused', pauses: [...others, pause] };
}

/** This seat says go on; when nobody else pauses a room that was open, there is a new one. */
export function resumed(room: Room, seat: Occupant['seat']): Room {
  assertNotEnded(room);
  if (!room.pauses.some((pause) => pause.seat === seat)) throw new Refusal('not-yours-to-resume');
  const pauses = room.pauses.filter((pause) => pause.seat !== seat);
  const waits = pauses.length > 0 || room.phase === 'closed';
  return { ...room, pauses, phase: waits ? room.phase : 'open' };
}

/** Law, consent or plan no longer allow it: everybody is back at the door, and whoever paused goes on pausing. */
export function shut(room: Room): Room {
  const seats = Object.entries(room.seats).map(([who, taken]): [string, typeof taken] => [
    who,
    { ...taken, state: taken.state === 'admitted' ? 'waiting' : taken.state },
  ]);
  // Nobody is called in, or talks apart, where nobody is.
  const { called: _called, consultations: _consultations, ...rest } = room;
  return { ...rest, phase: 'closed', seats: Object.fromEntries(seats) };
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
