import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { refusal } from './permission/a-grant.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book, read } from '../support/session-verbs.ts';

/** Who may say that somebody may be heard on a State's territory: an authority of that State, and no other member. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
/** Members of the case too: an authority of the State that asks, another of the host State, and a second support officer. */
let requesting: Person;
let second: Person;
let supporter: Person;

beforeEach(async () => {
  store = memoryStore();
  requesting = await enterPerson(store, 'central-authority', { country: 'TH' });
  second = await enterPerson(store, 'central-authority', { country: 'MM' });
  supporter = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, {}, [requesting, second, supporter]);
  sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
});

const record = (by: Person, body: object = gateBodies.permission) =>
  ask(
    requestsApp(contextOver(store, now)),
    actorOf(by),
    'POST',
    `/api/requests/${prepared.caseId}/${prepared.witness}/permission`,
    body,
  );

describe('the host State’s decision', () => {
  test.each([
    ['granted', gateBodies.permission],
    ['refused', refusal],
  ])('is not entered by the State that asks (%s)', async (_, body) => {
    const before = new Map(store.items);
    expect(await record(requesting, body)).toMatchObject({
      status: 403,
      body: { code: 'host-state-decides' },
    });
    expect(new Map(store.items)).toEqual(before);
  });

  test('is entered by any of its authorities that is of the case, and the entry says which State it was', async () => {
    expect(await record(second)).toMatchObject({ status: 201 });
    expect((await entriesIn(store, prepared.caseId)).at(-1)).toMatchObject({
      action: 'permission.granted',
      details: { hostState: 'MM' },
    });
  });

  test('goes by the State where the directory has somebody now, not by where they were', async () => {
    // Their agency, and with it their State, is another one since the case was opened.
    const { personId } = second;
    await store.write([
      {
        kind: 'update',
        key: { table: 'directory', pk: `person#${personId}`, sk: 'person' },
        set: { country: 'TH' },
        onRefused: 'retry',
      },
    ]);
    expect(await record(second)).toMatchObject({ status: 403, body: { code: 'host-state-decides' } });
  });
});

test('languages that it allows are told to whoever may enter it, and to no other authority, whoever is protected or not', async () => {
  const some = { ...gateBodies.permission, conditions: ['languages'], languages: ['my', 'shn'] };
  expect(await record(second, some)).toMatchObject({ status: 201 });
  const path = `/api/requests/${prepared.caseId}/${prepared.witness}`;
  const reads = async (by: Person) => {
    const told = await ask(requestsApp(contextOver(store, now)), actorOf(by), 'GET', path);
    return [told.status, JSON.stringify(told.body).includes('shn')];
  };
  expect(await reads(second)).toEqual([200, true]);
  expect(await reads(requesting)).toEqual([200, false]);
  expect(await reads(supporter)).toEqual([200, false]);
});

describe('whoever reads the session learns what is theirs to open', () => {
  const mine = async (by: Person) => {
    const { gates } = (await read(prepared, sessionId, by)).body as {
      gates: { gate: string; mine: boolean }[];
    };
    return gates.filter((each) => each.mine).map(({ gate }) => gate);
  };

  test.each([
    ['an authority of the host State', () => second, ['permission', 'attendingOfficer']],
    ['one of the State that asks', () => requesting, []],
    [
      'the officer who holds contact',
      () => prepared.people['support-officer'],
      ['consent', 'riskPlan', 'rehearsal'],
    ],
    ['another support officer', () => supporter, []],
    ['the clerk', () => prepared.people.clerk, ['interpreter']],
    ['the prosecutor', () => prepared.people.prosecutor, []],
  ])('%s', async (_, by, expected) => {
    expect(await mine(by())).toEqual(expected);
  });
});
