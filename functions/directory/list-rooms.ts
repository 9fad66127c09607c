import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type * as contract from './contract.ts';
import { parsePerson, personKey } from './port/actor.ts';
import { parseRoom, roomsPartition } from './port/working-time-store.ts';
import { roomRow } from './room.ts';
import { agencyKey, parseAgency } from './store.ts';

/** Every room, by agency and label; each as far as the viewer may know it. */
export const allRooms: Handler<typeof contract.listRooms> = async ({ actor, context }) => {
  const [items, [self]] = await Promise.all([
    queryAll(context.store, 'directory', roomsPartition),
    context.store.get([personKey(actor.personId)]),
  ]);
  const viewer = parsePerson(self);
  const rooms = items.map(parseRoom);
  const ids = [...new Set(rooms.map(({ agencyId }) => agencyId))];
  const found = await context.store.get(ids.map(agencyKey));
  const agencies = new Map(ids.map((agencyId, index) => [agencyId, parseAgency(found[index])]));
  return {
    rooms: rooms
      .flatMap((room) => {
        const agency = agencies.get(room.agencyId);
        return agency === undefined ? [] : (roomRow(room, viewer, agency) ?? []);
      })
      .toSorted(
        (one, other) =>
          compare(one.agency, other.agency) ||
          compare(one.label, other.label) ||
          compare(one.roomId, other.roomId),
      ),
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
