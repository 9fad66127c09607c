import { beforeEach, describe, expect, it } from 'vitest';
import { mostHolds } from '../../../functions/sessions/booking/holds-of-one-person.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import type { Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { calendarIdOf, setDuty, takenOn } from '../../support/calendars.ts';
import { prepareCase, now, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith } from '../../support/session-verbs.ts';
import { pageKey } from '../../../functions/sessions/port/page-items.ts';

/** How much can be held at once, and booked in one week. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
  await setDuty(store, prepared.people.interpreter, { dayMinutes: 1440, changeover: 0 });
});

const said = ({ status, body }: Told) => [status, body.code];
/** The n-th of times that do not overlap. */
const time = (n: number): string =>
  new Date(Date.UTC(2027, 2, 2 + Math.floor(n / 8), 9 + (n % 8))).toISOString().slice(0, 16);

describe('times that are only held', () => {
  const hold = (n: number, at = now) =>
    bookWith(prepared, time(n), { minutes: 30, holdMinutes: 60 }, { app: prepared.over(store, at) });

  it('are so many at the most, until one is confirmed, let go, or has ended', async () => {
    const held: string[] = [];
    for (let n = 0; n < mostHolds; n += 1) {
      const told = await hold(n);
      expect(told.status).toBe(201);
      held.push(told.body.sessionId as string);
    }
    const full = await hold(mostHolds);
    expect([...said(full), full.body.facts]).toEqual([409, 'too-much-taken', { held: mostHolds }]);
    expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toHaveLength(mostHolds);
    // What is booked at once is not held.
    expect((await book(prepared, time(60))).status).toBe(201);
    const [one = '', two = ''] = held;
    expect((await act(prepared, one, 'confirmation')).status).toBe(201);
    expect((await hold(mostHolds)).status).toBe(201);
    expect(said(await hold(mostHolds + 1))).toEqual([409, 'too-much-taken']);
    expect((await act(prepared, two, 'cancellation', { reason: 'other' })).status).toBe(201);
    // A booking that is cancelled gives back no hold.
    expect((await act(prepared, one, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await hold(mostHolds + 1)).status).toBe(201);
    expect(said(await hold(mostHolds + 2))).toEqual([409, 'too-much-taken']);
    expect((await hold(mostHolds + 2, new Date(now.getTime() + 61 * 60_000))).status).toBe(201);
  });

  it('are counted for each person', async () => {
    const other = await prepareCase(store);
    for (let n = 0; n < mostHolds; n += 1) await hold(n);
    expect((await bookWith(other, time(0), { holdMinutes: 60 })).status).toBe(201);
  });
});

describe('the page of a week', () => {
  it('takes no more than it can hold; what is there can still be given back', async () => {
    const { sessionId } = (await book(prepared, '2027-03-02T09:00')).body as { sessionId: string };
    const key = pageKey({ calendar: calendarIdOf(prepared.people.clerk), week: '2027-02-27' });
    const [item] = await store.get([key]);
    const many = Array.from({ length: 999 }, (_, n) => ({
      start: new Date(Date.UTC(2027, 2, 3) + n * 60_000).toISOString(),
      end: new Date(Date.UTC(2027, 2, 3) + (n + 1) * 60_000).toISOString(),
      sessionId,
    }));
    const taken = [
      ...((item?.['taken'] ?? []) as object[]),
      ...many.map((each) => ({ ...each, sessionId: 'other' })),
    ];
    await store.write([
      { kind: 'update', key, set: { taken, version: 2 }, when: { version: 1 }, onRefused: 'retry' },
    ]);
    const full = await book(prepared, '2027-03-04T09:00');
    expect([...said(full), full.body.facts]).toEqual([409, 'too-much-taken', { seat: 'clerk' }]);
    expect((await act(prepared, sessionId, 'length', { minutes: 30 })).status).toBe(201);
    expect((await book(prepared, '2027-03-08T09:00')).status).toBe(201);
    expect((await act(prepared, sessionId, 'cancellation', { reason: 'other' })).status).toBe(201);
    expect((await book(prepared, '2027-03-04T09:00')).status).toBe(201);
  });
});
