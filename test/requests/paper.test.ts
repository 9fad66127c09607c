import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';
import { refusal } from './permission/a-grant.ts';

/** A host State whose authority has no account: its paper is entered by one officer of the requesting authority, confirmed by another. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
let first: Person;
let second: Person;
/** Of the host State's authority, and of no case yet. */
let theirs: Person;

const paper = { number: 'HS 77/2026', datedOn: '2026-01-01', sha256: 'a'.repeat(64) };

async function prepare(authority: Person) {
  prepared = await prepareCase(store, { 'central-authority': authority }, [first, second]);
  sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
}

beforeEach(async () => {
  store = memoryStore();
  first = await enterPerson(store, 'central-authority', { country: 'TH' });
  second = await enterPerson(store, 'central-authority', { country: 'TH' });
  theirs = await enterPerson(store, 'central-authority', { country: 'MM' });
  await prepare(await enterPerson(store, 'central-authority', { country: 'TH' }));
});

const path = () => `/api/requests/${prepared.caseId}/${prepared.witness}`;
const post = async (by: Person, verb: string, body: object) => {
  const told = await ask(
    requestsApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `${path()}/${verb}`,
    body,
  );
  await follow(store, prepared);
  return told;
};
const enter = (by: Person, decision: object = gateBodies.permission) =>
  post(by, 'paper', { decision, paper });
const confirm = (by: Person, change: object = {}) =>
  post(by, 'paper/confirmation', { entry: 1, sha256: paper.sha256, ...change });
const gate = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]).gates.permission;
const readAs = async (by: Person) =>
  (await ask(requestsApp(contextOver(store, now)), actorOf(by), 'GET', path())).body;

async function refusedWith(code: string, act: () => Promise<{ status: number; body: { code?: unknown } }>) {
  const before = new Map(store.items);
  expect((await act()).body.code).toBe(code);
  expect(new Map(store.items)).toEqual(before);
}

describe('a grant on paper', () => {
  test('opens nothing before a second officer has confirmed it, then it is shown everywhere as on paper', async () => {
    expect((await enter(first)).body).toEqual({ entry: 1, stands: false });
    expect(await gate()).toBe('missing');
    expect(await readAs(prepared.people.prosecutor)).toMatchObject({
      mayEnter: 'nothing',
      waiting: { entry: 1, mine: false, paper },
    });
    expect((await confirm(second)).body).toEqual({ decision: 'granted' });
    expect(await gate()).toBe('open');
    for (const role of ['prosecutor', 'clerk', 'support-officer', 'attending-officer', 'auditor'] as const)
      expect(await readAs(prepared.people[role])).toMatchObject({ permission: { paper } });
    expect((await entriesIn(store, prepared.caseId)).slice(-2)).toMatchObject([
      {
        action: 'permission.paper-entered',
        details: { decision: 'granted', paperSha256: paper.sha256, holds: false },
      },
      {
        action: 'permission.granted',
        details: { hostState: 'MM', paperNumber: paper.number, paperSha256: paper.sha256 },
      },
    ]);
  });

  test('is not confirmed by the officer who entered it', async () => {
    await enter(first);
    await refusedWith('second-officer-needed', () => confirm(first));
    expect(await gate()).toBe('missing');
    expect(await readAs(first)).toMatchObject({ waiting: { mine: true } });
  });

  test('is not confirmed by a second entry of the same officer, nor of another one', async () => {
    await enter(first);
    await enter(first);
    await enter(second);
    expect(await gate()).toBe('missing');
    // The last entry waits, and is confirmed by the other of the two.
    await refusedWith('second-officer-needed', () => confirm(second, { entry: 3 }));
    expect((await confirm(first, { entry: 3 })).status).toBe(201);
    expect(await gate()).toBe('open');
  });

  test('is not confirmed by whoever has another document, or an entry that was made anew', async () => {
    await enter(first);
    await refusedWith('does-not-fit', () => confirm(second, { sha256: 'b'.repeat(64) }));
    await enter(first);
    await refusedWith('changed-meanwhile', () => confirm(second));
    await refusedWith('changed-meanwhile', () => confirm(second, { entry: 9 }));
    expect(await gate()).toBe('missing');
  });

  test('of two who confirm at once one has confirmed', async () => {
    await enter(first);
    const told = await Promise.all([confirm(second), confirm(prepared.people['central-authority'])]);
    expect(told.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
  });

  test('is entered by nobody of another State or role', async () => {
    await refusedWith('not-found', () => enter(theirs));
    await refusedWith('not-your-role', () => enter(prepared.people.prosecutor));
    expect(await gate()).toBe('missing');
  });
});

describe('where the host State’s authority has an account', () => {
  beforeEach(() => prepare(theirs));

  test('nobody enters or confirms its paper: it decides itself', async () => {
    await refusedWith('host-state-decides', () => enter(first));
    await refusedWith('host-state-decides', () => confirm(second));
    expect(await readAs(first)).toMatchObject({ mayEnter: 'nothing' });
    expect((await post(theirs, 'permission', gateBodies.permission)).status).toBe(201);
    expect(await gate()).toBe('open');
  });

  test('an account that is disabled is none', async () => {
    await store.write([
      {
        kind: 'update',
        key: { table: 'directory', pk: `person#${theirs.personId}`, sk: 'person' },
        set: { disabled: true },
        onRefused: 'retry',
      },
    ]);
    expect((await enter(first)).status).toBe(201);
  });
});

test('that the host State says no holds from the first officer’s entry, and closes what was open', async () => {
  await enter(first);
  await confirm(second);
  expect((await enter(second, refusal)).body).toEqual({ entry: 3, stands: true });
  expect(await gate()).toBe('refused');
  expect(await readAs(prepared.people.clerk)).toMatchObject({
    permission: { decision: refusal, paper },
    waiting: { entry: 3 },
  });
  await refusedWith('second-officer-needed', () => confirm(second, { entry: 3 }));
  expect((await confirm(first, { entry: 3 })).status).toBe(201);
  expect(await gate()).toBe('refused');
});

test('a grant that waited until its last day was over is not confirmed any more', async () => {
  await enter(first, { ...gateBodies.permission, validUntil: '2027-03-02' });
  const later = new Date('2027-03-04T00:00:00.000Z');
  const told = await ask(
    requestsApp(contextOver(store, later)),
    actorOf(second),
    'POST',
    `${path()}/paper/confirmation`,
    { entry: 1, sha256: paper.sha256 },
  );
  expect(told).toMatchObject({ status: 422, body: { errors: [{ pointer: '/validUntil' }] } });
});

test('a paper of one State is none of another, to which the witness has gone meanwhile (scenario 15)', async () => {
  await enter(first);
  const by = actorOf(prepared.people['support-officer']);
  const crossed = await ask(
    casesApp(contextOver(store, now)),
    by,
    'POST',
    `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`,
    { hostState: 'LA', zone: 'Asia/Vientiane' },
  );
  expect(crossed).toMatchObject({ status: 201 });
  await refusedWith('changed-meanwhile', () => confirm(second));
  expect(await readAs(first)).toMatchObject({ mayEnter: 'paper', before: [] });
});
