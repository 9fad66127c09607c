import type { Role } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Item, Store } from '../shared/store/store.ts';
import type * as contract from './contract.ts';
import { isNamed, wordsOf } from './names.ts';
import { parsePerson, personKey, rolePartition, type Person } from './port/actor.ts';
import { byAgency, personRow } from './person.ts';
import { allNamedKey, namedPartition, namedPerson } from './store.ts';

/** Lines that are read at once, of the list of a role and of those under one word. */
const mostLines = 100;
/** People that are found by words. */
const mostFound = 50;
/** Words that are looked up; by the others those who were found are sorted out. */
const mostWords = 3;

interface Some {
  readonly people: readonly Person[];
  readonly more: boolean;
}

/**
 * Those of a role who can be chosen for a seat: the first of them, or whom some words mean. What is read is the same
 * however many people there are.
 */
export const peopleOfRole: Handler<typeof contract.listPeople> = async ({
  actor: viewer,
  query: { role, named = '', chosen },
  context: { store },
}) => {
  const words = wordsOf(named);
  const [{ people, more }, asked] = await Promise.all([
    words.length === 0 ? firstOf(store, role) : namedSo(store, role, words),
    chosen === undefined ? [] : theseOf(store, role, chosen.split(',')),
  ]);
  const others = asked.filter(({ personId }) => !people.some((person) => person.personId === personId));
  return {
    people: [...people, ...others].toSorted(byAgency).map((person) => personRow(person, viewer)),
    more,
  };
};

/** Those of these ids who are of the role and can be chosen; another's id finds nobody. */
async function theseOf(store: Store, role: Role, ids: readonly string[]): Promise<readonly Person[]> {
  const found = await store.get([...new Set(ids)].map(personKey));
  return found
    .filter((item) => item !== undefined)
    .map(parsePerson)
    .filter((person) => person.role === role && person.disabled !== true);
}

async function firstOf(store: Store, role: Role): Promise<Some> {
  const items = await store.query('directory', rolePartition(role), { limit: mostLines });
  return { people: items.map(parsePerson), more: items.length === mostLines };
}

async function namedSo(store: Store, role: Role, words: readonly string[]): Promise<Some> {
  const longest = words.toSorted((one, other) => other.length - one.length).slice(0, mostWords);
  const [[allNamed], ...lines] = await Promise.all([
    store.get([allNamedKey(role)]),
    ...longest.map((prefix) => store.query('directory', namedPartition(role), { prefix, limit: mostLines })),
  ]);
  if (allNamed === undefined) return lookedThrough(store, role, words);
  const ids = meantBy(lines);
  const found = await store.get(ids.slice(0, mostFound).map(personKey));
  const people = found
    .map(parsePerson)
    .filter((person) => person.disabled !== true && isNamed(person, words));
  const isCut = lines.every((each) => each.length === mostLines);
  return { people, more: isCut || ids.length > mostFound };
}

/** Whoever stands under each word of which all lines were read; of those under the word that fewest have. */
function meantBy(lines: readonly (readonly Item[])[]): readonly string[] {
  const [fewest = [], ...others] = lines.toSorted((one, other) => one.length - other.length);
  const whole = others
    .filter((each) => each.length < mostLines)
    .map((each) => new Set(each.map(namedPerson)));
  return [...new Set(fewest.map(namedPerson))].filter((id) => whole.every((each) => each.has(id)));
}

/** Where people were entered before words were kept. See infra/people.ts, `words`. */
async function lookedThrough(store: Store, role: Role, words: readonly string[]): Promise<Some> {
  const items = await queryAll(store, 'directory', rolePartition(role));
  const people = items.map(parsePerson).filter((person) => isNamed(person, words));
  return { people: people.slice(0, mostFound), more: people.length > mostFound };
}
