import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import {
  addMembers,
  freePseudonym,
  memberKey,
  memberNow,
  parseMemberEver,
  parsePseudonyms,
  pseudonymsKey,
  type Case,
  type Member,
  type Pseudonyms,
} from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import { assertKnownByName } from '../../availability/port/by-name.ts';
import { assertNoConflict } from '../../availability/port/conflicts.ts';
import { roomsOf, type Booking } from '../port/roster.ts';
import { assertRoomsSuitable } from '../port/session-rooms.ts';
import type { WantedSession } from './wanted-session.ts';
import { assertWithClient, type Chosen, suitable } from '../port/bookings.ts';

/** Whoever was named for a seat, as read. */
export function chosenFor(caseId: string, { seat, personId = '' }: Booking, found: Found): Chosen {
  const [member, person] = [found(memberKey(caseId, personId)), found(personKey(personId))];
  return {
    seat: seat as Role,
    member: member === undefined ? undefined : parseMemberEver(member),
    person: person === undefined ? undefined : parsePerson(person),
  };
}

/** Where those who are booked stand as members of the case. */
export const membersAmong = (caseId: string, bookings: readonly Booking[]): readonly Key[] =>
  bookings.flatMap(({ personId }) => (personId === undefined ? [] : [memberKey(caseId, personId)]));

/**
 * @param found what was read of everybody who is booked
 * @throws {Refusal} `person-not-suitable` naming the seat of somebody who has left since, or has another role
 */
export function assertStillThere(caseId: string, bookings: readonly Booking[], found: Found): void {
  for (const { seat, personId } of bookings) {
    if (personId === undefined) continue;
    const { disabled, role } = parsePerson(found(personKey(personId)));
    const isMember = memberNow(found(memberKey(caseId, personId))) !== undefined;
    if (disabled === true || role !== seat || !isMember) throw new Refusal('person-not-suitable', { seat });
  }
}

/** The case, with all that was read of whoever and whatever is named. */
interface Naming {
  readonly case: Case;
  readonly found: Found;
}

/**
 * That whoever is to be booked may be known by name in this case.
 * @param found with them what the case has of them as its members
 * @throws {Refusal} `case-not-taken`
 */
export const assertMayName = (
  store: Store,
  viewer: Staff,
  { case: opened, found }: Naming,
  bookings: readonly Booking[],
): Promise<void> =>
  assertKnownByName(
    store,
    {
      opened,
      viewer,
      isMember: (personId) => memberNow(found(memberKey(opened.caseId, personId))) !== undefined,
    },
    bookings,
    found,
  );

/** Those who are booked, as members of the case. */
export interface People {
  readonly members: readonly Member[];
  /** Writes those among them who join it. */
  readonly joins: readonly Change[];
}

/**
 * That a session can have those who and what was chosen for it, whenever it is.
 * @throws {Refusal} `person-not-suitable`, `seats-not-possible`, `conflict-declared`, `room-not-suitable` for the first that cannot be booked
 */
export function assertBookable(
  { session: { caseId, kind }, roster, case: facts, found, viewpoint }: WantedSession,
  randomBytes: RandomBytes,
): People {
  const people = peopleFor(caseId, roster.booked, found, randomBytes);
  assertWithClient(roster.booked, people.members);
  assertNoConflict(roster.booked, found, facts);
  assertRoomsSuitable(kind, roomsOf(roster), found, viewpoint);
  return people;
}

/** @throws {Refusal} `person-not-suitable` for the first who cannot have the seat */
export function peopleFor(
  caseId: string,
  bookings: readonly Booking[],
  found: Found,
  randomBytes: RandomBytes,
): People {
  const pseudonyms = parsePseudonyms(found(pseudonymsKey(caseId)));
  const people = bookings.filter(({ personId }) => personId !== undefined);
  const chosen = people.map((booking) => chosenFor(caseId, booking, found));
  const joiners = joinersOf(caseId, chosen, pseudonyms, randomBytes);
  const members = [...chosen.flatMap(({ member }) => member ?? []), ...joiners];
  return { members, joins: addMembers(joiners, pseudonyms) };
}

/**
 * The interpreters as members for whom this is the first booking in the case.
 * @throws {Refusal} `person-not-suitable` for the first who cannot have the seat
 */
export function joinersOf(
  caseId: string,
  chosen: readonly Chosen[],
  { taken }: Pseudonyms,
  randomBytes: RandomBytes,
): readonly Member[] {
  const joiners: Member[] = [];
  for (const each of chosen) {
    const { personId, role, label } = suitable(each);
    if (each.member !== undefined) continue;
    const known = [...taken, ...joiners.map(({ pseudonym }) => pseudonym)];
    joiners.push({ caseId, personId, role, pseudonym: freePseudonym(role, known, randomBytes), label });
  }
  return joiners;
}
