import type { Handler } from '../../shared/http/call.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commitment, SALT_BYTES, type Commitment } from '../../custody/port/disclosure.ts';
import { parseRoom, roomKey } from '../../directory/port/working-time-store.ts';
import { sessionRoomsSet } from '../actions.ts';
import { approvalFor, approvalKey, type Approved } from '../changing/approval.ts';
import { neededKeys, takeNeeded, type NeededTime } from '../changing/needed-time.ts';
import { changeSession } from '../changing/change-session.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { LoadedSession } from '../changing/loaded-session.ts';
import { assertMayName } from '../booking/chosen-people.ts';
import { resourceKeys } from '../../availability/port/resource.ts';
import { roomBooking, roomsOf, withRooms, type Roster } from '../port/roster.ts';
import { assertRoomsSuitable, roomsFor, roomStateOf, unseenRooms } from '../port/session-rooms.ts';
import { assertNotClosed } from '../model/session.ts';
import { putRooms } from '../store.ts';

type Route = typeof contract.setRooms;

/**
 * Sets the rooms of a booked session: the calendar of each that comes or goes, the roster, the door and the entry in one
 * transaction. What it keeps is not looked at again, and it keeps what the one who asks may not know. Nothing sets a room
 * aside.
 */
export const setRooms: Handler<Route, [KnownHolidays]> = (call, holidays) => {
  const { rooms } = call.body;
  return changeSession(call, {
    reads: (known) => [
      ...known.roster.booked.flatMap(resourceKeys),
      ...neededKeys(known, neededFor(differences(known.roster, rooms)), holidays),
      approvalKey(known.session.sessionId, 'rooms'),
    ],
    decide: async (loaded, entryId) => {
      const { session, door, roster } = loaded;
      const all = [...rooms, ...unseenBy(loaded, rooms)];
      const changing = differences(roster, all);
      assertMayChange(loaded, changing);
      assertNotClosed(door, call.now);
      if (isNone(changing)) return { answer: { roomState: door.rooms } };
      await assertMayName(call.context.store, call.actor, loaded, changing.added.map(roomBooking));
      const approved = approvalOf(loaded, rooms, call.now);
      const taken = await takeNeeded(call, loaded, neededFor(changing), holidays);
      const after = withRooms(roster, all);
      const roomState = roomStateOf(session.kind, after);
      const which = sealedRooms(all, call.context.randomBytes);
      return {
        door: { rooms: roomState },
        roster: after,
        entry: (by) =>
          sessionRoomsSet.entry({
            ...by,
            details: { ...countsOf(all, changing), ...approved.details },
            sealed: { rooms: which.digest },
          }),
        changes: [putRooms(session.sessionId, entryId, which), ...taken.changes, ...approved.changes],
        answer: { roomState },
      };
    },
  });
};

type Differences = ReturnType<typeof differences>;

function differences(roster: Roster, rooms: readonly string[]) {
  const before = roomsOf(roster);
  return {
    added: rooms.filter((roomId) => !before.includes(roomId)),
    removed: before.filter((roomId) => !rooms.includes(roomId)),
    stays: roster.booked.filter(({ roomId }) => roomId === undefined || rooms.includes(roomId)),
  };
}

const isNone = ({ added, removed }: Differences): boolean => added.length + removed.length === 0;

const countsOf = (all: readonly string[], { added, removed }: Differences) => ({
  rooms: all.length,
  added: added.length,
  removed: removed.length,
});

/** Which rooms they are can tell who is near whom, so the log holds them sealed. */
const sealedRooms = (all: readonly string[], randomBytes: RandomBytes): Commitment =>
  commitment('rooms', JSON.stringify(all.toSorted()), randomBytes(SALT_BYTES));

/** Where there was no room, one may be found at any moment; another in place of one is a change like any other. */
const approvalOf = (loaded: LoadedSession, rooms: BodyOf<Route>['rooms'], now: Date): Approved =>
  roomsOf(loaded.roster).length === 0
    ? { changes: [], details: {} }
    : approvalFor(loaded, { what: 'rooms', rooms: [...rooms] }, [], now);

/** The session's time for the rooms that come, in place of those that go. */
const neededFor = ({ added, removed, stays }: Differences): NeededTime => ({
  bookings: added.map(roomBooking),
  inPlaceOf: removed.map(roomBooking),
  others: stays,
});

/**
 * The rooms that the session has and the one who asks may not know.
 * @throws {Refusal} `seats-not-possible` for a room that is named twice; `not-your-role` for one of these: named by guess,
 * it is refused as any other of the rooms that are not the caller's to choose
 */
function unseenBy({ roster, found, viewpoint }: LoadedSession, rooms: readonly string[]): readonly string[] {
  if (new Set(rooms).size < rooms.length)
    throw new Refusal('seats-not-possible', {}, [{ pointer: '/rooms', message: 'The same is named twice.' }]);
  const before = roomsOf(roster).map((roomId) => parseRoom(found(roomKey(roomId))));
  const unseen = unseenRooms(viewpoint, before);
  if (rooms.some((roomId) => unseen.includes(roomId))) throw new Refusal('not-your-role');
  return unseen;
}

/**
 * @throws {Refusal} `room-not-suitable` for one that is not there, is not known to the one who asks, or is not safe;
 * `not-your-role` for one that is not the caller's to give or to take away
 */
function assertMayChange(
  { session: { kind }, self, found, viewpoint }: LoadedSession,
  { added, removed }: Differences,
): void {
  const may = roomsFor({ kind, self, viewpoint });
  for (const room of added)
    if (found(roomKey(room)) === undefined) throw new Refusal('room-not-suitable', { room });
  const changed = [...added, ...removed].map((roomId) => parseRoom(found(roomKey(roomId))));
  if (!changed.every(may)) throw new Refusal('not-your-role');
  assertRoomsSuitable(kind, added, found, viewpoint);
}
