import { beforeEach, describe, expect, it } from 'vitest';
import {
  putWorkingTime,
  putHolidays,
  putProfile,
  usualWorkingTime,
  usualProfile,
} from '../../../functions/directory/port/working-time-store.ts';
import type { WorkingTime, InterpreterProfile } from '../../../functions/directory/port/working-time.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import type { Change, Store } from '../../../functions/shared/store/store.ts';
import { actorOf, type Told } from '../../support/in-process.ts';
import { searchBody } from '../../support/search.ts';
import { memoryStore } from '../../support/memory-store.ts';
import {
  book,
  cancel,
  prepareCase,
  now,
  setDuty,
  type PreparedCase,
  searchFor,
} from '../../sessions/prepared-case.ts';

let store: Store;
let prepared: PreparedCase;
const write = (...changes: Change[]) => store.write(changes);

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

type Role = keyof PreparedCase['people'];

/** A week in March 2027, in which no clock of those here changes: one hour, the usual people. */
const usual = () => ({
  caseId: prepared.caseId,
  earliest: '2027-03-08T00:00:00Z',
  latest: '2027-03-13T00:00:00Z',
  zone: 'Asia/Bangkok',
  segments: [{ kind: 'main', at: 0, minutes: 60 }],
  participants: [
    { key: 'prosecutor', personId: prepared.people.prosecutor.personId },
    { key: 'clerk', personId: prepared.people.clerk.personId },
  ] as object[],
});

const search = (body: object, who: Role | Person = 'prosecutor'): Promise<Told> =>
  searchFor(prepared, actorOf(typeof who === 'string' ? prepared.people[who] : who), body);

const starts = ({ body }: Told): string[] => (body.slots as { start: string }[]).map(({ start }) => start);
const setWorkingTime = (owner: Person, more: Partial<WorkingTime>) =>
  write(putWorkingTime(owner.personId, { ...usualWorkingTime(owner.zone, owner.country), ...more }, 0));
/** As they are by default, but set by somebody, so that they bind. */
const setUsual = async (...whose: Role[]) => {
  for (const role of whose) await setWorkingTime(prepared.people[role], {});
};

describe('a search', () => {
  it('finds times within everybody’s hours, best first, apart from each other, with each one’s local time', async () => {
    await setUsual('prosecutor', 'clerk');
    const told = await search({ ...usual(), rows: true });
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

  it('needs no Idempotency-Key and changes nothing', async () => {
    const before = JSON.stringify([...memoryItems(store)]);
    const response = await prepared.app.request('/api/availability/search', {
      method: 'POST',
      headers: {
        'x-actor': JSON.stringify(actorOf(prepared.people.prosecutor)),
        'content-type': 'application/json',
      },
      body: JSON.stringify(
        searchBody(usual(), {
          witness: prepared.witness,
          roleOf: (id) => (id === prepared.people.clerk.personId ? 'clerk' : 'prosecutor'),
        }),
      ),
    });
    expect(response.status).toBe(200);
    expect(JSON.stringify([...memoryItems(store)])).toBe(before);
  });

  it('does not offer what is booked, with the buffers around it, unless that session is the one to be moved', async () => {
    await setUsual('prosecutor');
    const booked = await book(prepared, '2027-03-08T12:00');
    // Between two sessions the longer of the two buffers is enough: the same free time serves both.
    await setWorkingTime(prepared.people.clerk, { bufferBefore: 30, bufferAfter: 10 });
    const { sessionId } = booked.body as { sessionId: string };
    const bands = (told: Told) => told.body.bands.slice(0, 2) as unknown[];
    const day = { ...usual(), latest: '2027-03-09T00:00:00Z' };
    expect(bands(await search(day))).toEqual([
      { first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T03:30:00.000Z' },
      { first: '2027-03-08T06:30:00.000Z', last: '2027-03-08T08:30:00.000Z' },
    ]);
    const whole = [{ first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T08:30:00.000Z' }];
    expect(bands(await search({ ...day, moving: sessionId }))).toEqual(whole);
    const other = await prepareCase(store);
    const foreign = await search(
      { ...day, caseId: other.caseId, moving: sessionId },
      other.people.prosecutor,
    );
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    await cancel(prepared, sessionId);
    expect(bands(await search(day))).toEqual(whole);
  });

  it('offers the rest of a session that ended early', async () => {
    await setUsual('prosecutor', 'clerk');
    const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
    const { personId } = prepared.people.clerk;
    // It began before the clock of this test, and was to last until one o’clock in Bangkok.
    const going = page(
      personId,
      '2027-02-28T23:30:00.000Z',
      '2027-03-01T06:00:00.000Z',
      '2027-02-27',
      sessionId,
    );
    await write(going);
    const today = { ...usual(), earliest: '2027-03-01T00:00:00Z', latest: '2027-03-02T00:00:00Z' };
    expect((await search(today)).body.bands[0].first).toBe('2027-03-01T06:00:00.000Z');
    await write({
      kind: 'update',
      key: { table: 'sessions', pk: `session#${sessionId}`, sk: 'door' },
      set: { status: 'ended', endedAt: '2027-02-28T23:45:00.000Z' },
      when: 'present',
      onRefused: 'not-found',
    });
    expect((await search(today)).body.bands[0].first).toBe('2027-03-01T01:30:00.000Z');
  });

  it('offers the days that are left of a session on several days that ended early', async () => {
    const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
    const { personId } = prepared.people.clerk;
    const [start, end] = ['2027-02-25T03:00:00.000Z', '2027-02-25T04:00:00.000Z'];
    // It began on a day that the search would not look at, and was to go on tomorrow.
    await write(
      page(personId, start, end, '2027-02-20', sessionId),
      page(personId, '2027-03-02T03:00:00.000Z', '2027-03-02T04:00:00.000Z', '2027-02-27', sessionId),
    );
    const day = { ...usual(), earliest: '2027-03-02T02:00:00Z', latest: '2027-03-02T05:00:00Z' };
    const bandsNow = async () => (await search(day)).body.bands as object[];
    expect(await bandsNow()).toHaveLength(2);
    await write({
      kind: 'update',
      key: { table: 'sessions', pk: `session#${sessionId}`, sk: 'door' },
      set: { status: 'ended', endedAt: end },
      when: 'present',
      onRefused: 'not-found',
    });
    expect(await bandsNow()).toEqual([
      { first: '2027-03-02T02:00:00.000Z', last: '2027-03-02T04:00:00.000Z' },
    ]);
  });

  it('counts what a session that has begun took of a day, when it is to be moved', async () => {
    const { interpreter, prosecutor } = prepared.people;
    const { sessionId } = (await book(prepared, '2027-03-08T09:00')).body as { sessionId: string };
    // Half of it is over.
    const later = prepared.over(store, new Date('2027-03-08T02:30:00Z'));
    const day = {
      ...usual(),
      earliest: '2027-03-08T03:00:00Z',
      latest: '2027-03-08T12:00:00Z',
      participants: [{ key: 'interpreter', personId: interpreter.personId }],
      moving: sessionId,
    };
    const slots = async () =>
      (await searchFor(prepared, actorOf(prosecutor), day, later)).body.slots as object[];
    await setDuty(store, interpreter, { dayMinutes: 89, changeover: 30 });
    expect(await slots()).toEqual([]);
    const profile = usualProfile(interpreter) as InterpreterProfile;
    const duty = { ...profile.duty, dayMinutes: 90 };
    await write(putProfile(interpreter.personId, { ...profile, duty }, 1));
    expect(await slots()).not.toEqual([]);
  });

  it('warns of holidays, unsociable hours, changed clocks and other dates, and excludes none of it', async () => {
    const { prosecutor, interpreter } = prepared.people;
    await write(
      putHolidays('TH', 2027, [{ day: '2027-04-06', kind: 'holiday', name: 'A day of a test' }], 0),
    );
    await setWorkingTime(interpreter, {
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' })),
    });
    await setWorkingTime(prosecutor, {
      weekly: [{ weekday: 2, from: '20:00', until: '22:30' }],
    });
    const told = await search({
      ...usual(),
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
    const late = await search({
      ...usual(),
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
    await setUsual('prosecutor', 'clerk');
    const sunday = { ...usual(), earliest: '2027-03-06T17:00:00Z', latest: '2027-03-07T17:00:00Z' };
    const refused = await search(sunday);
    expect(refused.body.slots).toEqual([]);
    expect(refused.body.nothing.changes).toContainEqual(expect.objectContaining({ kind: 'outside-hours' }));
    const told = await search({ ...sunday, outsideHours: true });
    expect(told.body.slots[0]).toMatchObject({
      burdened: 2,
      seats: [{ warnings: ['outside-hours'], needs: ['outside-hours'] }, {}],
    });
  });

  it('asks each only for the parts in which it is needed', async () => {
    const { prosecutor, clerk } = prepared.people;
    await setWorkingTime(clerk, { weekly: [{ weekday: 1, from: '09:00', until: '11:15' }] });
    await setWorkingTime(prosecutor, { weekly: [{ weekday: 1, from: '10:15', until: '12:00' }] });
    const told = await search({
      ...usual(),
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

const memoryItems = (of: Store) => (of as ReturnType<typeof memoryStore>).items;

const page = (
  personId: string,
  start: string,
  end: string,
  week = '2027-03-06',
  sessionId = 'another',
): Change => ({
  kind: 'put',
  table: 'sessions',
  item: {
    pk: `calendar#person#${personId}`,
    sk: `week#${week}`,
    version: 1,
    taken: [{ start, end, sessionId }],
  },
  when: 'absent',
  onRefused: 'changed-meanwhile',
});

it('the clock of these tests stands before their weeks', () => {
  expect(now.toISOString() < '2027-03-06').toBe(true);
});
