import { beforeEach, describe, expect, it } from 'vitest';
import { interpretingApp } from '../../../functions/interpreting/routes.ts';
import { timesOf } from '../../../functions/interpreting/times/times.ts';
import { begun, stopped, type Worked } from '../../../functions/rooms/port/at-work.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { bookedCase } from '../../support/booked-case.ts';
import { confirmed } from '../../support/confirmed-interpreter.ts';
import { actorOf, ask, contextOver, enterPerson } from '../../support/in-process.ts';
import { entriesIn } from '../../support/log-entries.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import type { PreparedCase } from '../../support/prepared-case.ts';
import { act } from '../../support/session-verbs.ts';

/** When an interpreter was booked, when they worked, and that they did not come. The session is from 02:00 to 03:00. */

const at = (clock: string) => new Date(`2027-03-02T${clock}:00.000Z`);
const instantAt = (clock: string) => parseInstant(at(clock).toISOString());
const opensAt = '2027-03-02T01:00:00.000Z';
const span = { start: instantAt('02:00'), end: instantAt('03:00') };

describe('times', () => {
  const nothing = { entered: [], noShows: [] };
  const morning = stopped(begun(undefined, opensAt, at('02:05')), at('02:50'));

  it('are what the room counted, without breaks; while somebody works, until now', () => {
    expect(timesOf([span], undefined, nothing, at('04:00'))).toEqual([{ day: 1, booked: span }]);
    const again = stopped(begun(morning, opensAt, at('02:55')), at('03:10'));
    expect(timesOf([span], again, nothing, at('04:00'))[0]?.actual).toEqual({
      from: instantAt('02:05'),
      until: instantAt('03:10'),
      minutes: 60,
      by: 'room',
    });
    const still = begun(morning, opensAt, at('02:55'));
    expect(timesOf([span], still, nothing, at('02:58'))[0]?.actual).toEqual({
      from: instantAt('02:05'),
      minutes: 48,
      by: 'room',
    });
  });

  it('are of the day whose beginning is nearest', () => {
    const next = {
      start: parseInstant('2027-03-03T02:00:00.000Z'),
      end: parseInstant('2027-03-03T03:00:00.000Z'),
    };
    const days = timesOf([span, next], morning, nothing, at('04:00'));
    expect(days.map(({ actual }) => actual?.minutes)).toEqual([45, undefined]);
  });

  it('are what the clerk entered, where the clerk entered any; the last that was entered', () => {
    const said = (until: string) => ({
      pseudonym: 'I-2222',
      day: 1,
      from: instantAt('01:50'),
      until: instantAt(until),
      reason: 'worked-beside-the-room' as const,
    });
    const entered = [said('03:00'), said('03:20')];
    expect(timesOf([span], morning, { entered, noShows: [] }, at('04:00'))[0]?.actual).toEqual({
      from: instantAt('01:50'),
      until: instantAt('03:20'),
      minutes: 90,
      by: 'clerk',
      reason: 'worked-beside-the-room',
    });
  });
});

let store: MemoryStore;
let prepared: PreparedCase;
let sessionId: string;
let pseudonym: string;
let administrator: Person;
beforeEach(async () => {
  ({ store, prepared, sessionId } = await bookedCase());
  pseudonym = (await doorNow()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym ?? '';
  const { agencyId } = prepared.people.interpreter;
  administrator = await enterPerson(store, 'agency-administrator', { agencyId });
});

const doorNow = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const gate = async () => (await doorNow()).gates.interpreter;
const road = (verb: string) => `/api/interpreting/${sessionId}/${verb}`;
const post = (verb: string, body: object, when: string, by = prepared.people.clerk) =>
  ask(interpretingApp(contextOver(store, at(when))), actorOf(by), 'POST', road(verb), body);
const times = async (when: string, by = prepared.people.clerk) =>
  (await ask(interpretingApp(contextOver(store, at(when))), actorOf(by), 'GET', road('times'))).body;
const month = (when: string, name = '2027-03', by = administrator) =>
  ask(
    interpretingApp(contextOver(store, at(when))),
    actorOf(by),
    'GET',
    `/api/interpreting/agency/hours?month=${name}`,
  );
/** As the room’s steps leave it. */
const putWork = (work: Record<string, Worked>) =>
  store.write([
    {
      kind: 'put',
      table: 'rooms',
      item: { pk: `session#${sessionId}`, sk: 'room', sessionId, version: 1, work },
      onRefused: 'retry',
    },
  ]);
const worked = stopped(begun(undefined, opensAt, at('02:05')), at('02:50'));
const entered = { day: 1, from: '2027-03-02T02:00:00Z', until: '2027-03-02T03:10:00Z', reason: 'other' };

describe('the clerk', () => {
  it('enters other times than the room counted, with the reason, also when all is over', async () => {
    await putWork({ [pseudonym]: worked });
    expect((await times('04:00')).interpreters).toMatchObject([
      { pseudonym, days: [{ day: 1, booked: span, actual: { minutes: 45, by: 'room' } }] },
    ]);
    await store.write([
      { kind: 'update', key: doorKey(sessionId), set: { status: 'ended' }, onRefused: 'retry' },
    ]);
    expect((await post('times', entered, '04:00')).status).toBe(201);
    expect((await times('04:00')).interpreters[0].days[0].actual).toEqual({
      from: instantAt('02:00'),
      until: instantAt('03:10'),
      minutes: 70,
      by: 'clerk',
      reason: 'other',
    });
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'interpreter.times-entered',
      subject: { kind: 'interpreter', ref: pseudonym },
      details: { day: 1, from: instantAt('02:00'), until: instantAt('03:10'), reason: 'other' },
    });
  });

  it.each([
    ['that are still to come', {}, '03:05', '/until'],
    ['of a day that there is not', { day: 2 }, '04:00', '/day'],
    ['far before', { from: '2027-03-01T02:00:00Z' }, '04:00', '/from'],
    ['that end before they begin', { until: '2027-03-02T01:00:00Z' }, '04:00', '/until'],
  ])('enters no times %s', async (_, change, when, pointer) => {
    const before = new Map(store.items);
    const told = await post('times', { ...entered, ...change }, when);
    expect(told.body).toMatchObject({ code: 'does-not-fit', errors: [{ pointer }] });
    expect(new Map(store.items)).toEqual(before);
  });

  it('says that somebody did not come: the gate closes until somebody else is there', async () => {
    expect((await post('assignment', confirmed, '01:00')).body.gate).toBe('open');
    const before = new Map(store.items);
    expect((await post('no-show', { why: 'did-not-come' }, '02:14')).body).toMatchObject({
      code: 'does-not-fit',
      errors: [{ pointer: '/why' }],
    });
    expect(new Map(store.items)).toEqual(before);
    expect((await post('no-show', { why: 'not-reachable' }, '02:15')).body).toEqual({
      gate: 'missing',
      lacks: ['no-show'],
    });
    expect(await gate()).toBe('missing');
    expect((await entriesIn(store, sessionId)).at(-1)).toMatchObject({
      action: 'interpreter.no-show',
      details: { gate: 'missing', day: 1, why: 'not-reachable' },
    });
    // Who comes after all is looked at anew.
    expect((await post('assignment', confirmed, '02:20')).body.gate).toBe('open');
    expect((await times('02:20')).interpreters[0].days[0].noShow).toBe('not-reachable');
  });

  it('does not say so of somebody who was in the room', async () => {
    await putWork({ [pseudonym]: worked });
    expect((await post('no-show', { why: 'sick' }, '02:55')).body.code).toBe('does-not-fit');
    expect(await gate()).toBe('missing');
  });

  it('and nobody else enters anything of it, and only the auditor reads it beside', async () => {
    await expect(times('04:00', prepared.people.auditor)).resolves.toMatchObject({
      interpreters: [{ pseudonym }],
    });
    for (const role of ['prosecutor', 'support-officer', 'judge', 'auditor'] as const) {
      const by = prepared.people[role];
      expect((await post('times', entered, '04:00', by)).status).toBe(403);
      expect((await post('no-show', { why: 'sick' }, '02:30', by)).status).toBe(403);
    }
    expect((await times('04:00', prepared.people.prosecutor)).code).toBe('not-your-role');
  });
});

describe('an agency’s administrator', () => {
  const sums = async (when: string) => (await month(when)).body.people;

  it('reads sums of its own interpreters, and nothing of a case', async () => {
    const { personId, label } = prepared.people.interpreter;
    const none = { personId, label, sessions: 0, booked: 0, actual: 0, noShows: [] };
    expect(await sums('01:59')).toEqual([none]);
    await putWork({ [pseudonym]: worked });
    expect(await sums('04:00')).toEqual([{ ...none, sessions: 1, booked: 60, actual: 45 }]);
    expect((await post('times', entered, '04:00')).status).toBe(201);
    const told = await month('04:00');
    expect(told.body.people).toEqual([{ ...none, sessions: 1, booked: 60, actual: 70 }]);
    for (const secret of [prepared.caseId, sessionId, pseudonym, prepared.witness])
      expect(JSON.stringify(told.body)).not.toContain(secret);
    expect((await month('04:00', '2027-02')).body.people).toEqual([none]);
  });

  it('reads who did not come, also of somebody in whose place another one came', async () => {
    expect((await post('no-show', { why: 'sick' }, '02:30')).status).toBe(201);
    const another = await enterPerson(store, 'interpreter');
    const swap = { seat: 'interpreter', ids: [another.personId], reason: 'ill' };
    const by = prepared.people.clerk;
    const approval = { change: { what: 'replacement', seat: 'interpreter', ids: [another.personId] } };
    const app = prepared.over(store, at('02:31'));
    expect((await act(prepared, sessionId, 'approvals', approval, { app })).status).toBe(201);
    const overrides = ['short-notice', 'outside-hours', 'unsociable'].map((what) => ({
      what,
      reason: 'agreed-by-all',
    }));
    const told = await act(prepared, sessionId, 'replacements', { ...swap, overrides }, { app, by });
    expect(told.status, JSON.stringify(told.body)).toBe(201);
    expect(await sums('04:00')).toMatchObject([{ noShows: ['sick'] }]);
    const theirs = await enterPerson(store, 'agency-administrator', { agencyId: another.agencyId });
    expect((await month('04:00', '2027-03', theirs)).body.people).toMatchObject([
      { personId: another.personId, noShows: [] },
    ]);
  });

  it('who was made something else reads nothing of it any more', async () => {
    const before = actorOf(administrator);
    await store.write([
      {
        kind: 'update',
        key: { table: 'directory', pk: `person#${administrator.personId}`, sk: 'person' },
        set: { role: 'clerk' },
        onRefused: 'retry',
      },
    ]);
    const told = await ask(
      interpretingApp(contextOver(store, at('04:00'))),
      before,
      'GET',
      '/api/interpreting/agency/hours?month=2027-03',
    );
    expect(told.body.code).toBe('not-your-role');
  });
});
