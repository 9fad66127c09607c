import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { ourClocks, retimed, type Clocks } from '../../../functions/sessions/model/retimed.ts';
import { atTheSameTime } from '../../../functions/sessions/retiming/order-of-moving.ts';
import { listMoves } from '../../../functions/sessions/retiming/moves-to-make.ts';
import { planMoves } from '../../../functions/sessions/retiming/dry-run.ts';
import { retimeSessions } from '../../../functions/sessions/retiming/retime-sessions.ts';
import { resolveTime } from '../../../functions/sessions/port/session-time.ts';
import { timeProposed, type TimeBrief } from '../../support/proposal.ts';
import { monthPartition, parseSession, sessionKey } from '../../../functions/sessions/store.ts';
import { addMinutes, parseInstant } from '../../../functions/shared/values/instants.ts';
import { localOf, resolveLocal } from '../../../functions/shared/values/zones.ts';
import { contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { calendarIdOf, setWorkingTime, takenOn } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, read } from '../../support/session-verbs.ts';

/**
 * A State changes its clocks. The table is made up: from 20 March 2027 on, Bangkok is eight hours ahead of UTC and not
 * seven, so the hour from midnight to one o'clock of that day does not exist.
 */
const change = '2027-03-20T00:00';
const newClocks: Clocks = {
  version: '2027a',
  resolve(zone, local) {
    if (zone !== 'Asia/Bangkok' || local < change) return resolveLocal(zone, local);
    const found = resolveLocal(zone, local);
    if (found.kind !== 'unique') throw new Error('Bangkok has no such time.');
    const instant = addMinutes(found.instant, -60);
    if (local < '2027-03-20T01:00') return { kind: 'nonexistent', before: found.instant, after: instant };
    return { kind: 'unique', instant };
  },
  offset: (zone, at) =>
    zone === 'Asia/Bangkok' && at >= '2027-03-19T17:00' ? '+08:00' : localOf(zone, at).offset,
};

describe('a session under other clocks', () => {
  const timeOf = (local: string, more: Partial<TimeBrief> = {}) =>
    resolveTime(timeProposed({ local, zone: 'Asia/Bangkok', ...more }), now);

  it('keeps the wall time of its venue', () => {
    const result = retimed(timeOf('2027-03-25T09:00'), newClocks);
    expect(result.kind).toBe('moves');
    expect(result).toMatchObject({
      time: {
        start: '2027-03-25T01:00:00.000Z',
        end: '2027-03-25T02:00:00.000Z',
        venue: { local: '2027-03-25T09:00', offset: '+08:00', zoneTable: '2027a' },
      },
    });
  });

  it('before the change, or elsewhere, is the same', () => {
    expect(retimed(timeOf('2027-03-19T09:00'), newClocks).kind).toBe('same');
    expect(retimed(timeOf('2027-03-25T09:00', { zone: 'Asia/Yangon' }), newClocks).kind).toBe('same');
    expect(retimed(timeOf('2027-03-25T09:00'), ourClocks).kind).toBe('same');
  });

  it('on several days moves those that must', () => {
    const result = retimed(
      timeOf('2027-03-19T09:00', { moreDays: [{ local: '2027-03-22T09:00' }] }),
      newClocks,
    );
    expect(result.kind === 'moves' && result.time.days.map(({ start }) => start)).toEqual([
      '2027-03-19T02:00:00.000Z',
      '2027-03-22T01:00:00.000Z',
    ]);
  });

  it('at a wall time that is gone is for somebody to decide', () => {
    expect(retimed(timeOf('2027-03-20T00:30'), newClocks)).toEqual({
      kind: 'lost',
      local: '2027-03-20T00:30',
    });
  });

  it('at a wall time that comes twice by then is the one with the offset that was meant', () => {
    const [earlier, later] = [parseInstant('2027-03-25T02:00:00Z'), parseInstant('2027-03-25T03:00:00Z')];
    const twice = (offsets: readonly string[]): Clocks => ({
      version: '2027b',
      resolve: () => ({ kind: 'ambiguous', instants: [earlier, later] }),
      offset: (_, at) => offsets[at === earlier ? 0 : 1] ?? '',
    });
    const time = timeOf('2027-03-25T09:00');
    expect(retimed(time, twice(['+07:00', '+06:00']))).toMatchObject({ time: { start: earlier } });
    expect(retimed(time, twice(['+08:00', '+07:00']))).toMatchObject({ time: { start: later } });
    expect(retimed(time, twice(['+09:00', '+08:00']))).toMatchObject({ time: { start: earlier } });
  });
});

describe('sessions at the same time', () => {
  const on = (sessionId: string, local: string, more: Partial<TimeBrief> = {}) => ({
    sessionId,
    ...resolveTime(timeProposed({ local, zone: 'Asia/Bangkok', ...more }), now),
  });
  const beside = (...sessions: readonly ReturnType<typeof on>[]) =>
    Object.fromEntries([...atTheSameTime(sessions)].map(([id, others]) => [id, [...others].toSorted()]));

  it('are those that share some of it, on any day; what ends as another begins does not', () => {
    expect(
      beside(
        on('long', '2027-03-25T09:00', { minutes: 180 }),
        on('after', '2027-03-25T12:00'),
        on('within', '2027-03-25T10:00'),
        on('late', '2027-03-25T11:00'),
        on('days', '2027-03-24T09:00', { moreDays: [{ local: '2027-03-25T12:30' }] }),
      ),
    ).toEqual({
      long: ['late', 'within'],
      within: ['long'],
      late: ['long'],
      after: ['days'],
      days: ['after'],
    });
  });
});

describe('when a new table comes', () => {
  let store: MemoryStore;
  let prepared: PreparedCase;
  beforeEach(async () => {
    store = memoryStore();
    prepared = await prepareCase(store);
  });
  const context = (at = now) => contextOver(store, at);
  const booked = async (local: string, more: object = {}, of = prepared) =>
    (await bookWith(of, local, more)).body.sessionId as string;
  const session = async (id: string) => parseSession((await store.get([sessionKey(id)]))[0]);

  it('lists what would move, and moves nothing', async () => {
    const moves = await booked('2027-03-25T09:00');
    await booked('2027-03-15T09:00');
    const lost = await booked('2027-03-20T00:30');
    const cancelled = await booked('2027-03-26T09:00');
    await act(prepared, cancelled, 'cancellation', { reason: 'other' });
    const listed = await listMoves(store, newClocks, now);
    expect(listed.looked).toBe(4);
    expect(listed.moves).toEqual([
      { sessionId: moves, from: '2027-03-25T02:00:00.000Z', to: '2027-03-25T01:00:00.000Z' },
    ]);
    expect([listed.lost, listed.same.length]).toEqual([[lost], 1]);
    expect((await session(moves)).start).toBe('2027-03-25T02:00:00.000Z');
  });

  it('moves calendars, door, lists and session, says by which rule, and does it once', async () => {
    const id = await booked('2027-03-25T09:00');
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 1, repaired: 1 });
    expect((await takenOn(store, calendarIdOf(prepared.people.interpreter)))[0]).toMatchObject({
      start: '2027-03-25T01:00:00.000Z',
      end: '2027-03-25T02:00:00.000Z',
    });
    expect(parseDoor((await store.get([doorKey(id)]))[0])).toMatchObject({
      start: '2027-03-25T01:00:00.000Z',
      opensAt: '2027-03-25T00:00:00.000Z',
    });
    const { body } = await read(prepared, id);
    expect([body.sequence, body.venue.local, body.venue.zoneTable]).toEqual([1, '2027-03-25T09:00', '2027a']);
    expect((await store.query('sessions', monthPartition('2027-03'))).map(({ sk }) => sk)).toEqual([
      `2027-03-25T01:00:00.000Z#${id}`,
    ]);
    expect((await entriesIn(store, id)).at(-1)).toMatchObject({
      action: 'session.retimed',
      actor: { system: 'sessions' },
      authority: { kind: 'rule', ref: 'zone table 2027a' },
    });
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 0, repaired: 0 });
  });

  it('asks that people be told', async () => {
    const id = await booked('2027-03-25T09:00');
    const later = new Date('2027-03-05T00:00:00.000Z');
    await retimeSessions(context(later), newClocks);
    const looks = await store.query('notices', 'looks');
    expect(looks.map(({ sk }) => sk)).toContain(`${later.toISOString()}#${id}`);
  });

  it('stamps what stays, so that it is looked at once', async () => {
    const id = await booked('2027-03-15T09:00');
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 1, repaired: 1 });
    expect((await session(id)).venue.zoneTable).toBe('2027a');
    expect(await entriesIn(store, id)).toHaveLength(1);
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 0, repaired: 0 });
  });

  it('moves a day full of sessions of the same people, none in the way of another', async () => {
    const ids = [];
    for (const local of ['2027-03-25T13:00', '2027-03-25T09:00', '2027-03-25T11:00', '2027-03-25T14:30'])
      ids.push(await booked(local));
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 4, repaired: 4 });
    const starts = await Promise.all(ids.map(async (id) => (await session(id)).start.slice(11, 16)));
    expect(starts).toEqual(['05:00', '01:00', '03:00', '06:30']);
  });

  it('leaves a session where it is while somebody is taken, and moves it when that is over', async () => {
    const other = await prepareCase(store, { interpreter: prepared.people.interpreter });
    const inTheWay = await booked('2027-03-25T07:30', { zone: 'Asia/Yangon' }, other);
    const id = await booked('2027-03-25T09:30');
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 2, repaired: 1 });
    expect((await session(id)).start).toBe('2027-03-25T02:30:00.000Z');
    expect((await session(inTheWay)).start).toBe('2027-03-25T01:00:00.000Z');
    await act(other, inTheWay, 'cancellation', { reason: 'other' });
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 1, repaired: 1 });
    expect((await session(id)).start).toBe('2027-03-25T01:30:00.000Z');
  });

  it('moves two sessions that somebody was let be in at the same time, and plans to', async () => {
    const other = await prepareCase(store, { clerk: prepared.people.clerk });
    const overrides = [{ what: 'clash', reason: 'other' }];
    const first = await booked('2027-03-25T09:00');
    const second = await booked('2027-03-25T09:30', { overrides }, other);
    const { moves } = await planMoves(store, newClocks, now);
    expect(moves.map(({ inTheWay }) => inTheWay)).toEqual([[], []]);
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 2, repaired: 2 });
    expect((await session(first)).start).toBe('2027-03-25T01:00:00.000Z');
    expect((await session(second)).start).toBe('2027-03-25T01:30:00.000Z');
  });

  it('lets nobody be in two sessions at once who was not before', async () => {
    const other = await prepareCase(store, { clerk: prepared.people.clerk });
    await booked('2027-03-25T07:30', { zone: 'Asia/Yangon' }, other);
    const id = await booked('2027-03-25T09:30');
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 2, repaired: 1 });
    expect((await session(id)).start).toBe('2027-03-25T02:30:00.000Z');
  });

  it('leaves alone what has begun, what is over, and a hold that has ended', async () => {
    await bookWith(prepared, '2027-03-25T09:00', { holdMinutes: 5 });
    await book(prepared, '2027-03-26T09:00');
    const late = new Date('2027-03-26T02:00:00Z');
    const { moves } = await listMoves(store, newClocks, late);
    expect(moves).toEqual([]);
  });

  it('is planned as it is done: what moves, in which turn, and what is in the way', async () => {
    const other = await prepareCase(store, { interpreter: prepared.people.interpreter });
    const inTheWay = await booked('2027-03-25T07:30', { zone: 'Asia/Yangon' }, other);
    const stuck = await booked('2027-03-25T09:30');
    const behind = await booked('2027-03-25T11:00');
    const free = await booked('2027-03-25T14:00');
    const lost = await booked('2027-03-20T00:30');
    const before = JSON.stringify([...store.items]);
    const plan = await planMoves(store, newClocks, now);
    expect(JSON.stringify([...store.items])).toBe(before);
    expect(plan).toEqual({
      looked: 5,
      moves: [
        {
          sessionId: stuck,
          days: [
            { local: '2027-03-25T09:30', from: '2027-03-25T02:30:00.000Z', to: '2027-03-25T01:30:00.000Z' },
          ],
          inTheWay: [{ what: 'clash', seat: 'interpreter', sessions: [inTheWay] }],
        },
        {
          sessionId: behind,
          days: [
            { local: '2027-03-25T11:00', from: '2027-03-25T04:00:00.000Z', to: '2027-03-25T03:00:00.000Z' },
          ],
          inTheWay: expect.arrayContaining([{ what: 'clash', seat: 'interpreter', sessions: [stuck] }]),
        },
        {
          sessionId: free,
          days: [
            { local: '2027-03-25T14:00', from: '2027-03-25T07:00:00.000Z', to: '2027-03-25T06:00:00.000Z' },
          ],
          inTheWay: [],
        },
      ],
      lost: [{ sessionId: lost, local: '2027-03-20T00:30' }],
    });
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 5, repaired: 2 });
  });

  it('is planned without anybody in the way of one that is about to leave', async () => {
    for (const local of ['2027-03-25T13:00', '2027-03-25T09:00', '2027-03-25T11:00', '2027-03-25T14:30'])
      await booked(local);
    const { moves } = await planMoves(store, newClocks, now);
    expect(moves.map(({ days, inTheWay }) => [days[0]?.to.slice(11, 16), inTheWay])).toEqual([
      ['01:00', []],
      ['03:00', []],
      ['05:00', []],
      ['06:30', []],
    ]);
  });

  it('is planned to move also to an hour that is inconvenient', async () => {
    await setWorkingTime(store, prepared.people.clerk, {});
    await booked('2027-03-25T09:00');
    const { moves } = await planMoves(store, newClocks, now);
    expect(moves.map(({ inTheWay }) => inTheWay)).toEqual([[]]);
    expect(await retimeSessions(context(), newClocks)).toEqual({ looked: 1, repaired: 1 });
  });

  it('is planned day by day', async () => {
    await booked('2027-03-19T09:00', { moreDays: [{ local: '2027-03-22T09:00' }] });
    const { moves } = await planMoves(store, newClocks, now);
    expect(moves.map(({ days }) => days)).toEqual([
      [{ local: '2027-03-22T09:00', from: '2027-03-22T02:00:00.000Z', to: '2027-03-22T01:00:00.000Z' }],
    ]);
  });
});
