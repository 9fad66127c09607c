import type { Role } from '../../shared/access/roles.ts';
import { staffRoles, guestRoles } from '../../shared/access/roles.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Item, Key, Store } from '../../shared/store/store.ts';
import {
  agencyPartition,
  allListedKey,
  allNamed,
  delisted,
  listedPerson,
  listedPrefix,
  namedKeys,
  putLink,
  putNames,
  putPerson,
  putRoleLine,
  roleLineKey,
  subjectOf,
} from '../store.ts';
import { parsePerson, personKey, rolePartition, type Person } from './actor.ts';
import { versionKey } from './working-time-store.ts';

/**
 * The published port for whoever keeps the people of an agency: who they are, and how one of them is entered, changed, shut
 * out and let in again. What is given are changes for one transaction; each holds only for the person as they were read.
 */

/** Somebody as the directory has them. */
export interface OnFile {
  readonly person: Person;
  /** Rises with each change made by an administrator; 0 for whoever was entered before there were any. */
  readonly version: number;
  /** Of the sign-in, where there is an account. */
  readonly subject: string | undefined;
}

/** @throws {Refusal} `not-found` */
export function parseOnFile(item: Item | undefined): OnFile {
  const person = parsePerson(item);
  const version = item?.['version'];
  return { person, version: typeof version === 'number' ? version : 0, subject: subjectOf(item) };
}

/** Everybody whom an agency has or had, in no order. Read by their roles too where some were entered before it had a list. */
export async function peopleOf(store: Store, agencyId: string): Promise<readonly OnFile[]> {
  const [[allListed], lines] = await Promise.all([
    store.get([allListedKey(agencyId)]),
    queryAll(store, 'directory', agencyPartition(agencyId), { prefix: listedPrefix }),
  ]);
  const listed = lines.map(listedPerson);
  const others = allListed === undefined ? await byRole(store, agencyId) : [];
  const ids = [...new Set([...listed, ...others])];
  const items = ids.length === 0 ? [] : await store.get(ids.map(personKey));
  return items.map(parseOnFile);
}

async function byRole(store: Store, agencyId: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    [...staffRoles, ...guestRoles].map((role) => queryAll(store, 'directory', rolePartition(role))),
  );
  return lists
    .flat()
    .map(parsePerson)
    .filter((person) => person.agencyId === agencyId)
    .map(({ personId }) => personId);
}

/** Where a version of somebody is remembered. */
export const personVersionKey = (personId: string, version: number): Key =>
  versionKey(personKey(personId), version);

/** Somebody new, whose first version this is. */
export const personEntered = async (store: Store, person: Person, subject: string): Promise<Change[]> => [
  ...putPerson(person, subject),
  ...(await allNamed(store, person.role)),
];

/** The same person, with a sign-in from now on. */
export const accountGiven = (before: OnFile, subject: string): Change[] => [
  movedOn(before, { subject }),
  putLink(subject, before.person.personId),
];

/** The same person, otherwise. Agency, account and whether they may sign in stay what they are. */
export async function personChanged(store: Store, before: OnFile, after: Person): Promise<Change[]> {
  const { role, label, language, zone, atProtectedSite } = after;
  const set = { role, label, language, zone, atProtectedSite };
  const had = namedKeys(before.person);
  const has = namedKeys(after);
  const isIn = (keys: readonly Key[], { pk, sk }: Key) => keys.some((key) => key.pk === pk && key.sk === sk);
  const gone = had.filter((key) => !isIn(has, key));
  return [
    movedOn(before, set),
    ...(role === before.person.role
      ? [{ kind: 'update', key: roleLineKey(after), set, when: 'present', onRefused: 'retry' } as const]
      : [remove(roleLineKey(before.person)), putRoleLine(after), ...(await allNamed(store, role))]),
    ...gone.map(remove),
    ...putNames(after),
  ];
}

const remove = (key: Key): Change => ({ kind: 'delete', key, onRefused: 'retry' });

/** Refuses the sign-in from the next request on, and takes somebody out of the lists; what they did keeps its pseudonym. */
export const personShutOut = (before: OnFile): Change[] => [
  movedOn(before, { disabled: true }),
  ...delisted(before.person),
];

export const personLetIn = async (store: Store, before: OnFile): Promise<Change[]> => {
  const { disabled: _, ...person } = before.person;
  return [
    movedOn(before, { disabled: undefined }),
    putRoleLine(person),
    ...putNames(person),
    ...(await allNamed(store, person.role)),
  ];
};

/** The next version, of somebody who is still what was read. */
export function movedOn(
  { person, version }: OnFile,
  set: Readonly<Record<string, unknown>> = {},
): Change & { readonly kind: 'update' } {
  const { role, label, language, zone, disabled } = person;
  return {
    kind: 'update',
    key: personKey(person.personId),
    set: { ...set, version: version + 1 },
    when: { role, label, language, zone, disabled, version: version === 0 ? undefined : version },
    onRefused: 'retry',
  };
}

/** Holds while somebody is of this role and agency and may sign in. */
export const checkIsStill = (person: Pick<Person, 'personId' | 'agencyId'>, role: Role): Change => ({
  kind: 'check',
  key: personKey(person.personId),
  when: { agencyId: person.agencyId, role, disabled: undefined },
  onRefused: 'retry',
});
