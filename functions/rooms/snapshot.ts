import type { Actor } from '../shared/access/roles.ts';
import type { Change, Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import type { DeclaredEntry, EntryBy } from '../custody/port/action.ts';
import { headKey, parseHead, prepareAppend, type Head } from '../custody/port/append.ts';
import { doorKey, checkDoor, parseDoor, type Door, type Seat } from '../sessions/port/door.ts';
import { seatOf } from '../sessions/port/seat-of.ts';
import { withArrivals, type Room } from './room.ts';
import { roomsGone } from './presence/store.ts';
import { assertOfCase } from './still-of-case.ts';
import type { SeatUse } from './seat-use.ts';
import { withWork } from './work.ts';
import {
  identityWayKey,
  parseRoom,
  putRoom,
  putWay,
  readSeatUses,
  roomKey,
  roomWayKey,
  watchedKey,
} from './store.ts';

/** All that a step in the room is decided from, read at one moment. */
export interface Snapshot {
  readonly door: Door;
  readonly room: Room;
  readonly head: Head | undefined;
  /** What each seat has used; whoever arrived is in the room already. */
  readonly uses: readonly SeatUse[];
  /** The caller's own seat. */
  readonly me: Seat;
}

/** What a step comes to: the room after it, what goes into the custody log, and changes beside. */
export interface Step {
  readonly room: Room;
  readonly entries: readonly StepEntry[];
  readonly changes?: readonly Change[];
  /** How the door moves; held as it was read unless given. */
  readonly door?: Change;
  /** The door as what stands makes it (as-it-stands.ts), where the step has read that: people are placed by it. */
  readonly stands?: Door;
}

/** An entry, made once it is certain who acts and when. @param after the session as the step leaves it */
export type StepEntry = (
  acting: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>,
  after: Room,
) => DeclaredEntry;

/** A session's door, room and log as they stand, for steps that nobody's seat takes. One round of parallel reads. */
export async function readSnapshotWithoutSeat(
  store: Store,
  sessionId: string,
): Promise<Omit<Snapshot, 'me'>> {
  const [[doorItem, roomItem, headItem], uses] = await Promise.all([
    store.get([doorKey(sessionId), roomKey(sessionId), headKey(sessionId)]),
    readSeatUses(store, sessionId),
  ]);
  const room = withArrivals(parseRoom(roomItem, sessionId), uses);
  return { door: parseDoor(doorItem), room, head: parseHead(headItem), uses };
}

/**
 * The same for a seat. Whoever has none in the session is answered as if there were no session.
 * @throws {Refusal} `not-found`; `not-your-role` for somebody whose role has changed since the seat was given: what is
 * entered says the seat's role, and the route asked for another
 */
export async function readSnapshot(store: Store, sessionId: string, actor: Actor): Promise<Snapshot> {
  const snapshot = await readSnapshotWithoutSeat(store, sessionId);
  const { door, room } = snapshot;
  const me = seatOf(door, actor);
  // Nobody leaves a case while they have a seat of a session to come, so in a room that is open nobody has.
  if (actor.kind === 'staff' && (room.phase === 'closed' || room.phase === 'ended'))
    await assertOfCase(store, door, actor.personId);
  return { ...snapshot, me };
}

interface Circumstances {
  readonly now: Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** The one transaction of a step, which has its media rooms (settled.ts) where it moves anybody. */
export function stepChanges(
  snapshot: Pick<Snapshot, 'door' | 'room' | 'head'> & Partial<Pick<Snapshot, 'me'>>,
  next: Step,
  at: Circumstances,
): Change[] {
  const { door, room, head, me } = snapshot;
  const entries = next.entries.map((entry) => entry(acting(me, at), next.room));
  const logged =
    entries.length === 0
      ? []
      : prepareAppend({
          logId: door.sessionId,
          caseId: door.caseId,
          head,
          entries,
          recordedAt: at.now,
        }).changes;
  // What is no step of the room holds it as it is: in one that was open before minutes were counted, they begin with the next.
  const after = next.room === room ? room : withWork(door, room, next.room, at.now);
  return [
    next.door ?? checkDoor(door),
    ...(after === room
      ? []
      : [
          putRoom(room, after),
          ...ways(door, room, after, at.now),
          ...roomsGone(room, after, at.now),
          ...watch(room, after),
        ]),
    ...(next.changes ?? []),
    ...logged,
  ];
}

const acting = (me: Seat | undefined, { now, randomBytes }: Circumstances): Parameters<StepEntry>[0] => ({
  entryId: newId(randomBytes),
  actor: me === undefined ? { system: 'rooms' } : { role: me.seat, pseudonym: me.pseudonym },
  occurredAt: now.toISOString(),
});

/** Under what authority a seat acts: staff by their role, guests by their invitation. */
export const authorityOf = (actor: Actor): EntryBy['authority'] =>
  actor.kind === 'staff' ? { kind: 'role', ref: actor.role } : { kind: 'invitation', ref: actor.deviceId };

export const subjectSeat = ({ seat, pseudonym }: Seat): NonNullable<EntryBy['subject']> => ({
  kind: 'seat',
  ref: `${seat} ${pseudonym}`,
});

/** New rooms and identities leave a way back to the session, so that the media server's events find it. */
function ways(door: Door, before: Room, after: Room, now: Date): Change[] {
  const { sessionId } = door;
  return Object.entries(after.rooms).flatMap(([key, { roomName, people }]) => {
    const stays = before.rooms[key]?.roomName === roomName ? before.rooms[key].people : undefined;
    const more = Object.entries(people).flatMap(([pseudonym, { identity, as }]) => {
      const seat = door.seats.find((each) => each.pseudonym === pseudonym)?.seat;
      const hidden = as === 'viewer' ? { hidden: true as const } : {};
      const whose = { sessionId, pseudonym, ...(seat === undefined ? {} : { seat }), ...hidden };
      const isKnown = stays?.[pseudonym]?.identity === identity;
      return isKnown ? [] : [putWay(identityWayKey(roomName, identity), whose, now)];
    });
    return stays === undefined ? [putWay(roomWayKey(roomName), { sessionId }, now), ...more] : more;
  });
}

/** The sweep looks after rooms from the first opening to the end, and until the last of them is gone. */
function watch(before: Room, after: Room): Change[] {
  if (before.version === 0 || before.phase === 'closed') {
    const { table, pk, sk } = watchedKey(after.sessionId);
    return after.phase === 'open' ? [{ kind: 'put', table, item: { pk, sk }, onRefused: 'retry' }] : [];
  }
  return [];
}
