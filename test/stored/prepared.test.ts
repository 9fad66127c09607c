import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parsePerson, personKey } from '../../functions/directory/port/actor.ts';
import type { StaffRole } from '../../functions/shared/access/roles.ts';
import { keyName, type Item } from '../../functions/shared/store/store.ts';
import { shortlyBefore } from '../support/cast-in-process.ts';
import { actorOf, ask } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';

vi.setConfig({ testTimeout: 20_000 });

const folder = join(import.meta.dirname, '2026-11-28-prepared');
const caseId = '1fmaa9vqkycxfw15v19nsent7h';
const sessionId = '4nghynxj47v6rw2630gt4mm47a';
const party = 'W-C2P6';
const accused = 'R-7F4C';
const unmaskingId = '0v78hndjhzxzct7smtnq6njdr3';
const people = {
  judge: '0tf5g13tvq07bre3av6e6rqc9t',
  clerk: '2qgmx4zb94hmkfbm0r5ywbcsce',
  'support-officer': '4n7pyr76vb4y2z7fxwb529s2m2',
  prosecutor: '1d5rkwbzm1sdmte7p73j90f814',
  'defence-counsel': '3hcxaspjtzjrj2g59q6maps0z0',
} as const satisfies Partial<Record<StaffRole, string>>;

let store: MemoryStore;
beforeEach(() => {
  store = memoryStore();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const items = JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Item[];
    for (const item of items)
      store.items.set(keyName({ table: basename(file, '.json'), pk: item.pk, sk: item.sk }), item);
  }
});

const as = async (role: keyof typeof people, method: 'GET' | 'POST', path: string, body?: object) => {
  const person = parsePerson((await store.get([personKey(people[role])]))[0]);
  return ask(wholeApi(store, shortlyBefore), actorOf(person), method, path, body);
};
const reads = async (role: keyof typeof people, path: string) => {
  const { status, body } = await as(role, 'GET', path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const identity = `/api/witnesses/${caseId}/${party}/identity`;

describe('a hearing that was prepared on 28 November 2026', () => {
  test('has its door, with what waits for whom, and the gate that was set aside', async () => {
    expect((await reads('clerk', `/api/sessions/${sessionId}/door`)).gates).toMatchObject([
      { gate: 'permission', state: 'missing', aside: expect.anything() as unknown },
      { gate: 'attendingOfficer', state: 'open' },
      { gate: 'consent', state: 'open', marks: ['on-draft', 'supporter'] },
      { gate: 'riskPlan', state: 'missing', lacks: 'second-word', turn: 'prosecutor' },
      { gate: 'interpreter', state: 'open' },
      { gate: 'rehearsal', state: 'open' },
    ]);
  });

  test('has what the court ordered, and each reads of it what is theirs', async () => {
    const path = `/api/orders/${caseId}`;
    const judge = JSON.stringify(await reads('judge', path));
    for (const each of [
      'kanari-order-ground',
      'kanari-for-the-judge',
      'kanari-wishes',
      'As was said in court.',
    ])
      expect(judge).toContain(each);
    const defence = JSON.stringify(await reads('defence-counsel', path));
    expect(defence).toContain('kanari-order-ground');
    expect(defence).not.toMatch(/kanari-for-the-judge|kanari-wishes/);
    const lift = {
      decision: 'lift',
      about: { kind: 'pair', protected: party, from: accused },
      defence: { was: 'not-heard', reason: 'Counsel agreed by phone.' },
    };
    const body = { ruling: lift, read: 3, reasons: 'It is needed no more.' };
    expect(await as('judge', 'POST', `${path}/decisions`, body)).toMatchObject({
      status: 201,
      body: { step: 4 },
    });
  });

  test('has what its preparation came to, and goes on with it', async () => {
    const path = `/api/preparation/${sessionId}`;
    const before = await reads('clerk', path);
    expect(before.results).toMatchObject([{ number: 2, limits: 'kanari-preparation-limits' }, { number: 1 }]);
    expect(JSON.stringify(before.items)).toContain('kanari-preparation-reason');
    const tick = { item: 'documentsSealed', state: 'done' };
    expect((await as('clerk', 'POST', `${path}/ticks`, tick)).body).toEqual({ state: 'done' });
    expect(JSON.stringify(await reads('support-officer', '/api/preparation/tasks'))).toContain(
      'kanari-task-note',
    );
  });

  test('has a plan that waits for its second word, which is said', async () => {
    const path = `/api/witnesses/${caseId}/${party}`;
    const { riskPlan } = await reads('support-officer', path);
    expect(riskPlan).toMatchObject({ plan: { ownView: { words: 'kanari-plan-view' } } });
    const word = { decision: 'go', plan: riskPlan.number };
    expect((await as('prosecutor', 'POST', `${path}/risk-plan/word`, word)).body).toEqual({ gate: 'open' });
  });

  test('has somebody in the vault, whom two people open, and whose name goes with the key', async () => {
    const opened = await as('support-officer', 'POST', `${identity}/readings`, { unmaskingId });
    expect(opened).toMatchObject({ status: 201, body: { identity: { name: 'Kanari Maung' } } });
    const erasure = await as('support-officer', 'POST', `${identity}/erasure`, { ground: 'their-wish' });
    expect(erasure.body).toEqual({ erased: true });
    expect((await as('support-officer', 'POST', `${identity}/readings`, { unmaskingId })).body.code).toBe(
      'identity-erased',
    );
    expect(JSON.stringify([...store.items.values()])).not.toContain('"urk"');
  });
});
