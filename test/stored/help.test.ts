import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpApp } from '../../functions/help/routes.ts';
import { parsePerson, personKey } from '../../functions/directory/port/actor.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const folder = join(import.meta.dirname, '2026-11-29-help');
const sessionId = '51ck65cgfny6tnxp5xb2gw6fs7';
const caller = 'W-9DXJ';
const people = {
  'support-officer': '2rz4qw8q4x35311fjn4h7w1z8d',
  'central-authority': '4c0bqj532ygzt0zx09pdfdy4k7',
  technician: '3bjp9x46qkzrtk86mvpgmmxqxb',
} as const;

describe('calls for help of 29 November 2026', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = memoryStore();
    for (const table of ['help', 'cases', 'directory', 'sessions', 'custody'])
      for (const item of JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as Item[])
        store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });

  const as = async (role: keyof typeof people, method: 'GET' | 'POST', path: string, body?: object) => {
    const person = parsePerson((await store.get([personKey(people[role])]))[0]);
    const app = helpApp(contextOver(store, new Date('2027-03-02T02:11:00.000Z')));
    return (await ask(app, actorOf(person), method, `/api/help/${path}`, body)).body;
  };

  test('ring for those who were on call then, and are answered', async () => {
    expect(await as('support-officer', 'GET', 'calls')).toMatchObject({
      calls: [{ sessionId, rings: true }],
    });
    const body = { pseudonym: caller, state: 'coming' };
    expect(await as('central-authority', 'POST', `${sessionId}/answers`, body)).toMatchObject({
      rings: false,
      coming: { role: 'central-authority', mine: true },
    });
  });

  test('keep who is on call, with a telephone that nobody is told', async () => {
    const list = await as('support-officer', 'GET', `${sessionId}/on-call`);
    expect(list).toMatchObject({
      named: true,
      people: [
        { role: 'central-authority', telephone: 'known' },
        { role: 'support-officer', telephone: 'none' },
      ],
    });
  });

  test('of technical help are seen to and ended', async () => {
    const list = await as('technician', 'GET', `${sessionId}/technical-calls`);
    expect(list).toMatchObject({ calls: [{ pseudonym: caller, what: 'sound', coming: { mine: true } }] });
    const body = { pseudonym: caller, state: 'over' };
    expect(await as('technician', 'POST', `${sessionId}/technical-answers`, body)).toMatchObject({
      calls: [],
    });
  });
});
