import type { Hono } from 'hono';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { dueBy } from '../../../functions/sessions/port/whose-turn.ts';
import { gateNames } from '../../../functions/sessions/port/gates.ts';
import {
  leadTimeOfGrant,
  leadTimesOfLaw,
  monthsBefore,
} from '../../../functions/requests/port/lead-times.ts';
import { follow } from '../../support/followed.ts';
import { actorOf, ask, contextOver } from '../../support/in-process.ts';
import { gateBodies } from '../../support/interview.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { book, read } from '../../support/session-verbs.ts';
import { listOwnSessions } from '../../../functions/sessions/contract.ts';
import { wholeApi } from '../../support/whole-api.ts';

/** One screen says what is missing, who must do it, and by when. */

type Who = keyof PreparedCase['people'];

let store: MemoryStore;
let prepared: PreparedCase;
let app: Hono;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  app = wholeApi(store, now);
  sessionId = (await book(prepared, '2027-04-01T09:30')).body.sessionId as string;
});

const as = (who: Who, method: 'GET' | 'POST', path: string, body?: object) =>
  ask(app, actorOf(prepared.people[who]), method, path, body);
const gates = async (who: Who = 'clerk') => {
  const told = await as(who, 'GET', `/api/sessions/${sessionId}/door`);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return told.body as { gates: Record<string, unknown>[]; leadTimes: Record<string, unknown>[] };
};
const gateIn = async (gate: string, who: Who = 'clerk') =>
  (await gates(who)).gates.find((each) => each['gate'] === gate) ?? {};
const plan = (road: string, body: object, who: Who) =>
  as(who, 'POST', `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`, body);

it('says of each gate what it lacks, whose turn it is, and by when', async () => {
  const all = (await gates()).gates;
  expect(all.map(({ gate, lacks, turn, dueBy: by }) => [gate, lacks, turn, by])).toEqual([
    ['permission', 'nothing-recorded', 'central-authority', '2027-03-18T02:30:00.000Z'],
    ['attendingOfficer', 'not-done', 'central-authority', '2027-03-18T02:30:00.000Z'],
    ['consent', 'nothing-recorded', 'support-officer', '2027-03-25T02:30:00.000Z'],
    ['riskPlan', 'nothing-recorded', 'support-officer', '2027-03-25T02:30:00.000Z'],
    ['interpreter', 'not-done', 'clerk', '2027-03-18T02:30:00.000Z'],
    // Nobody has tested: that is waited for by nobody.
    ['rehearsal', 'not-done', 'support-officer', undefined],
  ]);
  const { label } = prepared.people['central-authority'];
  expect((await gateIn('permission'))['who']).toMatchObject([{ role: 'central-authority', label }]);
});

it('says that a plan waits for the prosecutor, and it waits on the prosecutor’s list', async () => {
  await plan('risk-plan', gateBodies.riskPlan, 'support-officer');
  await follow(store, prepared);
  expect(await gateIn('riskPlan', 'prosecutor')).toMatchObject({
    lacks: 'second-word',
    turn: 'prosecutor',
    myTurn: true,
    who: [{ role: 'prosecutor' }],
  });
  expect(await gateIn('riskPlan', 'support-officer')).toMatchObject({ mine: true, myTurn: false });
  const waits = async (who: Who) => {
    const { body } = await as(who, 'GET', listOwnSessions.path);
    return (body as { sessions: { waits: string[] }[] }).sessions.flatMap((each) => each.waits);
  };
  expect(await waits('prosecutor')).toContain('riskPlan');
  expect(await waits('support-officer')).not.toContain('riskPlan');
  await plan('risk-plan/word', { decision: 'go', plan: 1 }, 'prosecutor');
  expect(await gateIn('riskPlan')).toMatchObject({ state: 'open', turn: 'support-officer', who: [] });
});

it('marks what stands on paper or on a draft, and tells no more of it', async () => {
  await plan('consent', gateBodies.consent, 'support-officer');
  expect(await gateIn('consent')).toMatchObject({ state: 'open', marks: ['on-draft'] });
  expect(JSON.stringify(await gates('clerk'))).not.toMatch(/shn|thumbprint|papaya|Yangon/);
});

it('says what a grant lacks that is there: other days, another session, a refusal', async () => {
  const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
  const permit = (more: object) =>
    as('central-authority', 'POST', path, { ...gateBodies.permission, ...more });
  expect((await permit({ validUntil: '2027-03-31' })).status).toBe(201);
  expect(await gateIn('permission')).toMatchObject({ state: 'missing', lacks: 'other-days' });
  const other = (await book(prepared, '2027-04-02T13:00')).body.sessionId as string;
  expect((await permit({ sessions: [other] })).status).toBe(201);
  expect(await gateIn('permission')).toMatchObject({ state: 'missing', lacks: 'other-session' });
});

it('tells that nobody is on call to those alone whose matter it is', async () => {
  const [hours] = gateBodies.riskPlan.onCall;
  await plan(
    'risk-plan',
    { ...gateBodies.riskPlan, onCall: [{ ...hours, until: '08:00' }] },
    'support-officer',
  );
  await plan('risk-plan/word', { decision: 'go', plan: 1 }, 'prosecutor');
  const lacks = async (who: Who) => (await gateIn('riskPlan', who))['lacks'];
  expect(await lacks('support-officer')).toBe('nobody-on-call');
  expect(await lacks('prosecutor')).toBe('nobody-on-call');
  expect(await lacks('clerk')).toBe('not-enough');
  expect(await lacks('judge')).toBe('not-enough');
});

describe('a deadline', () => {
  test.each(gateNames)(
    'of %s is so many days of 24 hours before the start, across every change of clocks',
    (gate) => {
      const start = '2026-04-06T02:30:00.000Z';
      const days = (Date.parse(start) - Date.parse(dueBy(gate, { start }))) / 86_400_000;
      expect([2, 7, 14]).toContain(days);
    },
  );

  it('that is past is late, and closes nothing that was not closed', async () => {
    const late = wholeApi(store, new Date('2027-03-20T00:00:00.000Z'));
    const told = await ask(late, actorOf(prepared.people.clerk), 'GET', `/api/sessions/${sessionId}/door`);
    const found = (told.body as { gates: Record<string, unknown>[] }).gates;
    expect(found.map(({ gate, late: isLate }) => `${String(gate)} ${String(isLate)}`)).toEqual([
      'permission true',
      'attendingOfficer true',
      'consent false',
      'riskPlan false',
      'interpreter true',
      'rehearsal false',
    ]);
  });
});

describe('how early a State wants to be asked', () => {
  it('is a question where nobody read a number, and never a date', async () => {
    expect((await gates()).leadTimes).toEqual([{ of: 'law', standing: 'ask', read: [], passed: false }]);
  });

  it('is a date with its source and mark where the law was read', () => {
    expect(leadTimesOfLaw('CN', '2026-11-28', '2027-03-01T02:30:00.000Z')).toMatchObject([
      { of: 'law', standing: 'sure', by: '2026-12-01', article: 'art. 22' },
    ]);
    expect(leadTimesOfLaw('AU', '2026-11-28', '2027-03-01T02:30:00.000Z')).toMatchObject([
      { of: 'law', standing: 'sure', says: expect.stringContaining('As early as possible') as string },
    ]);
    expect(leadTimesOfLaw('XX', '2026-11-28', '2027-03-01T02:30:00.000Z')).toMatchObject([
      { standing: 'ask' },
    ]);
  });

  it('that a grant demands is counted from the session, and warns when it is past', async () => {
    const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
    await as('central-authority', 'POST', path, { ...gateBodies.permission, noticeDays: 40 });
    const told = await gates();
    expect(told.leadTimes[0]).toMatchObject({ of: 'permission', by: '2027-02-20', passed: true });
    expect(told.gates[0]).toMatchObject({ gate: 'permission', state: 'open' });
    expect(leadTimeOfGrant(1, '2027-03-01T00:00:00.000Z').by).toBe('2027-02-28');
  });

  test.each([
    ['2027-05-31', 3, '2027-02-28'],
    ['2028-05-31', 3, '2028-02-29'],
    ['2027-03-01', 3, '2026-12-01'],
    ['2027-01-15', 12, '2026-01-15'],
  ])('%s less %i months is %s', (day, months, before) => {
    expect(monthsBefore(day, months)).toBe(before);
  });
});

it('is shown to nobody who sees no more of a session than that they sit in it', async () => {
  const told = await read(prepared, sessionId, prepared.people.technician);
  expect(told.status).not.toBe(200);
  const asked = await ask(
    wholeApi(store, now),
    actorOf(prepared.people.technician),
    'GET',
    `/api/sessions/${sessionId}/door`,
  );
  expect(asked.status).toBe(403);
  expect(contextOver(store, now).now()).toEqual(now);
});
