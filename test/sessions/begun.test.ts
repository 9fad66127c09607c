import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { CalendarId } from '../../functions/sessions/port/week-pages.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import type { Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { calendarIdOf, enterRoom, setDuty, takenOn } from '../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, book, bookWith, nameOfficer } from '../support/session-verbs.ts';

/** Sessions that go on, or are over, when something about them is changed. A session at 09:00 in Bangkok is at 02:00 UTC. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const zone = 'Asia/Bangkok';
const alone = [{ what: 'alone-too-long', reason: 'other' }];
const at = (time: string, of = prepared) => ({ app: of.over(store, new Date(`2027-03-${time}Z`)) });
const said = ({ status, body }: Told) => [status, body.code];
const times = async (calendar: CalendarId) =>
  (await takenOn(store, calendar)).map(({ start, end }) => `${start.slice(8, 16)} ${end.slice(11, 16)}`);
const bookFor = async (
  of: PreparedCase,
  local: string,
  minutes: number,
  more: object = {},
): Promise<string> => {
  const told = await bookWith(of, local, { minutes, overrides: alone, ...more });
  expect(told.status).toBe(201);
  return told.body.sessionId as string;
};
/** Replaces the interpreter with the word of the clerk. */
async function replace(sessionId: string, by: PreparedCase, time: string): Promise<Told> {
  const change = { seat: 'interpreter', ids: [by.people.interpreter.personId] };
  await act(
    prepared,
    sessionId,
    'approvals',
    { change: { what: 'replacement', ...change }, setAside: ['alone-too-long'] },
    { ...at(time), by: prepared.people.clerk },
  );
  return act(prepared, sessionId, 'replacements', { ...change, reason: 'ill', overrides: alone }, at(time));
}

describe('what was worked', () => {
  it('stays worked when the session is cancelled: no other is put over the limit of the day', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, aloneConsecutive: 480 });
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 120);
    const cancelled = await act(prepared, sessionId, 'cancellation', { reason: 'other' }, at('03T03:30:00'));
    expect(cancelled.status).toBe(201);
    expect(await times(calendarIdOf(interpreter))).toEqual(['03T02:00 03:30']);
    const other = await prepareCase(store, { interpreter });
    const more = (minutes: number) =>
      bookWith(other, '2027-03-03T13:00', { minutes }, at('03T03:40:00', other));
    expect(said(await more(31))).toEqual([409, 'duty-limit']);
    expect((await more(30)).status).toBe(201);
  });

  it('stays worked when the session is moved, and counts with what is still to come', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, aloneConsecutive: 480 });
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 90);
    const change = { local: '2027-03-03T13:00', zone };
    const moved = async (to: object) => {
      await act(
        prepared,
        sessionId,
        'approvals',
        { change: { what: 'move', ...to } },
        { ...at('03T02:45:00'), by: prepared.people.clerk },
      );
      return act(prepared, sessionId, 'move', to, at('03T02:45:00'));
    };
    expect(said(await moved(change))).toEqual([409, 'duty-limit']);
    expect((await moved({ ...change, local: '2027-03-04T09:00' })).status).toBe(201);
    for (const who of [interpreter, prepared.people.clerk])
      expect(await times(calendarIdOf(who))).toEqual(['03T02:00 02:45', '04T02:00 03:30']);
  });

  it('stays on the calendar of whoever is replaced, and is one with the rest where the session only gets longer', async () => {
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 180);
    const second = await prepareCase(store);
    expect((await replace(sessionId, second, '03T03:30:00')).status).toBe(201);
    expect(await times(calendarIdOf(prepared.people.interpreter))).toEqual(['03T02:00 03:30']);
    expect(await times(calendarIdOf(second.people.interpreter))).toEqual(['03T03:30 05:00']);
    const longer = { minutes: 200, overrides: alone };
    await act(
      prepared,
      sessionId,
      'approvals',
      { change: { what: 'length', minutes: 200 }, setAside: ['alone-too-long'] },
      { ...at('03T04:00:00'), by: prepared.people.clerk },
    );
    expect((await act(prepared, sessionId, 'length', longer, at('03T04:00:00'))).status).toBe(201);
    expect(await times(calendarIdOf(second.people.interpreter))).toEqual(['03T03:30 05:20']);
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual(['03T02:00 05:20']);
  });

  it('on the days before stays, of a session on several days that is cancelled', async () => {
    const moreDays = [{ local: '2027-03-10T09:00' }];
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 60, { moreDays });
    await act(prepared, sessionId, 'cancellation', { reason: 'other' }, at('05T00:00:00'));
    expect(await times(calendarIdOf(prepared.people.clerk))).toEqual(['03T02:00 03:00']);
  });
});

describe('whoever comes while it goes on', () => {
  it('must be free from then on, and not before', async () => {
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 180);
    const [before, after] = [await prepareCase(store), await prepareCase(store)];
    await bookFor(before, '2027-03-03T08:45', 60);
    await bookFor(after, '2027-03-03T11:30', 60);
    const busy = await replace(sessionId, after, '03T03:30:00');
    expect([...said(busy), busy.body.facts.seat]).toEqual([409, 'already-booked', 'interpreter']);
    expect((await replace(sessionId, before, '03T03:30:00')).status).toBe(201);
    expect(await times(calendarIdOf(before.people.interpreter))).toEqual([
      '03T01:45 02:45',
      '03T03:30 05:00',
    ]);
  });

  it('as a room must be free from then on, and not before', async () => {
    const roomId = await enterRoom(store);
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 180);
    await bookFor(await prepareCase(store), '2027-03-03T08:00', 120, { rooms: [roomId] });
    const set = (time: string) => act(prepared, sessionId, 'rooms', { rooms: [roomId] }, at(time));
    expect(said(await set('03T02:30:00'))).toEqual([409, 'already-booked']);
    expect((await set('03T03:00:00')).status).toBe(201);
    expect(await times(`room#${roomId}`)).toEqual(['03T01:00 03:00', '03T03:00 05:00']);
  });
});

describe('a session that is over, though nobody ended it', () => {
  it('is neither cancelled nor moved, and nobody is named for it any more', async () => {
    const sessionId = await bookFor(prepared, '2027-03-03T09:00', 60);
    const over = at('03T03:00:00');
    expect(said(await act(prepared, sessionId, 'cancellation', { reason: 'other' }, over))).toEqual([
      410,
      'room-ended',
    ]);
    expect(said(await act(prepared, sessionId, 'move', { local: '2027-03-04T09:00', zone }, over))).toEqual([
      410,
      'room-ended',
    ]);
    // It may run late, for as long as its rooms are open.
    expect((await nameOfficer(prepared, sessionId, at('03T04:59:59.999').app)).status).toBe(201);
    const second = await prepareCase(store);
    const closed = '03T05:00:00';
    expect(said(await nameOfficer(prepared, sessionId, at(closed).app))).toEqual([410, 'room-ended']);
    expect(said(await replace(sessionId, second, closed))).toEqual([410, 'room-ended']);
    for (const [verb, body] of [
      ['rooms', { rooms: [await enterRoom(store)] }],
      ['length', { minutes: 240, overrides: alone }],
      ['approvals', { change: { what: 'length', minutes: 240 } }],
    ] as const)
      expect(said(await act(prepared, sessionId, verb, body, at(closed))), verb).toEqual([410, 'room-ended']);
  });
});

describe('a hold', () => {
  const long = { holdMinutes: 14 * 24 * 60 };
  const heldUntil = async (sessionId: string) =>
    parseDoor((await store.get([doorKey(sessionId)]))[0]).heldUntil;

  it('ends when the session would begin, and is not confirmed from then on', async () => {
    const told = await bookWith(prepared, '2027-03-03T09:00', long);
    expect(told.body.heldUntil).toBe('2027-03-03T02:00:00.000Z');
    const sessionId = told.body.sessionId as string;
    expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toMatchObject([
      { until: '2027-03-03T02:00:00.000Z' },
    ]);
    expect(said(await act(prepared, sessionId, 'confirmation', {}, at('03T02:00:00')))).toEqual([
      410,
      'hold-over',
    ]);
    expect((await book(prepared, '2027-03-03T09:00', at('03T01:59:59').app)).status).toBe(409);
    expect((await act(prepared, sessionId, 'confirmation', {}, at('03T01:59:59'))).status).toBe(201);
  });

  it('that is moved to an earlier time ends earlier', async () => {
    const sessionId = (await bookWith(prepared, '2027-03-04T09:00', long)).body.sessionId as string;
    expect((await act(prepared, sessionId, 'move', { local: '2027-03-02T09:00', zone })).status).toBe(201);
    expect(await heldUntil(sessionId)).toBe('2027-03-02T02:00:00.000Z');
    expect((await act(prepared, sessionId, 'move', { local: '2027-03-05T09:00', zone })).status).toBe(201);
    expect(await heldUntil(sessionId)).toBe('2027-03-02T02:00:00.000Z');
  });
});
