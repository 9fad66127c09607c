import type { Store } from '../../shared/store/store.ts';
import { parseRoom, roomKey } from '../store.ts';
import { readGone, readSeen, type RoomGone, type Seen } from './store.ts';

/** A room that there is, or was, and what was said of who is in it. */
export type Told = Pick<RoomGone, 'roomName' | 'key'> & Partial<RoomGone> & Seen;

export async function readRooms(store: Store, sessionId: string): Promise<readonly Told[]> {
  const [[item], gone] = await Promise.all([store.get([roomKey(sessionId)]), readGone(store, sessionId)]);
  const there = Object.entries(parseRoom(item, sessionId).rooms).map(([key, { roomName }]) => ({
    key,
    roomName,
  }));
  return Promise.all(
    [...there, ...gone].map(async (where) => ({ ...where, ...(await readSeen(store, where.roomName)) })),
  );
}
