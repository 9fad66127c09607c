import { doorKey, parseDoor } from '../sessions/port/door.ts';
import type { readRoom as contract } from './contract.ts';
import { noCookie } from './guest-cookie.ts';
import { withArrivals, withoutFormer } from './room.ts';
import { askingTooOften } from './seat-use.ts';
import { seatOf } from './snapshot.ts';
import { parseRoom, readSeatUses, roomKey } from './store.ts';
import { viewOf } from './view.ts';
import type { RoomHandler } from './handler.ts';

/** The room as the caller's seat sees it. Read by polling pages: no write, no entry, one round of reads. */
export const readRoom: RoomHandler<typeof contract> = async ({
  actor,
  params: { sessionId },
  header,
  context: { store },
  now,
}) => {
  const [[doorItem, roomItem], uses] = await Promise.all([
    store.get([doorKey(sessionId), roomKey(sessionId)]),
    readSeatUses(store, sessionId),
  ]);
  const door = parseDoor(doorItem);
  const room = withoutFormer(withArrivals(parseRoom(roomItem, sessionId), uses), door.seats);
  const view = viewOf(door, room, seatOf(door, actor), askingTooOften(uses, now));
  // A guest's cookie ends with the session.
  if (actor.kind === 'guest' && view.phase === 'ended') header('set-cookie', noCookie);
  return view;
};
