import { beforeEach, describe, expect, test } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';

/** A request of Thailand's authority to that of Myanmar, on a convention whose list is general knowledge. */

let store: MemoryStore;
let prepared: PreparedCase;
let sender: Person;
let theirs: Person;

beforeEach(async () => {
  store = memoryStore();
  sender = await enterPerson(store, 'central-authority', { country: 'TH' });
  theirs = await enterPerson(store, 'central-authority', { country: 'MM' });
  prepared = await prepareCase(store, { 'central-authority': theirs }, [sender]);
});

const basis = 'untoc-18';
const stands = { reference: 'AG 12/2570', datedOn: '2027-02-20' };
const on = (path: string) => `/api/requests/${prepared.caseId}/${prepared.witness}${path}`;
const post = (by: Person, path: string, body: object) =>
  ask(requestsApp(contextOver(store, now)), actorOf(by), 'POST', on(path), body);
const read = async (by: Person = sender, query = `?basis=${basis}`) =>
  (await ask(requestsApp(contextOver(store, now)), actorOf(by), 'GET', on(`/checklist${query}`))).body as {
    light: string;
    basis: string;
    mayMark: boolean;
    sent?: object;
    checklist: {
      id: string;
      of: string;
      light: string;
      demanded: boolean;
      mark?: object;
      statement: { standing: string };
    }[];
  };
const mark = (item: string, change: object = {}, by = sender) =>
  post(by, '/checklist', { item, state: 'done', ...stands, ...change });
const send = (change: object = {}, by = sender) =>
  post(by, '/transmission', { basis, reference: 'AG 13/2570', sentOn: '2027-02-27', ...change });
const line = async (id: string) => (await read()).checklist.find((each) => each.id === id);
const red = async () => (await read()).checklist.filter(({ light }) => light === 'red').map(({ id }) => id);

async function markAll() {
  for (const id of await red()) expect((await mark(id)).status).toBe(201);
}
async function nothingChanged(
  act: () => Promise<{ status: number; body: { code?: unknown } }>,
  code: string,
) {
  const before = new Map(store.items);
  expect((await act()).body.code).toBe(code);
  expect(new Map(store.items)).toEqual(before);
}

describe('scenario 14: a request that lacks something is red before it is sent', () => {
  test('is not entered as sent, and the refusal says in words what is missing', async () => {
    await markAll();
    await mark('MM-basis', { state: 'missing', reference: undefined, datedOn: undefined });
    expect((await read()).light).toBe('red');
    expect(await red()).toEqual(['MM-basis']);
    const refused = await send();
    expect(refused.body).toMatchObject({
      code: 'request-incomplete',
      facts: {
        missing: [{ item: 'MM-basis', wants: 'Treaty or reciprocity; offence of one year or more.' }],
      },
    });
    await nothingChanged(() => send(), 'request-incomplete');
    expect((await read()).sent).toBeUndefined();
  });

  test('is sent once all that is demanded stands on a paper; the case log says what was in it', async () => {
    await markAll();
    await mark('TIP-6-2-b', { state: 'not-needed' });
    expect((await send()).status).toBe(201);
    expect((await read()).sent).toMatchObject({ basis, sentOn: '2027-02-27', reference: 'AG 13/2570' });
    const entry = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(entry).toMatchObject({
      action: 'request.transmitted',
      authority: { kind: 'permission', ref: 'AG 13/2570' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: { hostState: 'MM', legalBasis: basis, notNeeded: ['TIP-6-2-b'] },
    });
    expect(entry?.details['done']).toContain('MM-basis');
  });

  test('who said of an item that it is there, and by which paper, stands beside it and in the log', async () => {
    await mark('MM-basis');
    expect(await line('MM-basis')).toMatchObject({ mark: { state: 'done', ...stands } });
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'request.item-marked',
      details: { item: 'MM-basis', state: 'done', ...stands },
    });
  });
});

describe('a tick', () => {
  test('is green only for what somebody read whole: never for general knowledge, nor for what is said not to be needed', async () => {
    await markAll();
    const lines = (await read()).checklist.filter(({ demanded }) => demanded);
    expect(lines.some(({ statement }) => statement.standing === 'ask')).toBe(true);
    for (const each of lines)
      expect(each).toMatchObject({ light: each.statement.standing === 'sure' ? 'green' : 'amber' });
    expect((await read()).light).toBe('amber');
    await mark('MM-basis', { state: 'not-needed' });
    expect(await line('MM-basis')).toMatchObject({ statement: { standing: 'sure' }, light: 'amber' });
  });

  test('waits for nothing that comes only once the request is there', async () => {
    expect(await line('UNTOC-18-18-b')).toMatchObject({ demanded: false, light: 'open' });
  });

  test('of another instrument’s list is not asked for', async () => {
    const lists = new Set((await read()).checklist.map(({ of }) => of));
    expect(lists).toContain('untoc-18');
    expect(lists).not.toContain('asean-mlat');
    expect(((await read(sender, '?basis=eio')) as { code?: string }).code).toBe('does-not-fit');
  });

  test('is of one host State: across a border it is another request', async () => {
    await markAll();
    await send();
    const crossed = await ask(
      casesApp(contextOver(store, now)),
      actorOf(prepared.people['support-officer']),
      'POST',
      `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`,
      { hostState: 'KH', zone: 'Asia/Phnom_Penh' },
    );
    expect(crossed.status).toBeLessThan(300);
    const after = await read();
    expect(after.sent).toBeUndefined();
    expect(after.light).toBe('red');
  });
});

describe('who marks and sends', () => {
  test('is the authority that asks; the host State’s own may read, and neither marks nor sends', async () => {
    await nothingChanged(() => mark('MM-basis', {}, theirs), 'requesting-state-sends');
    await nothingChanged(() => send({}, theirs), 'requesting-state-sends');
    expect(await read(theirs)).toMatchObject({ mayMark: false, light: 'red' });
    expect(await read()).toMatchObject({ mayMark: true });
  });

  test('nobody of another case', async () => {
    const stranger = await enterPerson(store, 'central-authority', { country: 'TH' });
    await nothingChanged(() => mark('MM-basis', {}, stranger), 'not-found');
    await nothingChanged(() => send({}, stranger), 'not-found');
    expect(await read(stranger)).toMatchObject({ code: 'not-found' });
  });

  test('nothing that no list has, and no day that has not come', async () => {
    await nothingChanged(() => mark('XX-1'), 'does-not-fit');
    await nothingChanged(() => mark('MM-basis', { datedOn: '2027-03-05' }), 'does-not-fit');
    await markAll();
    await nothingChanged(() => send({ sentOn: '2027-03-05' }), 'does-not-fit');
    await nothingChanged(() => send({ basis: 'eio' }), 'does-not-fit');
    expect((await read()).sent).toBeUndefined();
  });
});

test('whoever waits for the host State’s decision sees whether the request was sent', async () => {
  const permission = async () =>
    (await ask(requestsApp(contextOver(store, now)), actorOf(prepared.people.clerk), 'GET', on(''))).body;
  expect(await permission()).not.toHaveProperty('sentOn');
  await markAll();
  await send();
  expect(await permission()).toMatchObject({ sentOn: '2027-02-27' });
});
