import {
  caseKey,
  parseCase,
  witnessIn,
  witnessKeys,
  type Case,
  type CaseWitness,
} from '../cases/port/membership.ts';
import { mayKnowLanguages } from '../cases/port/who-may-know-a-field.ts';
import { headKey, parseHead, type Head } from '../custody/port/append.ts';
import { inRoomKey, isIn, isInUse, parseInRoom, type InRoom } from '../rooms/port/in-room.ts';
import { assertInWindow, doorKey, parseDoor, type Door, type Seat } from '../sessions/port/door.ts';
import { enterSession } from '../sessions/port/enter-session.ts';
import { windowAt } from '../sessions/port/window.ts';
import type { Actor } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import { readSeries } from '../shared/store/numbered-series.ts';
import { readByKey, type Found } from '../shared/store/read-by-key.ts';
import type { Key, Store } from '../shared/store/store.ts';
import { actsSince, type Act } from './act.ts';
import { screenedIn, type Day, type Reader } from './for-whom.ts';
import { acts, hearingPartition } from './store.ts';

/** A hearing as it stands, for somebody who has a seat in it. */
export interface Hearing extends Day {
  readonly door: Door;
  readonly room: InRoom;
  readonly head: Head | undefined;
  readonly me: Seat;
  readonly reader: Reader;
  /** Every act of the session, of earlier days too. */
  readonly all: readonly Act[];
  /** For staff: the case, and those of its persons who are heard here. */
  readonly file: { readonly case: Case; readonly witnesses: readonly CaseWitness[] } | undefined;
  readonly found: Found;
}

/**
 * Whoever has a seat, staff who are of the case and guests by their device. Whoever has none is answered as if there were no session.
 * @param more read beside it
 * @throws {Refusal} `not-found`; `not-your-role` for somebody whose role has changed since the seat was given
 */
export async function enterHearing(
  store: Store,
  sessionId: string,
  actor: Actor,
  now: Date,
  more: readonly Key[] = [],
): Promise<Hearing> {
  const first = [inRoomKey(sessionId), headKey(sessionId), ...more];
  const [{ door, found, file, languages }, all] = await Promise.all([
    actor.kind === 'staff' ? ofStaff(store, sessionId, actor, first) : ofGuest(store, sessionId, first),
    readSeries(store, acts, hearingPartition(sessionId)),
  ]);
  const me = door.seats.find((seat) =>
    actor.kind === 'staff'
      ? seat.personId === actor.personId
      : door.sessionId === actor.sessionId && seat.pseudonym === actor.seatId,
  );
  if (me === undefined) throw new Refusal('not-found');
  if (me.seat !== actor.role) throw new Refusal('not-your-role');
  const room = parseInRoom(found(inRoomKey(sessionId)));
  const today = actsSince(all, windowAt(door, now) ?? door.opensAt);
  return {
    door,
    me,
    found,
    file,
    all,
    room,
    head: parseHead(found(headKey(sessionId))),
    reader: { seat: me.seat, pseudonym: me.pseudonym, knowsLanguages: languages },
    acts: today,
    screened: screenedIn(door, room),
  };
}

async function ofStaff(
  store: Store,
  sessionId: string,
  actor: Extract<Actor, { kind: 'staff' }>,
  first: readonly Key[],
) {
  const { door, self, found } = await enterSession(store, sessionId, actor, {
    first,
    next: ({ caseId, seats }) => [
      caseKey(caseId),
      ...witnessKeys(
        caseId,
        seats.flatMap(({ seat, pseudonym }) => (seat === 'witness' ? [pseudonym] : [])),
      ),
    ],
  });
  const witnesses = door.seats.flatMap(({ seat, pseudonym }) => {
    const one = seat === 'witness' ? witnessIn(found, door.caseId, pseudonym) : undefined;
    return one === undefined ? [] : [one];
  });
  const file = { case: parseCase(found(caseKey(door.caseId))), witnesses };
  return { door, found, file, languages: mayKnowLanguages(self, witnesses) };
}

async function ofGuest(store: Store, sessionId: string, first: readonly Key[]) {
  const found = await readByKey(store, [doorKey(sessionId), ...first]);
  return { door: parseDoor(found(doorKey(sessionId))), found, file: undefined, languages: false };
}

/**
 * Something is said or ruled only where it can be heard: while the session is in its room, by whoever was let in.
 * @throws {Refusal} `room-ended`; `outside-window`; `room-not-open`; `not-admitted`
 */
export function assertInRoom({ door, room, me }: Pick<Hearing, 'door' | 'room' | 'me'>, now: Date): void {
  if (door.status === 'ended' || door.status === 'cancelled' || room.phase === 'ended')
    throw new Refusal('room-ended');
  assertInWindow(door, now);
  if (!isInUse(room)) throw new Refusal('room-not-open');
  if (!isIn(room, me.pseudonym)) throw new Refusal('not-admitted');
}
