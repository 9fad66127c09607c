import { beforeEach, expect, it } from 'vitest';
import { interpretingApp } from '../../functions/interpreting/routes.ts';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { bookedCase } from '../support/booked-case.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';
import { actorOf, ask, contextOver, enterPerson } from '../support/in-process.ts';
import { entriesIn } from '../support/log-entries.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { now, type PreparedCase } from '../support/prepared-case.ts';
import { act, book, bookWith } from '../support/session-verbs.ts';

/** Members added to a team later, and another way of interpreting: how long a team can work is looked at again. */

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
});

const confirm = (pseudonym: string, change: object = {}, of = sessionId) =>
  ask(
    interpretingApp(contextOver(store, now)),
    actorOf(prepared.people.clerk),
    'POST',
    `/api/interpreting/${of}/assignment`,
    { ...confirmed, ...change, pseudonym },
  );
const notUnderstood = (pseudonym: string) =>
  ask(
    interpretingApp(contextOver(store, now)),
    actorOf(prepared.people['support-officer']),
    'POST',
    `/api/interpreting/${sessionId}/not-understood`,
    { pseudonym, why: 'dialect' },
  );
const byClerk = () => ({ by: prepared.people.clerk });
const add = (personId: string, more: object = {}, of = sessionId) =>
  act(prepared, of, 'interpreters', { ids: [personId], ...more }, byClerk());
const doorOf = async (of = sessionId) => parseDoor((await store.get([doorKey(of)]))[0]);
const interpreters = async (of = sessionId) =>
  (await doorOf(of)).seats.filter(({ seat }) => seat === 'interpreter').map(({ pseudonym }) => pseudonym);

it('scenario 19: a Karen speaker does not understand the Burmese interpreter: one of Karen leads, the first relays', async () => {
  const [first = ''] = await interpreters();
  expect((await confirm(first)).body.gate).toBe('open');
  expect((await notUnderstood(first)).body).toEqual({ gate: 'missing', lacks: ['not-understood'] });
  const karen = await enterPerson(store, 'interpreter', { languages: ['ksw', 'my'] });
  const added = await add(karen.personId);
  expect(added.status).toBe(201);
  const second = added.body.pseudonym as string;
  expect(await interpreters()).toEqual([first, second]);
  expect((await doorOf()).interpretsFor).toBe(120);
  expect((await doorOf()).gates.interpreter).toBe('missing');
  expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
    action: 'interpreter.added',
    details: { participant: second },
  });
  expect((await confirm(second, { between: ['ksw', 'my'] })).body.lacks).toEqual(['not-understood']);
  expect((await confirm(first, { part: 'relay' })).body).toEqual({ gate: 'open', lacks: [] });
});

it('scenario 21: one interpreter for three hours is refused until there are enough, or somebody answers for it', async () => {
  const alone = await bookWith(prepared, '2027-03-03T09:00', { minutes: 180 });
  expect(alone.body).toMatchObject({
    code: 'override-needed',
    facts: { needs: [{ what: 'alone-too-long', seat: 'interpreter' }] },
  });
  const team = await Promise.all([1, 2].map(() => enterPerson(store, 'interpreter')));
  const seats = {
    clerk: prepared.people.clerk.personId,
    supportOfficer: prepared.people['support-officer'].personId,
    interpreter: prepared.people.interpreter.personId,
    moreInterpreters: team.map(({ personId }) => personId),
  };
  const whole = await bookWith(prepared, '2027-03-03T09:00', { minutes: 180, seats });
  expect(whole.status).toBe(201);
  const long = whole.body.sessionId as string;
  // What their room counts by: three who work for an hour each.
  expect((await doorOf(long)).interpretsFor).toBe(180);

  // While they speak, the same three cannot: two hours alone would be four at the least.
  const speak = (more: object = {}) =>
    act(prepared, long, 'mode', { mode: 'simultaneous', ...more }, byClerk());
  const before = new Map(store.items);
  expect((await speak()).body).toMatchObject({
    code: 'override-needed',
    facts: { needs: [{ what: 'alone-too-long', seat: 'interpreter' }] },
  });
  expect(new Map(store.items)).toEqual(before);
  const names = await interpreters(long);
  for (const name of names) await confirm(name, {}, long);
  expect((await doorOf(long)).gates.interpreter).toBe('open');
  const overrides = [{ what: 'alone-too-long', reason: 'agreed-by-all' }];
  expect((await speak({ overrides })).status).toBe(201);
  expect((await entriesIn(store, long)).at(-1)).toMatchObject({
    action: 'interpreting.mode-changed',
    details: { from: 'consecutive', to: 'simultaneous', overrides: ['alone-too-long: agreed-by-all'] },
  });
  expect((await doorOf(long)).interpretsFor).toBe(90);
  // Each was confirmed for another way, so each is looked at anew.
  expect((await doorOf(long)).gates.interpreter).toBe('missing');
  expect((await confirm(names[0] ?? '', { mode: 'simultaneous' }, long)).body.lacks).toEqual([
    'confirmation',
  ]);
  for (const name of names) await confirm(name, { mode: 'simultaneous' }, long);
  expect((await doorOf(long)).gates.interpreter).toBe('open');
});

it('one more comes at the last minute with the second role’s word, and without it nobody does', async () => {
  const soon = await bookWith(prepared, '2027-03-01T07:20', {}, {});
  const body = { overrides: [{ what: 'outside-hours', reason: 'agreed-by-all' }] };
  const booked = soon.status === 201 ? soon : await bookWith(prepared, '2027-03-01T07:20', body);
  expect(booked.status).toBe(201);
  const of = booked.body.sessionId as string;
  const relay = await enterPerson(store, 'interpreter');
  const refused = await add(relay.personId, {}, of);
  expect(refused.body).toMatchObject({ code: 'approval-needed', facts: { roles: ['prosecutor'] } });
  const change = { what: 'another-interpreter', ids: [relay.personId] };
  expect((await act(prepared, of, 'approvals', { change })).status).toBe(201);
  expect((await add(relay.personId, {}, of)).status).toBe(201);
  expect((await entriesIn(store, of)).at(-1)).toMatchObject({
    action: 'interpreter.added',
    details: { approvedBy: expect.stringMatching(/^prosecutor P-/) },
  });
});

it('nobody is added twice, at two places at once, or by whoever does not run it', async () => {
  expect((await add(prepared.people.interpreter.personId)).body.code).toBe('seats-not-possible');
  expect((await add(prepared.people.judge.personId)).body.code).toBe('person-not-suitable');
  const busy = await enterPerson(store, 'interpreter');
  const beside = await bookedBeside(busy.personId);
  expect(beside).toBe(201);
  expect((await add(busy.personId)).body.code).toBe('already-booked');
  const other = await enterPerson(store, 'interpreter');
  const told = await act(
    prepared,
    sessionId,
    'interpreters',
    { ids: [other.personId] },
    { by: prepared.people['support-officer'] },
  );
  expect(told.body.code).toBe('not-your-role');
});

/** Another case's session at the same time, with somebody who then cannot be here. */
async function bookedBeside(personId: string): Promise<number> {
  const { prepareCase } = await import('../support/prepared-case.ts');
  const another = await prepareCase(store);
  const seats = {
    clerk: another.people.clerk.personId,
    supportOfficer: another.people['support-officer'].personId,
    interpreter: personId,
  };
  return (await bookWith(another, '2027-03-02T09:00', { seats })).status;
}

it('with nobody who interprets, one who comes later has to be confirmed', async () => {
  const none = await bookWith(prepared, '2027-03-04T09:00', {
    interpreting: 'not-needed',
    seats: {
      clerk: prepared.people.clerk.personId,
      supportOfficer: prepared.people['support-officer'].personId,
    },
  });
  expect(none.status).toBe(201);
  const of = none.body.sessionId as string;
  expect((await doorOf(of)).gates.interpreter).toBe('not-needed');
  expect((await act(prepared, of, 'mode', { mode: 'simultaneous' }, byClerk())).body.code).toBe(
    'seats-not-possible',
  );
  const one = await enterPerson(store, 'interpreter');
  expect((await add(one.personId, {}, of)).status).toBe(201);
  expect((await doorOf(of)).gates.interpreter).toBe('missing');
  expect((await book(prepared, '2027-03-04T09:00')).status).toBe(409);
});
