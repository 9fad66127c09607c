/** What somebody reads of a log of which they read only their part: for whom they answer, and where one of these sits. */
import { witnessIn, witnessKeys } from '../cases/port/membership.ts';
import { readPeople } from '../directory/port/actor.ts';
import { doorKey, parseDoor, type Door } from '../sessions/port/door.ts';
import { hasSeat } from '../sessions/port/enter-session.ts';
import { isCounsel, type Role, type Staff } from '../shared/access/roles.ts';
import { readByKey } from '../shared/store/read-by-key.ts';
import type { Store } from '../shared/store/store.ts';
import { pseudonym } from '../shared/values/ids.ts';
import { parseCanonical } from './canonical.ts';
import type { StoredLeaf } from './export-file.ts';
import { entrySchema } from './port/entry.ts';
import { partReader } from './port/log-class.ts';
import { isOfPart, namedIn, ownPart, sessionsIn, type OwnPart } from './port/part.ts';

/** Whether the leaves of a log, as they lie in it, are of somebody's part. */
export interface PartOfLog {
  readonly of: OwnPart;
  readonly isIn: (leaves: readonly StoredLeaf[]) => Promise<readonly boolean[]>;
}

interface InCase {
  readonly caseId: string;
  readonly actor: Pick<Staff, 'personId' | 'agencyId'>;
  readonly self: {
    readonly role: Role;
    readonly pseudonym: string;
    /** Of counsel: whom they represent. */
    readonly for?: string | undefined;
  };
}

/** Of somebody who reads only a part; undefined for whoever answers for the whole. At most three rounds of reads for a page. */
export function partFor(store: Store, { caseId, actor, self }: InCase): PartOfLog | undefined {
  const of = ownPart.safeParse({ role: self.role, pseudonym: self.pseudonym }).data;
  if (of === undefined) return undefined;
  const { role } = of;
  return {
    of,
    isIn: async (leaves) => {
      const all = leaves.map(({ leaf, part }) => ({
        entry: entrySchema.parse(parseCanonical(leaf)),
        ...(part && { part }),
      }));
      const asked = all.filter(({ part }) => part?.[role] !== undefined).map(({ entry }) => entry);
      const doors = await doorsOf(store, caseId, asked.flatMap(sessionsIn));
      const seated = doors.flatMap(({ seats }) => seats.map((seat) => seat.pseudonym));
      const held = await answeredFor(store, caseId, [...asked.flatMap(namedIn), ...seated], { actor, self });
      const sessions = doors.filter((door) => sitsIn(door, actor.personId, held));
      const reader = {
        role,
        names: new Set([self.pseudonym, ...held]),
        sessions: new Set(sessions.map(({ sessionId }) => sessionId)),
      };
      return all.map((each) => isOfPart(each, reader));
    },
  };
}

async function doorsOf(store: Store, caseId: string, ids: readonly string[]): Promise<readonly Door[]> {
  const items = await store.get([...new Set(ids)].map(doorKey));
  const doors = items.filter((item) => item !== undefined).map(parseDoor);
  return doors.filter((door) => door.caseId === caseId);
}

/** Whether somebody, or one for whom they answer, has a seat. */
const sitsIn = (door: Door, personId: string, held: readonly string[]): boolean =>
  hasSeat(door, personId) || door.seats.some((seat) => held.includes(seat.pseudonym));

/**
 * Whether somebody reads the log of a session whole: they have a seat in it, or one for whom they answer has. Counsel by their own
 * seat alone: whoever was not there answers for nobody in it.
 */
export async function readsWhole(store: Store, door: Door, by: Omit<InCase, 'caseId'>): Promise<boolean> {
  if (!partReader.safeParse(by.self.role).success || hasSeat(door, by.actor.personId)) return true;
  if (isCounsel(by.self.role)) return false;
  const seated = door.seats.map((seat) => seat.pseudonym);
  return sitsIn(door, by.actor.personId, await answeredFor(store, door.caseId, seated, by));
}

/** For whom of these a support officer, or another of her agency, holds contact; of counsel their client. */
async function answeredFor(
  store: Store,
  caseId: string,
  named: readonly string[],
  { actor, self }: Omit<InCase, 'caseId'>,
): Promise<readonly string[]> {
  if (isCounsel(self.role)) return named.filter((name) => name === self.for);
  if (self.role !== 'support-officer') return [];
  const names = [...new Set(named)].filter((name) => pseudonym.safeParse(name).success);
  const found = await readByKey(store, witnessKeys(caseId, names));
  const witnesses = names.flatMap((name) => witnessIn(found, caseId, name) ?? []);
  const holders = await readPeople(
    store,
    witnesses.map(({ holder }) => holder),
  );
  return witnesses
    .filter(({ holder }) => holder === actor.personId || holders.get(holder)?.agencyId === actor.agencyId)
    .map((witness) => witness.pseudonym);
}
