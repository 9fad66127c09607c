import { randomBytes } from 'node:crypto';
import * as steps from '../../functions/rooms/room.ts';
import { unopened, type Alarm, type PauseKind, type Room } from '../../functions/rooms/room.ts';
import { allOpen } from '../support/all-open.ts';
import { settled } from '../../functions/rooms/settled.ts';
import type { Role } from '../../functions/shared/access/roles.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

export const device = { camera: true, microphone: true, connection: 'good' } as const;

export interface Occupied {
  readonly seat: Role;
  readonly pseudonym: string;
}

let made = 0;

export const names = () => ({
  roomName: () => `room-${(made += 1)}`,
  randomBytes: (length: number) => randomBytes(length),
});

/** The session with its media rooms, as a step leaves it. */
export const inRooms = (
  room: Room,
  seats: readonly Occupied[] = Object.keys(room.seats).map((seat) => ({
    seat: seat as Role,
    pseudonym: seat,
  })),
): Room =>
  settled(
    { sessionId: room.sessionId, seats: [...seats], apart: [], kind: 'interview', gates: allOpen },
    room,
    names(),
  );

/** Name of the media room in which the session is held. */
export const hearing = ({ rooms }: Room): string | undefined => rooms['hearing']?.roomName;
/** Under which name it knows somebody. */
export const identityOf = ({ rooms }: Room, who: string): string | undefined =>
  rooms['hearing']?.people[who]?.identity;

/** The steps, each with the media rooms that it leaves. */
export const opened = (room: Room, who: string): Room => inRooms(steps.opened(room, who));
export const admitted = (room: Room, who: string): Room => inRooms(steps.admitted(room, who));
export const removed = (room: Room, who: string): Room => inRooms(steps.removed(room, who));
export const vacated = (room: Room, who: string): Room => inRooms(steps.vacated(room, who));
export const resumed = (room: Room, seat: Role): Room => inRooms(steps.resumed(room, seat));
export const shut = (room: Room): Room => inRooms(steps.shut(room));
export const ended = (room: Room): Room => inRooms(steps.ended(room));
export const intruded = (room: Room, alarm: Alarm): Room =>
  inRooms(steps.intruded(room, alarm, hearing(room) ?? ''));
export const withReplacedEvicted = (room: Room, seats: readonly Occupied[]): Room =>
  inRooms(steps.withoutFormer(room, seats), seats);

/** The code of the refusal that a step gives, or `none`. */
export const refusalOf = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** In these tests everybody has the name of their seat. */
export const paused = (room: Room, seat: Role, kind: PauseKind): Room =>
  inRooms(steps.paused(room, { seat, pseudonym: seat }, kind));

export const alarmOf = (seat: Role): Alarm => ({
  kind: 'pass-misused',
  at: parseInstant('2026-11-28T03:00:00Z'),
  seat,
  pseudonym: seat,
});

export const running = (...seats: Role[]): Room => {
  let room = opened(unopened('session'), 'clerk');
  for (const seat of seats) room = admitted(steps.arrived(room, seat, device), seat);
  return room;
};
