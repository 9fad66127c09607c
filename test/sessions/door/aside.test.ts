import type { Hono } from 'hono';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { shortlyBefore } from '../../support/cast-in-process.ts';
import { follow } from '../../support/followed.ts';
import { actorOf, ask, type Told } from '../../support/in-process.ts';
import { gateBodies, gateRoads } from '../../support/interview.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { mediaInMemory } from '../../support/media-in-memory.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { bookWith } from '../../support/session-verbs.ts';
import { wholeApi } from '../../support/whole-api.ts';
import type { GateName } from '../../../functions/sessions/port/gates.ts';

/** A missing gate is set aside by a named power, for exactly what it saw; what was decided against never is. */

type Who = keyof PreparedCase['people'];

let store: MemoryStore;
let prepared: PreparedCase;
let app: Hono;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  app = wholeApi(store, shortlyBefore, mediaInMemory(new Set(), new Map()));
  const { people } = prepared;
  const booked = await bookWith(
    prepared,
    '2027-03-01T09:00',
    {
      kind: 'deposition',
      seats: {
        clerk: people.clerk.personId,
        supportOfficer: people['support-officer'].personId,
        interpreter: people.interpreter.personId,
        judge: people.judge.personId,
        prosecutor: people.prosecutor.personId,
      },
    },
    { by: people.clerk },
  );
  sessionId = booked.body.sessionId as string;
});

const as = (who: Who, method: 'GET' | 'POST', path: string, body?: object): Promise<Told> =>
  ask(app, actorOf(prepared.people[who]), method, path, body);

async function open(...gates: readonly GateName[]): Promise<void> {
  const at = { sessionId, caseId: prepared.caseId, witness: prepared.witness };
  const ids = Object.fromEntries(
    Object.entries(prepared.people).map(([role, { personId }]) => [role, personId]),
  ) as Parameters<(typeof gateRoads)['permission']['body']>[0]['ids'];
  for (const gate of gates) {
    const { path, by, body, second } = gateRoads[gate];
    const first = await as(by, 'POST', path(at), body({ ids }));
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    if (second !== undefined)
      expect(
        (await as(second.by as Who, 'POST', second.path(at), second.body(first.body as never))).status,
      ).toBe(201);
  }
  await follow(store, prepared, shortlyBefore);
}

const setAside = (who: Who, gate: string, more: object = {}) =>
  as(who, 'POST', `/api/sessions/${sessionId}/aside`, {
    gate,
    reason: 'nobody-can-come',
    words: 'The interpreter of the region is ill.',
    ...more,
  });
const restore = (who: Who, gate: string) => as(who, 'POST', `/api/sessions/${sessionId}/aside/end`, { gate });
const door = async (who: Who = 'clerk') =>
  (await as(who, 'GET', `/api/sessions/${sessionId}/door`)).body as {
    status: string;
    gates: readonly Record<string, unknown>[];
    leadTimes: readonly Record<string, unknown>[];
  };
const gateIn = async (gate: string, who: Who = 'clerk') =>
  (await door(who)).gates.find((each) => each['gate'] === gate) ?? {};

/** What a prosecutor who was let in is answered who asks for a pass. */
async function pass(): Promise<Told> {
  return as('prosecutor', 'POST', `/api/rooms/${sessionId}/passes`, {});
}
async function letIn(): Promise<void> {
  const today = { takesPart: 'yes' };
  const said = await as('support-officer', 'POST', `/api/rooms/${sessionId}/today`, today);
  expect(said.status).toBe(201);
  const device = { camera: true, microphone: true, connection: 'good' };
  for (const who of ['clerk', 'prosecutor'] as const)
    expect((await as(who, 'POST', `/api/rooms/${sessionId}/arrivals`, device)).status).toBe(201);
  expect((await as('clerk', 'POST', `/api/rooms/${sessionId}/opening`)).status).toBe(201);
  expect(
    (await as('clerk', 'POST', `/api/rooms/${sessionId}/admissions`, { seat: 'prosecutor' })).status,
  ).toBe(201);
}

const rest = ['permission', 'attendingOfficer', 'consent', 'riskPlan'] as const;

test('scenario 11: a slot before the host State replies: the session waits for the law, and no pass is minted', async () => {
  await open('attendingOfficer', 'consent', 'riskPlan', 'interpreter');
  expect((await door()).status).toBe('booked');
  expect(await gateIn('permission')).toMatchObject({
    state: 'missing',
    lacks: 'nothing-recorded',
    turn: 'central-authority',
    only: 'host-state',
    late: true,
  });
  const device = { camera: true, microphone: true, connection: 'good' };
  expect((await as('clerk', 'POST', `/api/rooms/${sessionId}/arrivals`, device)).status).toBe(201);
  for (const [who, verb] of [
    ['clerk', 'opening'],
    ['clerk', 'passes'],
    ['prosecutor', 'passes'],
  ] as const)
    expect((await as(who, 'POST', `/api/rooms/${sessionId}/${verb}`)).body).toMatchObject({
      code: 'gates-closed',
      facts: { gates: ['permission'] },
    });
  await open('permission');
  await letIn();
  expect((await pass()).status).toBe(201);
});

describe('a gate that is set aside', () => {
  it('lets a pass be minted, until something is decided anew at that gate', async () => {
    await open(...rest);
    expect((await as('clerk', 'POST', `/api/rooms/${sessionId}/opening`)).body).toMatchObject({
      code: 'gates-closed',
    });
    const told = await setAside('judge', 'interpreter');
    expect(told.status, JSON.stringify(told.body)).toBe(201);
    expect((await door()).status).toBe('ready');
    await letIn();
    expect((await pass()).status).toBe(201);
    // Whatever is decided at that gate later, it was not set aside for.
    const { onPaper, ...given } = gateBodies.interpreter;
    const unsworn = { ...given, onPaper: { noConflict: onPaper.noConflict } };
    const path = `/api/interpreting/${sessionId}/assignment`;
    const confirmed = await as('clerk', 'POST', path, unsworn);
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(201);
    expect(confirmed.body).toMatchObject({ gate: 'missing' });
    expect((await pass()).body).toMatchObject({ code: 'gates-closed', facts: { gates: ['interpreter'] } });
  });

  it('does not help against a withdrawal', async () => {
    await open(...rest);
    await setAside('judge', 'interpreter');
    await letIn();
    const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/withdrawal`;
    expect((await as('support-officer', 'POST', path)).status).toBe(201);
    // The door has not followed yet: the pass asks what stands.
    expect((await pass()).body).toMatchObject({
      code: 'gates-closed',
      facts: { gates: ['consent', 'interpreter'] },
    });
  });

  it('does not hold in another State than the one whose authority set it aside', async () => {
    await open('attendingOfficer', 'consent', 'riskPlan', 'interpreter');
    expect((await setAside('central-authority', 'permission')).status).toBe(201);
    await letIn();
    expect((await pass()).status).toBe(201);
    const path = `/api/cases/${prepared.caseId}/witnesses/${prepared.witness}/host-state`;
    const border = { hostState: 'LA', zone: 'Asia/Vientiane' };
    expect((await as('support-officer', 'POST', path, border)).status).toBe(201);
    const told = await pass();
    expect(told.body.code).toBe('gates-closed');
    expect(told.body.facts.gates).toContain('permission');
  });

  it('stands on the door with role, day and reason; why, in words, stands sealed in the log of the case', async () => {
    await setAside('judge', 'interpreter');
    expect(await gateIn('interpreter')).toMatchObject({
      state: 'missing',
      aside: { by: 'judge', at: shortlyBefore.toISOString(), reason: 'nobody-can-come' },
      late: false,
    });
    const ofCase = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(ofCase).toMatchObject({
      action: 'gate.set-aside',
      subject: { kind: 'session', ref: sessionId },
      details: { gate: 'interpreter', reason: 'nobody-can-come' },
      sealed: { words: expect.any(String) as string },
    });
    expect(JSON.stringify(ofCase)).not.toContain('region');
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'gate.aside',
      details: { gate: 'interpreter', caseEntries: [expect.any(String)] },
    });
  });

  it('is waited for again at once when the power takes it back', async () => {
    await open(...rest);
    await setAside('judge', 'interpreter');
    await letIn();
    expect((await pass()).status).toBe(201);
    expect((await restore('judge', 'interpreter')).status).toBe(201);
    expect((await pass()).body).toMatchObject({ code: 'gates-closed' });
    expect((await restore('judge', 'interpreter')).body).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('holds for that time alone: a session that is moved waits for it again', async () => {
    await open(...rest);
    await setAside('judge', 'interpreter');
    expect((await door()).status).toBe('ready');
    const to = { days: [{ local: '2027-03-02T09:00' }], zone: 'Asia/Bangkok' };
    const agreed = { change: { what: 'move', ...to } };
    await as('prosecutor', 'POST', `/api/sessions/${sessionId}/approvals`, agreed);
    const moved = await as('clerk', 'POST', `/api/sessions/${sessionId}/move`, to);
    expect(moved.status, JSON.stringify(moved.body)).toBe(201);
    expect((await gateIn('interpreter'))['aside']).toBeUndefined();
    expect((await door()).status).toBe('booked');
    await follow(store, prepared);
    // Moved back to where it was, it is not set aside again.
    const back = { days: [{ local: '2027-03-01T09:00' }], zone: 'Asia/Bangkok' };
    expect((await as('clerk', 'POST', `/api/sessions/${sessionId}/move`, back)).status).toBe(201);
    expect((await gateIn('interpreter'))['aside']).toBeUndefined();
    expect((await door()).status).toBe('booked');
    expect(
      (await entriesIn(store, sessionId)).filter(({ action }) => action === 'gate.aside-fell'),
    ).toHaveLength(1);
  });
});

describe('a permission', () => {
  it('that is missing can be set aside by the host State’s authority, for what stood then and no later word', async () => {
    expect((await setAside('central-authority', 'permission', { reason: 'said-orally' })).status).toBe(201);
    expect(await gateIn('permission')).toMatchObject({ aside: { by: 'central-authority' } });
    const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
    const postponed = {
      decision: 'postponed',
      legalBasis: 'asean-mlat',
      reference: 'MLA 1/2026',
      receivedOn: '2025-12-01',
      decidedOn: '2026-01-01',
    };
    expect((await as('central-authority', 'POST', path, postponed)).status).toBe(201);
    // Before the door has followed, and after.
    expect((await gateIn('permission'))['aside']).toBeUndefined();
    await follow(store, prepared, shortlyBefore);
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({ action: 'gate.aside-fell' });
    expect((await gateIn('permission'))['aside']).toBeUndefined();
  });

  it('that is refused never is', async () => {
    const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
    const { decision: _, validFrom: __, ...given } = gateBodies.permission;
    const refused = {
      decision: 'refused',
      legalBasis: given.legalBasis,
      reference: given.reference,
      receivedOn: given.receivedOn,
      decidedOn: given.decidedOn,
      ground: 'excessive-burden',
    };
    expect((await as('central-authority', 'POST', path, refused)).status).toBe(201);
    expect((await setAside('central-authority', 'permission')).body).toMatchObject({
      code: 'never-set-aside',
    });
    expect(await gateIn('permission')).toMatchObject({ state: 'refused', maySetAside: false });
  });
});

describe('nobody', () => {
  test.each(['consent', 'riskPlan'])('sets %s aside', async (gate) => {
    for (const who of ['judge', 'central-authority'] as const)
      expect((await setAside(who, gate)).body).toMatchObject({ code: 'never-set-aside' });
    expect((await entriesIn(store, sessionId)).map(({ action }) => action)).toEqual(['session.booked']);
  });

  it('sets aside what is another’s: a judge the host State’s permission, that State the interpreter', async () => {
    expect((await setAside('judge', 'permission')).body).toMatchObject({ code: 'not-your-role' });
    expect((await setAside('central-authority', 'interpreter')).body).toMatchObject({
      code: 'not-your-role',
    });
    for (const who of ['clerk', 'prosecutor', 'support-officer'] as const)
      expect((await setAside(who, 'interpreter')).status).toBe(403);
  });

  it('sets aside what somebody who is heard wished for: that a woman interprets', async () => {
    const wish = {
      ...gateBodies.consent,
      scopes: { ...gateBodies.consent.scopes, womanInterpreter: { answer: 'yes' } },
    };
    const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/consent`;
    // Said after the gate was set aside, it ends that; said before, it is never set aside.
    expect((await setAside('judge', 'interpreter')).status).toBe(201);
    expect((await as('support-officer', 'POST', path, wish)).status).toBe(201);
    expect(await gateIn('interpreter', 'judge')).toMatchObject({ state: 'missing', maySetAside: false });
    expect((await gateIn('interpreter'))['aside']).toBeUndefined();
    expect((await setAside('judge', 'interpreter')).body).toMatchObject({ code: 'never-set-aside' });
  });

  it('sets aside what is open, or what a session does not have', async () => {
    await open('interpreter');
    expect((await setAside('judge', 'interpreter')).body).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('of another case does, nor learns that there is a door', async () => {
    const other = await prepareCase(store);
    for (const [method, path, body] of [
      ['POST', 'aside', { gate: 'interpreter', reason: 'other', words: 'No.' }],
      ['POST', 'aside/end', { gate: 'interpreter' }],
      ['GET', 'door', undefined],
    ] as const) {
      const told = await ask(
        app,
        actorOf(other.people.judge),
        method,
        `/api/sessions/${sessionId}/${path}`,
        body,
      );
      expect(told.body).toMatchObject({ code: 'not-found' });
    }
  });

  it('sets aside the officer whom the host State demands in the room', async () => {
    const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
    const conditions = [...gateBodies.permission.conditions, 'attending-officer-present'];
    const permitted = await as('central-authority', 'POST', path, { ...gateBodies.permission, conditions });
    expect(permitted.status, JSON.stringify(permitted.body)).toBe(201);
    const told = await setAside('judge', 'attendingOfficer');
    expect(told.body, JSON.stringify(told.body)).toMatchObject({
      code: 'condition-not-kept',
      facts: { condition: 'attending-officer-present' },
    });
  });
});
