import { beforeAll, describe, expect, test } from 'vitest';
import { send, type Answer } from '../support/http.ts';
import {
  bookDeposition,
  expectDone,
  gateBodies,
  guest,
  openGates,
  room,
  type Interview,
} from '../support/interview.ts';
import type { OfficeRole } from '../support/office.ts';
import { doorOf, entriesOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';

/** The deployed capability: its rights reach as far as each verb needs, and the door keeps to what tests came to. */

const stack = deployedStack();
const failed = { ...gateBodies.rehearsal, points: { ...gateBodies.rehearsal.points, sound: 'fails' } };

let hearing: Interview;
beforeAll(async () => {
  hearing = await bookDeposition(stack);
  await openGates(hearing);
});

const ask = (
  method: 'GET' | 'POST',
  as: OfficeRole,
  rest: string,
  body?: object,
  key?: string,
): Promise<Answer> =>
  send(stack.apiUrl, method, `/api/preparation/${rest}`, {
    token: hearing.tokens[as],
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });
const gate = async () => (await doorOf(stack, hearing.sessionId)).gates.rehearsal;
const open = () => room(hearing, { token: hearing.tokens.clerk }, 'opening');

describe('a session that is prepared', () => {
  test('is ticked off by those whom the list names', async () => {
    const ticked = await ask('POST', 'support-officer', `${hearing.sessionId}/ticks`, {
      item: 'breakSigns',
      state: 'done',
    });
    expect(ticked).toMatchObject({ status: 201, body: { state: 'done' } });
    const { body } = await ask('GET', 'clerk', hearing.sessionId);
    expect(body.items.find(({ item }: { item: string }) => item === 'breakSigns')).toMatchObject({
      state: 'done',
      mine: false,
    });
    expect(body.gate).toBe('open');
  });

  test('stays closed after a failed test; the judge who presides sets it aside, and it opens', async () => {
    const told = await ask('POST', 'clerk', `${hearing.sessionId}/results`, failed);
    expect(told).toMatchObject({ status: 201, body: { outcome: 'failed', gate: 'missing' } });
    expect(await open()).toMatchObject({ code: 'gates-closed', body: { facts: { gates: ['rehearsal'] } } });
    const { number } = told.body;
    const aside = { number, reason: 'Sound comes by telephone.' };
    expect((await ask('POST', 'prosecutor', `${hearing.sessionId}/setting-aside`, aside)).code).toBe(
      'not-your-role',
    );
    expect(await ask('POST', 'judge', `${hearing.sessionId}/setting-aside`, aside)).toMatchObject({
      status: 201,
      body: { gate: 'untested' },
    });
    expect(await gate()).toBe('untested');
    const moves = (await entriesOf(stack, hearing.sessionId)).filter(
      ({ action }) => action === 'rehearsal.gate-moved',
    );
    expect(moves.map(({ details }) => details['state'])).toEqual(['open', 'missing', 'untested']);
  });

  test('tells whoever is heard who will be there, by role and nothing else', async () => {
    const witness = await guest(hearing, 'witness');
    const path = `/api/rooms/${hearing.sessionId}/company`;
    const { status, body } = await send(stack.apiUrl, 'GET', path, witness);
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['kind', 'roles']);
    expect(body.kind).toBe('deposition');
    expect(body.roles).toEqual(expect.arrayContaining(['judge', 'clerk', 'witness', 'interpreter']));
  });
});

describe('after it', () => {
  test('whoever holds contact has things to do, and does them', async () => {
    expect((await ask('GET', 'support-officer', 'tasks')).body.tasks).toEqual([]);
    expectDone(await open());
    expectDone(await room(hearing, { token: hearing.tokens.clerk }, 'ending'));
    const { body } = await ask('GET', 'support-officer', 'tasks');
    expect(
      body.tasks.map(({ task, occasion }: { task: string; occasion: string }) => [task, occasion]),
      // What the risk plan names, and nothing else.
    ).toEqual(['transport', 'debrief'].map((task) => [task, hearing.sessionId]));
    const done = { occasion: hearing.sessionId, task: 'transport', state: 'done', note: 'Back at eleven.' };
    const road = `tasks/${hearing.caseId}/${hearing.witness}`;
    expect(await ask('POST', 'support-officer', road, done)).toMatchObject({ status: 201 });
    const after = (await ask('GET', 'support-officer', 'tasks')).body.tasks[0];
    expect(after).toMatchObject({ task: 'transport', state: 'done', note: 'Back at eleven.' });
  });
});
