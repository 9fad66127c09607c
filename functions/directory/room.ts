import type * as z from 'zod';
import type { Person } from './port/actor.ts';
import type { StoredRoom } from './port/working-time-store.ts';
import type { listRooms } from './contract.ts';
import { mayKnowSite } from './port/actor.ts';
import { mayKeepRoom } from './port/keeping.ts';
import type { Agency } from './store.ts';

type RoomRow = z.input<typeof listRooms.answer>['rooms'][number];

/**
 * What one person may see of a room. The room of a protected site is there only for those who may know the site: whose it
 * is would tell the country, and it is not for others to choose. @param agency whose room it is
 */
export function roomRow(room: StoredRoom, viewer: Person, agency: Agency): RoomRow | undefined {
  if (!mayKnowSite(viewer, room)) return undefined;
  const { roomId, label, agencyName, vetted, city, country, version } = room;
  const keeps = mayKeepRoom(viewer, room, agency);
  return {
    roomId,
    label,
    agency: agencyName,
    vetted,
    city,
    country,
    ...(keeps ? { version } : {}),
  };
}
