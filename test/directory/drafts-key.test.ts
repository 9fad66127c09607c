import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { directoryApp } from '../../functions/directory/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

let store: MemoryStore;
let clerk: Person;
beforeEach(async () => {
  store = memoryStore();
  clerk = await enterPerson(store, 'clerk');
});
const app = () => directoryApp(contextOver(store, new Date('2027-03-01T00:00:00Z')));
const make = async (who: Person) =>
  (await ask(app(), actorOf(who), 'POST', '/api/directory/me/drafts')).body as { key: string };
const me = async (who: Person) =>
  (await ask(app(), actorOf(who), 'GET', '/api/directory/me')).body as { draftsKey?: string };

describe('the key under which a person’s pages seal what was typed', () => {
  it('is made once, and is in their own record from then on', async () => {
    expect(await me(clerk)).not.toHaveProperty('draftsKey');
    const { key } = await make(clerk);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(await make(clerk)).toEqual({ key });
    expect(await me(clerk)).toMatchObject({ draftsKey: key });
  });

  it('is the same for two pages that ask at once', async () => {
    const [one, two] = await Promise.all([make(clerk), make(clerk)]);
    expect(one).toEqual(two);
  });

  it('is nobody else’s, and nobody else is told it', async () => {
    const other = await enterPerson(store, 'clerk');
    const { key } = await make(clerk);
    expect((await make(other)).key).not.toBe(key);
    const listed = await ask(app(), actorOf(other), 'GET', '/api/directory/people?role=clerk');
    expect(listed.status).toBe(200);
    expect(JSON.stringify(listed.body)).not.toContain(key);
  });
});
