import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import { mayKnowSite, parsePerson, personKey, type Person } from './actor.ts';
import type { WorkingTime } from './working-time.ts';
import { workingTimeOf, parseRoom, roomWorkingTimeOf, roomKey, type Stored } from './working-time-store.ts';
import type { LogSubject } from './agency-log.ts';
import { agencyKey, parseAgency, setZone, type Agency } from '../store.ts';

/**
 * Who keeps the calendar of whom; published, since `sessions` shows what stands in it to the same people. A calendar tells where somebody lives, when they are on leave and when a room is
 * empty, so it is shown to those alone who keep it; everybody else asks the search, which says free or not.
 *
 * - Everybody keeps their own.
 * - Officers keep those of their agency, and of an agency that names theirs as its keeper (`keptBy`).
 * - A person at a protected site keeps her own, and nobody else does: her zone tells where the witness is.
 * - A protected site's rooms are kept by the officers of the same agency who work at a protected site themselves.
 */

export type { Agency };

/** Somebody or something with a calendar that the caller keeps. */
export interface Kept {
  readonly ownerId: string;
  readonly agencyId: string;
  /** How the log speaks of it. */
  readonly subject: LogSubject;
  readonly workingTimeIn: (item: unknown) => Stored<WorkingTime>;
  /**
   * What else is by the clock of the calendar: of a person the zone by which messages and pages give times, or somebody who
   * moves would be booked by one clock and told by another.
   */
  readonly along: (calendar: WorkingTime) => readonly Change[];
}

interface Owned {
  readonly agencyId: string;
  readonly atProtectedSite?: boolean | undefined;
}

export const mayKeepPerson = (keeper: Pick<Person, 'agencyId'>, owned: Owned, agency: Agency): boolean =>
  owned.atProtectedSite !== true && isKeeper(keeper.agencyId, agency);

export const mayKeepRoom = (keeper: Owned, room: Owned, agency: Agency): boolean =>
  room.atProtectedSite === true ? mayKnowSite(keeper, room) : isKeeper(keeper.agencyId, agency);

/** Whether the officers of an agency keep the calendars of another, or of their own. */
export const isKeeper = (agencyId: string, agency: Agency): boolean =>
  agency.agencyId === agencyId || (agency.keptBy ?? []).includes(agencyId);

const keptOf = (person: Person): Kept => ({
  ownerId: person.personId,
  agencyId: person.agencyId,
  subject: { kind: 'person', personId: person.personId, role: person.role },
  workingTimeIn: (item) => workingTimeOf(item, person),
  along: ({ zone }) => (zone === person.zone ? [] : setZone(person, zone)),
});

export async function ownPerson(store: Store, staff: Staff): Promise<Kept> {
  const [item] = await store.get([personKey(staff.personId)]);
  return keptOf(parsePerson(item));
}

/** @throws {Refusal} `not-found` alike for somebody who is not there, was disabled, or is kept by others */
export async function keptPerson(
  store: Store,
  staff: Staff,
  personId: string,
): Promise<Kept & { person: Person }> {
  const [item] = await store.get([personKey(personId)]);
  const person = parsePerson(item);
  if (person.disabled === true) throw new Refusal('not-found');
  const agency = await readAgency(store, person.agencyId);
  if (!mayKeepPerson(staff, person, agency)) throw new Refusal('not-found');
  return { ...keptOf(person), person };
}

/** @throws {Refusal} `not-found` alike for a room that is not there and for one that others keep */
export async function keptRoom(store: Store, staff: Staff, roomId: string) {
  const [item, self] = await store.get([roomKey(roomId), personKey(staff.personId)]);
  const room = parseRoom(item);
  const agency = await readAgency(store, room.agencyId);
  if (!mayKeepRoom(parsePerson(self), room, agency)) throw new Refusal('not-found');
  const kept: Kept = {
    ownerId: roomId,
    agencyId: room.agencyId,
    subject: { kind: 'room', ref: roomId },
    workingTimeIn: roomWorkingTimeOf,
    along: () => [],
  };
  return { ...kept, room };
}

/** Those of these agencies that are there, by their ids. One round of reads. */
export async function readAgencies(
  store: Store,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, Agency>> {
  const items = agencyIds.length === 0 ? [] : await store.get(agencyIds.map(agencyKey));
  return new Map(
    items.flatMap((item) => {
      const agency = parseAgency(item);
      return agency === undefined ? [] : [[agency.agencyId, agency] as const];
    }),
  );
}

/** @throws {Refusal} `not-found` */
export async function readAgency(store: Store, agencyId: string): Promise<Agency> {
  const [item] = await store.get([agencyKey(agencyId)]);
  const agency = parseAgency(item);
  if (agency === undefined) throw new Refusal('not-found');
  return agency;
}
