import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { FactsOf } from '../../functions/shared/refusals.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { memoryStore } from '../support/memory-store.ts';
import { actorOf, ask, enterPerson, type Told } from '../support/in-process.ts';
import {
  act,
  book,
  bookWith,
  bookingOf,
  calendarIdOf,
  enterRoom,
  entriesOf,
  logSize,
  prepareCase,
  read,
  setWorkingTime,
  setDuty,
  takenOn,
  type PreparedCase,
} from './prepared-case.ts';

/** What can be booked, on the store in memory; the clock stands at 1 March 2027, a Monday, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const said = ({ status, body }: Told) => [status, body.code, body.facts];
const times = async (calendar: Parameters<typeof takenOn>[1]) =>
  (await takenOn(store, calendar)).map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(11, 16)}`);

describe('the kinds of session', () => {
  const gatesOf = async (told: Told) => {
    expect(told.status).toBe(201);
    const { body } = await read(prepared, told.body.sessionId as string);
    return (body.gates as { gate: string }[]).map(({ gate }) => gate);
  };

  it.each([
    ['interview', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter']],
    ['deposition', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter']],
    ['rehearsal', ['consent', 'riskPlan', 'interpreter']],
  ])('%s waits for %j', async (kind, gates) => {
    expect(await gatesOf(await bookWith(prepared, '2027-03-02T09:00', { kind }))).toEqual(gates);
  });

  it('a preparation visit is booked by her officer, takes neither court nor prosecutor, and may do without an interpreter', async () => {
    const supporter = prepared.people['support-officer'];
    const seats = { supportOfficer: supporter.personId };
    const told = await bookWith(
      prepared,
      '2027-03-02T09:00',
      { kind: 'preparation-visit', seats },
      { by: supporter },
    );
    expect(await gatesOf(told)).toEqual(['consent', 'riskPlan']);
    expect(await times(calendarIdOf(supporter))).toEqual(['03-02T02:00 03:00']);
    expect(await times(`witness#${prepared.caseId}`)).toEqual(['03-02T02:00 03:00']);
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual([]);
  });

  it('a visit is set by a clock that everybody knows, whatever zone her officer names', async () => {
    const supporter = await enterPerson(store, 'support-officer', {
      atProtectedSite: true,
      zone: 'America/Denver',
    });
    const of = await prepareCase(store, { 'support-officer': supporter });
    const by = { by: supporter };
    const visit = {
      kind: 'preparation-visit',
      zone: 'America/Denver',
      seats: { supportOfficer: supporter.personId },
      moreDays: [{ local: '2027-03-03T20:30' }],
    };
    const { body, status } = await bookWith(of, '2027-03-02T20:30', visit, by);
    expect(status).toBe(201);
    const sessionId = body.sessionId as string;
    const seen = async () => (await read(of, sessionId, of.people.prosecutor)).body;
    const before = await seen();
    expect(before.start).toBe('2027-03-03T03:30:00.000Z');
    expect(before.venue).toMatchObject({ zone: 'Asia/Yangon', local: '2027-03-03T10:00', offset: '+06:30' });
    expect(before.days.map(({ local }: { local: string }) => local)).toEqual([
      '2027-03-03T10:00',
      '2027-03-04T10:00',
    ]);
    expect(JSON.stringify(before)).not.toMatch(/Denver|20:30|-07:00/);
    const move = { zone: 'America/Denver', local: '2027-03-09T20:30' };
    expect((await act(of, sessionId, 'move', move, by)).status).toBe(201);
    expect(JSON.stringify(await seen())).not.toMatch(/Denver|20:30|-07:00/);
    expect((await seen()).venue).toMatchObject({ zone: 'Asia/Yangon', local: '2027-03-10T10:00' });
  });

  it('a meeting of central authorities has no witness and no gates, and is there for its members alone', async () => {
    const other = await enterPerson(store, 'central-authority', { country: 'TH' });
    const of = await prepareCase(store, {}, [other]);
    const mine = of.people['central-authority'];
    const body = { kind: 'central-authority-meeting', seats: { authorities: [other.personId] } };
    const told = await bookWith(of, '2027-03-02T09:00', body, { by: mine });
    expect(told.status).toBe(201);
    const sessionId = told.body.sessionId as string;
    const seen = await read(of, sessionId, other);
    expect([seen.status, seen.body.status, seen.body.gates]).toEqual([200, 'ready', []]);
    expect(seen.body.seats.map(({ seat }: { seat: string }) => seat)).toEqual([
      'central-authority',
      'central-authority',
    ]);
    expect(await takenOn(store, `witness#${of.caseId}`)).toEqual([]);
    for (const by of [of.people.prosecutor, of.people.clerk, of.people.auditor]) {
      expect((await read(of, sessionId, by)).status).toBe(404);
      const list = await ask(of.app, actorOf(by), 'GET', `/api/sessions?caseId=${of.caseId}`);
      expect(list.body.sessions).toEqual([]);
    }
    expect(said(await act(of, sessionId, 'cancellation', { reason: 'other' }))[0]).toBe(404);
  });

  it.each<[string, object, number, string, string?]>([
    ['a kind of another role', { kind: 'central-authority-meeting' }, 403, 'not-your-role'],
    ['no clerk', { seats: {} }, 400, 'invalid-request', '/seats'],
    [
      'a seat that it has not',
      { seats: { authorities: ['4x7k2q9d1m3n5p8r0s6t7v2w4y'] } },
      422,
      'seats-not-possible',
      '/seats/5/seat',
    ],
  ])('refuses %s', async (_, more, status, code, pointer) => {
    const given = bookingOf(prepared, '2027-03-02T09:00');
    const seats =
      'seats' in more && Object.keys(more.seats as object).length > 0
        ? { ...given.seats, ...(more.seats as object) }
        : undefined;
    const told = await bookWith(prepared, '2027-03-02T09:00', seats === undefined ? more : { seats });
    expect([told.status, told.body.code, told.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual([]);
  });

  it('refuses the same person twice, and the same room', async () => {
    const { seats } = bookingOf(prepared, '2027-03-02T09:00');
    const twice = { seats: { ...seats, clerk: seats.interpreter } };
    expect(said(await bookWith(prepared, '2027-03-02T09:00', twice)).slice(0, 2)).toEqual([
      422,
      'seats-not-possible',
    ]);
    const roomId = await enterRoom(store);
    const rooms = await bookWith(prepared, '2027-03-02T09:00', { rooms: [roomId, roomId] });
    expect(said(rooms).slice(0, 2)).toEqual([422, 'seats-not-possible']);
  });
});

describe('parts and days', () => {
  const segments = [
    { kind: 'pre', at: 0, minutes: 30 },
    { kind: 'main', at: 30, minutes: 90 },
    { kind: 'post', at: 135, minutes: 15 },
  ];

  it('take the time of those who are needed in each', async () => {
    await setDuty(store, prepared.people.interpreter, { aloneConsecutive: 120 });
    const told = await bookWith(prepared, '2027-03-02T09:00', { minutes: 150, segments });
    expect(told.status).toBe(201);
    expect(await times(calendarIdOf(prepared.people.prosecutor))).toEqual(['03-02T02:30 04:00']);
    expect(await times(`witness#${prepared.caseId}`)).toEqual(['03-02T02:00 04:00', '03-02T04:15 04:30']);
    const { body } = await read(prepared, told.body.sessionId as string);
    expect([body.start, body.end]).toEqual(['2027-03-02T02:00:00.000Z', '2027-03-02T04:30:00.000Z']);
    expect(body.days[0].parts.map(({ kind }: { kind: string }) => kind)).toEqual(['pre', 'main', 'post']);
  });

  it('leave nobody out of the main part, who would then be free for another session at that hour', async () => {
    const roomId = await enterRoom(store);
    for (const needs of [['prosecutor'], ['witness', 'interpreter', 'room']]) {
      const parts = [
        { kind: 'pre', at: 0, minutes: 15, needs: ['clerk'] },
        { kind: 'main', at: 15, minutes: 45, needs },
      ];
      const told = await bookWith(prepared, '2027-03-03T09:00', { rooms: [roomId], segments: parts });
      expect([told.status, told.body.code, told.body.errors?.[0].pointer]).toEqual([
        422,
        'segments-not-possible',
        '/parts/1/needs',
      ]);
    }
    expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
  });

  it('five days of eight hours of twelve calendars are one transaction', async () => {
    const others = await Promise.all(
      Array.from({ length: 7 }, () => enterPerson(store, 'central-authority')),
    );
    const of = await prepareCase(store, {}, others);
    const rooms = await Promise.all(Array.from({ length: 4 }, () => enterRoom(store)));
    let writes: number[] = [];
    const app = of.over({
      ...store,
      write: (changes) => {
        writes = [...writes, changes.length];
        return store.write(changes);
      },
    });
    const body = {
      kind: 'central-authority-meeting',
      minutes: 480,
      moreDays: ['03', '04', '05', '06'].map((day) => ({ local: `2027-03-${day}T09:00` })),
      seats: { authorities: others.map(({ personId }) => personId) },
      rooms,
    };
    const by = of.people['central-authority'];
    const told = await bookWith(of, '2027-03-02T09:00', body, { app, by });
    expect(told.status).toBe(201);
    // Twelve pages; session, door, roster, two lines; head, mark, entry, place; that people are to be told; and the record
    // of the request.
    expect(writes).toEqual([12 + 5 + 4 + 1 + 1]);
    for (const calendar of [
      calendarIdOf(by),
      ...others.map(calendarIdOf),
      ...rooms.map((id) => `room#${id}` as const),
    ])
      expect(await takenOn(store, calendar)).toHaveLength(5);
    const [door] = await store.get([doorKey(told.body.sessionId as string)]);
    expect(parseDoor(door).windows).toHaveLength(5);
  });

  it.each<[string, object, string, string?]>([
    [
      'days that overlap',
      { moreDays: [{ local: '2027-03-02T09:30' }] },
      'segments-not-possible',
      '/days/1/local',
    ],
    [
      'days in the wrong order',
      { moreDays: [{ local: '2027-03-01T09:00' }] },
      'segments-not-possible',
      '/days/1/local',
    ],
    ['more than thirty days', { moreDays: [{ local: '2027-04-01T09:01' }] }, 'time-not-possible'],
    [
      'a day that does not exist',
      { zone: 'Australia/Sydney', moreDays: [{ local: '2027-10-03T02:30' }] },
      'time-does-not-exist',
      '/days/1/local',
    ],
    [
      'parts that overlap',
      {
        minutes: 60,
        segments: [
          { kind: 'pre', at: 0, minutes: 30 },
          { kind: 'main', at: 25, minutes: 35 },
        ],
      },
      'segments-not-possible',
      '/parts/1/at',
    ],
    [
      'no main part',
      { minutes: 60, segments: [{ kind: 'pre', at: 0, minutes: 60 }] },
      'segments-not-possible',
      '/parts',
    ],
    [
      'a day of more than twelve hours',
      {
        segments: [
          { kind: 'main', at: 0, minutes: 700 },
          { kind: 'post', at: 700, minutes: 25 },
        ],
      },
      'time-not-possible',
    ],
    ['no parts', { segments: [] }, 'invalid-request', '/parts'],
    ['the past', { local: '2027-02-26T09:00' }, 'time-not-possible'],
    ['an end before the start', { minutes: -60 }, 'invalid-request', '/parts/0/minutes'],
    ['a zone that nobody knows', { zone: 'Asia/Rangun' }, 'unknown-zone', '/zone'],
    ['a room that is not there', { rooms: ['0123456789abcdefghjkmnpqrs'] }, 'room-not-suitable'],
  ])('refuses %s, and changes nothing', async (_, more, code, pointer) => {
    const told = await bookWith(prepared, '2027-03-02T09:00', more);
    expect([told.body.code, told.body.errors?.[0]?.pointer]).toEqual([code, pointer]);
    expect(await store.query('sessions', `case#${prepared.caseId}`)).toEqual([]);
  });
});

describe('rooms', () => {
  it('are booked like people, and never twice, whatever reason is given', async () => {
    const roomId = await enterRoom(store, { bufferBefore: 15, bufferAfter: 15 });
    const other = await prepareCase(store);
    expect((await bookWith(prepared, '2027-03-02T09:00', { rooms: [roomId] })).status).toBe(201);
    const overrides = ['clash', 'buffer', 'outside-hours'].map((what) => ({ what, reason: 'agreed-by-all' }));
    for (const local of ['2027-03-02T09:30', '2027-03-02T10:10']) {
      const told = await bookWith(other, local, { rooms: [roomId], overrides });
      expect(told.body.code).toBe('already-booked');
      expect(told.body.facts).toMatchObject({ seat: 'room', room: roomId });
    }
    expect((await bookWith(other, '2027-03-02T10:15', { rooms: [roomId] })).status).toBe(201);
  });

  it('are not opened at night for any reason, and are the same on a holiday', async () => {
    const weekly = [{ weekday: 2, from: '08:00', until: '18:00' }];
    const roomId = await enterRoom(store, { weekly, sociable: { from: '10:00', until: '11:00' } });
    const overrides = [{ what: 'outside-hours', reason: 'other' }];
    const late = await bookWith(prepared, '2027-03-02T17:30', { rooms: [roomId], overrides });
    expect(late.body.facts).toMatchObject({ seat: 'room', room: roomId });
    expect((await bookWith(prepared, '2027-03-02T17:00', { rooms: [roomId] })).status).toBe(201);
  });
});

describe('an interpreter', () => {
  it('has time between two sessions, and no reason shortens it', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { changeover: 45 });
    const other = await prepareCase(store, { interpreter });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const overrides = [
      { what: 'buffer', reason: 'other' },
      { what: 'clash', reason: 'other' },
    ];
    const soon = await bookWith(other, '2027-03-02T10:44', { overrides });
    expect(soon.body.facts).toMatchObject({ seat: 'interpreter' });
    expect((await book(other, '2027-03-02T10:45')).status).toBe(201);
  });

  it('of whom no two languages are known works by the usual limits', async () => {
    const interpreter = await enterPerson(store, 'interpreter', { languages: ['my'] });
    const of = await prepareCase(store, { interpreter });
    const overrides = [{ what: 'alone-too-long', reason: 'other' }];
    const booked = (minutes: number, more: object = {}) =>
      bookWith(of, '2027-03-02T07:00', { minutes, ...more });
    expect((await booked(361, { overrides })).body.code).toBe('duty-limit');
    expect((await booked(61)).body.facts).toEqual({
      needs: [{ what: 'alone-too-long', seat: 'interpreter' }],
    });
    expect((await booked(360, { overrides })).status).toBe(201);
  });

  it('works no longer than a day allows, by the day of where the interpreter is', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, changeover: 0, aloneConsecutive: 120 });
    // Sydney is four hours ahead of Bangkok then: its day begins at 20:00.
    expect((await book(prepared, '2027-03-02T18:30')).status).toBe(201);
    const over = await bookWith(prepared, '2027-03-02T14:00', { minutes: 61 });
    expect([over.body.code, over.body.facts.seat]).toEqual(['duty-limit', 'interpreter']);
    // Of this one, only the half hour before midnight counts.
    expect((await bookWith(prepared, '2027-03-02T19:30', { minutes: 120 })).status).toBe(201);
    expect((await bookWith(prepared, '2027-03-02T14:00', { minutes: 31 })).body.code).toBe('duty-limit');
    expect((await bookWith(prepared, '2027-03-02T14:00', { minutes: 30 })).status).toBe(201);
  });
});

describe('an interpreter alone', () => {
  const reason = { what: 'alone-too-long', reason: 'agreed-by-all' };
  const needs = [{ what: 'alone-too-long', seat: 'interpreter' }];

  it.each([
    ['consecutive unless said', {}, 60],
    ['consecutive', { mode: 'consecutive' }, 60],
    ['simultaneous', { mode: 'simultaneous' }, 30],
  ])('%s: works up to the limit, and longer only for a reason', async (_, how, most) => {
    expect((await bookWith(prepared, '2027-03-02T09:00', { ...how, minutes: most })).status).toBe(201);
    const longer = { ...how, minutes: most + 1 };
    expect(said(await bookWith(prepared, '2027-03-03T09:00', longer))).toEqual([
      409,
      'override-needed',
      { needs },
    ]);
    expect(await times(calendarIdOf(prepared.people.interpreter))).toHaveLength(1);
    const told = await bookWith(prepared, '2027-03-03T09:00', { ...longer, overrides: [reason] });
    expect(told.status).toBe(201);
    const [entry] = await entriesOf(store, told.body.sessionId as string);
    expect(entry?.details['overrides']).toEqual(['alone-too-long: agreed-by-all']);
    expect(entry?.details['mode']).toBe((how as { mode?: string }).mode);
    expect((await read(prepared, told.body.sessionId as string)).body.mode).toBe(entry?.details['mode']);
  });

  it('has a rest where no part needs an interpreter, and none between parts that follow at once', async () => {
    const parts = (at: number) => [
      { kind: 'pre', at: 0, minutes: 20 },
      { kind: 'main', at: 20, minutes: 40 },
      { kind: 'post', at, minutes: 10 },
    ];
    const rested = { minutes: 75, segments: parts(65) };
    expect((await bookWith(prepared, '2027-03-02T09:00', rested)).status).toBe(201);
    const unrested = { minutes: 70, segments: parts(60) };
    expect(said(await bookWith(prepared, '2027-03-03T09:00', unrested)).at(-1)).toEqual({ needs });
  });

  it('is asked for like another inconvenience, together with the rest, and a reason moves no limit', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    const late = { minutes: 90, overrides: [] };
    expect(said(await bookWith(prepared, '2027-03-03T22:00', late)).at(-1)).toEqual({
      needs: [{ what: 'outside-hours', seat: 'clerk' }, { what: 'unsociable', seat: 'clerk' }, ...needs],
    });
    expect(
      (await bookWith(prepared, '2027-03-03T09:00', { minutes: 361, overrides: [reason] })).body.code,
    ).toBe('duty-limit');
  });

  it('of whom nothing may be known, is too, since a long session tells no place', async () => {
    const hidden = await enterPerson(store, 'interpreter', { atProtectedSite: true });
    const of = await prepareCase(store, { interpreter: hidden });
    const long = { minutes: 61 };
    expect(said(await bookWith(of, '2027-03-02T09:00', long)).at(-1)).toEqual({ needs });
    expect((await bookWith(of, '2027-03-02T09:00', { ...long, overrides: [reason] })).status).toBe(201);
  });

  it('has no mode where nobody interprets', async () => {
    const visit = {
      kind: 'preparation-visit',
      mode: 'consecutive',
      seats: { supportOfficer: prepared.people['support-officer'].personId },
    };
    const told = await bookWith(prepared, '2027-03-02T09:00', visit);
    expect([told.body.code, told.body.errors?.[0]?.pointer]).toEqual(['seats-not-possible', '/mode']);
  });
});

describe('what a calendar says', () => {
  const overriding = (...what: string[]) => ({
    overrides: what.map((each) => ({ what: each, reason: 'time-limit-of-the-law' })),
  });

  it('binds once somebody has set it; until then it is a guess', async () => {
    expect((await book(prepared, '2027-03-02T22:00')).status).toBe(201);
    await setWorkingTime(store, prepared.people.clerk, {});
    const told = await book(prepared, '2027-03-03T22:00');
    expect(said(told)).toEqual([
      409,
      'override-needed',
      {
        needs: [
          { what: 'outside-hours', seat: 'clerk' },
          { what: 'unsociable', seat: 'clerk' },
        ],
      },
    ]);
  });

  it('can be set aside for a reason, which stands in the log without saying for whom', async () => {
    await setWorkingTime(store, prepared.people.clerk, { notice: 3 * 24 * 60 });
    const half = await bookWith(prepared, '2027-03-03T22:00', overriding('unsociable', 'short-notice'));
    expect(said(half)).toEqual([
      409,
      'override-needed',
      { needs: [{ what: 'outside-hours', seat: 'clerk' }] },
    ]);
    const told = await bookWith(
      prepared,
      '2027-03-03T22:00',
      overriding('unsociable', 'short-notice', 'outside-hours', 'holiday'),
    );
    expect(told.status).toBe(201);
    const [entry] = await entriesOf(store, told.body.sessionId as string);
    expect(entry?.details['overrides']).toEqual([
      'short-notice: time-limit-of-the-law',
      'outside-hours: time-limit-of-the-law',
      'unsociable: time-limit-of-the-law',
    ]);
  });

  it('knows holidays of the country, as shipped', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    // Songkran.
    const told = await book(prepared, '2027-04-14T09:00');
    expect(said(told)).toEqual([409, 'override-needed', { needs: [{ what: 'holiday', seat: 'clerk' }] }]);
    expect((await bookWith(prepared, '2027-04-14T09:00', overriding('holiday'))).status).toBe(201);
  });

  it('lets a member of the court be in two places for a reason, but never her or her interpreter', async () => {
    const { clerk, prosecutor } = prepared.people;
    const second = await enterPerson(store, 'support-officer');
    prepared = await prepareCase(store, { clerk, prosecutor }, [second]);
    const other = await prepareCase(store, { clerk, prosecutor });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const plain = await book(other, '2027-03-02T09:30');
    expect([plain.body.code, plain.body.facts.seat]).toEqual(['already-booked', 'prosecutor']);
    const told = await bookWith(other, '2027-03-02T09:30', overriding('clash'));
    expect(told.status).toBe(201);
    expect(await takenOn(store, calendarIdOf(clerk))).toHaveLength(2);
    // What helps is told with it, and only that.
    expect(plain.body.facts.needs).toEqual([
      { what: 'clash', seat: 'prosecutor' },
      { what: 'clash', seat: 'clerk' },
    ]);
    const others = { ...bookingOf(prepared, '').seats, supportOfficer: second.personId };
    const again = await bookWith(prepared, '2027-03-02T09:15', { seats: others, ...overriding('clash') });
    expect([again.body.facts.seat, again.body.facts.needs]).toEqual(['witness', undefined]);
    const supporter = prepared.people['support-officer'];
    const seats = { supportOfficer: supporter.personId };
    const visit = { kind: 'preparation-visit', seats, ...overriding('clash') };
    const asked = await bookWith(prepared, '2027-03-02T14:00', visit, { by: supporter });
    expect([asked.status, asked.body.code]).toEqual([403, 'not-your-role']);
  });

  it('of whom nothing may be known, is told as taken and nothing more', async () => {
    const supporter = prepared.people['support-officer'];
    await setWorkingTime(store, supporter, { daysOff: ['2027-03-02'] });
    // Her hours would tell her zone, so they stand in nobody's way.
    expect((await book(prepared, '2027-03-04T22:00')).status).toBe(201);
    const told = await bookWith(prepared, '2027-03-02T09:00', overriding('clash', 'outside-hours'));
    expect([told.body.code, told.body.facts.seat, told.body.facts.needs]).toEqual([
      'already-booked',
      'support-officer',
      undefined,
    ]);
    const hers = { kind: 'preparation-visit', seats: { supportOfficer: supporter.personId } };
    const own = await bookWith(prepared, '2027-03-03T22:00', hers, { by: supporter });
    expect(own.body.facts.needs).toEqual([
      { what: 'outside-hours', seat: 'support-officer' },
      { what: 'unsociable', seat: 'support-officer' },
    ]);
  });

  it('keeps buffers from other sessions and from what its owner blocked', async () => {
    const { clerk } = prepared.people;
    const block = { start: '2027-03-02T06:00:00.000Z', end: '2027-03-02T07:00:00.000Z' };
    await setWorkingTime(store, clerk, { bufferBefore: 10, bufferAfter: 20, blocks: [block as never] });
    const other = await prepareCase(store, { clerk });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const seat = async (local: string) => (await book(other, local)).body.facts?.seat as string | undefined;
    expect(await seat('2027-03-02T10:19')).toBe('clerk');
    expect(await seat('2027-03-02T11:41')).toBe('clerk');
    expect(await seat('2027-03-02T14:09')).toBe('clerk');
    expect(await seat('2027-03-02T11:40')).toBeUndefined();
    expect(await seat('2027-03-02T14:10')).toBeUndefined();
  });
});

describe('a hold', () => {
  const at = (time: string) => prepared.over(store, new Date(time));

  it('keeps the time for a while, and then is as if it had never been', async () => {
    const told = await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 });
    const { sessionId, heldUntil } = told.body as Record<string, string>;
    expect(heldUntil).toBe('2027-03-01T01:00:00.000Z');
    const seen = await read(prepared, sessionId ?? '');
    expect([seen.body.status, seen.body.heldUntil]).toEqual(['held', heldUntil]);
    expect((await book(prepared, '2027-03-02T09:30')).body.code).toBe('already-booked');
    const later = at('2027-03-01T01:00:00.000Z');
    expect((await book(prepared, '2027-03-02T09:30', later)).status).toBe(201);
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual(['03-02T02:30 03:30']);
    const confirmed = await act(prepared, sessionId ?? '', 'confirmation', {}, { app: later });
    expect([confirmed.status, confirmed.body.code]).toEqual([410, 'hold-over']);
  });

  it('cannot be confirmed from the instant at which it ends, though nobody else has the time', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    const confirm = (time: string) => act(prepared, sessionId ?? '', 'confirmation', {}, { app: at(time) });
    expect((await confirm('2027-03-01T01:00:00.000Z')).body.code).toBe('hold-over');
    expect((await confirm('2027-03-01T00:59:59.999Z')).status).toBe(201);
  });

  it('becomes a booking when it is confirmed, and stays one', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    const officer = await act(
      prepared,
      sessionId ?? '',
      'attending-officer',
      { personId: prepared.people['attending-officer'].personId },
      { by: prepared.people['central-authority'] },
    );
    expect(officer.body.code).toBe('hold-not-confirmed');
    const told = await act(prepared, sessionId ?? '', 'confirmation');
    expect([told.status, told.body]).toEqual([201, { status: 'booked' }]);
    expect((await act(prepared, sessionId ?? '', 'confirmation')).body.code).toBe('changed-meanwhile');
    const late = await book(prepared, '2027-03-02T09:30', at('2027-03-01T12:00:00Z'));
    expect(late.body.code).toBe('already-booked');
    expect((await entriesOf(store, sessionId ?? '')).map(({ action }) => action)).toEqual([
      'session.held',
      'session.booked',
    ]);
  });

  it('is let go by a cancellation', async () => {
    const { sessionId } = (await bookWith(prepared, '2027-03-02T09:00', { holdMinutes: 60 })).body as Record<
      string,
      string
    >;
    expect((await act(prepared, sessionId ?? '', 'cancellation', { reason: 'other-date' })).status).toBe(201);
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual([]);
    expect((await act(prepared, sessionId ?? '', 'confirmation')).body.code).toBe('room-ended');
    expect(await logSize(store, sessionId ?? '')).toBe(2);
  });
});

describe('who loses', () => {
  it('is told the nearest times at which everybody is free, and can book the first of them', async () => {
    const { interpreter, clerk } = prepared.people;
    const other = await prepareCase(store, { interpreter, clerk });
    expect((await book(prepared, '2027-03-02T09:00')).status).toBe(201);
    const told = await book(other, '2027-03-02T09:15');
    const { alternatives } = told.body.facts as FactsOf<'already-booked'>;
    expect(alternatives).toEqual([
      { local: '2027-03-02T10:30', offset: '+07:00' },
      { local: '2027-03-02T11:30', offset: '+07:00' },
      { local: '2027-03-01T11:30', offset: '+07:00' },
    ]);
    const { local = '', offset } = alternatives[0] ?? {};
    expect((await bookWith(other, local, { offset })).status).toBe(201);
  });
});
