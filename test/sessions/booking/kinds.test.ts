import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../functions/shared/values/ids.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { calendarIdOf, enterRoom, spansOn, takenOn } from '../../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, bookKind, bookWith, bookingOf, read } from '../../support/session-verbs.ts';

/** What can be booked, on the store in memory; the clock stands at 1 March 2027, a Monday, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const said = ({ status, body }: Told) => [status, body.code, body.facts];

describe('the kinds of session', () => {
  const gatesOf = async (told: Told) => {
    expect(told.status).toBe(201);
    const { body } = await read(prepared, told.body.sessionId as string);
    return (body.gates as { gate: string }[]).map(({ gate }) => gate);
  };

  it.each([
    ['interview', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['deposition', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    ['testimony', ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal']],
    // Neither consents nor needs a plan: an expert comes by their office.
    ['expert', ['permission', 'attendingOfficer', 'rehearsal']],
    ['rehearsal', ['consent', 'riskPlan', 'interpreter']],
    // In a visit consent may be what is explained, and nobody who takes it back is left alone afterwards.
    ['preparation-visit', ['riskPlan']],
    ['debrief', ['riskPlan']],
  ] as const)('%s waits for %j', async (kind, gates) => {
    expect(await gatesOf(await bookKind(prepared, '2027-03-02T09:00', kind))).toEqual(gates);
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
    expect(await gatesOf(told)).toEqual(['riskPlan']);
    expect(await spansOn(store, calendarIdOf(supporter))).toEqual(['03-02T02:00 03:00']);
    expect(await spansOn(store, `witness#${prepared.caseId}#${prepared.witness}`)).toEqual([
      '03-02T02:00 03:00',
    ]);
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
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
    expect(await takenOn(store, `witness#${of.caseId}#${of.witness}`)).toEqual([]);
    for (const by of [of.people.prosecutor, of.people.clerk, of.people.auditor]) {
      expect((await read(of, sessionId, by)).status).toBe(404);
      const list = await ask(of.app, actorOf(by), 'GET', `/api/sessions?caseId=${of.caseId}`);
      expect(list.body.sessions).toEqual([]);
    }
    expect(said(await act(of, sessionId, 'cancellation', { reason: 'other' }))[0]).toBe(404);
  });

  it.each<[string, object, number, string, string?]>([
    ['a kind of another role', { kind: 'central-authority-meeting' }, 403, 'not-your-role'],
    ['no clerk', { seats: {} }, 422, 'does-not-fit', '/seats'],
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
    expect(await spansOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
  });

  it('has no more people than one transaction can hold apart, and says what to do', async () => {
    const { judge, prosecutor, clerk } = prepared.people;
    const { seats } = bookingOf(prepared, '2027-03-02T09:00');
    const some = (letter: string) =>
      Array.from({ length: 16 }, (_, at) => `${letter}-22${'24679CDF'[at >> 3]}${'24679CDF'[at & 7]}`);
    const court = { ...seats, judge: judge.personId, prosecutor: prosecutor.personId };
    const crowd = {
      kind: 'testimony',
      seats: {
        ...court,
        accused: some('R'),
        observer: some('O'),
        technician: Array.from({ length: 3 }, () => newId(randomBytes)),
      },
    };
    const told = await bookWith(prepared, '2027-03-02T09:00', crowd, { by: clerk });
    expect([told.status, told.body.code, told.body.errors[0]]).toEqual([
      422,
      'seats-not-possible',
      { pointer: '/seats', message: expect.stringContaining('at most 40 people') },
    ]);
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

describe('whose sessions these are', () => {
  const people = () => prepared.people;

  it.each([
    ['testimony', 'prosecutor', 403],
    ['testimony', 'support-officer', 403],
    ['testimony', 'clerk', 201],
    ['testimony', 'judge', 201],
    ['deposition', 'prosecutor', 403],
    ['deposition', 'judge', 201],
    ['interview', 'clerk', 403],
    ['interview', 'judge', 403],
    ['rehearsal', 'support-officer', 201],
    ['rehearsal', 'clerk', 403],
    ['debrief', 'prosecutor', 403],
    ['debrief', 'support-officer', 201],
  ] as const)('a %s is booked by a %s: %i', async (kind, role, status) => {
    const told = await bookKind(prepared, '2027-03-02T09:00', kind, people()[role]);
    expect(told.status).toBe(status);
    if (status === 403) expect(told.body.code).toBe('not-your-role');
  });

  it('a court moves and calls off its own hearings, and no investigation’s interview', async () => {
    const hearing = await bookKind(prepared, '2027-03-02T09:00', 'testimony');
    const interview = await bookKind(prepared, '2027-03-03T09:00', 'interview');
    const move = (told: Told, local: string, by: Person) =>
      act(prepared, told.body.sessionId as string, 'move', { zone: 'Asia/Bangkok', local }, { by });
    const { prosecutor, clerk, judge } = people();
    expect((await move(hearing, '2027-03-04T09:00', prosecutor)).body.code).toBe('not-your-role');
    expect((await move(hearing, '2027-03-04T09:00', clerk)).status).toBe(201);
    expect((await move(hearing, '2027-03-05T09:00', judge)).status).toBe(201);
    for (const by of [clerk, judge])
      expect((await move(interview, '2027-03-08T09:00', by)).body.code).toBe('not-your-role');
  });
});

describe('judges', () => {
  const seatsOf = async (sessionId: string) =>
    (await read(prepared, sessionId)).body.seats as { seat: string; pseudonym: string; presides?: true }[];
  const judgesOf = async (sessionId: string) =>
    (await seatsOf(sessionId))
      .filter(({ seat }) => seat === 'judge')
      .map(({ presides }) => presides ?? false);

  it('sit as several; the first who was named presides, and whoever comes in that judge’s place', async () => {
    const second = await enterPerson(store, 'judge');
    const third = await enterPerson(store, 'judge');
    prepared = await prepareCase(store, {}, [second, third]);
    const { judge, prosecutor } = prepared.people;
    const { seats } = bookingOf(prepared, '');
    const body = {
      kind: 'testimony',
      seats: { ...seats, prosecutor: prosecutor.personId, judge: [second.personId, judge.personId] },
    };
    const told = await bookWith(prepared, '2027-03-02T09:00', body, { by: prepared.people.clerk });
    expect(told.status).toBe(201);
    const sessionId = told.body.sessionId as string;
    expect(await judgesOf(sessionId)).toEqual([true, false]);
    const [presiding] = (await seatsOf(sessionId)).filter(({ presides }) => presides);
    const replaced = await act(
      prepared,
      sessionId,
      'replacements',
      { seat: 'judge', ids: [third.personId], inPlaceOf: presiding?.pseudonym, reason: 'ill' },
      { by: judge },
    );
    expect(replaced.status).toBe(201);
    expect(await judgesOf(sessionId)).toEqual([true, false]);
    const after = (await seatsOf(sessionId)).find(({ presides }) => presides);
    expect(after?.pseudonym).toBe(replaced.body.pseudonym);
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
