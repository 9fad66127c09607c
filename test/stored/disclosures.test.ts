import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { disclosuresApp } from '../../functions/disclosures/routes.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const folder = join(import.meta.dirname, '2026-11-28-disclosures');
const path = '/api/disclosures/4hvbp4hpryhv3frgzc726ewtk5';
const orderId = '4jr9n8qdmdm68qkaa4ttn3zcwm';
const people = {
  judge: '7v2zs974x6094n06x5y9fp6pvr',
  'defence-counsel': '6qnr3ftqqbcvfrvvnzw6xs303s',
} as const;

describe('what was disclosed on 28 November 2026', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = memoryStore();
    for (const table of ['disclosures', 'cases', 'custody', 'witnesses'])
      for (const item of JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as Item[])
        store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });

  const as = (role: keyof typeof people, verb: string, body?: object) =>
    ask(
      disclosuresApp(contextOver(store, new Date('2027-03-02T00:00:00.000Z'))),
      {
        kind: 'staff',
        personId: people[role],
        role,
        agencyId: '2e0x3mh6w9prq2z57cvx5d1e0g',
        country: 'TH',
        language: 'en',
        zone: 'UTC',
      },
      body === undefined ? 'GET' : 'POST',
      `${path}${verb}`,
      body,
    );

  test('stands, and is read by the one whom it names', async () => {
    expect(
      (await as('judge', '')).body.orders.map(({ state }: { state: string }) => state).toSorted(),
    ).toEqual(['lifted', 'stands']);
    const told = await as('defence-counsel', '/readings', { orderId });
    expect(told.body.fields).toMatchObject([{ name: 'recording', value: expect.any(String) as string }]);
  });

  test('is lifted by today’s rule', async () => {
    expect((await as('judge', '/liftings', { orderId, reason: 'Enough.' })).body).toEqual({
      state: 'lifted',
    });
    expect((await as('defence-counsel', '/readings', { orderId })).status).toBe(404);
  });
});
