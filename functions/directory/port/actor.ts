import * as z from 'zod';
import { accountRole, role, type Role, type Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Key, Store } from '../../shared/store/store.ts';

/**
 * The published port of `directory`: who somebody is, read afresh at each request so that a change holds at once, and who
 * may know where somebody is.
 */

const personItem = z.object({
  personId: z.string(),
  role,
  /** What the person does; never the person's name. */
  label: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  country: z.string(),
  zone: z.string(),
  language: z.string(),
  /** Works at a protected site: the zone would tell where a witness is. */
  atProtectedSite: z.boolean().optional(),
  /** For interpreters. */
  languages: z.array(z.string()).optional(),
  disabled: z.boolean().optional(),
});
export type Person = z.infer<typeof personItem>;

export const personKey = (personId: string): Key => ({
  table: 'directory',
  pk: `person#${personId}`,
  sk: 'person',
});
/** From the subject of a sign-in to the person; written when the account is made. */
export const subjectKey = (subject: string): Key => ({
  table: 'directory',
  pk: `subject#${subject}`,
  sk: 'subject',
});
/** All people of a role, for choosing. The sort key is the person id. */
export const rolePartition = (name: string): string => `role#${name}`;

export function parsePerson(item: unknown): Person {
  if (item === undefined) throw new Refusal('not-found');
  return personItem.parse(item);
}

/** People by their ids, however often one is named; whoever is not there is left out. One round of reads. */
export async function readPeople(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const items = await store.get([...new Set(ids)].map(personKey));
  const people = items.filter((item) => item !== undefined).map(parsePerson);
  return new Map(people.map((person) => [person.personId, person] as const));
}

/** @throws {Refusal} `sign-in-needed` for an account that the directory does not know, or that was disabled */
export async function readStaff(store: Store, subject: string): Promise<Staff> {
  const [link] = await store.get([subjectKey(subject)]);
  const personId = link?.['personId'];
  if (typeof personId !== 'string') throw new Refusal('sign-in-needed');
  const [item] = await store.get([personKey(personId)]);
  const person = item === undefined ? undefined : personItem.parse(item);
  const known = accountRole.safeParse(person?.role);
  if (person === undefined || person.disabled === true || !known.success) throw new Refusal('sign-in-needed');
  const { agencyId, country, language, zone, atProtectedSite = false } = person;
  return { kind: 'staff', personId, role: known.data, agencyId, country, language, zone, atProtectedSite };
}

/** Whoever asks, as far as that says whose place may be known. */
export type Colleague = Pick<Person, 'personId' | 'agencyId'> & {
  readonly atProtectedSite?: boolean | undefined;
};

/** What an agency has somewhere: a room, or somebody at work there. */
interface Placed {
  readonly agencyId: string;
  readonly atProtectedSite?: boolean | undefined;
}

/** Those who sit beside a witness: where they are, she is. */
const besideHer: readonly Role[] = ['support-officer', 'attending-officer'];

/** Whether everybody may know in which zone, and by which calendar, somebody works. */
export const isInTheOpen = ({
  role: what,
  atProtectedSite,
}: Pick<Person, 'role'> & { readonly atProtectedSite?: boolean | undefined }): boolean =>
  atProtectedSite !== true && !besideHer.includes(what);

/**
 * Whether somebody may know where a room is. A protected site is known to those of its agency who work at one themselves,
 * and to nobody through any case: whoever opens a case writes its lists. See infra/decisions/who-may-know-a-place.md.
 */
export const mayKnowSite = (viewer: Placed, { agencyId, atProtectedSite }: Placed): boolean =>
  atProtectedSite !== true || (viewer.atProtectedSite === true && viewer.agencyId === agencyId);

/** Whether somebody may know where another person works: zone, calendar, holidays, and all that could tell them. */
export const mayKnowWhere = (viewer: Colleague, person: Person): boolean =>
  viewer.personId === person.personId ||
  isInTheOpen(person) ||
  (viewer.agencyId === person.agencyId && mayKnowSite(viewer, person));
