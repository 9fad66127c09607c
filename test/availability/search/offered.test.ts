import { beforeEach, describe, expect, it } from 'vitest';
import { putHolidays } from '../../../functions/directory/port/working-time-store.ts';
import { setUsualWorkingTime, setWorkingTime } from '../../support/calendars.ts';
import { actorOf, type Told } from '../../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, searchBody, usualSearch } from '../../support/search.ts';

let store: MemoryStore;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

const starts = ({ body }: Told): string[] => (body.slots as { start: string }[]).map(({ start }) => start);

describe('a search', () => {
  it('finds times within everybody’s hours, best first, apart from each other, with each one’s local time', async () => {
    await setUsualWorkingTime(prepared, 'prosecutor', 'clerk');
    const told = await search(prepared, { ...usualSearch(prepared), rows: true });
    expect(told.status).toBe(200);
    const { slots, bands, rows, zoneTable } = told.body;
    expect(zoneTable).toMatch(/^20\d\d[a-z]$/);
    // Both work 08:30 to 16:30 in Bangkok: starts from 01:30 to 08:30 UTC, on each of five days.
    expect(bands).toHaveLength(5);
    expect(bands[0]).toEqual({ first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T08:30:00.000Z' });
    expect(rows.map(({ key }: { key: string }) => key)).toEqual(['prosecutor', 'clerk']);
    expect(rows[1].bands).toEqual(bands);
    expect(slots[0]).toEqual({
      // Within an hour of half past one, the middle of their sociable hours, all are as fair; the soonest is first.
      start: '2027-03-08T05:15:00.000Z',
      end: '2027-03-08T06:15:00.000Z',
      burdened: 0,
      seats: ['prosecutor', 'clerk'].map((key) => ({
        key,
        time: { zone: 'Asia/Bangkok', local: '2027-03-08T12:15', offset: '+07:00', weekday: 1 },
        warnings: [],
        needs: [],
      })),
      pools: [],
    });
    const times = starts(told).map((start) => Date.parse(start) / 60_000);
    const gaps = times.toSorted((a, b) => a - b).map((time, at, all) => time - (all[at - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(120);
  });

  it('needs no Idempotency-Key and changes nothing but that somebody asked', async () => {
    const others = () =>
      JSON.stringify([...store.items].filter(([at]) => !/^\["(availability|custody)"/.test(at)));
    const before = others();
    const response = await prepared.app.request('/api/availability/search', {
      method: 'POST',
      headers: {
        'x-actor': JSON.stringify(actorOf(prepared.people.prosecutor)),
        'content-type': 'application/json',
      },
      body: JSON.stringify(
        searchBody(usualSearch(prepared), {
          witness: prepared.witness,
          roleOf: (id) => (id === prepared.people.clerk.personId ? 'clerk' : 'prosecutor'),
        }),
      ),
    });
    expect(response.status).toBe(200);
    expect(others()).toBe(before);
  });

  it('warns of holidays, unsociable hours, changed clocks and other dates, and excludes none of it', async () => {
    const { prosecutor, interpreter } = prepared.people;
    await store.write([
      putHolidays('TH', 2027, [{ day: '2027-04-06', kind: 'holiday', name: 'A day of a test' }], 0),
    ]);
    await setWorkingTime(store, interpreter, {
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' })),
    });
    await setWorkingTime(store, prosecutor, {
      weekly: [{ weekday: 2, from: '20:00', until: '22:30' }],
    });
    const told = await search(prepared, {
      ...usualSearch(prepared),
      earliest: '2027-04-05T00:00:00Z',
      latest: '2027-04-08T00:00:00Z',
      participants: [
        { key: 'prosecutor', personId: prosecutor.personId },
        { key: 'interpreter', personId: interpreter.personId },
      ],
    });
    // Tuesday at 20:00 in Bangkok is 23:00 in Sydney, where the clocks went back on 4 April.
    expect(told.body.slots[0]).toMatchObject({
      start: '2027-04-06T13:00:00.000Z',
      burdened: 2,
      seats: [
        { key: 'prosecutor', warnings: ['unsociable', 'holiday'] },
        { key: 'interpreter', time: { offset: '+10:00' }, warnings: ['unsociable', 'clock-changes'] },
      ],
    });
    const late = await search(prepared, {
      ...usualSearch(prepared),
      earliest: '2027-04-06T14:15:00Z',
      latest: '2027-04-08T00:00:00Z',
      participants: [
        { key: 'prosecutor', personId: prosecutor.personId },
        { key: 'interpreter', personId: interpreter.personId },
      ],
    });
    expect(late.body.slots[0].seats[1]).toMatchObject({
      time: { local: '2027-04-07T00:15' },
      warnings: ['unsociable', 'clock-changes', 'other-date'],
    });
  });

  it('offers time outside working hours only when asked, and says so', async () => {
    await setUsualWorkingTime(prepared, 'prosecutor', 'clerk');
    const sunday = {
      ...usualSearch(prepared),
      earliest: '2027-03-06T17:00:00Z',
      latest: '2027-03-07T17:00:00Z',
    };
    const refused = await search(prepared, sunday);
    expect(refused.body.slots).toEqual([]);
    expect(refused.body.nothing.changes).toContainEqual(expect.objectContaining({ kind: 'outside-hours' }));
    const told = await search(prepared, { ...sunday, outsideHours: true });
    expect(told.body.slots[0]).toMatchObject({
      burdened: 2,
      seats: [{ warnings: ['outside-hours'], needs: ['outside-hours'] }, {}],
    });
  });

  it('asks each only for the parts in which it is needed', async () => {
    const { prosecutor, clerk } = prepared.people;
    await setWorkingTime(store, clerk, { weekly: [{ weekday: 1, from: '09:00', until: '11:15' }] });
    await setWorkingTime(store, prosecutor, { weekly: [{ weekday: 1, from: '10:15', until: '12:00' }] });
    const told = await search(prepared, {
      ...usualSearch(prepared),
      segments: [
        { kind: 'pre', at: 0, minutes: 60, needs: ['clerk'] },
        { kind: 'main', at: 75, minutes: 60 },
      ],
      participants: [
        { key: 'prosecutor', personId: prosecutor.personId },
        { key: 'clerk', personId: clerk.personId },
      ],
    });
    expect(told.body.bands).toEqual([
      { first: '2027-03-08T02:00:00.000Z', last: '2027-03-08T02:00:00.000Z' },
    ]);
    // Each one's own time is when that one must be there.
    expect(told.body.slots[0].seats).toMatchObject([
      { key: 'prosecutor', time: { local: '2027-03-08T10:15' } },
      { key: 'clerk', time: { local: '2027-03-08T09:00' } },
    ]);
  });
});

it('the clock of these tests stands before their weeks', () => {
  expect(now.toISOString() < '2027-03-06').toBe(true);
});
