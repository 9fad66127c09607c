import { beforeEach, describe, expect, it } from 'vitest';
import { listMoves } from '../../../functions/sessions/retiming/moves-to-make.ts';
import { planMoves } from '../../../functions/sessions/retiming/dry-run.ts';
import { retimeSessions } from '../../../functions/sessions/retiming/retime-sessions.ts';
import { parseSession, sessionKey } from '../../../functions/sessions/store.ts';
import { contextOver } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { setWorkingTime } from '../../support/calendars.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { act, bookWith } from '../../support/session-verbs.ts';
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
