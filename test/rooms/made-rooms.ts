import { randomBytes } from 'node:crypto';
import {
  admitted,
  arrived,
  opened,
  paused as pausedBy,
  unopened,
  type Alarm,
  type PauseKind,
  type Room,
} from '../../functions/rooms/room.ts';
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
  roomName: `room-${(made += 1)}`,
  randomBytes: (length: number) => randomBytes(length),
});

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
  pausedBy(room, { seat, pseudonym: seat }, kind);

export const alarmOf = (seat: Role): Alarm => ({
  kind: 'pass-misused',
  at: parseInstant('2026-11-28T03:00:00Z'),
  seat,
  pseudonym: seat,
});

export const running = (...seats: Role[]): Room => {
  let room = opened(unopened('session'), 'clerk', names());
  for (const seat of seats) room = admitted(arrived(room, seat, device), seat, randomBytes);
  return room;
};
