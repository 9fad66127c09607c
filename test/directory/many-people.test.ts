import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { disablePerson, putAllNamed } from '../../functions/directory/store.ts';
import { nameAll } from '../../infra/people.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { meteredStore } from '../support/metered-store.ts';
import { now } from '../support/prepared-case.ts';

/** Choosing somebody costs the same however many people there are, and everybody is found. */

interface Listed {
  readonly people: readonly { readonly personId: string; readonly label: string }[];
  readonly more: boolean;
}

function directoryOver(store: ReturnType<typeof memoryStore>) {
  const metered = meteredStore(store);
  const app = directoryApp(contextOver(metered, now));
  const read = async (by: Person, named?: string, chosen?: string): Promise<Listed> => {
    const query = new URLSearchParams({
      role: 'clerk',
      ...(named === undefined ? {} : { named }),
      ...(chosen === undefined ? {} : { chosen }),
    });
    return (await ask(app, actorOf(by), 'GET', `/api/directory/people?${query}`)).body as Listed;
  };
  return { read, unitsOf: (by: Person, named?: string) => metered.unitsOf(() => read(by, named)) };
}

async function enterClerks(store: ReturnType<typeof memoryStore>, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1)
    await enterPerson(store, 'clerk', { label: `Clerk number ${String(n).padStart(4, '0')}` });
}

describe('of a thousand clerks', () => {
  const store = memoryStore();
  const { read, unitsOf } = directoryOver(store);
  const before = { all: 0, named: 0 };
  let wanted: Person;
  beforeAll(async () => {
    await store.write([putAllNamed('clerk')]);
    wanted = await enterPerson(store, 'clerk', {
      label: 'Clerk of the Đà Nẵng bench',
      agencyName: 'ศาลอาญา Criminal Court',
    });
    await enterClerks(store, 0, 200);
    before.all = await unitsOf(wanted);
    before.named = await unitsOf(wanted, 'clerk');
    await enterClerks(store, 200, 1_000);
  });

  it('a question reads no more than of two hundred', async () => {
    expect(await unitsOf(wanted)).toBe(before.all);
    expect(await unitsOf(wanted, 'clerk')).toBe(before.named);
    expect(before.all).toBeLessThan(20);
  });

  it('the first are told, and that there are more', async () => {
    const { people, more } = await read(wanted);
    expect(people).toHaveLength(100);
    expect(more).toBe(true);
  });

  it.each(['da nang', 'DA', 'clerk nang', 'nang clerk of the', 'criminal da', 'ศาล'])(
    'one is found by “%s”',
    async (named) => {
      const { people, more } = await read(wanted, named);
      expect(people.map(({ personId }) => personId)).toEqual([wanted.personId]);
      expect(more).toBe(false);
    },
  );

  it.each(['0042', 'number 0042', 'clerk 0042'])('any other is found by “%s”', async (named) => {
    expect((await read(wanted, named)).people.map(({ label }) => label)).toEqual(['Clerk number 0042']);
  });

  it('whoever is chosen already is there beside the first, whoever they are among; of another role nobody is', async () => {
    const judge = await enterPerson(store, 'judge');
    const told = (await read(wanted)).people;
    const [first] = told;
    // Who the first are goes by chance, so somebody is taken who is not.
    const isTold = (one: Listed['people'][number] | undefined) =>
      told.some(({ personId }) => personId === one?.personId);
    let [last, n] = [first, 999];
    for (; isTold(last); n -= 1) [last] = (await read(wanted, String(n).padStart(4, '0'))).people;
    const chosen = [last, first, last, judge].map((one) => one?.personId).join(',');
    const { people, more } = await read(wanted, undefined, chosen);
    expect(people).toHaveLength(101);
    expect(people).toContainEqual(last);
    expect(more).toBe(true);
    const gone = await enterPerson(store, 'clerk', { label: 'Clerk who left' });
    await store.write(disablePerson(gone));
    const ids = (await read(wanted, undefined, gone.personId)).people.map(({ personId }) => personId);
    expect(ids).not.toContain(gone.personId);
    expect(ids.length).toBeGreaterThanOrEqual(99);
  });

  it('nobody is found by a word that nobody has, or who has only one of two', async () => {
    expect(await read(wanted, 'judge')).toEqual({ people: [], more: false });
    expect(await read(wanted, 'nang 0042')).toEqual({ people: [], more: false });
  });

  it('a word that very many have finds some, and says that there are more', async () => {
    const { people, more } = await read(wanted, 'clerk');
    expect(people).toHaveLength(50);
    expect(more).toBe(true);
  });

  it('whoever was put out of the directory is found no more', async () => {
    const gone = await enterPerson(store, 'clerk', { label: 'Clerk who leaves' });
    expect((await read(wanted, 'leaves')).people).toHaveLength(1);
    await store.write(disablePerson(gone));
    expect(await read(wanted, 'leaves')).toEqual({ people: [], more: false });
    expect([...store.items.keys()].filter((key) => key.includes(`#${gone.personId}`))).toEqual([
      expect.stringContaining('"person#'),
      // The agency's own list, by which its administrator lets them in again.
      expect.stringContaining(`"agency#${gone.agencyId}"`),
    ]);
  });
});

describe('what is stored', () => {
  it('of the words is found as it lies there since 28 November 2026', async () => {
    const store = memoryStore();
    const { read } = directoryOver(store);
    const clerk = await enterPerson(store, 'clerk', { label: 'Clerk of the bench' });
    for (const key of store.items.keys()) if (key.includes('named#')) store.items.delete(key);
    const items = [
      { pk: 'named#clerk', sk: `bench#${clerk.personId}` },
      { pk: 'named#clerk', sk: '#' },
    ];
    await store.write(items.map((item) => ({ kind: 'put', table: 'directory', item, onRefused: 'retry' })));
    expect((await read(clerk, 'ben')).people.map(({ personId }) => personId)).toEqual([clerk.personId]);
    expect((await read(clerk, 'clerk')).people).toEqual([]);
  });

  it('without words is given them by the command, any number of times, and then found as cheaply', async () => {
    const store = memoryStore();
    const { read, unitsOf } = directoryOver(store);
    const clerk = await enterPerson(store, 'clerk', { label: 'Clerk of the bench' });
    await enterClerks(store, 0, 300);
    for (const key of store.items.keys()) if (key.includes('named#')) store.items.delete(key);
    expect(await unitsOf(clerk, 'bench')).toBeGreaterThan(10);
    expect([await nameAll({ store }), await nameAll({ store })]).toEqual([301, 301]);
    expect(await unitsOf(clerk, 'bench')).toBe(3);
    expect((await read(clerk, 'bench')).people.map(({ personId }) => personId)).toEqual([clerk.personId]);
  });

  it('without words is found all the same', async () => {
    const store = memoryStore();
    const { read } = directoryOver(store);
    const clerk = await enterPerson(store, 'clerk', { label: 'Clerk of old' });
    await enterClerks(store, 0, 3);
    for (const key of store.items.keys()) if (key.includes('named#')) store.items.delete(key);
    const { people } = await read(clerk, 'old clerk');
    expect(people.map(({ personId }) => personId)).toEqual([clerk.personId]);
  });
});
