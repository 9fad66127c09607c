import { beforeEach, describe, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import { standingsMoved } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { sweep } from '../../functions/sessions/sweep.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, book, read } from '../support/session-verbs.ts';

/** Which gates a booked session has, by as what whoever is heard in it is heard on its day. */

let store: MemoryStore;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const keep = async (verb: 'description' | 'protection', body: object) => {
  const path = `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/${verb}`;
  const holder = actorOf(prepared.people['support-officer']);
  const told = await ask(casesApp(contextOver(store, now)), holder, 'POST', path, body);
  expect(told.status, JSON.stringify(told.body)).toBe(201);
};
const describedAs = (capacity: 'victim' | 'witness', ofAgeOn?: string) =>
  keep('description', { capacity, languages: [{ language: 'my' }], ...(ofAgeOn && { ofAgeOn }) });
const shielded = (is: boolean) => keep('protection', { protected: is, zone: 'Asia/Yangon', mayKnow: [] });
const say = (road: string, body: object, by: 'support-officer' | 'prosecutor' = 'support-officer') =>
  ask(
    witnessesApp(contextOver(store, now)),
    actorOf(prepared.people[by]),
    'POST',
    `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`,
    body,
  );
const idOf = async (local: string) => (await book(prepared, local)).body.sessionId as string;
const plan = async (sessionId: string) =>
  parseDoor((await store.get([doorKey(sessionId)]))[0]).gates.riskPlan;
const shown = async (sessionId: string) =>
  ((await read(prepared, sessionId)).body.gates as { gate: string }[]).map(({ gate }) => gate);
const moves = async (sessionId: string) =>
  (await entriesIn(store, sessionId))
    .filter(({ action }) => action === 'gate.moved')
    .map(({ details }) => `${String(details['gate'])} ${String(details['state'])}`);
const move = async (sessionId: string, local: string) => {
  const { status } = await act(prepared, sessionId, 'move', { zone: 'Asia/Bangkok', local });
  expect(status).toBe(201);
};

describe('a plain witness whom nothing protects', () => {
  beforeEach(() => shielded(false));

  it('is planned for no more once they are said to be one; the other gates stay, and so does the entry', async () => {
    const sessionId = await idOf('2027-03-02T09:00');
    await describedAs('witness');
    // Whoever reads does not wait until the door has followed.
    expect(await shown(sessionId)).not.toContain('riskPlan');
    expect(await plan(sessionId)).toBe('missing');
    expect(await follow(store, prepared)).toBe(1);
    expect(await follow(store, prepared)).toBe(0);
    expect(await plan(sessionId)).toBe('not-needed');
    expect(await moves(sessionId)).toEqual(['riskPlan not-needed']);
    expect(await shown(sessionId)).toEqual([
      'permission',
      'attendingOfficer',
      'consent',
      'interpreter',
      'rehearsal',
    ]);
    expect(await shown(await idOf('2027-03-03T09:00'))).not.toContain('riskPlan');
  });

  it.each([
    ['are said to be a victim after all', () => describedAs('victim')],
    ['are protected', () => shielded(true)],
    ['are a child on that day', () => describedAs('witness', '2028-03-12')],
  ])('has the plan asked for again where they %s', async (_, happens) => {
    await describedAs('witness');
    const sessionId = await idOf('2027-03-02T09:00');
    expect(await plan(sessionId)).toBe('not-needed');
    await happens();
    await follow(store, prepared);
    expect(await plan(sessionId)).toBe('missing');
    expect(await moves(sessionId)).toEqual(['riskPlan missing']);
  });

  it('is found by the sweep where the stream was lost', async () => {
    const sessionId = await idOf('2027-03-02T09:00');
    await describedAs('witness');
    await sweep(contextOver(store, now));
    expect(await plan(sessionId)).toBe('not-needed');
  });

  it('keeps what was answered: nobody gets round a no-go by another word on who it is about', async () => {
    const sessionId = await idOf('2027-03-02T09:00');
    expect((await say('risk-plan', gateBodies.riskPlan)).status).toBe(201);
    expect((await say('risk-plan/word', { decision: 'no-go' }, 'prosecutor')).status).toBe(201);
    await describedAs('witness');
    await follow(store, prepared);
    expect(await plan(sessionId)).toBe('refused');
    expect(await plan(await idOf('2027-03-03T09:00'))).toBe('refused');
  });
});

describe('scenario 17: who comes of age before the hearing', () => {
  beforeEach(async () => {
    await shielded(false);
    await describedAs('witness', '2027-03-12');
  });

  it('is a child in a hearing before that day, and in one after it what they are else', async () => {
    const [before, after] = [await idOf('2027-03-11T09:00'), await idOf('2027-03-12T09:00')];
    expect([await plan(before), await plan(after)]).toEqual(['missing', 'not-needed']);
  });

  it('a hearing that is moved over that day, or its birthday over it, has the gates of its day, entered', async () => {
    const sessionId = await idOf('2027-03-11T09:00');
    await move(sessionId, '2027-03-16T09:00');
    expect(await plan(sessionId)).toBe('not-needed');
    await move(sessionId, '2027-03-10T09:00');
    expect(await plan(sessionId)).toBe('missing');
    await describedAs('witness', '2027-03-10');
    await follow(store, prepared);
    expect(await plan(sessionId)).toBe('not-needed');
    expect(await moves(sessionId)).toEqual([
      'riskPlan not-needed',
      'riskPlan missing',
      'riskPlan not-needed',
    ]);
  });
});

it('a victim, and whoever is protected, is planned for whatever they are called', async () => {
  await describedAs('witness');
  expect(await plan(await idOf('2027-03-02T09:00'))).toBe('missing');
});

it('a record of whoever is heard is followed, whatever of them changed; one that is gone is not', () => {
  const record = (sk: string, eventName: 'MODIFY' | 'REMOVE' = 'MODIFY') => ({
    eventName,
    dynamodb: {
      Keys: { pk: { S: 'case#c1' }, sk: { S: sk } },
      NewImage: { caseId: { S: 'c1' }, pseudonym: { S: 'W-1' } },
    },
  });
  const whose = [{ caseId: 'c1', pseudonym: 'W-1' }];
  expect(standingsMoved([record('witness#W-1'), record('standing#W-1#consent')])).toEqual(whose);
  expect(standingsMoved([record('witness')])).toEqual(whose);
  expect(standingsMoved([record('witness#W-1', 'REMOVE'), record('member#p1')])).toEqual([]);
});
