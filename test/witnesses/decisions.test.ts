import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { witnessesApp } from '../../functions/witnesses/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { bookedCase } from '../support/booked-case.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { follow } from '../support/followed.ts';
import { gateBodies } from '../support/interview.ts';
import { entriesIn } from '../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { book } from '../support/session-verbs.ts';

/** What the witness says and what is planned for the witness, on the store in memory. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const later = new Date(now.getTime() + 60_000);
const path = () => `/api/witnesses/${prepared.caseId}/${prepared.witness}`;
const post = async (road: 'consent' | 'risk-plan' | 'withdrawal', body: object, at = now) => {
  const app = witnessesApp(contextOver(store, at));
  const told = await ask(app, actorOf(prepared.people['support-officer']), 'POST', `${path()}/${road}`, body);
  await follow(store, prepared, at);
  return told;
};
const readBy = async (role: keyof PreparedCase['people']) => {
  const by = actorOf(prepared.people[role]);
  return (await ask(witnessesApp(contextOver(store, now)), by, 'GET', path())).body;
};
const gatesNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]).gates;
const lastEntry = async () => (await entriesIn(store, prepared.caseId)).at(-1);

const yes = gateBodies.consent;
const no = { ...yes, scopes: { ...yes.scopes, liveVideo: 'no' } };
const go = gateBodies.riskPlan;

describe('a consent', () => {
  it.each([
    ['a yes', yes, 'open', 'consent.given'],
    ['a no', no, 'refused', 'consent.refused'],
  ])(
    '%s moves the gate and is entered as what it is, on the word of the witness',
    async (_, body, gate, action) => {
      expect((await post('consent', body)).body).toEqual({ gate });
      expect((await gatesNow()).consent).toBe(gate);
      const entry = await lastEntry();
      expect(entry).toMatchObject({
        action,
        authority: { kind: 'consent', ref: prepared.witness },
        subject: { kind: 'witness', ref: prepared.witness },
        details: { gate },
      });
      expect(Object.keys(entry?.sealed ?? {}).toSorted()).toEqual(
        [...Object.keys(yes.scopes), 'interpreter', 'language', 'mark', 'method'].toSorted(),
      );
    },
  );

  it('that is withdrawn closes the gate, in whatever state it was, and keeps what was said before', async () => {
    await post('consent', yes);
    expect((await post('withdrawal', {}, later)).body).toEqual({ gate: 'refused' });
    expect((await gatesNow()).consent).toBe('refused');
    expect(await lastEntry()).toMatchObject({ action: 'consent.withdrawn', details: { gate: 'refused' } });
    expect(await readBy('support-officer')).toMatchObject({
      consent: { recordedAt: now.toISOString(), withdrawnAt: later.toISOString(), record: yes },
    });
  });

  it('is read in full by who holds contact, and by the others as being there', async () => {
    expect(await readBy('support-officer')).toEqual({});
    await post('consent', yes);
    const recordedAt = now.toISOString();
    expect(await readBy('support-officer')).toEqual({ consent: { recordedAt, record: yes } });
    expect(await readBy('prosecutor')).toEqual({ consent: { recordedAt } });
  });
});

describe('a risk plan', () => {
  it.each([
    ['go', go, 'open', 'risk-plan.approved'],
    ['no-go', { ...go, decision: 'no-go' }, 'refused', 'risk-plan.declined'],
  ])('with a %s moves the gate and is entered as what it is, sealed', async (_, body, gate, action) => {
    expect((await post('risk-plan', body)).body).toEqual({ gate });
    expect((await gatesNow()).riskPlan).toBe(gate);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action,
      authority: { kind: 'role', ref: 'support-officer' },
      subject: { kind: 'witness', ref: prepared.witness },
      details: { gate },
    });
    expect(Object.keys(entry?.sealed ?? {})).toEqual(['plan']);
  });

  it('is read in full by who holds contact; the last one stands, and the others learn what was decided', async () => {
    const noGo = { ...go, decision: 'no-go' };
    await post('risk-plan', noGo);
    await post('risk-plan', go, later);
    const recordedAt = later.toISOString();
    expect(await readBy('support-officer')).toEqual({ riskPlan: { recordedAt, decision: 'go', plan: go } });
    expect(await readBy('attending-officer')).toEqual({ riskPlan: { recordedAt, decision: 'go' } });
  });
});

describe('another support officer of the case', () => {
  let other: Person;
  beforeEach(async () => {
    store = memoryStore();
    other = await enterPerson(store, 'support-officer');
    prepared = await prepareCase(store, {}, [other]);
    sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
  });
  const asOther = (road: string, body: object) =>
    ask(witnessesApp(contextOver(store, now)), actorOf(other), 'POST', `${path()}/${road}`, body);

  it.each([
    ['consent', yes],
    ['consent', no],
    ['risk-plan', go],
  ])('does not speak for the witness (%s)', async (road, body) => {
    const before = new Map(store.items);
    expect(await asOther(road, body)).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect(new Map(store.items)).toEqual(before);
  });

  it('enters a withdrawal, so that nobody waits for the one who holds contact', async () => {
    await post('consent', yes);
    expect(await asOther('withdrawal', {})).toMatchObject({ status: 201, body: { gate: 'refused' } });
    await follow(store, prepared);
    expect((await gatesNow()).consent).toBe('refused');
    const { 'support-officer': holder } = prepared.people;
    expect((await lastEntry())?.actor).not.toEqual((await entriesIn(store, prepared.caseId)).at(-2)?.actor);
    expect(holder.personId).not.toBe(other.personId);
  });
});
