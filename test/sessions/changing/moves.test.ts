import { beforeEach, describe, expect, it } from 'vitest';
import { putStanding, type StandingGate } from '../../../functions/cases/port/standing.ts';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';
import { faultyStore } from '../../support/faulty-store.ts';
import { enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { calendarIdOf, everyCalendar, setDuty, setWorkingTime, spansOn } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, read } from '../../support/session-verbs.ts';

/** Changes of sessions that stand, on the store in memory; the clock stands at 1 March 2027, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
let sessionId: string;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  sessionId = (await book(prepared, '2027-03-02T09:00')).body.sessionId as string;
});

const zone = 'Asia/Bangkok';
const move = (local: string, more: object = {}) => act(prepared, sessionId, 'move', { local, zone, ...more });

const doorOf = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const said = ({ status, body }: Told) => [status, body.code];

describe('a move', () => {
  it('takes everybody along, also over the cut of a week, and says so in the log', async () => {
    const told = await move('2027-03-06T18:30');
    expect(told.body).toEqual({
      status: 'booked',
      start: '2027-03-06T11:30:00.000Z',
      end: '2027-03-06T12:30:00.000Z',
      sequence: 1,
    });
    for (const calendar of everyCalendar(prepared))
      expect(await spansOn(store, calendar)).toEqual(['03-06T11:30 12:30']);
    const { start, opensAt, closesAt } = await doorOf();
    expect([start, opensAt, closesAt]).toEqual([
      '2027-03-06T11:30:00.000Z',
      '2027-03-06T10:30:00.000Z',
      '2027-03-06T14:30:00.000Z',
    ]);
    const lines = await store.query('sessions', `case#${prepared.caseId}`);
    expect(lines.map(({ sk }) => sk)).toEqual([`session#2027-03-06T11:30:00.000Z#${sessionId}`]);
    const entry = (await entriesIn(store, sessionId)).at(-1);
    expect([entry?.action, entry?.details['from'], entry?.details['to']]).toEqual([
      'session.moved',
      ['2027-03-02T02:00:00.000Z', '2027-03-02T03:00:00.000Z'],
      ['2027-03-06T11:30:00.000Z', '2027-03-06T12:30:00.000Z'],
    ]);
  });

  it('by half an hour is not in its own way', async () => {
    expect((await move('2027-03-02T09:30')).status).toBe(201);
    expect((await move('2027-03-02T09:15')).body.sequence).toBe(2);
  });

  it('to where somebody is booked leaves everything as it was', async () => {
    const { interpreter } = prepared.people;
    const other = await prepareCase(store, { interpreter });
    expect((await book(other, '2027-03-03T09:00')).status).toBe(201);
    const told = await move('2027-03-03T09:30');
    expect([...said(told), told.body.facts.seat]).toEqual([409, 'already-booked', 'interpreter']);
    for (const calendar of everyCalendar(prepared).filter((each) => each !== calendarIdOf(interpreter)))
      expect(await spansOn(store, calendar)).toEqual(['03-02T02:00 03:00']);
    expect((await doorOf()).version).toBe(1);
  });

  it('of several days takes the others along, each at its wall time', async () => {
    const days = { moreDays: [{ local: '2027-03-11T09:00' }, { local: '2027-03-12T09:30' }] };
    sessionId = (await bookWith(prepared, '2027-03-10T09:00', days)).body.sessionId as string;
    expect((await move('2027-03-24T14:00')).status).toBe(201);
    const { body } = await read(prepared, sessionId);
    expect(body.days.map((day: { local: string }) => day.local)).toEqual([
      '2027-03-24T14:00',
      '2027-03-25T14:00',
      '2027-03-26T14:30',
    ]);
    expect((await doorOf()).windows).toHaveLength(3);
    expect((await move('2027-03-24T14:00', { moreDays: [] })).status).toBe(201);
    expect((await doorOf()).windows).toBeUndefined();
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([
      '03-02T02:00 03:00',
      '03-24T07:00 08:00',
    ]);
  });

  it('beyond the last day of the permission shuts that gate, and no other', async () => {
    const stands = (gate: StandingGate, more: object = {}) =>
      putStanding({ caseId: prepared.caseId, pseudonym: prepared.witness, gate }, undefined, {
        state: 'open',
        recordedAt: instantOf(0),
        leafHash: 'AAAA',
        ...more,
      });
    await store.write([stands('permission', { days: { to: '2027-03-31' } }), stands('consent')]);
    expect((await move('2027-03-31T20:00')).status).toBe(201);
    expect((await doorOf()).gates).toMatchObject({ permission: 'open', consent: 'open' });
    expect((await move('2027-04-01T09:00')).status).toBe(201);
    expect((await doorOf()).gates).toMatchObject({ permission: 'missing', consent: 'open' });
  });

  it.each([
    ['the past', '2027-02-28T09:00', 'time-not-possible'],
    ['no time at all', 'tomorrow', 'invalid-request'],
    ['beyond the clocks that are known', '2038-01-01T09:00', 'time-not-possible'],
  ])('into %s is refused', async (_, local, code) => {
    expect((await move(local)).body.code).toBe(code);
    expect((await doorOf()).version).toBe(1);
  });

  it('of several days into a year of six digits is refused too', async () => {
    const days = { moreDays: [{ local: '2027-03-11T09:00' }] };
    sessionId = (await bookWith(prepared, '2027-03-10T09:00', days)).body.sessionId as string;
    for (const local of ['+275760-09-12T23:59', '9999-12-31T23:59', '2027-13-01T09:00'])
      expect((await move(local)).status, local).toBeOneOf([400, 422]);
  });

  it('is for those who run the session', async () => {
    const { clerk, auditor } = prepared.people;
    for (const by of [clerk, auditor])
      expect(
        said(await act(prepared, sessionId, 'move', { local: '2027-03-03T09:00', zone }, { by }))[0],
      ).toBe(403);
    const stranger = await prepareCase(store);
    const theirs = await act(
      prepared,
      sessionId,
      'move',
      { local: '2027-02-30T09:00', zone },
      { by: stranger.people.prosecutor },
    );
    expect(said(theirs)).toEqual([404, 'not-found']);
  });

  it('and a cancellation at the same moment come to one end, and both stand in the log', async () => {
    const meanwhile = async (write: number) => {
      if (write === 1)
        expect((await act(prepared, sessionId, 'cancellation', { reason: 'other' })).status).toBe(201);
      return 'none' as const;
    };
    const app = prepared.over(faultyStore(store, meanwhile));
    const told = await act(prepared, sessionId, 'move', { local: '2027-03-03T09:00', zone }, { app });
    expect(said(told)).toEqual([410, 'room-ended']);
    for (const calendar of everyCalendar(prepared)) expect(await spansOn(store, calendar)).toEqual([]);
  });
});

describe('another length', () => {
  it('takes or gives back time, and what comes after moves along', async () => {
    const segments = [
      { kind: 'pre', at: 0, minutes: 30 },
      { kind: 'main', at: 30, minutes: 60 },
      { kind: 'post', at: 105, minutes: 15 },
    ];
    await setDuty(store, prepared.people.interpreter, { aloneConsecutive: 120 });
    sessionId = (await bookWith(prepared, '2027-03-03T09:00', { minutes: 120, segments })).body
      .sessionId as string;
    expect((await act(prepared, sessionId, 'length', { minutes: 90 })).body.end).toBe(
      '2027-03-03T04:30:00.000Z',
    );
    const { body } = await read(prepared, sessionId);
    expect(body.days[0].parts.map(({ start }: { start: string }) => start.slice(11, 16))).toEqual([
      '02:00',
      '02:30',
      '04:15',
    ]);
    expect((await spansOn(store, calendarIdOf(prepared.people.clerk)))[1]).toBe('03-03T02:30 04:00');
  });

  it('longer than somebody is free, or may work, is refused', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, changeover: 30, aloneConsecutive: 120 });
    const other = await prepareCase(store, { interpreter });
    expect((await book(other, '2027-03-02T11:00')).status).toBe(201);
    expect((await act(prepared, sessionId, 'length', { minutes: 95 })).body.code).toBe('already-booked');
    expect((await act(prepared, sessionId, 'length', { minutes: 61 })).body.code).toBe('duty-limit');
  });

  it('is no longer than a day may be, with the time before and after', async () => {
    const segments = [
      { kind: 'pre', at: 0, minutes: 300 },
      { kind: 'main', at: 300, minutes: 60 },
      { kind: 'post', at: 360, minutes: 300 },
    ];
    const overrides = [{ what: 'alone-too-long', reason: 'other' }];
    await setDuty(store, prepared.people.interpreter, { dayMinutes: 1440 });
    const booked = await bookWith(prepared, '2027-03-03T05:00', { minutes: 660, segments, overrides });
    const longer = (minutes: number) =>
      act(prepared, booked.body.sessionId as string, 'length', { minutes, overrides });
    expect((await longer(120)).status).toBe(201);
    expect((await longer(121)).body.code).toBe('time-not-possible');
  });

  it('longer than the interpreter works alone needs a reason, as does a move of it; shorter needs none', async () => {
    const overrides = [{ what: 'alone-too-long', reason: 'only-time-of-the-court' }];
    const needs = [{ what: 'alone-too-long', seat: 'interpreter' }];
    const longer = { minutes: 75 };
    const refused = await act(prepared, sessionId, 'length', longer);
    expect([refused.body.code, refused.body.facts]).toEqual(['override-needed', { needs }]);
    expect((await act(prepared, sessionId, 'length', { ...longer, overrides })).status).toBe(201);
    const entry = (await entriesIn(store, sessionId)).at(-1);
    expect(entry?.details['overrides']).toEqual(['alone-too-long: only-time-of-the-court']);
    expect((await move('2027-03-03T09:00')).body.facts).toEqual({ needs });
    expect((await move('2027-03-03T09:00', { overrides })).status).toBe(201);
    const second = await enterPerson(store, 'interpreter');
    const replace = (more: object = {}) =>
      act(
        prepared,
        sessionId,
        'replacements',
        { seat: 'interpreter', ids: [second.personId], reason: 'ill', ...more },
        { by: prepared.people.clerk },
      );
    expect((await replace()).body.facts).toEqual({ needs });
    expect((await replace({ overrides })).status).toBe(201);
    expect((await act(prepared, sessionId, 'length', { minutes: 70 })).status).toBe(201);
  });

  it('shorter asks nobody, whatever was set aside when it was booked', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    const overrides = ['unsociable', 'outside-hours'].map((what) => ({ what, reason: 'other' }));
    sessionId = (await bookWith(prepared, '2027-03-03T22:00', { overrides })).body.sessionId as string;
    expect((await act(prepared, sessionId, 'length', { minutes: 75 })).body.code).toBe('override-needed');
    expect((await act(prepared, sessionId, 'length', { minutes: 45 })).status).toBe(201);
  });

  it('shorter asks nobody either where there are several days; a day that begins later is no shorter one', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    const overrides = ['unsociable', 'outside-hours'].map((what) => ({ what, reason: 'other' }));
    const moreDays = [{ local: '2027-03-04T22:00' }];
    sessionId = (await bookWith(prepared, '2027-03-03T22:00', { moreDays, overrides })).body
      .sessionId as string;
    expect((await act(prepared, sessionId, 'length', { minutes: 45 })).status).toBe(201);
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([
      '03-02T02:00 03:00',
      '03-03T15:00 15:45',
      '03-04T15:00 15:45',
    ]);
    expect((await act(prepared, sessionId, 'length', { minutes: 50 })).body.code).toBe('override-needed');
  });
});
