import { knownByNameIn, type KnownByName } from '../../cases/port/by-name.ts';
import {
  hostStateOf,
  parseFile,
  filePartition,
  witnessOf,
  type CaseFile,
} from '../../cases/port/membership.ts';
import { visibilityOf, type Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import { parsePerson, personKey, rolePartition, type Person } from '../../directory/port/actor.ts';
import { witnessesOf } from '../../sessions/port/roster.ts';
import {
  workingTimeKey,
  workingTimeOf,
  roomWorkingTimeOf,
  parseProfile,
  parseRoom,
  profileKey,
  profileOf,
  roomKey,
  roomsPartition,
  type StoredRoom,
} from '../../directory/port/working-time-store.ts';
import type { InterpreterProfile } from '../../directory/port/working-time.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { isShownTo } from '../../sessions/port/enter-session.ts';
import { assertKnownByName } from '../port/by-name.ts';
import {
  personResource,
  resourceKeys,
  resourceOf,
  roomResource,
  unnamed,
  viewOf,
  type Resource,
  type View,
} from '../port/resource.ts';
import { mustNotInterpret, type Conflicts } from '../../cases/port/must-not-interpret.ts';
import { hasConflict, type CaseFacts } from '../port/conflicts.ts';
import { assertPossible, namedIn, type Asked, type Named, type Pool } from './asked.ts';
import { interpreterFits, roomFits } from './eligible.ts';

interface Interpreter {
  readonly person: Person;
  readonly profile: InterpreterProfile;
}

/** All that a search reads but the week pages and holidays. */
export interface World {
  readonly facts: CaseFacts;
  /** Without their holidays. */
  readonly named: readonly Resource[];
  /** Those who fit a pool; whoever is named too can still have one seat only. */
  readonly pool: (pool: Pool) => Promise<readonly Resource[]>;
}

/**
 * @throws {Refusal} `not-found` for whoever is not a member of the case, and for a session to be moved that is not the
 * case’s or that they may not know of; those of `assertPossible`; `person-not-suitable` with the `key` of somebody who is unknown, disabled, of another
 * role or not of the case, and of a room that is not there or that the one who asks may not know; `conflict-declared` with
 * that of an interpreter who must keep away from it; `case-not-taken` for one whose agency has not taken the case
 */
export async function readWorld(store: Store, asked: Asked, viewer: Staff, now: number): Promise<World> {
  const { proposal, pools, moving } = asked;
  const { caseId } = proposal;
  const all = namedIn(asked);
  const [items, found, doors, interpreters, rooms] = await Promise.all([
    queryAll(store, 'cases', filePartition(caseId)),
    readByKey(
      store,
      all.flatMap(({ booking }) => resourceKeys(booking)),
    ),
    store.get(moving === undefined ? [] : [doorKey(moving)]),
    pools.some(({ kind }) => kind === 'interpreter') ? readInterpreters(store) : [],
    pools.some(({ kind }) => kind === 'room') ? readRooms(store) : [],
  ]);
  // First of all: to whoever is not a member, the case does not exist.
  const file = parseFile(items, viewer.personId);
  if (moving !== undefined) {
    const door = parseDoor(doors[0]);
    if (door.caseId !== caseId || !isShownTo(door, viewer)) throw new Refusal('not-found');
  }
  assertPossible(asked, now);
  const { requestingState } = file.case;
  const parties = witnessesOf(all.map(({ booking }) => booking));
  const witnesses = parties.map((party) => witnessOf(file, party));
  const hostState = hostStateOf(file.case, witnesses);
  const viewpoint = { viewer, witnesses, hostState };
  const { isThere, isCounted } = roomsThere(viewpoint, {
    moves: moving !== undefined,
    heard: all.some(({ booking }) => booking.seat === 'witness'),
  });
  for (const each of all) assertSuitable(each, found, file, isThere);
  const bookings = all.map(({ booking }) => booking);
  const isMember = (personId: string) => file.members.some((member) => member.personId === personId);
  await assertKnownByName(store, { opened: file.case, viewer, isMember }, bookings, found);
  const people = await readMembers(store, file, pools);
  const isKnown = await knownByNameIn(store, file.case, viewer, [
    ...interpreters.map(({ person }) => person.agencyId),
    ...rooms.map(({ agencyId }) => agencyId),
    ...people.map(({ agencyId }) => agencyId),
  ]);
  const facts = { caseId, requestingState, hostState };
  const from: From = {
    store,
    facts,
    conflicts: file.conflicts,
    view: viewOf(viewpoint),
    isKnown,
    isMember,
    isThere,
    isCounted,
  };
  return {
    facts,
    named: all.map(({ booking }) => resourceOf(booking, found, viewpoint)),
    pool: (pool) => {
      if (pool.kind === 'interpreter') return fittingInterpreters(from, pool, interpreters);
      return pool.kind === 'room'
        ? fittingRooms(from, pool, rooms)
        : membersAs(
            from,
            people.filter(({ role }) => role === pool.kind),
          );
    },
  };
}

/** What the candidates of a pool are found by. */
interface From {
  readonly store: Store;
  readonly facts: CaseFacts;
  readonly conflicts: Conflicts;
  readonly view: View;
  readonly isKnown: KnownByName;
  readonly isMember: (personId: string) => boolean;
  readonly isThere: (room: StoredRoom) => boolean;
  readonly isCounted: (room: StoredRoom) => boolean;
}

/**
 * Which rooms there are to look for: where she is heard, and in her State, none that was never vetted. That one is free but
 * for the session to be moved would tell that the session is in it, so then those of her State are counted only.
 */
function roomsThere(
  viewpoint: Viewpoint,
  { moves, heard }: { readonly moves: boolean; readonly heard: boolean },
): Pick<From, 'isThere' | 'isCounted'> {
  const { room, bookedRoom } = visibilityOf(viewpoint);
  const isCounted = (each: StoredRoom) =>
    room(each) && (each.vetted || !heard || each.country !== viewpoint.hostState);
  return { isThere: moves ? bookedRoom : isCounted, isCounted };
}

function assertSuitable(
  { key, booking: { seat, personId, roomId, party } }: Named,
  found: Found,
  file: CaseFile,
  isThere: (room: StoredRoom) => boolean,
): void {
  const named = seat === 'witness' ? file.witnesses : file.parties.filter(({ role }) => role === seat);
  if (party !== undefined && !named.some(({ pseudonym }) => pseudonym === party))
    throw new Refusal('person-not-suitable', { key });
  if (roomId !== undefined) {
    const item = found(roomKey(roomId));
    if (item === undefined || !isThere(parseRoom(item))) throw new Refusal('person-not-suitable', { key });
  }
  if (personId === undefined) return;
  const item = found(personKey(personId));
  const person = item === undefined ? undefined : parsePerson(item);
  const isMember = file.members.some((member) => member.personId === personId);
  if (
    person === undefined ||
    person.disabled === true ||
    person.role !== seat ||
    (!isMember && seat !== 'interpreter')
  )
    throw new Refusal('person-not-suitable', { key });
  const profile = seat === 'interpreter' ? profileOf(found(profileKey(personId)), person) : undefined;
  const bound = seat === 'interpreter' && mustNotInterpret(file.conflicts, personId);
  if (bound || (profile !== undefined && hasConflict(profile, file.case)))
    throw new Refusal('conflict-declared', { key });
}

async function readInterpreters(store: Store): Promise<Interpreter[]> {
  const people = (await queryAll(store, 'directory', rolePartition('interpreter'))).map(parsePerson);
  const profiles = await store.get(people.map(({ personId }) => profileKey(personId)));
  return people.flatMap((person, order) => {
    const profile = parseProfile(profiles[order], person)?.value;
    return profile === undefined || person.disabled === true ? [] : [{ person, profile }];
  });
}

const readRooms = async (store: Store): Promise<StoredRoom[]> =>
  (await queryAll(store, 'directory', roomsPartition)).map(parseRoom);

async function fittingInterpreters(
  { store, facts, conflicts, view, isKnown, isMember }: From,
  pool: Extract<Pool, { kind: 'interpreter' }>,
  interpreters: readonly Interpreter[],
): Promise<Resource[]> {
  const fitting = interpreters.filter(
    ({ person, profile }) =>
      interpreterFits(pool, profile, person.country, facts) && !mustNotInterpret(conflicts, person.personId),
  );
  const workingTimes = await store.get(fitting.map(({ person }) => workingTimeKey(person.personId)));
  return fitting.map(({ person, profile }, order) => {
    const { personId, agencyId } = person;
    const stored = workingTimes[order];
    const made = personResource(view, { seat: 'interpreter', personId }, person, stored, profile);
    return isMember(personId) || isKnown(agencyId)
      ? made
      : unnamed(made, view, workingTimeOf(stored, person).value);
  });
}

/** Everybody of the case who could have a seat of one of these pools. */
async function readMembers(
  store: Store,
  { members }: CaseFile,
  pools: readonly Pool[],
): Promise<readonly Person[]> {
  const wanted = members.filter(({ role }) =>
    pools.some(({ kind }) => kind === role && kind !== 'interpreter'),
  );
  const items = await store.get(wanted.map(({ personId }) => personKey(personId)));
  return items.map(parsePerson).filter(({ disabled }) => disabled !== true);
}

async function membersAs({ store, view, isKnown }: From, people: readonly Person[]): Promise<Resource[]> {
  const workingTimes = await store.get(people.map(({ personId }) => workingTimeKey(personId)));
  return people.map((person, order) => {
    const { personId, agencyId, role: seat } = person;
    const stored = workingTimes[order];
    const made = personResource(view, { seat, personId }, person, stored);
    return isKnown(agencyId) ? made : unnamed(made, view, workingTimeOf(stored, person).value);
  });
}

/**
 * A shelter’s room is found only for those who may know of it: by asking town after town, others would learn where. So none
 * that is only counted is counted in a town.
 */
async function fittingRooms(
  { store, view, isKnown, isThere, isCounted }: From,
  pool: Extract<Pool, { kind: 'room' }>,
  rooms: readonly StoredRoom[],
): Promise<Resource[]> {
  const isNamed = (room: StoredRoom) => isThere(room) && isKnown(room.agencyId);
  const fitting = rooms.filter(
    (room) => roomFits(pool, room) && (isNamed(room) || (isCounted(room) && pool.city === undefined)),
  );
  const workingTimes = await store.get(fitting.map(({ roomId }) => workingTimeKey(roomId)));
  return fitting.map((room, order) => {
    const stored = workingTimes[order];
    const made = roomResource(view, room.roomId, stored, false);
    return isNamed(room) ? made : unnamed(made, view, roomWorkingTimeOf(stored).value);
  });
}
