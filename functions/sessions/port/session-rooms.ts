import type * as z from 'zod';
import type { Member } from '../../cases/port/membership.ts';
import { visibilityOf, type Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import { parseRoom, roomKey, type StoredRoom } from '../../directory/port/working-time-store.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { roomShown, roomState } from '../contract.ts';
import { kinds, type SessionKind } from './kinds.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { roomsOf, type Roster } from './roster.ts';

export type RoomState = z.infer<typeof roomState>;

/** What the door says of the rooms of a session. */
export function roomStateOf(kind: SessionKind, roster: Pick<Roster, 'booked'>): RoomState {
  if (roomsOf(roster).length > 0) return 'booked';
  return kinds[kind].needsRoom ? 'missing' : 'not-needed';
}

interface Chooser {
  readonly kind: SessionKind;
  readonly self: Member;
  readonly viewpoint: Viewpoint;
}

/**
 * The rooms that somebody may give a session or take from it, of those that may be known: whoever runs such sessions any; a
 * support officer those in the State where the witness is heard; others none. So where she is secret, her own side alone
 * says where she sits.
 */
export function roomsFor({ kind, self, viewpoint }: Chooser): (room: StoredRoom) => boolean {
  const { bookedRoom } = visibilityOf(viewpoint);
  if (kinds[kind].bookedBy.some((role) => role === self.role)) return bookedRoom;
  const seesToHer = self.role === 'support-officer' && kinds[kind].needsRoom;
  return (room) => seesToHer && bookedRoom(room) && room.country === viewpoint.hostState;
}

/** Whoever is heard sits in a room that somebody has looked at: who comes in, who hears, where the exits are. */
export const isSafeFor = (kind: SessionKind, hostState: string) => (room: StoredRoom) =>
  room.vetted || !kinds[kind].needsRoom || room.country !== hostState;

/**
 * @param found what was read of the rooms that are named
 * @throws {Refusal} `room-not-suitable` for one that is not there or that the caller may not know, so that nobody learns
 * which of the two; and for one in the State where the witness is heard that was never vetted
 */
export function assertRoomsSuitable(
  kind: SessionKind,
  rooms: readonly string[],
  found: Found,
  viewpoint: Viewpoint,
): void {
  const [visibility, isSafe] = [visibilityOf(viewpoint), isSafeFor(kind, viewpoint.hostState)];
  for (const roomId of rooms) {
    const item = found(roomKey(roomId));
    const room = item === undefined ? undefined : parseRoom(item);
    if (room === undefined || !visibility.room(room) || !isSafe(room))
      throw new Refusal('room-not-suitable', { room: roomId });
  }
}

/**
 * A booked room as one viewer may see it: whoever may not know where it is learns that there is one. By its name it could
 * be found among all rooms.
 */
export function roomShownTo(
  viewpoint: Viewpoint,
  room: StoredRoom,
): z.input<typeof roomShown> | Record<string, never> {
  const { roomId, label, city } = room;
  return visibilityOf(viewpoint).bookedRoom(room) ? { roomId, label, city } : {};
}

/** The rooms of a session that somebody may not know, and so neither gives nor takes away. */
export const unseenRooms = (viewpoint: Viewpoint, rooms: readonly StoredRoom[]): readonly string[] =>
  rooms.filter((room) => !visibilityOf(viewpoint).bookedRoom(room)).map(({ roomId }) => roomId);
