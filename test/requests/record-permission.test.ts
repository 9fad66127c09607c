import { beforeEach, describe, expect, it } from 'vitest';
import { parseStanding, standingKey } from '../../functions/cases/port/standing.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { follow } from '../support/followed.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { refusal } from './permission/a-grant.ts';

/** The host State's decision, on the store in memory; the clock stands at 1 March 2027, the session is on the 2nd. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const path = () => `/api/requests/${prepared.caseId}/${prepared.witness}`;
const send = async (body: object) => {
  const by = actorOf(prepared.people['central-authority']);
  const told = await ask(requestsApp(contextOver(store, now)), by, 'POST', `${path()}/permission`, body);
  await follow(store, prepared);
  return told;
};
const record = (change: object = {}) => send({ ...gateBodies.permission, ...change });
const readAs = async (role: keyof PreparedCase['people'] = 'central-authority') =>
  (await ask(requestsApp(contextOver(store, now)), actorOf(prepared.people[role]), 'GET', path())).body;
const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);
const standing = async () => {
  const [item] = await store.get([standingKey(prepared.caseId, prepared.witness, 'permission')]);
  return parseStanding(item);
};

describe('a decision', () => {
  it('that grants says for which days, on the door too, and on what the entry stands', async () => {
    expect((await record({ validUntil: '2027-05-31' })).body).toEqual({ decision: 'granted' });
    expect(await doorNow()).toMatchObject({ permittedUntil: '2027-05-31', gates: { permission: 'open' } });
    expect(await lastEntry()).toMatchObject({
      action: 'permission.granted',
      authority: { kind: 'permission', ref: 'MLA 1/2026' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: {
        hostState: 'MM',
        legalBasis: 'asean-mlat',
        receivedOn: '2025-12-01',
        decidedOn: '2026-01-01',
        validUntil: '2027-05-31',
        modalities: ['live', 'written-questions'],
        conditions: ['use-limited-to-this-case'],
      },
    });
  });

  it('that does not reach to the end of a session leaves its gate closed, and one that does opens it', async () => {
    expect((await record({ validUntil: '2027-03-01' })).status).toBe(201);
    expect((await doorNow()).gates.permission).toBe('missing');
    await record({ validUntil: '2027-03-02' });
    expect((await doorNow()).gates.permission).toBe('open');
    await record({ validFrom: '2027-03-03', validUntil: '2027-03-31' });
    expect((await doorNow()).gates.permission).toBe('missing');
  });

  it('that names sessions opens those alone', async () => {
    await record({ sessions: [sessionId] });
    expect((await doorNow()).gates.permission).toBe('open');
    expect((await standing())?.sessions).toEqual([sessionId]);
  });

  it('that refuses closes the gate, with its ground in the log, and what was before is kept', async () => {
    await record();
    expect((await send(refusal)).body).toEqual({ decision: 'refused' });
    expect((await doorNow()).gates.permission).toBe('refused');
    expect(await lastEntry()).toMatchObject({
      action: 'permission.refused',
      details: { ground: 'danger-to-a-person' },
    });
    expect(await readAs()).toMatchObject({
      permission: { decision: refusal },
      before: [{ decision: gateBodies.permission }],
    });
  });

  it('that allows written questions alone opens no live session: another way of hearing stands (scenario 13)', async () => {
    await record();
    await record({ modalities: ['written-questions'] });
    expect((await doorNow()).gates.permission).toBe('refused');
    expect(await readAs('prosecutor')).toMatchObject({
      permission: { decision: { decision: 'granted', modalities: ['written-questions'] } },
      before: [{ decision: { modalities: ['live', 'written-questions'] } }],
    });
  });

  it('that puts it off takes an earlier grant back and waits', async () => {
    await record();
    const { ground: _, ...rest } = refusal;
    const told = await send({ ...rest, decision: 'postponed', until: '2027-06-01' });
    expect(told).toMatchObject({ status: 201, body: { decision: 'postponed' } });
    expect((await doorNow()).gates.permission).toBe('missing');
    expect(await lastEntry()).toMatchObject({
      action: 'permission.postponed',
      details: { until: '2027-06-01' },
    });
  });

  it.each([
    ['is over already', { validFrom: '2027-01-01', validUntil: '2027-02-27' }, '/validUntil'],
    ['was taken after tomorrow', { decidedOn: '2027-03-02' }, '/decidedOn'],
    ['names a session that is not there', { sessions: ['0'.repeat(26)] }, '/sessions/0'],
    ['stands on what does not bind the two', { legalBasis: 'eio' }, '/legalBasis'],
    [
      'names somebody who is not of the case',
      { conditions: ['named-persons-only'], persons: ['P-2222'] },
      '/persons/0',
    ],
  ])('that %s is refused, says what to do, and nothing is written', async (_, change, pointer) => {
    const before = new Map(store.items);
    const told = await record(change);
    expect(told).toMatchObject({ status: 422, body: { code: 'does-not-fit' } });
    expect(told.body.errors).toMatchObject([{ pointer, message: expect.stringMatching(/\. [A-Z].*\.$/) }]);
    expect(new Map(store.items)).toEqual(before);
  });

  it('for somebody who is not heard in the case is not found', async () => {
    const by = actorOf(prepared.people['central-authority']);
    const elsewhere = `/api/requests/${prepared.caseId}/W-2222/permission`;
    const told = await ask(
      requestsApp(contextOver(store, now)),
      by,
      'POST',
      elsewhere,
      gateBodies.permission,
    );
    expect(told).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('is not there before it is, and is read by every member of the case as it was given', async () => {
    const own = { mayEnter: 'decision', mayReport: true, questions: [], mayEnterQuestions: ['answered'] };
    expect(await readAs()).toEqual({ ...own, before: [] });
    await record();
    const permission = {
      decision: gateBodies.permission,
      languagesHidden: false,
      recordedAt: now.toISOString(),
      tried: [],
      waysFirst: [],
    };
    expect(await readAs()).toEqual({ permission, ...own, before: [] });
    expect(await readAs('auditor')).toEqual({
      permission,
      mayEnter: 'nothing',
      mayReport: false,
      questions: [],
      mayEnterQuestions: [],
      before: [],
    });
  });
});

describe('a link that comes after other ways', () => {
  const ways = { modalities: ['pre-recorded', 'written-questions', 'live'] };
  const report = async (modality: string, by: Person = prepared.people['central-authority']) => {
    const body = { modality, outcome: 'unavailable', on: '2027-02-26' };
    const told = await ask(requestsApp(contextOver(store, now)), actorOf(by), 'POST', `${path()}/ways`, body);
    await follow(store, prepared);
    return told;
  };
  const gate = async () => (await doorNow()).gates.permission;

  it('opens nothing until each of them did not work, and says whose turn it is and what is lacking', async () => {
    await record(ways);
    expect(await gate()).toBe('missing');
    const shown = await ask(
      sessionsApp(contextOver(store, now)),
      actorOf(prepared.people.clerk),
      'GET',
      `/api/sessions/${sessionId}/door`,
    );
    expect(shown.body.gates.find((each: { gate: string }) => each.gate === 'permission')).toMatchObject({
      state: 'missing',
      lacks: 'another-way-first',
      turn: 'central-authority',
    });
    expect((await report('written-questions')).body.errors).toMatchObject([{ pointer: '/modality' }]);
    expect((await report('pre-recorded')).body).toEqual({ opens: false });
    expect(await gate()).toBe('missing');
    expect((await readAs('judge')).permission).toMatchObject({
      tried: [{ modality: 'pre-recorded', outcome: 'unavailable', on: '2027-02-26' }],
      waysFirst: ['written-questions'],
    });
    expect((await report('written-questions')).body).toEqual({ opens: true });
    expect(await gate()).toBe('open');
    expect(await lastEntry()).toMatchObject({
      action: 'permission.way-tried',
      actor: { role: 'central-authority' },
      details: { modality: 'written-questions', outcome: 'unavailable', on: '2027-02-26', opens: true },
    });
    expect(await standing()).toMatchObject({ terms: { conditions: ['use-limited-to-this-case'] } });
    // What did not work under one decision says nothing of the next.
    await record(ways);
    expect(await gate()).toBe('missing');
  });

  it('is opened by a central authority of either State alone, and not once the permission fell', async () => {
    const requesting = await enterPerson(store, 'central-authority', { country: 'TH' });
    const third = await enterPerson(store, 'central-authority', { country: 'LA' });
    const joined = await prepareCase(store, {}, [requesting, third]);
    prepared = joined;
    await record(ways);
    const before = new Map(store.items);
    expect((await report('pre-recorded', third)).body.code).toBe('host-state-decides');
    expect((await report('pre-recorded', prepared.people.prosecutor)).body.code).toBe('not-your-role');
    expect(new Map(store.items)).toEqual(before);
    expect((await report('pre-recorded', requesting)).body).toEqual({ opens: false });
    const at = standingKey(prepared.caseId, prepared.witness, 'permission');
    await store.write([{ kind: 'update', key: at, set: { state: 'refused' }, onRefused: 'retry' }]);
    expect((await report('written-questions', requesting)).body.code).toBe('changed-meanwhile');
  });
});

describe('languages that the host State allows', () => {
  const some = { conditions: ['languages', 'in-camera'], languages: ['my', 'shn'] };

  it.each([
    ['central-authority', true],
    ['clerk', true],
    ['support-officer', true],
    ['attending-officer', true],
    ['prosecutor', false],
    ['judge', false],
    ['auditor', false],
  ] as const)('would tell where the witness comes from: %s', async (role, sees) => {
    await record(some);
    const read = await readAs(role);
    expect(read).toMatchObject({ permission: { languagesHidden: !sees } });
    expect(JSON.stringify(read).includes('shn')).toBe(sees);
  });

  it('are not in the log', async () => {
    await record(some);
    expect(JSON.stringify(await entriesIn(store, prepared.caseId))).not.toContain('shn');
  });
});
