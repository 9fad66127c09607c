import { beforeEach, describe, expect, it } from 'vitest';
import { personKey } from '../../functions/directory/port/actor.ts';
import { doorKey, moveDoor, parseDoor, setGate } from '../../functions/sessions/port/door.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import {
  act,
  book,
  bookWith,
  calendarIdOf,
  enterRoom,
  entriesOf,
  prepareCase,
  read,
  setWorkingTime,
  setDuty,
  takenOn,
  type PreparedCase,
} from './prepared-case.ts';

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
const at = (time: string) => prepared.over(store, new Date(time));
const doorOf = async () => parseDoor((await store.get([doorKey(sessionId)]))[0]);
const times = async (calendar: Parameters<typeof takenOn>[1]) =>
  (await takenOn(store, calendar)).map(({ start, end }) => `${start.slice(5, 16)} ${end.slice(11, 16)}`);
const everyCalendar = () => [
  calendarIdOf(prepared.people.prosecutor),
  calendarIdOf(prepared.people.clerk),
  calendarIdOf(prepared.people['support-officer']),
  calendarIdOf(prepared.people.interpreter),
  `witness#${prepared.caseId}` as const,
];
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
    for (const calendar of everyCalendar()) expect(await times(calendar)).toEqual(['03-06T11:30 12:30']);
    const { start, opensAt, closesAt } = await doorOf();
    expect([start, opensAt, closesAt]).toEqual([
      '2027-03-06T11:30:00.000Z',
      '2027-03-06T10:30:00.000Z',
      '2027-03-06T14:30:00.000Z',
    ]);
    const lines = await store.query('sessions', `case#${prepared.caseId}`);
    expect(lines.map(({ sk }) => sk)).toEqual([`session#2027-03-06T11:30:00.000Z#${sessionId}`]);
    const entry = (await entriesOf(store, sessionId)).at(-1);
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
    for (const calendar of everyCalendar().filter((each) => each !== calendarIdOf(interpreter)))
      expect(await times(calendar)).toEqual(['03-02T02:00 03:00']);
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
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual([
      '03-02T02:00 03:00',
      '03-24T07:00 08:00',
    ]);
  });

  it('beyond the last day of the permission shuts that gate, and no other', async () => {
    await store.write([setGate(await doorOf(), 'permission', 'open', { permittedUntil: '2027-03-31' })]);
    await store.write([setGate(await doorOf(), 'consent', 'open')]);
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
    for (const calendar of everyCalendar()) expect(await times(calendar)).toEqual([]);
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
    expect((await times(calendarIdOf(prepared.people.clerk)))[1]).toBe('03-03T02:30 04:00');
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
    const entry = (await entriesOf(store, sessionId)).at(-1);
    expect(entry?.details['overrides']).toEqual(['alone-too-long: only-time-of-the-court']);
    expect((await move('2027-03-03T09:00')).body.facts).toEqual({ needs });
    expect((await move('2027-03-03T09:00', { overrides })).status).toBe(201);
    const second = await enterPerson(store, 'interpreter');
    const replace = (more: object = {}) =>
      act(
        prepared,
        sessionId,
        'replacements',
        { seat: 'interpreter', personId: second.personId, reason: 'ill', ...more },
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
});

describe('a cancellation that is taken back', () => {
  it('has everybody again, and asks her anew', async () => {
    await store.write([setGate(await doorOf(), 'consent', 'open')]);
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const told = await act(prepared, sessionId, 'restoration');
    expect([told.status, told.body.status]).toEqual([201, 'booked']);
    for (const calendar of everyCalendar()) expect(await times(calendar)).toEqual(['03-02T02:00 03:00']);
    expect((await doorOf()).gates.consent).toBe('missing');
    expect(said(await act(prepared, sessionId, 'restoration'))).toEqual([409, 'changed-meanwhile']);
  });

  it('is refused when somebody has left since', async () => {
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const { clerk } = prepared.people;
    await store.write([
      { kind: 'update', key: personKey(clerk.personId), set: { disabled: true }, onRefused: 'retry' },
    ]);
    const told = await act(prepared, sessionId, 'restoration');
    expect([...said(told), told.body.facts]).toEqual([422, 'person-not-suitable', { seat: 'clerk' }]);
  });

  it('is refused when the time is somebody else’s by then, or over', async () => {
    await act(prepared, sessionId, 'cancellation', { reason: 'other' });
    const other = await prepareCase(store, { clerk: prepared.people.clerk });
    expect((await book(other, '2027-03-02T09:30')).status).toBe(201);
    const told = await act(prepared, sessionId, 'restoration');
    expect([told.body.code, told.body.facts.seat]).toEqual(['already-booked', 'clerk']);
    const late = await act(prepared, sessionId, 'restoration', {}, { app: at('2027-03-02T02:00:00Z') });
    expect(late.body.code).toBe('time-not-possible');
  });
});

describe('a hold that was let go, or has ended', () => {
  it('does not become a booking by being restored', async () => {
    const held = (await bookWith(prepared, '2027-03-03T09:00', { holdMinutes: 60 })).body.sessionId as string;
    const later = { app: at('2027-03-01T02:00:00Z') };
    const ended = (await bookWith(prepared, '2027-03-04T09:00', { holdMinutes: 60 })).body
      .sessionId as string;
    expect((await act(prepared, held, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await act(prepared, ended, 'cancellation', { reason: 'other' }, later)).status).toBe(201);
    for (const each of [held, ended])
      expect(said(await act(prepared, each, 'restoration'))).toEqual([410, 'hold-over']);
    expect((await book(prepared, '2027-03-03T09:00')).status).toBe(201);
  });

  it('and that was confirmed before is restored as any other', async () => {
    const held = (await bookWith(prepared, '2027-03-03T09:00', { holdMinutes: 60 })).body.sessionId as string;
    expect((await act(prepared, held, 'confirmation')).status).toBe(201);
    expect((await act(prepared, held, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await act(prepared, held, 'restoration')).body.status).toBe('booked');
  });
});

describe('somebody else in a seat', () => {
  it('has time, seat and pseudonym from one moment to the next; the one before has none of them', async () => {
    await store.write([setGate(await doorOf(), 'interpreter', 'open')]);
    const second = await enterPerson(store, 'interpreter');
    const before = (await doorOf()).seats.find(({ seat }) => seat === 'interpreter')?.pseudonym;
    const told = await act(prepared, sessionId, 'replacements', {
      seat: 'interpreter',
      personId: second.personId,
      reason: 'ill',
    });
    expect(told.status).toBe(201);
    expect(await times(calendarIdOf(second))).toEqual(['03-02T02:00 03:00']);
    expect(await times(calendarIdOf(prepared.people.interpreter))).toEqual([]);
    const door = await doorOf();
    const after = door.seats.find(({ seat }) => seat === 'interpreter')?.pseudonym;
    expect([after, door.gates.interpreter]).toEqual([told.body.pseudonym, 'missing']);
    expect(after).not.toBe(before);
    expect((await entriesOf(store, sessionId)).at(-1)).toMatchObject({
      action: 'participant.replaced',
      details: { seat: 'interpreter', participant: after, inPlaceOf: before, reason: 'ill' },
    });
  });

  it('must be free, suitable, and not here already', async () => {
    const { clerk, interpreter } = prepared.people;
    const second = await enterPerson(store, 'clerk');
    const replace = (personId: string, seat = 'clerk') =>
      act(prepared, sessionId, 'replacements', { seat, personId, reason: 'not-available' });
    expect(said(await replace(second.personId))).toEqual([422, 'person-not-suitable']);
    expect(said(await replace(clerk.personId))).toEqual([422, 'seats-not-possible']);
    const busy = await enterPerson(store, 'interpreter');
    const other = await prepareCase(store, { interpreter: busy });
    expect((await book(other, '2027-03-02T09:00')).status).toBe(201);
    const told = await replace(busy.personId, 'interpreter');
    expect([told.body.code, told.body.facts.seat]).toEqual(['already-booked', 'interpreter']);
    expect(await times(calendarIdOf(interpreter))).toEqual(['03-02T02:00 03:00']);
  });
});

describe('within thirty minutes before the start', () => {
  const soon = () => at('2027-03-02T01:30:00.000Z');
  const justBefore = () => at('2027-03-02T01:29:59.999Z');
  const local = '2027-03-02T09:05';

  it('a change needs the word of another role, for this very change, once', async () => {
    const [clerk, prosecutor] = [prepared.people.clerk, prepared.people.prosecutor];
    const change = { local, zone };
    const refused = await act(prepared, sessionId, 'move', change, { app: soon() });
    expect([refused.body.code, refused.body.facts.roles]).toEqual(['approval-needed', ['clerk']]);
    const approve = (body: object, by = clerk) =>
      act(prepared, sessionId, 'approvals', { change: { what: 'move', ...body } }, { app: soon(), by });
    // One's own word is none, and a word on another time is none for this one.
    expect((await approve(change, prosecutor)).status).toBe(201);
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).body.code).toBe(
      'approval-needed',
    );
    expect((await approve({ local: '2027-03-02T09:20', zone })).status).toBe(201);
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).body.code).toBe(
      'approval-needed',
    );
    expect((await approve(change)).status).toBe(201);
    const late = at('2027-03-02T02:00:00.000Z');
    expect((await act(prepared, sessionId, 'move', change, { app: late })).body.code).toBe('approval-needed');
    expect((await act(prepared, sessionId, 'move', change, { app: soon() })).status).toBe(201);
    const entry = (await entriesOf(store, sessionId)).at(-1);
    expect(entry?.details['approvedBy']).toMatch(/^clerk C-/);
    const again = await act(prepared, sessionId, 'move', change, { app: at('2027-03-02T01:40:00.000Z') });
    expect(again.body.code).toBe('approval-needed');
  });

  it('a word that was given before is used up by the change, and is about the session as it then was', async () => {
    const early = { app: at('2027-03-02T01:15:00Z') };
    const [to, back] = [
      { local: '2027-03-02T10:00', zone },
      { local: '2027-03-02T09:00', zone },
    ];
    const approve = async () => {
      const body = { change: { what: 'move', ...to } };
      expect(
        (await act(prepared, sessionId, 'approvals', body, { ...early, by: prepared.people.clerk })).status,
      ).toBe(201);
    };
    await approve();
    expect((await act(prepared, sessionId, 'move', to, early)).status).toBe(201);
    expect((await entriesOf(store, sessionId)).at(-1)?.details['approvedBy']).toMatch(/^clerk C-/);
    expect((await act(prepared, sessionId, 'move', back, early)).status).toBe(201);
    const again = () => act(prepared, sessionId, 'move', to, { app: at('2027-03-02T01:40:00Z') });
    expect((await again()).body.code).toBe('approval-needed');
    // Given, and then the session was moved away and back.
    await approve();
    for (const each of [{ local: '2027-03-02T11:00', zone }, back])
      expect((await act(prepared, sessionId, 'move', each, early)).status).toBe(201);
    expect((await again()).body.code).toBe('approval-needed');
  });

  it('a word covers what is set aside only where it says so', async () => {
    await setWorkingTime(store, prepared.people.clerk, { notice: 120, country: 'JP' });
    const overrides = [{ what: 'short-notice', reason: 'agreed-by-all' }];
    const change = { local, zone };
    const approve = (more: object) =>
      act(
        prepared,
        sessionId,
        'approvals',
        { change: { what: 'move', ...change }, ...more },
        { app: soon(), by: prepared.people.clerk },
      );
    const moveNow = (more: object) =>
      act(prepared, sessionId, 'move', { ...change, ...more }, { app: soon() });
    expect((await moveNow({})).body.code).toBe('override-needed');
    expect((await moveNow({ overrides })).body.facts).toEqual({
      roles: ['clerk'],
      setAside: ['short-notice'],
    });
    for (const more of [{}, { setAside: ['clash', 'unsociable'] }]) {
      expect((await approve(more)).status).toBe(201);
      expect((await moveNow({ overrides })).body.code).toBe('approval-needed');
    }
    expect((await approve({ setAside: ['short-notice', 'unsociable'] })).status).toBe(201);
    expect((await entriesOf(store, sessionId)).at(-1)?.details['setAside']).toEqual([
      'short-notice',
      'unsociable',
    ]);
    expect((await moveNow({ overrides })).status).toBe(201);
  });

  it('the clerk who calls another interpreter may ask for short notice, but for no clash', async () => {
    const second = await enterPerson(store, 'interpreter');
    await setWorkingTime(store, second, { notice: 120, country: 'JP' });
    const change = { seat: 'interpreter', personId: second.personId };
    const by = prepared.people.clerk;
    const replace = (overrides: object[]) =>
      act(prepared, sessionId, 'replacements', { ...change, reason: 'ill', overrides }, { app: soon(), by });
    expect((await replace([])).body.facts).toEqual({
      needs: [{ what: 'short-notice', seat: 'interpreter' }],
    });
    const clash = await replace([{ what: 'clash', reason: 'other' }]);
    expect(said(clash)).toEqual([403, 'not-your-role']);
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'replacement', ...change }, setAside: ['short-notice'] },
      { app: soon() },
    );
    expect((await replace([{ what: 'short-notice', reason: 'other' }])).status).toBe(201);
  });

  it('a moment earlier it does not', async () => {
    expect((await act(prepared, sessionId, 'move', { local, zone }, { app: justBefore() })).status).toBe(201);
  });

  it('a cancellation never does, and an empty seat may be filled', async () => {
    const officer = prepared.people['attending-officer'];
    const by = prepared.people['central-authority'];
    const named = await act(
      prepared,
      sessionId,
      'attending-officer',
      { personId: officer.personId },
      { app: soon(), by },
    );
    expect(named.status).toBe(201);
    expect(
      (await act(prepared, sessionId, 'cancellation', { reason: 'witness-unwell' }, { app: soon() })).status,
    ).toBe(201);
  });

  it('another interpreter comes with the word of a second role', async () => {
    const second = await enterPerson(store, 'interpreter');
    const change = { seat: 'interpreter', personId: second.personId };
    const replace = () =>
      act(
        prepared,
        sessionId,
        'replacements',
        { ...change, reason: 'ill' },
        { app: soon(), by: prepared.people.clerk },
      );
    expect((await replace()).body.code).toBe('approval-needed');
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'replacement', ...change } },
      { app: soon() },
    );
    expect((await replace()).status).toBe(201);
  });
});

describe('rooms of a session', () => {
  it('move with it', async () => {
    const roomId = await enterRoom(store);
    sessionId = (await bookWith(prepared, '2027-03-03T09:00', { rooms: [roomId] })).body.sessionId as string;
    expect((await move('2027-03-04T09:00')).status).toBe(201);
    expect(await times(`room#${roomId}`)).toEqual(['03-04T02:00 03:00']);
  });
});

describe('a session that is over', () => {
  it('does not change any more', async () => {
    await store.write([moveDoor(await doorOf(), { status: 'ended' })]);
    for (const [verb, body] of [
      ['move', { local: '2027-03-04T09:00', zone }],
      ['length', { minutes: 30 }],
      ['restoration', {}],
      ['approvals', { change: { what: 'restoration' } }],
      ['replacements', { seat: 'clerk', personId: prepared.people.auditor.personId, reason: 'other' }],
    ] as const)
      expect(said(await act(prepared, sessionId, verb, body)), verb).toEqual([410, 'room-ended']);
  });
});
