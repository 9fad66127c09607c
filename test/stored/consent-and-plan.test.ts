import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import type { StaffRole } from '../../functions/shared/access/roles.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { ask, contextOver } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';

const folder = join(import.meta.dirname, '2026-11-28-consent');
const itemsOf = (table: string) =>
  JSON.parse(readFileSync(join(folder, `${table}.json`), 'utf8')) as readonly Item[];

const caseId = '6cjqqpa10c527k2st0vbvbkqpq';
const party = 'W-X4JT';
const people = {
  'support-officer': '0jg58sktmxbaedgz4fwm0t3zqq',
  prosecutor: '0z86rne1x0vfcna1nvhj1pghjy',
} as const satisfies Partial<Record<StaffRole, string>>;

describe('a consent and a plan of 28 November 2026', () => {
  let store: MemoryStore;
  const now = new Date('2026-11-28T15:00:00.000Z');

  beforeEach(() => {
    store = memoryStore();
    for (const table of ['cases', 'witnesses'])
      for (const item of itemsOf(table)) store.items.set(keyName({ table, pk: item.pk, sk: item.sk }), item);
  });

  const as = (role: keyof typeof people, method: 'GET' | 'POST', verb = '', body?: object) => {
    const by = {
      kind: 'staff',
      personId: people[role],
      role,
      agencyId: '',
      country: 'TH',
      language: 'en',
      zone: 'UTC',
    } as const;
    const app = witnessesApp(contextOver(store, now));
    return ask(app, by, method, `/api/witnesses/${caseId}/${party}${verb}`, body);
  };
  const planStands = async () =>
    parseStanding((await store.get([standingKey(caseId, party, 'riskPlan')]))[0]);

  test('are read in full by the holder, and by the prosecutor in their part', async () => {
    expect((await as('support-officer', 'GET')).body).toMatchObject({
      consent: { record: { language: 'shn', wishes: { breakEvery: 30 }, mark: { kind: 'thumbprint' } } },
      riskPlan: {
        number: 4,
        decision: 'go',
        plan: { escapeWord: 'papaya', nextReview: '2036-12-31', lovedOnes: [{ who: 'mother' }] },
      },
    });
    const shown = JSON.stringify((await as('prosecutor', 'GET')).body);
    expect(shown).toContain('supporter-beside-her');
    expect(shown).not.toContain('papaya');
  });

  test('stand, with when somebody is on call; a no-go said today closes', async () => {
    expect(await planStands()).toMatchObject({ state: 'open', onCall: [{ zone: 'Asia/Yangon' }] });
    expect((await as('prosecutor', 'POST', '/risk-plan/word', { decision: 'no-go' })).body).toEqual({
      gate: 'refused',
    });
    expect((await planStands())?.state).toBe('refused');
  });
});
