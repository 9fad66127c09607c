import * as z from 'zod';
import { role, type Role } from '../shared/access/roles.ts';
import type { Change, Item, Key, Store } from '../shared/store/store.ts';
import { personKey, rolePartition, subjectKey, type Person } from './port/actor.ts';
import { namesOf } from './names.ts';

/**
 * How the directory lies in its table. Each person stands alone, in the list of the role, and under each word by which
 * colleagues find somebody of that role.
 */

export interface Agency {
  readonly agencyId: string;
  readonly name: string;
  readonly country: string;
  /**
   * Agencies whose officers keep the calendars here beside its own: those who engage an interpreting service, whose
   * people have no accounts.
   */
  readonly keptBy?: readonly string[] | undefined;
  /**
   * What its people may be, beside its administrators; the deployer says it, so that no shelter makes itself a prosecutor.
   * Not said: what they are already.
   */
  readonly roles?: readonly Role[] | undefined;
}

const agencyItem = z.object({
  agencyId: z.string(),
  name: z.string(),
  country: z.string(),
  keptBy: z.array(z.string()).optional(),
  roles: z.array(role).optional(),
});

export const agencyKey = (agencyId: string): Key => ({
  table: 'directory',
  pk: `agency#${agencyId}`,
  sk: 'agency',
});

/** Undefined where there is no such agency. */
export const parseAgency = (item: unknown): Agency | undefined =>
  item === undefined ? undefined : agencyItem.parse(item);

export function putAgency(agency: Agency): Change[] {
  const { table, pk, sk } = agencyKey(agency.agencyId);
  const line = { pk: agenciesOf(agency.country), sk: agency.agencyId };
  const once = { kind: 'put', table, when: 'absent', onRefused: 'changed-meanwhile' } as const;
  return [{ ...once, item: { pk, sk, ...agency } }, { ...once, item: line }, putAllListed(agency.agencyId)];
}

/** In the agency's own partition: each of its people, whoever was shut out too. The sort key ends with the person's id. */
export const agencyPartition = (agencyId: string): string => `agency#${agencyId}`;
export const listedPrefix = 'person#';

export const putListed = ({ agencyId, personId }: Pick<Person, 'agencyId' | 'personId'>): Change =>
  putKey({ table: 'directory', pk: agencyPartition(agencyId), sk: `${listedPrefix}${personId}` });

/** The person of whom a line of that list is. */
export const listedPerson = ({ sk }: Item): string => sk.slice(listedPrefix.length);

/** Says that all of an agency are listed there. Older people were entered without: they are looked for by their roles. */
export const allListedKey = (agencyId: string): Key => ({
  table: 'directory',
  pk: agencyPartition(agencyId),
  sk: 'people',
});

export const putAllListed = (agencyId: string): Change => putKey(allListedKey(agencyId));

/** The agencies of a country; the sort key is the agency's id. */
export const agenciesOf = (country: string): string => `agencies#${country}`;

/** What the people of an agency may be, from now on. */
export const setRoles = (agencyId: string, roles: readonly Role[]): Change => ({
  kind: 'update',
  key: agencyKey(agencyId),
  set: { roles },
  when: 'present',
  onRefused: 'not-found',
});

/** Who else keeps the calendars of an agency, from now on. */
export const setKeepers = (agencyId: string, keptBy: readonly string[]): Change => ({
  kind: 'update',
  key: agencyKey(agencyId),
  set: { keptBy },
  when: 'present',
  onRefused: 'not-found',
});

/** Nobody of a role is entered without the words by which they are found, where this is the first of it. */
export async function allNamed(store: Pick<Store, 'query'>, roleName: string): Promise<Change[]> {
  const [other] = await store.query('directory', rolePartition(roleName), { limit: 1 });
  return other === undefined ? [putAllNamed(roleName)] : [];
}

/** Who of a role is found by a word: `<word>#<person>`. */
export const namedPartition = (name: string): string => `named#${name}`;

/** Says that everybody of a role stands under their words. Older people were entered without: they are looked through. */
export const allNamedKey = (name: string): Key => ({ table: 'directory', pk: namedPartition(name), sk: '#' });

export const putAllNamed = (name: string): Change => putKey(allNamedKey(name));

/** Where somebody stands in the list of their role; a copy of the person lies there. */
export const roleLineKey = ({ role: what, personId }: Pick<Person, 'role' | 'personId'>): Key => ({
  table: 'directory',
  pk: rolePartition(what),
  sk: personId,
});

export function putRoleLine(person: Person): Change {
  const { table, pk, sk } = roleLineKey(person);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...person },
    when: 'absent',
    onRefused: 'changed-meanwhile',
  };
}

export const namedKeys = (person: Person): Key[] =>
  namesOf(person).map((word) => ({
    table: 'directory',
    pk: namedPartition(person.role),
    sk: `${word}#${person.personId}`,
  }));

/** The person of whom a line of that list is. */
export const namedPerson = ({ sk }: Item): string => sk.slice(sk.indexOf('#') + 1);

export const putNames = (person: Person): Change[] => namedKeys(person).map(putKey);

function putKey({ table, pk, sk }: Key): Change {
  return { kind: 'put', table, item: { pk, sk }, onRefused: 'retry' };
}

/** Enters somebody new, with the sign-in's subject where there is an account. One transaction. */
export function putPerson(person: Person, subject?: string): Change[] {
  const alone = personKey(person.personId);
  const link = subject === undefined ? [] : [putLink(subject, person.personId)];
  return [
    {
      kind: 'put',
      table: alone.table,
      item: { pk: alone.pk, sk: alone.sk, ...person, subject, version: 1 },
      when: 'absent',
      onRefused: 'changed-meanwhile',
    },
    putRoleLine(person),
    putListed(person),
    ...putNames(person),
    ...link,
  ];
}

/** The sign-in's subject, as the person's item has it; undefined for people without an account. */
export const subjectOf = (item: Item | undefined): string | undefined => {
  const subject = item?.['subject'];
  return typeof subject === 'string' ? subject : undefined;
};

/** A subject belongs to one person for ever: whoever gets an account anew gets a new subject. */
export function putLink(subject: string, personId: string): Change {
  const { table, pk, sk } = subjectKey(subject);
  return {
    kind: 'put',
    table,
    item: { pk, sk, personId },
    when: 'absent',
    onRefused: 'changed-meanwhile',
  };
}

/** Takes somebody out of every list and refuses the sign-in at once; what the person did keeps its pseudonym. */
export const disablePerson = (person: Person): Change[] => [
  {
    kind: 'update',
    key: personKey(person.personId),
    set: { disabled: true },
    when: 'present',
    onRefused: 'not-found',
  },
  ...delisted(person),
];

/** Takes somebody out of the lists from which people are chosen. */
export const delisted = (person: Person): Change[] =>
  [roleLineKey(person), ...namedKeys(person)].map((key): Change => ({
    kind: 'delete',
    key,
    onRefused: 'retry',
  }));

/** The languages of an interpreter, where they stand: alone and in the list of the role. Not for somebody disabled. */
export const setLanguages = (person: Person, languages: readonly string[]): Change[] =>
  setWherever(person, { languages });

/** By which clock somebody lives, at the same places. */
export const setZone = (person: Person, zone: string): Change[] => setWherever(person, { zone });

const setWherever = (
  person: Person,
  set: { readonly languages: readonly string[] } | { readonly zone: string },
): Change[] =>
  [personKey(person.personId), roleLineKey(person)].map((key) => ({
    kind: 'update',
    key,
    set,
    when: 'present',
    onRefused: 'not-found',
  }));
