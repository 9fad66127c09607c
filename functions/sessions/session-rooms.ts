import type * as z from 'zod';
import type { StoredRoom } from '../directory/calendar-store.ts';
import type { Eyes } from './calendars.ts';
import type { roomShown } from './contract.ts';
import { viewerOf } from './search/places.ts';

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
