import type { Door } from '../sessions/port/door.ts';
import { whyKeptApart } from './kept-apart.ts';
import type { Room } from './room.ts';

/**
 * The one rule on who is in which media room of a session. It is asked by every step, which makes, takes away and fills the rooms
 * by it (settled.ts), and once more where a pass is minted. Why it is so: infra/decisions/rooms-of-a-session.md.
 */

/** By room and pseudonym. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>;

export function placesIn(door: PlacedDoor, room: Pick<Room, 'phase' | 'seats'>): Places {
  if (room.phase !== 'open') return new Map();
  const present = door.seats.filter(
    (seat) => room.seats[seat.pseudonym]?.state === 'admitted' && whyKeptApart(door, seat) === undefined,
  );
  return new Map([['hearing', new Set(present.map(({ pseudonym }) => pseudonym))]]);
}
export type PlacedDoor = Pick<Door, 'sessionId' | 'seats' | 'apart'>;
