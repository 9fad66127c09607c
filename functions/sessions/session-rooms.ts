import type * as z from 'zod';
import type { Member } from '../cases/membership.ts';
import type { StoredRoom } from '../directory/calendar-store.ts';
import type { Eyes } from './calendars.ts';
import type { roomShown, roomState } from './contract.ts';
import { kinds, type SessionKind } from './kinds.ts';
import { roomsOf, type Roster } from './roster.ts';
import { viewerOf } from './search/places.ts';

export type RoomState = z.infer<typeof roomState>;

/** What the door says of the rooms of a session. */
export function roomStateOf(kind: SessionKind, roster: Pick<Roster, 'booked'>): RoomState {
  if (roomsOf(roster).length > 0) return 'booked';
  return kinds[kind].needsRoom ? 'missing' : 'not-needed';
}

interface Chooser {
  readonly kind: SessionKind;
  readonly self: Member;
  readonly eyes: Eyes;
}

/**
 * The rooms that somebody may give a session or take from it: whoever runs such sessions any; a support officer those in
 * the State where the witness is heard, as far as the officer may know where they are; others none.
 */
export function roomsFor({ kind, self, eyes }: Chooser): (room: StoredRoom) => boolean {
  if (kinds[kind].bookedBy.some((role) => role === self.role)) return () => true;
  const viewer = viewerOf(eyes);
  const seesToHer = self.role === 'support-officer' && kinds[kind].needsRoom;
  return (room) => seesToHer && viewer.room(room) && room.country === eyes.hostState;
}

/**
 * A booked room as one viewer may see it. Where the place of the witness is secret, so is the city of any room in the State
 * where she is heard.
 */
export function roomShownTo(
  { hostState, ...eyes }: Eyes,
  { roomId, label, city, country, atProtectedSite }: StoredRoom,
): z.input<typeof roomShown> {
  const viewer = viewerOf(eyes);
  const knows = viewer.room({ atProtectedSite }) && (viewer.witness || country !== hostState);
  return { roomId, label, ...(knows ? { city } : {}) };
}
