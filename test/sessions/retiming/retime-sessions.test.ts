import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { listMoves } from '../../../functions/sessions/retiming/moves-to-make.ts';
import { planMoves } from '../../../functions/sessions/retiming/dry-run.ts';
import { retimeSessions } from '../../../functions/sessions/retiming/retime-sessions.ts';
import { monthPartition, parseSession, sessionKey } from '../../../functions/sessions/store.ts';
import { contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { calendarIdOf, takenOn } from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, read } from '../../support/session-verbs.ts';
import { newClocks } from './new-clocks.ts';

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
});
