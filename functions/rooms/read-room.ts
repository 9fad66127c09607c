import { doorKey, parseDoor } from '../sessions/port/door.ts';
import type { readRoom as contract } from './contract.ts';
import { withoutFormer } from './room.ts';
import { seatOf } from './snapshot.ts';
import { parseRoom, roomKey } from './store.ts';
import { viewOf } from './view.ts';
import type { RoomHandler } from './handler.ts';

/** The room as the caller's seat sees it. Read by polling pages: no write, no entry, one round of reads. */
export const readRoom: RoomHandler<typeof contract> = async ({
  actor,
  params: { sessionId },
  context: { store },
}) => {
  const [doorItem, roomItem] = await store.get([doorKey(sessionId), roomKey(sessionId)]);
  const door = parseDoor(doorItem);
  const room = withoutFormer(parseRoom(roomItem, sessionId), door.seats);
  return viewOf(door, room, seatOf(door, actor));
};
