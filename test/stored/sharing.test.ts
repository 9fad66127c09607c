import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sharingApp } from '../../functions/sharing/routes.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const folder = join(import.meta.dirname, '2026-11-28-sharing');
const path = '/api/sharing/341ca1jh1jq6stw59cs8kw95jk/W-RTH2';
const people = {
  'support-officer': ['7zdaf2sc50krbf6txskm8nyt1a', '2e0x3mh6w9prq2z57cvx5d1e0g'],
  prosecutor: ['7es9dv1b3bd503djn6v9g7ap5e', '4hnra1v63sqdrbrt0d7ecq7cee'],
} as const;

describe('what was shared on 28 November 2026', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = memoryStore();
    for (const table of ['sharing', 'cases', 'directory', 'custody'])
      for (const item of JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as Item[])
        store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });

  const as = (role: keyof typeof people, method: 'GET' | 'POST', verb = '', body?: object) => {
    const [personId, agencyId] = people[role];
    const by = {
      kind: 'staff',
      personId,
      role,
      agencyId,
      country: 'TH',
      language: 'en',
      zone: 'UTC',
    } as const;
    return ask(
      sharingApp(contextOver(store, new Date('2027-03-02T00:00:00.000Z'))),
      by,
      method,
      `${path}${verb}`,
      body,
    );
  };

  test('is read in full by the holder, and by the authority in its part', async () => {
    const held = (await as('support-officer', 'GET')).body;
    expect(held.information).toMatchObject([{ text: 'The driver has a scar.' }]);
    expect(held.asks.map(({ state }: { state: string }) => state)).toEqual(['refused-by-rule', 'declined']);
    const [share] = (await as('prosecutor', 'GET')).body.shares;
    expect(share).toMatchObject({ text: 'The driver has a scar.', uses: [{ use: 'arrest' }] });
    expect(share.fallen).toBeUndefined();
    const { feedback } = held.shares[0].uses[0];
    expect(feedback).toMatchObject([
      {
        mayBeTold: { is: 'not-yet', until: '2027-03-20' },
        telling: { is: 'told' },
      },
      { mayBeTold: { is: 'now' }, telling: { is: 'told', how: 'in-person', said: 'Glad.' } },
    ]);
  });

  test('goes on from there', async () => {
    expect(await as('prosecutor', 'POST', '/uses', { share: 2, use: 'charge' })).toMatchObject({
      status: 201,
      body: { number: 12 },
    });
  });
});
