import * as z from 'zod';
import type { Change, Item, Key } from '../shared/store/store.ts';
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
}

const agencyItem = z.object({
  agencyId: z.string(),
  name: z.string(),
  country: z.string(),
  keptBy: z.array(z.string()).optional(),
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
  return [
    { ...once, item: { pk, sk, ...agency } },
    { ...once, item: line },
  ];
}

/** The agencies of a country; the sort key is the agency's id. */
export const agenciesOf = (country: string): string => `agencies#${country}`;

/** Who else keeps the calendars of an agency, from now on. */
export const setKeepers = (agencyId: string, keptBy: readonly string[]): Change => ({
  kind: 'update',
  key: agencyKey(agencyId),
  set: { keptBy },
  when: 'present',
  onRefused: 'not-found',
});

/** Who of a role is found by a word: `<word>#<person>`. */
export const namedPartition = (name: string): string => `named#${name}`;

/** Says that everybody of a role stands under their words. Older people were entered without: they are looked through. */
export const allNamedKey = (name: string): Key => ({ table: 'directory', pk: namedPartition(name), sk: '#' });

export const putAllNamed = (name: string): Change => putKey(allNamedKey(name));

const namedKeys = (person: Person): Key[] =>
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
      item: { pk: alone.pk, sk: alone.sk, ...person, subject },
      when: 'absent',
      onRefused: 'changed-meanwhile',
    },
    {
      kind: 'put',
      table: alone.table,
      item: { pk: rolePartition(person.role), sk: person.personId, ...person },
      when: 'absent',
      onRefused: 'changed-meanwhile',
    },
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
function putLink(subject: string, personId: string): Change {
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
  {
    kind: 'delete',
    key: { table: 'directory', pk: rolePartition(person.role), sk: person.personId },
    onRefused: 'retry',
  },
  ...namedKeys(person).map((key): Change => ({ kind: 'delete', key, onRefused: 'retry' })),
];

/** The languages of an interpreter, where they stand: alone and in the list of the role. Not for somebody disabled. */
export const setLanguages = (person: Person, languages: readonly string[]): Change[] =>
  setWherever(person, { languages });

/** By which clock somebody lives, at the same places. */
export const setZone = (person: Person, zone: string): Change[] => setWherever(person, { zone });

const setWherever = (
  { personId, role }: Person,
  set: { readonly languages: readonly string[] } | { readonly zone: string },
): Change[] =>
  [personKey(personId), { table: 'directory', pk: rolePartition(role), sk: personId }].map((key) => ({
    kind: 'update',
    key,
    set,
    when: 'present',
    onRefused: 'not-found',
  }));
