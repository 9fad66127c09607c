import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { requestsApp } from '../../functions/requests/routes.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const folder = join(import.meta.dirname, '2026-11-28-requests');
const path = '/api/requests/03mqp23b728enm9x0vcrj2n89s/W-KV6R';
const sender = {
  kind: 'staff',
  personId: '5sd142kx2zx9pep78z685xxecb',
  role: 'central-authority',
  agencyId: '2rbr01mzmd2bamc74jg7knkm1k',
  country: 'TH',
  language: 'en',
  zone: 'UTC',
} as const;

describe('a request as it was marked and sent on 28 November 2026', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = memoryStore();
    for (const table of ['requests', 'cases', 'directory', 'custody'])
      for (const item of JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as Item[])
        store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });
  const as = (method: 'GET' | 'POST', verb: string, body?: object) =>
    ask(
      requestsApp(contextOver(store, new Date('2027-03-02T00:00:00.000Z'))),
      sender,
      method,
      `${path}${verb}`,
      body,
    );
  const light = async (item: string) =>
    ((await as('GET', '/checklist')).body.checklist as { id: string; light: string }[]).find(
      ({ id }) => id === item,
    )?.light;

  test('is read: when and on what it was sent, and what stands on which paper', async () => {
    expect((await as('GET', '/checklist')).body).toMatchObject({
      basis: 'untoc-18',
      sent: { reference: 'AG 13/2570', sentOn: '2027-02-27' },
      mayMark: true,
    });
    expect(await light('MM-basis')).toBe('green');
    expect(await light('TIP-6-2-b')).toBe('amber');
  });

  test('goes on from there', async () => {
    const taken = await as('POST', '/checklist', { item: 'MM-basis', state: 'missing' });
    expect(taken.status).toBe(201);
    expect(await light('MM-basis')).toBe('red');
  });
});
