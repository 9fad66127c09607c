import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/directory/port/actor.ts';
import { standingKey } from '../../functions/cases/port/standing.ts';
import { entryKey } from '../../functions/custody/port/append.ts';
import { requestsApp } from '../../functions/requests/routes.ts';
import { standingsMoved } from '../../functions/sessions/following/follow-standing.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { sweep } from '../../functions/sessions/sweep.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import { casesApp } from '../../functions/cases/routes.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { follow } from '../support/followed.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book, bookWith, cancel, read } from '../support/session-verbs.ts';

/** Consent, plan and permission stand once for a person and a case, and every session of theirs follows. */

let store: MemoryStore;
let prepared: PreparedCase;
let second: Person;
beforeEach(async () => {
  store = memoryStore();
  second = await enterPerson(store, 'support-officer');
  prepared = await prepareCase(store, {}, [second]);
});

const say = async (
  road: 'consent' | 'risk-plan' | 'risk-plan/word' | 'withdrawal',
  body: object = {},
  by: keyof PreparedCase['people'] = 'support-officer',
) => {
  const path = `/api/witnesses/${prepared.caseId}/${prepared.witness}/${road}`;
  const holder = actorOf(prepared.people[by]);
  const told = await ask(witnessesApp(contextOver(store, now)), holder, 'POST', path, body);
  expect(told.status, JSON.stringify(told.body)).toBe(201);
};
const permit = async (change: object = {}) => {
  const path = `/api/requests/${prepared.caseId}/${prepared.witness}/permission`;
  const authority = actorOf(prepared.people['central-authority']);
  const body = { ...gateBodies.permission, ...change };
  expect((await ask(requestsApp(contextOver(store, now)), authority, 'POST', path, body)).status).toBe(201);
};
const doorOf = async (sessionId: string) => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const gatesOf = async (sessionId: string) => (await doorOf(sessionId)).gates;
const actionsOf = async (sessionId: string) =>
  (await entriesIn(store, sessionId)).map(({ action, details }) => `${action} ${String(details['state'])}`);

const idOf = ({ body }: { readonly body: { readonly sessionId?: unknown } }) => body.sessionId as string;

describe('a session', () => {
  it('at whose time nobody answers the silent alarm has no plan; another of the same day does', async () => {
    const [hours] = gateBodies.riskPlan.onCall;
    // The first is from 08:30 to 09:30 in Yangon, the second from 12:30.
    const onCall = [{ ...hours, from: '08:00', until: '12:00' }];
    await say('risk-plan', { ...gateBodies.riskPlan, onCall });
    await say('risk-plan/word', { decision: 'go', plan: 1 }, 'prosecutor');
    const early = idOf(await book(prepared, '2027-03-02T09:00'));
    const late = idOf(await book(prepared, '2027-03-02T13:00'));
    expect((await gatesOf(early)).riskPlan).toBe('open');
    expect((await gatesOf(late)).riskPlan).toBe('missing');
    await say('risk-plan/word', { decision: 'no-go' }, 'prosecutor');
    await follow(store, prepared);
    expect((await gatesOf(early)).riskPlan).toBe('refused');
    expect((await gatesOf(late)).riskPlan).toBe('refused');
  });

  it('that is booked once everything stands has those gates open from the beginning', async () => {
    await say('consent', gateBodies.consent);
    await say('risk-plan', gateBodies.riskPlan);
    await say('risk-plan/word', { decision: 'go', plan: 1 }, 'prosecutor');
    await permit();
    const sessionId = idOf(await book(prepared, '2027-03-02T09:00'));
    expect(await gatesOf(sessionId)).toMatchObject({
      consent: 'open',
      riskPlan: 'open',
      permission: 'open',
      interpreter: 'missing',
    });
  });

  it('follows with an entry that names the one of the case by its leaf hash, and says no more', async () => {
    const sessionId = idOf(await book(prepared, '2027-03-02T09:00'));
    await say('consent', gateBodies.consent);
    expect(await gatesOf(sessionId)).toMatchObject({ consent: 'missing' });
    expect(await follow(store, prepared)).toBe(1);
    expect(await follow(store, prepared)).toBe(0);
    expect(await gatesOf(sessionId)).toMatchObject({ consent: 'open' });
    const own = (await entriesIn(store, sessionId)).at(-1);
    const ofCase = (await entriesIn(store, prepared.caseId)).at(-1);
    expect(ofCase).toMatchObject({ action: 'consent.given' });
    const [item] = await store.get([entryKey(prepared.caseId, ofCase?.index ?? 0)]);
    expect(own).toMatchObject({
      action: 'gate.moved',
      actor: { system: 'sessions' },
      details: { gate: 'consent', state: 'open', caseEntries: [item?.['leafHash']] },
    });
    expect(own?.sealed).toBeUndefined();
  });

  it('is shown as things stand to whoever reads it, whether its door has followed or not', async () => {
    const sessionId = idOf(await book(prepared, '2027-03-02T09:00'));
    await say('consent', gateBodies.consent);
    const { gates } = (await read(prepared, sessionId, prepared.people.clerk)).body as {
      gates: { gate: string; state: string }[];
    };
    expect(gates.find(({ gate }) => gate === 'consent')?.state).toBe('open');
  });
});

describe('a withdrawal', () => {
  it('is written whatever is wrong with any session, and every one that is not over follows', async () => {
    await say('consent', gateBodies.consent);
    const booked = idOf(await book(prepared, '2027-03-02T09:00'));
    const held = idOf(await bookWith(prepared, '2027-03-03T09:00', { holdMinutes: 600 }));
    const cancelled = idOf(await book(prepared, '2027-03-04T09:00'));
    await cancel(prepared, cancelled);
    const broken = idOf(await book(prepared, '2027-03-05T09:00'));
    const { table, pk, sk } = doorKey(broken);
    await store.write([
      { kind: 'update', key: { table, pk, sk }, set: { status: 'odd' }, onRefused: 'retry' },
    ]);
    await say('withdrawal');
    await store.write([
      { kind: 'update', key: { table, pk, sk }, set: { status: 'ended' }, onRefused: 'retry' },
    ]);
    await follow(store, prepared);
    for (const sessionId of [booked, held, cancelled])
      expect((await gatesOf(sessionId)).consent).toBe('refused');
    expect((await gatesOf(broken)).consent).toBe('open');
    expect(await actionsOf(booked)).toEqual(['session.booked undefined', 'gate.moved refused']);
  });

  it('of one is nothing to the sessions of another who is heard in the case', async () => {
    const path = `/api/cases/${prepared.caseId}/witnesses`;
    const described = { protected: true, holder: second.personId, zone: 'Asia/Yangon', mayKnow: [] };
    const by = actorOf(prepared.people.prosecutor);
    const named = await ask(casesApp(contextOver(store, now)), by, 'POST', path, described);
    const other = named.body.pseudonym as string;
    const sessionId = idOf(
      await bookWith(
        prepared,
        '2027-03-02T09:00',
        { kind: 'preparation-visit', seats: { supportOfficer: second.personId, witness: other } },
        { by: second },
      ),
    );
    const before = await doorOf(sessionId);
    await say('withdrawal');
    expect(await follow(store, prepared)).toBe(0);
    expect(await doorOf(sessionId)).toEqual(before);
  });

  it('comes to every door also where writes fail, and a door that was missed the sweep finds', async () => {
    await say('consent', gateBodies.consent);
    const near = idOf(await book(prepared, '2027-03-02T09:00'));
    const later = idOf(await book(prepared, '2027-03-09T09:00'));
    await say('withdrawal');
    // Every second write meets another transaction.
    const contended = faultyStore(store, (write) => (write % 2 === 1 ? 'conflict' : 'none'));
    expect(await follow(contended, prepared)).toBe(2);
    await say('consent', gateBodies.consent);
    // The stream is lost; the sweep looks at what is near.
    expect(await sweep(contextOver(store, now))).toMatchObject({ repaired: 1 });
    expect([(await gatesOf(near)).consent, (await gatesOf(later)).consent]).toEqual(['open', 'refused']);
    expect(await sweep(contextOver(store, now))).toMatchObject({ repaired: 0 });
  });
});

describe('a permission', () => {
  it('is for the days that it names: a session beyond them is closed, and open once it is moved back', async () => {
    await permit({ validUntil: '2027-03-02' });
    const covered = idOf(await book(prepared, '2027-03-02T09:00'));
    const beyond = idOf(await book(prepared, '2027-03-03T09:00'));
    expect([(await gatesOf(covered)).permission, (await gatesOf(beyond)).permission]).toEqual([
      'open',
      'missing',
    ]);
    const to = (local: string) => ({ days: [{ local }], zone: 'Asia/Bangkok' });
    const move = (sessionId: string, local: string) =>
      ask(
        prepared.app,
        actorOf(prepared.people.prosecutor),
        'POST',
        `/api/sessions/${sessionId}/move`,
        to(local),
      );
    expect((await move(covered, '2027-03-04T09:00')).status).toBe(201);
    expect((await gatesOf(covered)).permission).toBe('missing');
    expect((await move(covered, '2027-03-02T13:00')).status).toBe(201);
    expect((await gatesOf(covered)).permission).toBe('open');
  });
});

it('whose standing moved is read from the stream, each once, and nothing from what else lies there', () => {
  const record = (eventName: 'MODIFY' | 'REMOVE', pk: string, sk: string) => ({
    eventName,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
  });
  const { pk, sk } = standingKey('c', 'W-2222', 'consent');
  expect(
    standingsMoved([
      record('MODIFY', pk, sk),
      record('MODIFY', pk, standingKey('c', 'W-2222', 'riskPlan').sk),
      record('REMOVE', pk, standingKey('c', 'W-3333', 'consent').sk),
      record('MODIFY', pk, 'case'),
      record('MODIFY', 'person#p', 'case#c'),
    ]),
  ).toEqual([{ caseId: 'c', pseudonym: 'W-2222' }]);
});
