import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, ask, type Told } from '../../support/in-process.ts';
import { faultyStore } from '../../support/faulty-store.ts';
import { newKey } from '../../support/http.ts';
import { logSize } from '../../support/log-entries.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { book, bookWith } from '../../support/session-verbs.ts';

let store: MemoryStore;
let of: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  of = await prepareCase(store);
});

const does = (
  sessionId: string,
  what: string,
  body: object = {},
  key?: string,
  app = of.app,
): Promise<Told> =>
  ask(app, actorOf(of.people.prosecutor), 'POST', `/api/sessions/${sessionId}/series${what}`, body, key);
const seen = (sessionId: string): Promise<Told> =>
  ask(of.app, actorOf(of.people.clerk), 'GET', `/api/sessions/${sessionId}/series`);

describe('a series that is held', () => {
  const held = async (...locals: readonly string[]) => {
    const ids: string[] = [];
    for (const local of locals)
      ids.push((await bookWith(of, local, { holdMinutes: 60 })).body.sessionId as string);
    for (const id of ids.slice(1)) await does(ids[0] as string, '', { with: id });
    return ids;
  };
  const statuses = async (id: string) =>
    (await seen(id)).body.sessions.map(({ status }: { status: string }) => status);

  it('is booked as one, with what was booked before as it was; again does no more', async () => {
    const ids = await held('2027-03-02T09:00', '2027-03-09T09:00');
    const third = (await book(of, '2027-03-16T09:00')).body.sessionId as string;
    await does(ids[0] as string, '', { with: third });
    expect((await does(third, '/confirmation')).body).toEqual({ booked: ids, notBooked: [] });
    expect(await statuses(third)).toEqual(['booked', 'booked', 'booked']);
    expect((await does(third, '/confirmation')).body).toEqual({ booked: [], notBooked: [] });
    for (const id of ids) expect(await logSize(store, id)).toBe(3);
  });

  it('says of each whose hold is over that it is', async () => {
    const ids = await held('2027-03-02T09:00', '2027-03-09T09:00');
    const later = of.over(store, new Date(now.getTime() + 61 * 60_000));
    const told = await does(ids[0] as string, '/confirmation', {}, undefined, later);
    expect(told.body.booked).toEqual([]);
    expect(told.body.notBooked).toEqual(ids.map((sessionId) => ({ sessionId, code: 'hold-over' })));
  });

  it('wherever it is broken off, is booked to its end by the same request', async () => {
    for (const [fault, month] of [
      ['throttled', 4],
      ['lost', 5],
    ] as const) {
      const ids = await held(`2027-0${month}-06T09:00`, `2027-0${month}-13T09:00`);
      const key = newKey();
      const app = of.over(faultyStore(store, (write) => (write === 3 ? fault : 'none')));
      expect((await does(ids[0] as string, '/confirmation', {}, key, app)).status).toBe(500);
      expect((await does(ids[0] as string, '/confirmation', {}, key, app)).status).toBe(201);
      expect(await statuses(ids[0] as string)).toEqual(['booked', 'booked']);
      for (const id of ids) expect(await logSize(store, id)).toBe(3);
    }
  });
});
