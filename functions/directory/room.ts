import type * as z from 'zod';
import type { Person } from './actor.ts';
import type { StoredRoom } from './calendar-store.ts';
import type { listRooms } from './contract.ts';
import { mayKeepRoom } from './keeping.ts';
import type { Agency } from './store.ts';

type RoomRow = z.input<typeof listRooms.answer>['rooms'][number];

/** What one person may see of a room. @param agency whose room it is */
export function roomRow(room: StoredRoom, viewer: Person, agency: Agency): RoomRow {
  const { roomId, label, agencyName, vetted, city, country, version, atProtectedSite } = room;
  const keeps = mayKeepRoom(viewer, room, agency);
  return {
    roomId,
    label,
    agency: agencyName,
    vetted,
    // The place of a protected site is the place of a witness.
    ...(atProtectedSite && !keeps ? {} : { city, country }),
    ...(keeps ? { version } : {}),
  };
}
