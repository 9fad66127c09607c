import { assertRoleStands, filePartition, parseFile, type CaseFile } from '../cases/port/membership.ts';
import { doorKey, heardIn, parseDoor } from '../sessions/port/door.ts';
import { plannedIn } from '../sessions/port/one-room.ts';
import type { Staff } from '../shared/access/roles.ts';
import { doesNotFit, Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Store } from '../shared/store/store.ts';
import type { PairMeasures } from './measures/contract.ts';
import { stricter, type OfCase } from './port/measures.ts';
import type { MatterRef } from './port/standing-orders.ts';
import type { Seated } from './who-speaks.ts';

/**
 * The one way to a case for whoever asks for an order, is heard on it, or makes one.
 * @throws {Refusal} `not-found` for whoever is not a member, as for a case that is not there; `not-your-role` for a member whose
 * role has changed since
 */
export async function enterOrders(store: Store, caseId: string, staff: Staff): Promise<CaseFile> {
  const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), staff.personId);
  assertRoleStands(file.self, staff);
  return file;
}

/** Who has a seat in the sessions that these matters are about. At most one read. */
export async function readSeated(store: Store, matters: readonly MatterRef[]): Promise<Seated> {
  const ids = new Set(matters.flatMap((about) => (about.kind === 'in-camera' ? about.sessionId : [])));
  const items = ids.size === 0 ? [] : await store.get([...ids].map(doorKey));
  const doors = items.filter((item) => item !== undefined).map(parseDoor);
  const seats = new Map(
    doors.map((door) => [door.sessionId, door.seats.map(({ pseudonym }) => pseudonym)] as const),
  );
  return (about) => (about.kind === 'in-camera' ? (seats.get(about.sessionId) ?? []) : []);
}

type File = Pick<CaseFile, 'members' | 'witnesses' | 'parties'>;

/** Everybody of a case. */
export const peopleOf = ({ members, witnesses, parties }: File): readonly OfCase[] => [
  ...witnesses.map(({ pseudonym }) => ({ seat: 'witness' as const, pseudonym })),
  ...parties.map(({ role, pseudonym }) => ({ seat: role, pseudonym })),
  ...members.map(({ role, pseudonym }) => ({ seat: role, pseudonym })),
];

/** What the plan of the one who is protected asks of a pair; undefined where it asks nothing. */
export function planOf(
  { standings }: Pick<CaseFile, 'standings'>,
  about: MatterRef,
): PairMeasures | undefined {
  if (about.kind !== 'pair') return undefined;
  const asked = plannedIn(standings).filter(
    (each) => each.protected === about.protected && each.from === about.from,
  );
  return asked.length === 0 ? undefined : asked.map(({ measures }) => measures).reduce(stricter);
}

/**
 * That a matter is of this case: two people of it, or a session of it that is to come. One read for a session.
 * @returns those whom it protects: of a session whoever is heard in it
 * @throws {Refusal} `does-not-fit`
 */
export async function assertOfCase(
  store: Store,
  caseId: string,
  file: File,
  about: MatterRef,
  pointer: string,
): Promise<readonly string[]> {
  if (about.kind === 'pair') {
    const there = peopleOf(file).map(({ pseudonym }) => pseudonym);
    const errors = (['protected', 'from'] as const)
      .filter((name) => !there.includes(about[name]))
      .map((name) => ({ pointer: `${pointer}/${name}`, message: 'The case has nobody of that pseudonym.' }));
    const same = about.protected === about.from;
    const itself = {
      pointer: `${pointer}/from`,
      message: 'Name two persons: nobody is protected from themselves.',
    };
    if (errors.length > 0 || same) throw new Refusal('does-not-fit', {}, same ? [itself] : errors);
    return [about.protected];
  }
  const [item] = await store.get([doorKey(about.sessionId)]);
  const door = item === undefined ? undefined : parseDoor(item);
  if (door?.caseId !== caseId || door.status === 'ended' || door.status === 'cancelled')
    throw doesNotFit(`${pointer}/sessionId`, 'The case has no such session to come.');
  return heardIn(door);
}
