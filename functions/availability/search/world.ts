import { parseFile, filePartition, type CaseFile } from '../../cases/port/membership.ts';
import { visibilityOf, type Viewpoint, type Visibility } from '../../cases/port/who-may-know.ts';
import { parsePerson, personKey, rolePartition, type Person } from '../../directory/port/actor.ts';
import {
  workingTimeKey,
  workingTimeOf,
  parseProfile,
  parseRoom,
  profileKey,
  profileOf,
  roomWorkingTimeOf,
  roomKey,
  roomsPartition,
  type StoredRoom,
} from '../../directory/port/working-time-store.ts';
import type { WorkingTime, InterpreterProfile } from '../../directory/port/working-time.ts';
import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Item, Key, Store } from '../../shared/store/store.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import type { CalendarId } from '../../sessions/port/week-pages.ts';
import { assertPossible, type Asked, type Participant, type Pool } from './asked.ts';
import { interpreterFits, roomFits } from './eligible.ts';
import { supposedWorkingTime, witnessWorkingTime } from '../witness-working-time.ts';
import { hasConflict, type CaseFacts } from '../port/conflicts.ts';

/** Somebody or something with a calendar, as found; what stands on it is read later. */
export interface Found {
  readonly id: string;
  readonly owner: CalendarId;
  readonly workingTime: WorkingTime;
  readonly profile?: InterpreterProfile | undefined;
  /** Nobody set the calendar. */
  readonly guess: boolean;
  /** By whose days the minutes of work are counted, where that is not the calendar's. */
  readonly dutyZone?: string | undefined;
  /** Of whom nothing may be said; the calendar is then what may be supposed. */
  readonly hidden: boolean;
}

interface Interpreter {
  readonly person: Person;
  readonly profile: InterpreterProfile;
}

/** All that a search reads but the week pages and holidays. */
export interface World {
  readonly facts: CaseFacts;
  readonly named: readonly Found[];
  /** Those who fit a pool; whoever is named too can still have one seat only. */
  readonly pool: (pool: Pool) => Promise<readonly Found[]>;
}

/**
 * @throws {Refusal} `not-found` for whoever is not a member of the case, and for a session to be moved that is not the
 * case’s; those of `assertPossible`; `person-not-suitable` with the `key` of a participant who is unknown, disabled or not of the
 * case, and of a room that is not there or that the one who asks may not know; `conflict-declared` with that of an
 * interpreter who must keep away from it
 */
export async function readWorld(store: Store, asked: Asked, viewer: Staff, now: number): Promise<World> {
  const { caseId, participants, pools, moving } = asked;
  const [items, known, doors, interpreters, rooms] = await Promise.all([
    queryAll(store, 'cases', filePartition(caseId)),
    readNamed(store, participants),
    store.get(moving === undefined ? [] : [doorKey(moving)]),
    pools.some(({ kind }) => kind === 'interpreter') ? readInterpreters(store) : [],
    pools.some(({ kind }) => kind === 'room') ? readRooms(store) : [],
  ]);
  // First of all: to whoever is not a member, the case does not exist.
  const file = parseFile(items, viewer.personId);
  assertPossible(asked, now);
  if (moving !== undefined && parseDoor(doors[0]).caseId !== caseId) throw new Refusal('not-found');
  const { requestingState, hostState } = file.case;
  const view = viewFor(
    { viewer, witness: file.witness, hostState },
    { moves: moving !== undefined, heard: participants.some((each) => 'witness' in each) },
  );
  const facts = { caseId, requestingState, hostState };
  const named = participants.map((participant, order) => namedFound(participant, known[order], file, view));
  return {
    facts,
    named,
    pool: (pool) =>
      pool.kind === 'interpreter'
        ? fittingInterpreters(store, pool, interpreters, facts, view)
        : fittingRooms(store, pool, rooms, view),
  };
}

/** What may be known, and what may be supposed of the rest. */
interface View {
  readonly visibility: Visibility;
  /**
   * Which rooms there are to look for: where she is heard, and in her State, none that was never vetted. That one is free but for the session to be moved would tell that the session is in it.
   */
  readonly isThere: (room: StoredRoom) => boolean;
  readonly supposed: (own?: WorkingTime) => WorkingTime;
}

function viewFor(
  viewpoint: Viewpoint,
  { moves, heard }: { readonly moves: boolean; readonly heard: boolean },
): View {
  const visibility = visibilityOf(viewpoint);
  return {
    visibility,
    isThere: moves
      ? visibility.bookedRoom
      : (room) => visibility.room(room) && (room.vetted || !heard || room.country !== viewpoint.hostState),
    supposed: (own) => supposedWorkingTime(visibility.clockBesideHer, viewpoint.hostState, own),
  };
}

/** For each participant what the directory holds: who it is, the calendar, and what an interpreter can do. */
const readNamed = (store: Store, participants: readonly Participant[]) =>
  Promise.all(participants.map((participant) => store.get(keysOf(participant))));

function keysOf(participant: Participant): Key[] {
  if ('witness' in participant) return [];
  if ('roomId' in participant) return [roomKey(participant.roomId), workingTimeKey(participant.roomId)];
  const { personId } = participant;
  return [personKey(personId), workingTimeKey(personId), profileKey(personId)];
}

function namedFound(
  participant: Participant,
  [item, stored, profile]: readonly (Item | undefined)[] = [],
  file: CaseFile,
  view: View,
): Found {
  const { key } = participant;
  if ('witness' in participant) return foundWitness(file, view);
  if (item === undefined) throw new Refusal('person-not-suitable', { key });
  if ('roomId' in participant) {
    const room = parseRoom(item);
    if (!view.isThere(room)) throw new Refusal('person-not-suitable', { key });
    return foundRoom(room, stored);
  }
  const person = parsePerson(item);
  const member = file.members.some(({ personId }) => personId === person.personId);
  if (person.disabled === true || (!member && person.role !== 'interpreter'))
    throw new Refusal('person-not-suitable', { key });
  const value = profileOf(profile, person);
  if (person.role === 'interpreter' && value !== undefined && hasConflict(value, file.case))
    throw new Refusal('conflict-declared', { key });
  return foundPerson(person, stored, value, view);
}

function foundWitness(
  { case: { caseId, hostState }, witness }: CaseFile,
  { visibility, supposed }: View,
): Found {
  const hidden = !visibility.witness;
  return {
    id: 'witness',
    owner: `witness#${caseId}`,
    workingTime: hidden ? supposed() : witnessWorkingTime(witness.zone, hostState),
    guess: true,
    hidden,
  };
}

function foundPerson(
  person: Person,
  stored: Item | undefined,
  profile: InterpreterProfile | undefined,
  { visibility, supposed }: View,
): Found {
  const { version, value } = workingTimeOf(stored, person);
  const hidden = !visibility.person(person);
  return {
    id: person.personId,
    owner: `person#${person.personId}`,
    workingTime: hidden ? supposed(value) : value,
    profile,
    guess: version === 0,
    dutyZone: value.zone,
    hidden,
  };
}

const foundRoom = (room: StoredRoom, stored: Item | undefined): Found => ({
  id: room.roomId,
  owner: `room#${room.roomId}`,
  workingTime: roomWorkingTimeOf(stored).value,
  guess: false,
  hidden: false,
});

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
  store: Store,
  pool: Extract<Pool, { kind: 'interpreter' }>,
  interpreters: readonly Interpreter[],
  facts: CaseFacts,
  view: View,
): Promise<Found[]> {
  const fitting = interpreters.filter(({ person, profile }) =>
    interpreterFits(pool, profile, person.country, facts),
  );
  const workingTimes = await store.get(fitting.map(({ person }) => workingTimeKey(person.personId)));
  return fitting.map(({ person, profile }, order) => foundPerson(person, workingTimes[order], profile, view));
}

/** A shelter’s room is found only for those who may know of it: by asking town after town, others would learn where. */
async function fittingRooms(
  store: Store,
  pool: Extract<Pool, { kind: 'room' }>,
  rooms: readonly StoredRoom[],
  view: View,
): Promise<Found[]> {
  const fitting = rooms.filter((room) => view.isThere(room) && roomFits(pool, room));
  const workingTimes = await store.get(fitting.map(({ roomId }) => workingTimeKey(roomId)));
  return fitting.map((room, order) => foundRoom(room, workingTimes[order]));
}
