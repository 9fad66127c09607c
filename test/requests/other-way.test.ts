import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { parseTask, tasksPartition, tasksWithin } from '../../functions/notices/port/case-tasks.ts';
import { sayableOf } from '../../functions/requests/other-way/closed.ts';
import { refusalGround } from '../../functions/requests/permission/contract.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { refusal } from './permission/a-grant.ts';

/** No live link: whoever was to be heard is told why, and questions go in writing (domain notes, scenario 13). */

let store: MemoryStore;
let prepared: PreparedCase;
let requesting: Person;
let colleague: Person;

beforeEach(async () => {
  store = memoryStore();
  requesting = await enterPerson(store, 'central-authority', { country: 'TH' });
  colleague = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, {}, [requesting, colleague]);
});

const path = () => `/api/requests/${prepared.caseId}/${prepared.witness}`;
const post = (by: Person, verb: string, body: object, at = now) =>
  ask(requestsApp(contextOver(store, at)), actorOf(by), 'POST', `${path()}/${verb}`, body);
const read = async (by: Person, at = now) =>
  (await ask(requestsApp(contextOver(store, at)), actorOf(by), 'GET', path())).body;
const waits = async (by: Person, at = now) =>
  (await ask(requestsApp(contextOver(store, at)), actorOf(by), 'GET', '/api/requests/tasks')).body.tasks;
const decide = (body: object) => post(theirs(), 'permission', body);
const theirs = () => prepared.people['central-authority'];
const holder = () => prepared.people['support-officer'];
const chased = async () =>
  (await store.query('notices', tasksPartition(prepared.caseId), tasksWithin)).map(parseTask);
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);
const inWriting = { ...gateBodies.permission, modalities: ['written-questions'] };
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

async function refusedWith(code: string, act: () => Promise<{ body: { code?: unknown } }>) {
  const before = new Map(store.items);
  expect((await act()).body.code).toBe(code);
  expect(new Map(store.items)).toEqual(before);
}

const telling = {
  decision: 1,
  on: '2027-03-01',
  how: 'in-person',
  with: 'interpreter',
  language: 'my',
  took: 'She was relieved, and asked when they will write.',
};

describe('whoever was to be heard is told why there is no link (scenario 13)', () => {
  it.each([
    ['refused', refusal],
    ['written questions alone', inWriting],
    ['in person alone', { ...gateBodies.permission, modalities: ['in-person'] }],
  ])('%s: whoever holds contact is asked to tell them, and chased', async (_, decision) => {
    expect(await waits(holder())).toEqual([]);
    expect((await decide(decision)).status).toBe(201);
    expect(await chased()).toEqual([
      {
        caseId: prepared.caseId,
        task: `no-link ${prepared.witness}`,
        holderOf: prepared.witness,
        since: now.toISOString(),
        dueAt: days(3).toISOString(),
      },
    ]);
    expect(await waits(holder())).toMatchObject([
      { party: prepared.witness, task: 'tell', dueAt: days(3).toISOString(), late: false },
    ]);
    expect(await waits(holder(), days(4))).toMatchObject([{ late: true }]);
    expect(await read(prepared.people.prosecutor, days(4))).toMatchObject({
      noLink: { decision: 1, late: true, mine: false },
    });
    expect(await waits(colleague)).toEqual([]);
  });

  it.each([
    ['granted', gateBodies.permission],
    ['put off', { ...refusal, ground: undefined, decision: 'postponed' }],
    ['a link after other ways', { ...gateBodies.permission, modalities: ['in-person', 'live'] }],
  ])('not where it is %s', async (_, decision) => {
    expect((await decide(decision)).status).toBe(201);
    expect(await chased()).toEqual([]);
    expect((await read(holder())).noLink).toBeUndefined();
    await refusedWith('changed-meanwhile', () => post(holder(), 'told', telling));
  });

  it('enters when, in which language and how they took it, sealed; and nobody is chased any more', async () => {
    await decide(refusal);
    expect((await post(holder(), 'told', telling)).body).toEqual({ told: true });
    expect(await chased()).toEqual([]);
    expect(await waits(holder())).toEqual([]);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: 'permission.told',
      actor: { role: 'support-officer' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: { decision: 1, on: '2027-03-01' },
    });
    expect(Object.keys(entry?.sealed ?? {}).toSorted()).toEqual(['how', 'language', 'took', 'with']);
    expect(JSON.stringify(entry)).not.toContain('relieved');
  });

  it('how they took it and in which language, the one who holds contact alone reads', async () => {
    await decide(refusal);
    await post(holder(), 'told', telling);
    const { decision: _, on, ...more } = telling;
    expect((await read(holder())).noLink).toMatchObject({ mine: true, why: 'unsaid', told: { on, more } });
    for (const by of [requesting, theirs(), colleague, prepared.people.prosecutor, prepared.people.auditor]) {
      const shown = await read(by);
      expect(shown.noLink.told).toEqual({ on, at: now.toISOString(), pseudonym: expect.any(String) });
      expect(JSON.stringify(shown)).not.toContain('relieved');
    }
  });

  it('by whoever holds contact alone, once, of what stands, and not on a day to come or before it was decided', async () => {
    await decide(refusal);
    await refusedWith('not-your-role', () => post(colleague, 'told', telling));
    await refusedWith('not-your-role', () => post(prepared.people.prosecutor, 'told', telling));
    await refusedWith('changed-meanwhile', () => post(holder(), 'told', { ...telling, decision: 2 }));
    await refusedWith('does-not-fit', () => post(holder(), 'told', { ...telling, on: '2027-03-03' }));
    await refusedWith('does-not-fit', () => post(holder(), 'told', { ...telling, on: '2026-01-01' }));
    expect((await post(holder(), 'told', telling)).status).toBe(201);
    await refusedWith('changed-meanwhile', () => post(holder(), 'told', telling));
  });

  it('of two who enter it at once, one has', async () => {
    await decide(refusal);
    const told = await Promise.all([post(holder(), 'told', telling), post(holder(), 'told', telling)]);
    expect(told.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
  });

  it('anew for another decision, and not at all once there is a link again', async () => {
    await decide(refusal);
    await post(holder(), 'told', telling);
    await decide({ ...refusal, ground: 'own-law-forbids-it' });
    expect(await waits(holder())).toHaveLength(1);
    expect(await chased()).toHaveLength(1);
    await decide(gateBodies.permission);
    expect(await waits(holder())).toEqual([]);
    expect(await chased()).toEqual([]);
    expect((await read(holder())).noLink).toBeUndefined();
  });

  it('of no State that they have left', async () => {
    await decide(refusal);
    const crossed = await ask(
      casesApp(contextOver(store, now)),
      actorOf(holder()),
      'POST',
      `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`,
      { hostState: 'LA', zone: 'Asia/Vientiane' },
    );
    expect(crossed.status).toBe(201);
    expect(await chased()).toEqual([]);
    expect(await waits(holder())).toEqual([]);
    await refusedWith('changed-meanwhile', () => post(holder(), 'told', telling));
  });
});

it('on paper, from the first officer’s word, once: the second officer’s asks nothing anew', async () => {
  const first = await enterPerson(store, 'central-authority', { country: 'TH' });
  prepared = await prepareCase(store, { 'central-authority': first }, [requesting]);
  const paper = { number: 'HS 77/2026', datedOn: '2026-01-01', sha256: 'a'.repeat(64) };
  expect((await post(first, 'paper', { decision: refusal, paper })).status).toBe(201);
  expect(await chased()).toMatchObject([{ since: now.toISOString() }]);
  expect((await post(holder(), 'told', telling)).status).toBe(201);
  const confirmed = await post(requesting, 'paper/confirmation', { entry: 1, sha256: paper.sha256 });
  expect(confirmed.status).toBe(201);
  expect(await chased()).toEqual([]);
  expect(await waits(holder())).toEqual([]);
});

it('of a ground is said that the law does not allow it, or nothing, and what they are said to have said is asked', () => {
  const said = Object.fromEntries(refusalGround.options.map((ground) => [ground, sayableOf(ground)]));
  expect(said).toMatchObject({
    'own-law-forbids-it': 'law',
    'danger-to-a-person': 'unsaid',
    'own-case-prejudiced': 'unsaid',
    'person-does-not-consent': 'own-word',
  });
});

describe('questions in writing', () => {
  const sent = {
    step: 'sent',
    on: '2027-02-20',
    number: 'AG 40/2570',
    sha256: 'b'.repeat(64),
    language: 'my',
    translation: 'certified',
    answerBy: '2027-03-10',
  };
  const answered = { step: 'answered', of: 1, on: '2027-02-28', sha256: 'c'.repeat(64) };
  const returned = { step: 'returned', of: 1, on: '2027-03-01' };
  const enter = (by: Person, body: object, at = now) => post(by, 'questions', body, at);

  it('are sent, answered and come back, each step an entry, and the page says how far they are', async () => {
    await decide(inWriting);
    expect((await enter(requesting, sent)).body).toEqual({ number: 1 });
    expect((await enter(theirs(), answered)).body).toEqual({ number: 1 });
    expect((await enter(requesting, returned)).body).toEqual({ number: 1 });
    expect((await entriesIn(store, prepared.caseId)).slice(-3)).toMatchObject([
      {
        action: 'questions.sent',
        details: { number: 1, document: 'AG 40/2570', sha256: sent.sha256, answerBy: '2027-03-10' },
      },
      { action: 'questions.answered', details: { of: 1, sha256: answered.sha256 } },
      { action: 'questions.returned', details: { of: 1, on: '2027-03-01' } },
    ]);
    expect((await read(requesting)).questions).toMatchObject([
      {
        number: 1,
        document: 'AG 40/2570',
        late: false,
        answered: { on: '2027-02-28' },
        returnedOn: '2027-03-01',
      },
    ]);
  });

  it('in which language they are, is told to those alone who may know, and is in no log', async () => {
    await decide(inWriting);
    await enter(requesting, sent);
    expect((await read(prepared.people.clerk)).questions).toMatchObject([{ language: 'my' }]);
    expect((await read(prepared.people.prosecutor)).questions[0]).not.toHaveProperty('language');
    expect(JSON.stringify(await lastEntry())).not.toContain('"my"');
  });

  it('whoever sent them is told once the day for the answers is over, and not before', async () => {
    await decide({ ...inWriting, modalities: ['written-questions', 'in-person'] });
    await enter(requesting, sent);
    const due = '2027-03-11T00:00:00.000Z';
    expect((await chased()).filter(({ task }) => task.startsWith('answers'))).toEqual([
      {
        caseId: prepared.caseId,
        task: `answers ${prepared.witness} 1`,
        personId: requesting.personId,
        since: due,
        dueAt: due,
      },
    ]);
    expect(await waits(requesting)).toEqual([]);
    const later = new Date('2027-03-11T00:00:00.000Z');
    expect(await waits(requesting, later)).toMatchObject([{ task: 'answers', late: true }]);
    expect((await read(requesting, later)).questions).toMatchObject([{ late: true }]);
    expect(await waits(theirs(), later)).toEqual([]);
    await enter(theirs(), { ...answered, on: '2027-03-11' }, later);
    expect(await waits(requesting, later)).toEqual([]);
    expect((await chased()).filter(({ task }) => task.startsWith('answers'))).toEqual([]);
  });

  it('are sent only where the host State allows it now, by the authority that asks', async () => {
    await refusedWith('does-not-fit', () => enter(requesting, sent));
    await decide(refusal);
    await refusedWith('does-not-fit', () => enter(requesting, sent));
    await decide(inWriting);
    await refusedWith('requesting-state-sends', () => enter(theirs(), sent));
    await refusedWith('not-your-role', () => enter(prepared.people.prosecutor, sent));
    const stranger = await enterPerson(store, 'central-authority', { country: 'TH' });
    await refusedWith('not-found', () => enter(stranger, sent));
    expect((await read(requesting)).mayEnterQuestions).toEqual(['sent', 'answered', 'returned']);
    expect((await read(theirs())).mayEnterQuestions).toEqual(['answered']);
    expect((await read(holder())).mayEnterQuestions).toEqual([]);
  });

  it('go one step after another, each once, on days that can be', async () => {
    await decide(inWriting);
    await refusedWith('does-not-fit', () => enter(requesting, { ...sent, on: '2025-12-31' }));
    await refusedWith('does-not-fit', () => enter(requesting, { ...sent, on: '2027-03-03' }));
    await refusedWith('does-not-fit', () => enter(requesting, { ...sent, answerBy: '2027-02-19' }));
    await refusedWith('does-not-fit', () => enter(theirs(), answered));
    await enter(requesting, sent);
    await refusedWith('does-not-fit', () => enter(requesting, returned));
    await refusedWith('does-not-fit', () => enter(theirs(), { ...answered, on: '2027-02-19' }));
    await refusedWith('does-not-fit', () => enter(theirs(), { ...answered, of: 2 }));
    await enter(theirs(), answered);
    await refusedWith('does-not-fit', () => enter(theirs(), answered));
    await refusedWith('does-not-fit', () => enter(requesting, { ...returned, on: '2027-02-27' }));
    expect((await enter(requesting, returned)).status).toBe(201);
    await refusedWith('does-not-fit', () => enter(requesting, returned));
  });

  it('answers come in also where the State has changed its mind meanwhile', async () => {
    await decide(inWriting);
    await enter(requesting, sent);
    await decide(refusal);
    expect((await enter(theirs(), answered)).status).toBe(201);
  });
});
