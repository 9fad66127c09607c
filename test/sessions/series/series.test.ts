import { beforeEach, describe, expect, it } from 'vitest';
import { sessionKey, parseSession } from '../../../functions/sessions/store.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { calendarIdOf, enterRoom, everyCalendar, spansOn, takenOn } from '../../support/calendars.ts';
import { faultyStore } from '../../support/faulty-store.ts';
import { newKey } from '../../support/http.ts';
import { logSize } from '../../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookKind, bookWith, cancel } from '../../support/session-verbs.ts';

let store: MemoryStore;
let of: PreparedCase;
let clerk: Person;
beforeEach(async () => {
  store = memoryStore();
  clerk = await enterPerson(store, 'clerk');
  of = await prepareCase(store, { clerk });
});

const booked = async (local: string) => (await book(of, local)).body.sessionId as string;
const does = (
  sessionId: string,
  what: string,
  body: object = {},
  key?: string,
  app = of.app,
  by = of.people.prosecutor,
) => ask(app, actorOf(by), 'POST', `/api/sessions/${sessionId}/series${what}`, body, key);
const seen = (sessionId: string, by: Person = of.people.clerk): Promise<Told> =>
  ask(of.app, actorOf(by), 'GET', `/api/sessions/${sessionId}/series`);
const localsOf = async (ids: readonly string[]) =>
  (await store.get(ids.map(sessionKey))).map((item) => parseSession(item).venue.local);
const said = ({ status, body }: Told) => [status, body.code];

/** Three sessions, a week apart, linked. */
async function linked(...locals: readonly string[]): Promise<readonly string[]> {
  const at = locals.length > 0 ? locals : ['2027-03-02T09:00', '2027-03-09T09:00', '2027-03-16T09:00'];
  const ids: string[] = [];
  for (const local of at) ids.push(await booked(local));
  for (const id of ids.slice(1)) expect((await does(ids[0] as string, '', { with: id })).status).toBe(201);
  return ids;
}

describe('a series', () => {
  it('is shown on the page of each of its sessions, in the case’s list and in one’s own', async () => {
    const ids = await linked();
    const answers = await Promise.all(ids.map((id) => seen(id)));
    const series = answers[0]?.body.series as string;
    for (const { body } of answers) {
      expect(body.series).toBe(series);
      expect(body.sessions.map(({ sessionId }: { sessionId: string }) => sessionId)).toEqual(ids);
      expect(body.shift).toBeUndefined();
    }
    for (const path of [`/api/sessions?caseId=${of.caseId}`, '/api/sessions/own']) {
      const { body } = await ask(of.app, actorOf(of.people.clerk), 'GET', path);
      expect(body.sessions.map((row: { series?: string }) => row.series)).toEqual([series, series, series]);
    }
    // A booking, and that it is linked.
    for (const id of ids) expect(await logSize(store, id)).toBe(2);
  });

  it('is left by a session, which stays booked; another can come back', async () => {
    const [first = '', second = ''] = await linked();
    expect((await does(second, '/departure')).status).toBe(201);
    expect((await seen(first)).body.sessions).toHaveLength(2);
    expect((await seen(second)).body).toMatchObject({ sessions: [{ sessionId: second, status: 'booked' }] });
    expect((await seen(second)).body.series).toBeUndefined();
    expect((await does(second, '/departure')).status).toBe(201);
    expect((await does(first, '', { with: second })).status).toBe(201);
    expect((await does(first, '', { with: second })).status).toBe(201);
    expect((await seen(first)).body.sessions).toHaveLength(3);
  });

  it('takes nothing of another case, of another series, of nobody’s, and nothing that is over', async () => {
    const [first = ''] = await linked();
    const others = await linked('2027-04-02T09:00', '2027-04-09T09:00');
    expect(said(await does(first, '', { with: others[0] }))).toEqual([422, 'does-not-fit']);
    expect(said(await does(first, '', { with: first }))).toEqual([422, 'does-not-fit']);
    const off = await booked('2027-05-03T09:00');
    await cancel(of, off);
    expect(said(await does(first, '', { with: off }))).toEqual([410, 'room-ended']);
    const elsewhere = await prepareCase(store, { prosecutor: of.people.prosecutor });
    const foreign = (await book(elsewhere, '2027-06-01T09:00')).body.sessionId as string;
    expect(said(await does(first, '', { with: foreign }))).toEqual([404, 'not-found']);
    const stranger = await enterPerson(store, 'prosecutor');
    expect(said(await does(first, '', { with: off }, undefined, of.app, stranger))).toEqual([
      404,
      'not-found',
    ]);
    expect((await seen(first)).body.sessions).toHaveLength(3);
  });

  it('is run by those alone who book such sessions; a meeting in confidence is not linked by who may not see it', async () => {
    const [first = '', second = ''] = await linked();
    const officer = of.people['support-officer'];
    for (const [what, body] of [
      ['', { with: second }],
      ['/departure', {}],
      ['/shift', { byDays: 7 }],
      ['/rest', { what: 'try' }],
      ['/confirmation', {}],
      ['/cancellation', { reason: 'other' }],
    ] as const)
      expect(said(await does(first, what, body, undefined, of.app, officer))).toEqual([403, 'not-your-role']);
    const meeting = (await bookKind(of, '2027-03-03T09:00', 'central-authority-meeting')).body
      .sessionId as string;
    expect(said(await does(first, '', { with: meeting }))).toEqual([404, 'not-found']);
  });

  it('has twenty sessions at the most', async () => {
    const days = Array.from(
      { length: 21 },
      (_, at) => `2027-0${3 + Math.floor(at / 10)}-${10 + (at % 10)}T20:00`,
    );
    const ids: string[] = [];
    for (const day of days) ids.push((await bookWith(of, day, { overrides })).body.sessionId as string);
    const answers = [];
    for (const id of ids.slice(1)) answers.push((await does(ids[0] as string, '', { with: id })).status);
    expect(answers).toEqual([...Array.from({ length: 19 }, () => 201), 422]);
  });
});

const overrides = ['outside-hours', 'unsociable', 'holiday'].map((what) => ({
  what,
  reason: 'agreed-by-all',
}));

describe('a series that is moved', () => {
  it('by a week moves each whole at its wall time, the last first, so that none is in the way of another', async () => {
    const ids = await linked();
    const told = await does(ids[1] as string, '/shift', { byDays: 7 });
    expect(told.status).toBe(201);
    expect(told.body.moved.map(({ sessionId }: { sessionId: string }) => sessionId)).toEqual(ids);
    expect(told.body.notMoved).toEqual([]);
    expect(await localsOf(ids)).toEqual(['2027-03-09T09:00', '2027-03-16T09:00', '2027-03-23T09:00']);
    for (const calendar of everyCalendar(of).slice(0, 4))
      expect(await takenOn(store, calendar)).toHaveLength(3);
    expect((await does(ids[0] as string, '/shift', { byDays: -1 })).body.moved).toHaveLength(3);
    expect(await localsOf(ids)).toEqual(['2027-03-08T09:00', '2027-03-15T09:00', '2027-03-22T09:00']);
  });

  it('keeps the wall time of the venue over a change of its clocks', async () => {
    const sydney = async (local: string) =>
      (await bookWith(of, local, { zone: 'Australia/Sydney', overrides })).body.sessionId as string;
    const ids = [await sydney('2027-03-24T12:00'), await sydney('2027-03-31T12:00')];
    await does(ids[0] as string, '', { with: ids[1] });
    expect((await does(ids[0] as string, '/shift', { byDays: 7, overrides })).body.notMoved).toEqual([]);
    expect(await localsOf(ids)).toEqual(['2027-03-31T12:00', '2027-04-07T12:00']);
    const items = await store.get(ids.map(sessionKey));
    expect(items.map((item) => parseSession(item).start.slice(11, 16))).toEqual(['01:00', '02:00']);
  });

  it('says of each that could not be moved why and what is near, leaves it whole, and tries it again when asked', async () => {
    const ids = await linked();
    const [, second = ''] = ids;
    // The clerk is taken by another case on the second one's new day.
    const other = await prepareCase(store, { clerk });
    const inTheWay = (await book(other, '2027-03-12T09:00')).body.sessionId as string;
    const told = await does(ids[0] as string, '/shift', { byDays: 3 });
    expect(told.body.moved).toHaveLength(2);
    expect(told.body.notMoved).toEqual([
      {
        sessionId: second,
        code: 'already-booked',
        seat: 'clerk',
        alternatives: expect.any(Array) as unknown,
      },
    ]);
    expect(told.body.notMoved[0].alternatives.length).toBeGreaterThan(0);
    expect(await localsOf(ids)).toEqual(['2027-03-05T09:00', '2027-03-09T09:00', '2027-03-19T09:00']);
    // What is left stands there for everybody, and nobody can begin another move above it.
    expect((await seen(second)).body.shift).toEqual({
      byDays: 3,
      waiting: [{ sessionId: second, to: '2027-03-12T09:00' }],
    });
    expect(said(await does(second, '/shift', { byDays: 3 }))).toEqual([409, 'changed-meanwhile']);
    expect((await does(second, '/rest', { what: 'try' })).body.notMoved).toHaveLength(1);
    await cancel(other, inTheWay);
    expect((await does(second, '/rest', { what: 'try' })).body.moved).toHaveLength(1);
    expect(await localsOf(ids)).toEqual(['2027-03-05T09:00', '2027-03-12T09:00', '2027-03-19T09:00']);
    expect((await seen(second)).body.shift).toBeUndefined();
    expect((await does(second, '/rest', { what: 'try' })).body).toEqual({ moved: [], notMoved: [] });
  });

  it('is left where it is when asked, and by a session that somebody moved otherwise meanwhile', async () => {
    const ids = await linked();
    const [first = '', second = ''] = ids;
    const other = await prepareCase(store, { clerk });
    await book(other, '2027-03-12T09:00');
    await does(first, '/shift', { byDays: 3 });
    expect((await does(first, '/rest', { what: 'leave' })).status).toBe(201);
    expect((await seen(first)).body.shift).toBeUndefined();
    await does(first, '/shift', { byDays: -3 });
    expect(await localsOf(ids)).toEqual(
      ['2027-03-02T09:00', '2027-03-06T09:00', '2027-03-16T09:00'].map((local, at) =>
        at === 1 ? expect.any(String) : local,
      ),
    );
    await act(of, second, 'move', { local: '2027-03-25T09:00', zone: 'Asia/Bangkok' });
    expect((await does(first, '/rest', { what: 'try' })).body).toEqual({ moved: [], notMoved: [] });
    expect((await localsOf([second]))[0]).toBe('2027-03-25T09:00');
  });

  it('wherever it is broken off, is carried on by the same request, and nothing moves twice', async () => {
    for (let broken = 1; broken <= 5; broken += 1)
      for (const fault of ['throttled', 'lost'] as const) {
        store = memoryStore();
        of = await prepareCase(store);
        const ids = await linked();
        const key = newKey();
        const app = of.over(faultyStore(store, (write) => (write === broken ? fault : 'none')));
        const first = await does(ids[0] as string, '/shift', { byDays: 7 }, key, app);
        expect([broken, fault, first.status]).toEqual([broken, fault, 500]);
        const again = await does(ids[0] as string, '/shift', { byDays: 7 }, key, app);
        expect(again.status).toBe(201);
        expect(await localsOf(ids)).toEqual(['2027-03-09T09:00', '2027-03-16T09:00', '2027-03-23T09:00']);
        const items = await store.get(ids.map(sessionKey));
        expect(items.map((item) => parseSession(item).sequence)).toEqual([1, 1, 1]);
        for (const calendar of everyCalendar(of).slice(0, 4))
          expect(await takenOn(store, calendar)).toHaveLength(3);
        for (const id of ids) expect(await logSize(store, id)).toBe(3);
      }
  }, 30_000);

  it('by two at once moves once', async () => {
    const ids = await linked();
    const both = await Promise.all([7, 7].map((byDays) => does(ids[0] as string, '/shift', { byDays })));
    const moves = both.flatMap(({ body }) => (body.moved ?? []) as { sessionId: string }[]);
    expect(moves.map(({ sessionId }) => sessionId).toSorted()).toEqual(ids.toSorted());
    expect(await localsOf(ids)).toEqual(['2027-03-09T09:00', '2027-03-16T09:00', '2027-03-23T09:00']);
  });

  it('leaves what is over where it was, and moves by no days are none', async () => {
    const ids = await linked();
    await cancel(of, ids[1] as string);
    expect((await does(ids[0] as string, '/shift', { byDays: 7 })).body.moved).toHaveLength(2);
    expect(await localsOf(ids)).toEqual(['2027-03-09T09:00', '2027-03-09T09:00', '2027-03-23T09:00']);
    expect(said(await does(ids[0] as string, '/shift', { byDays: 0 }))).toEqual([422, 'does-not-fit']);
    expect(said(await does(await booked('2027-04-20T09:00'), '/shift', { byDays: 1 }))).toEqual([
      404,
      'not-found',
    ]);
  });

  it('does not come into the past: each that would is told so', async () => {
    const ids = await linked();
    const told = await does(ids[0] as string, '/shift', { byDays: -10 });
    expect(told.body.notMoved.map(({ code }: { code: string }) => code)).toEqual([
      'time-not-possible',
      'time-not-possible',
    ]);
    expect(told.body.moved).toHaveLength(1);
  });
});

describe('a series that is called off', () => {
  it('is free on every calendar, what was called off before stays so, and again does no more', async () => {
    const room = await enterRoom(store);
    const ids = await linked();
    await act(of, ids[0] as string, 'rooms', { rooms: [room] });
    await cancel(of, ids[1] as string);
    const told = await does(ids[2] as string, '/cancellation', { reason: 'other-date' });
    expect(told.body).toEqual({ cancelled: [ids[0], ids[2]], notCancelled: [] });
    for (const calendar of [...everyCalendar(of), `room#${room}` as const])
      expect(await takenOn(store, calendar)).toEqual([]);
    expect((await does(ids[2] as string, '/cancellation', { reason: 'other' })).body.cancelled).toEqual([]);
    expect(
      (await seen(ids[0] as string)).body.sessions.map(({ status }: { status: string }) => status),
    ).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  it('wherever it is broken off, is called off to its end by the same request', async () => {
    const ids = await linked();
    const key = newKey();
    const app = of.over(faultyStore(store, (write) => (write === 2 ? 'lost' : 'none')));
    expect((await does(ids[0] as string, '/cancellation', { reason: 'other' }, key, app)).status).toBe(500);
    expect((await does(ids[0] as string, '/cancellation', { reason: 'other' }, key, app)).status).toBe(201);
    expect(await spansOn(store, calendarIdOf(clerk))).toEqual([]);
    for (const id of ids) expect(await logSize(store, id)).toBe(3);
  });

  it('leaves a session that is over as it was held', async () => {
    const ids = await linked();
    const later = of.over(store, new Date('2027-03-05T00:00:00Z'));
    const told = await does(ids[1] as string, '/cancellation', { reason: 'other' }, undefined, later);
    expect(told.body.cancelled).toEqual(ids.slice(1));
    expect(now < new Date('2027-03-05T00:00:00Z')).toBe(true);
    expect(await takenOn(store, calendarIdOf(clerk))).toHaveLength(1);
  });
});
