import { beforeEach, expect, it } from 'vitest';
import { casesApp } from '../../functions/cases/routes.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { keptWhollyApart } from '../../functions/orders/port/measures.ts';
import { ordersApp } from '../../functions/orders/routes.ts';
import { actorOf, ask, contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { admitted, nameParty, now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookKind } from '../support/session-verbs.ts';

/** A clerk and a judge of the host State are members of the case, and the court that tries it is another. */

let store: MemoryStore;
let of: PreparedCase;
let clerk: Person;
let judge: Person;
beforeEach(async () => {
  store = memoryStore();
  const abroad = { country: 'MM', zone: 'Asia/Yangon' };
  // An agency of its own: the clerks of all tests are of one in Bangkok.
  clerk = await enterPerson(store, 'clerk', { ...abroad, agencyId: '5x7k2q9d1m3n5p8r0s6t7v2w4y' });
  judge = await enterPerson(store, 'judge', abroad);
  of = await prepareCase(store, {}, [clerk, judge]);
});

const said = ({ status, body }: Told) => [status, body.code];
const notYours = [403, 'not-your-role'];
const everything = () => JSON.stringify([...store.items]);

it('a hearing is booked, moved, called off, agreed to and linked by the court’s own clerk and judge alone', async () => {
  const local = '2027-03-03T09:00';
  expect(said(await bookKind(of, local, 'testimony', clerk))).toEqual(notYours);
  expect(said(await bookKind(of, local, 'testimony', judge))).toEqual(notYours);
  const booked = await bookKind(of, local, 'testimony');
  expect(booked.status).toBe(201);
  const sessionId = booked.body.sessionId as string;
  const other = (await bookKind(of, '2027-03-10T09:00', 'testimony')).body.sessionId as string;
  const to = { local: '2027-03-04T09:00', zone: 'Asia/Bangkok' };
  const before = everything();
  for (const by of [clerk, judge]) {
    expect(said(await act(of, sessionId, 'move', to, { by }))).toEqual(notYours);
    expect(said(await act(of, sessionId, 'cancellation', { reason: 'other' }, { by }))).toEqual(notYours);
    const change = { what: 'move', ...to };
    expect(said(await act(of, sessionId, 'approvals', { change }, { by }))).toEqual(notYours);
    expect(said(await act(of, sessionId, 'series', { with: other }, { by }))).toEqual(notYours);
  }
  expect(everything()).toBe(before);
  const ours = of.people.clerk;
  expect((await act(of, sessionId, 'series', { with: other }, { by: ours })).status).toBe(201);
  const linked = everything();
  expect(said(await act(of, sessionId, 'series/shift', { byDays: 1 }, { by: clerk }))).toEqual(notYours);
  expect(said(await act(of, sessionId, 'series/cancellation', { reason: 'other' }, { by: judge }))).toEqual(
    notYours,
  );
  expect(everything()).toBe(linked);
  expect((await act(of, sessionId, 'move', to, { by: ours })).status).toBe(201);
});

it('counsel is admitted by it, and orders are made by it, and by no court of another State', async () => {
  const accused = await nameParty(of, 'accused');
  const counsel = await enterPerson(store, 'defence-counsel');
  const admit = (by: Person) =>
    ask(casesApp(contextOver(store, now)), actorOf(by), 'POST', `/api/cases/${of.caseId}/counsel`, {
      personId: counsel.personId,
      for: accused,
    });
  const rule = (by: Person, verb: string, body: object) =>
    ask(ordersApp(contextOver(store, now)), actorOf(by), 'POST', `/api/orders/${of.caseId}/${verb}`, {
      reasons: 'As was said in court.',
      read: 0,
      ...body,
    });
  const ruling = {
    decision: 'order',
    wanted: { kind: 'pair', protected: of.witness, from: accused, measures: keptWhollyApart },
    defence: { was: 'not-heard', reason: 'No counsel could be reached.' },
  };
  const ordered = { is: 'ordered', basis: 'Criminal Procedure Code, s. 106', wishes: 'Will come.' };
  const described = await ask(
    casesApp(contextOver(store, now)),
    actorOf(of.people['support-officer']),
    'POST',
    `/api/cases/${of.caseId}/witnesses/${of.witness}/description`,
    { capacity: 'witness', languages: [{ language: 'my' }] },
  );
  expect(described.status).toBe(201);
  const testify = `testimony/${of.witness}`;
  const before = everything();
  for (const by of [clerk, judge]) expect(said(await admit(by))).toEqual(notYours);
  expect(said(await rule(judge, 'decisions', { ruling }))).toEqual(notYours);
  expect(said(await rule(judge, testify, { decision: ordered }))).toEqual(notYours);
  expect(everything()).toBe(before);
  expect((await admit(of.people.judge)).status).toBe(201);
  expect((await rule(of.people.judge, 'decisions', { ruling })).status).toBe(201);
  expect((await rule(of.people.judge, testify, { decision: ordered })).status).toBe(201);
});

/** By which the pages leave out what would only be refused. */
it('a court of another State names nobody and takes nobody out; and is told so where it reads', async () => {
  const accused = await nameParty(of, 'accused');
  const counsel = await admitted(of, 'defence-counsel', accused);
  const onCase = (by: Person, method: 'GET' | 'POST', verb = '', body?: object) =>
    ask(casesApp(contextOver(store, now)), actorOf(by), method, `/api/cases/${of.caseId}${verb}`, body);
  const reads = async (by: Person) => {
    const told = await onCase(by, 'GET');
    const members = told.body.members as { personId: string; pseudonym: string; mayTakeOut: boolean }[];
    const { ownCourt, ofRequestingState } = told.body;
    return { ownCourt, ofRequestingState, members, takesOut: members.filter(({ mayTakeOut }) => mayTakeOut) };
  };
  const ours = of.people.clerk;
  const found = await reads(clerk);
  expect(found).toMatchObject({ ownCourt: false, ofRequestingState: false });
  expect(found.takesOut.map(({ personId }) => personId)).toEqual([clerk.personId]);
  const atHome = await reads(ours);
  expect(atHome).toMatchObject({ ownCourt: true, ofRequestingState: true });
  expect(atHome.takesOut.map(({ personId }) => personId)).toEqual(
    expect.arrayContaining([ours.personId, counsel.personId]),
  );
  // Who is of no court is told no other, and closes the case in the State that asks alone.
  expect(await reads(of.people['central-authority'])).toMatchObject({ ownCourt: true });

  const pseudonym = found.members.find(({ personId }) => personId === counsel.personId)?.pseudonym;
  const leaving = { member: pseudonym, reason: 'conflict' };
  const before = everything();
  for (const by of [clerk, judge])
    expect(said(await onCase(by, 'POST', '/leaving', leaving))).toEqual(notYours);
  const another = { role: 'accused', label: 'Accused 2' };
  expect(said(await onCase(clerk, 'POST', '/parties', another))).toEqual(notYours);
  expect(everything()).toBe(before);
  expect((await onCase(ours, 'POST', '/parties', another)).status).toBe(201);
  expect((await onCase(ours, 'POST', '/leaving', leaving)).status).toBe(201);
});

it('a session says whose hearing it is, and orders say who decides', async () => {
  const hearing = (await bookKind(of, '2027-03-03T09:00', 'testimony')).body.sessionId as string;
  const interview = (await bookKind(of, '2027-03-10T09:00', 'interview')).body.sessionId as string;
  const sessionAs = async (by: Person, sessionId: string) =>
    (await ask(of.app, actorOf(by), 'GET', `/api/sessions/${sessionId}`)).body.ownCourt;
  expect(await sessionAs(clerk, hearing)).toBe(false);
  expect(await sessionAs(of.people.clerk, hearing)).toBe(true);
  // No court's: what a clerk does in it, a clerk of another State does too.
  expect(await sessionAs(clerk, interview)).toBe(true);
  const decides = async (by: Person) =>
    (await ask(ordersApp(contextOver(store, now)), actorOf(by), 'GET', `/api/orders/${of.caseId}`)).body
      .decides;
  expect(await Promise.all([judge, of.people.judge, of.people.clerk].map(decides))).toEqual([
    false,
    true,
    false,
  ]);
});
