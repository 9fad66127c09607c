import { doorKey, parseDoor } from '../sessions/port/door.ts';
import type { readRoom as contract } from './contract.ts';
import { noCookie } from './invitations/guest-cookie.ts';
import { seatOf } from '../sessions/port/seat-of.ts';
import { withArrivals } from './room.ts';
import { askedToWaive } from './speaks-for.ts';
import { assertSees } from './still-of-case.ts';
import { parseRoom, readSeatUses, roomKey } from './store.ts';
import { viewAs } from './view.ts';
import type { RoomHandler } from './handler.ts';

/** The room as the caller's seat sees it. Asked again and again: no write, no entry, and one round of reads while it is to come. */
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
  const me = seatOf(door, actor);
  const room = parseRoom(roomItem, sessionId);
  const view = viewAs({ door, room, uses }, me, now);
  await assertSees(store, door, actor, now);
  const asked = await askedToWaive(store, door, withArrivals(room, uses), me, now);
  // A guest's cookie ends with the session.
  if (actor.kind === 'guest' && view.phase === 'ended') header('set-cookie', noCookie);
  return { ...view, ...asked };
};
