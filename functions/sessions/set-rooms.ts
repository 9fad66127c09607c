import type { BodyOf } from '../shared/http/contract.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { commitment, SALT_BYTES } from '../custody/port/disclosure.ts';
import { parseRoom, roomKey } from '../directory/port/working-time-store.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import { approvalFor, approvalKey } from './approval.ts';
import { resourceKeys, resourceOf } from '../availability/port/resource.ts';
import type * as contract from './contract.ts';
import { moveDoor } from './port/door.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { roomBooking, roomsOf, withRooms, type Roster } from './port/roster.ts';
import { assertRoomsSuitable, roomsFor, roomStateOf, unseenRooms } from './port/session-rooms.ts';
import { assertNotClosed } from './session.ts';
import { entryBy, loadSession, type LoadedSession } from './loaded-session.ts';
import { moveRoster, putRooms } from './store.ts';
import { takeTime } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { pagesFor, type Claim } from '../availability/port/claim.ts';

type Route = typeof contract.setRooms;

/**
 * Sets the rooms of a booked session: the calendar of each that comes or goes, the roster, the door and the entry in one
 * transaction. What it keeps is not looked at again, and it keeps what the one who asks may not know. Nothing sets a room
 * aside.
 */
export const setRooms: Handler<typeof contract.setRooms, [holidays: KnownHolidays]> = (
  { actor, params: { sessionId }, body: { rooms }, now, context: { store, randomBytes }, commit },
  holidays,
) =>
  commit(async () => {
    const loaded = await loadSession(store, sessionId, actor, ({ session, roster }) => {
      const { added } = differences(roster, rooms);
      return [
        ...added.map(roomBooking).flatMap(resourceKeys),
        ...roster.booked.flatMap(resourceKeys),
        ...holidays.keys(session),
        ...pagesFor(claimFor(session, roster, rooms)).map(pageKey),
        approvalKey(sessionId, 'rooms'),
      ];
    });
    const { session, door, roster, found, head, self, viewpoint } = loaded;
    const { caseId, kind } = session;
    if (new Set(rooms).size < rooms.length)
      throw new Refusal('seats-not-possible', {}, [
        { pointer: '/rooms', message: 'The same is named twice.' },
      ]);
    const before = roomsOf(roster).map((roomId) => parseRoom(found(roomKey(roomId))));
    const unseen = unseenRooms(viewpoint, before);
    // Named by guess, it is refused as any other of the rooms that are not the caller's to choose.
    if (rooms.some((roomId) => unseen.includes(roomId))) throw new Refusal('not-your-role');
    const all = [...rooms, ...unseen];
    const { added, removed, stays } = differences(roster, all);
    const resources = added.map((roomId) => resourceOf(roomBooking(roomId), found, viewpoint));
    const may = roomsFor({ kind, self, viewpoint });
    const changed = [...added, ...removed].map((roomId) => parseRoom(found(roomKey(roomId))));
    if (!changed.every(may)) throw new Refusal('not-your-role');
    assertRoomsSuitable(kind, added, found, viewpoint);
    assertNotClosed(door, now);
    if (changed.length === 0) return { changes: [], answer: { roomState: door.rooms } };
    const approved = approvalOf(loaded, rooms, now);
    const others = await holidays.laidOver(
      store,
      found,
      session,
      stays.map((booking) => resourceOf(booking, found, viewpoint, false)),
    );
    const claim = { ...claimFor(session, roster, all), others };
    const taken = await takeTime(store, claim, resources, found, now);
    const after = withRooms(roster, all);
    const state = roomStateOf(kind, after);
    // Which rooms they are can tell who is near whom, so the log holds them sealed.
    const which = commitment('rooms', JSON.stringify(all.toSorted()), randomBytes(SALT_BYTES));
    const entryId = newId(randomBytes);
    const entry: NewEntry = {
      ...entryBy(loaded, entryId, now),
      action: 'session.rooms-set',
      details: {
        rooms: all.length,
        added: added.length,
        removed: removed.length,
        ...approved.details,
      },
      sealed: { rooms: which.digest },
    };
    const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
    return {
      changes: [
        moveDoor(door, { rooms: state }),
        syncSoon(sessionId, now),
        moveRoster(after),
        putRooms(sessionId, entryId, which),
        ...taken.changes,
        ...approved.changes,
        ...log.changes,
      ],
      answer: { roomState: state },
    };
  });

function differences(roster: Roster, rooms: readonly string[]) {
  const before = roomsOf(roster);
  return {
    added: rooms.filter((roomId) => !before.includes(roomId)),
    removed: before.filter((roomId) => !rooms.includes(roomId)),
    stays: roster.booked.filter(({ roomId }) => roomId === undefined || rooms.includes(roomId)),
  };
}

/** The session's time for the rooms that come, in place of those that go. */
function claimFor(session: LoadedSession['session'], roster: Roster, rooms: readonly string[]): Claim {
  const { added, removed } = differences(roster, rooms);
  return {
    caseId: session.caseId,
    sessionId: session.sessionId,
    time: session,
    bookings: added.map(roomBooking),
    overrides: [],
    before: { time: session, bookings: removed.map(roomBooking) },
  };
}

/** Where there was no room, one may be found at any moment; another in place of one is a change like any other. */
const approvalOf = (loaded: LoadedSession, rooms: readonly BodyOf<Route>['rooms'][number][], now: Date) =>
  roomsOf(loaded.roster).length === 0
    ? { changes: [], details: {} }
    : approvalFor(loaded, { what: 'rooms', rooms: [...rooms] }, [], now);
