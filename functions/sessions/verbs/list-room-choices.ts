import type { Handler } from '../../shared/http/call.ts';
import { knownByNameIn } from '../../cases/port/by-name.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { parseRoom, roomsPartition } from '../../directory/port/working-time-store.ts';
import { resourceKeys, resourceOf } from '../../availability/port/resource.ts';
import type * as contract from '../changing/contract.ts';
import { judge } from '../../availability/port/overrides.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import { roomBooking, roomsOf } from '../port/roster.ts';
import { isSafeFor, roomsFor } from '../port/session-rooms.ts';
import { loadSession } from '../changing/loaded-session.ts';
import { pageKey } from '../port/page-items.ts';
import { pagesFor } from '../../availability/port/claim.ts';
import { obstaclesTo } from '../../availability/port/obstacles.ts';

/** The rooms that somebody may give a session, by the same rules by which they are then booked. */
export const roomChoices: Handler<typeof contract.listRoomChoices> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const [loaded, items] = await Promise.all([
    loadSession(store, sessionId, actor, () => []),
    queryAll(store, 'directory', roomsPartition),
  ]);
  const { session, roster, self, viewpoint } = loaded;
  const { caseId, kind } = session;
  const chosen = roomsOf(roster);
  const isSafe = isSafeFor(kind, viewpoint.hostState);
  const all = items.map(parseRoom);
  const isKnown = await knownByNameIn(
    store,
    loaded.case,
    actor,
    all.map(({ agencyId }) => agencyId),
  );
  const rooms = all
    .filter(roomsFor({ kind, self, viewpoint }))
    .filter((room) => (isSafe(room) && isKnown(room.agencyId)) || chosen.includes(room.roomId));
  const bookings = rooms.map(({ roomId }) => roomBooking(roomId));
  const claim = { caseId, sessionId, time: session, bookings };
  const found = await readByKey(store, [...bookings.flatMap(resourceKeys), ...pagesFor(claim).map(pageKey)]);
  const resources = bookings.map((booking) => resourceOf(booking, found, viewpoint));
  const obstacles = await obstaclesTo(store, claim, resources, found, now);
  return {
    rooms: rooms
      .map((room, index) => {
        const own = obstacles.filter(({ resource }) => resource === resources[index]);
        return {
          roomId: room.roomId,
          label: room.label,
          city: room.city,
          agency: room.agencyName,
          vetted: room.vetted,
          chosen: chosen.includes(room.roomId),
          availability: judge(own, []).kind === 'free' ? ('available' as const) : ('booked' as const),
        };
      })
      .toSorted((one, other) => order(one.agency, other.agency) || order(one.label, other.label)),
  };
};

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
