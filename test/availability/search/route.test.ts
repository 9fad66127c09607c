import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  putWorkingTime,
  putHolidays,
  putProfile,
  newRoom,
  usualWorkingTime,
  usualProfile,
} from '../../../functions/directory/port/working-time-store.ts';
import type { WorkingTime, InterpreterProfile } from '../../../functions/directory/port/working-time.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import type { Change, Store } from '../../../functions/shared/store/store.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { searchBody } from '../../support/search.ts';
import { memoryStore } from '../../support/memory-store.ts';
import {
  act,
  book,
  bookWith,
  cancel,
  enterRoom,
  prepareCase,
  now,
  setDuty,
  type PreparedCase,
  inFull,
  searchFor,
  bookingOf,
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

describe('a session on several days', () => {
  const days = (again: number[], more: object = {}) =>
    search({
      ...usual(),
      participants: [{ key: 'clerk', personId: prepared.people.clerk.personId }],
      again,
      ...more,
    });

  it('needs everybody on each', async () => {
    await setWorkingTime(prepared.people.clerk, {
      weekly: [
        { weekday: 1, from: '09:00', until: '12:00' },
        { weekday: 2, from: '10:00', until: '11:30' },
      ],
    });
    const told = await days([1440]);
    expect(told.body.bands).toEqual([
      { first: '2027-03-08T03:00:00.000Z', last: '2027-03-08T03:30:00.000Z' },
    ]);
    // It ends on the second day.
    expect(told.body.slots[0].end).toBe('2027-03-09T04:15:00.000Z');
  });

  it('begins each day by the clock of the venue, so no clock there changes between', async () => {
    // On 4 April at three in the morning the clocks of Sydney go back: 16:00 on the day before in UTC.
    const window = { earliest: '2027-04-02T00:00:00Z', latest: '2027-04-06T00:00:00Z' };
    const told = await days([1440], { ...window, zone: 'Australia/Sydney' });
    expect(told.body.bands).toEqual([
      { first: '2027-04-02T00:00:00.000Z', last: '2027-04-02T15:45:00.000Z' },
      { first: '2027-04-03T16:00:00.000Z', last: '2027-04-04T23:00:00.000Z' },
    ]);
  });

  it('is refused where a day begins before the one before it has ended', async () => {
    const told = await days([1440, 1470]);
    expect([told.body.code, told.body.errors[0].pointer]).toEqual([
      'segments-not-possible',
      '/proposal/days/2/local',
    ]);
  });
});

/** An id of the right form that belongs to nothing. */
const nobody = newId(randomBytes);

const memoryItems = (of: Store) => (of as ReturnType<typeof memoryStore>).items;

describe('pools', () => {
  const pool = { key: 'interpreters', kind: 'interpreter', between: ['my', 'th'] };
  const enter = async (more: Partial<InterpreterProfile> = {}, person: Partial<Person> = {}) => {
    const entered = await enterPerson(store, 'interpreter', {
      country: 'TH',
      zone: 'Asia/Bangkok',
      ...person,
    });
    const profile = usualProfile(entered) as InterpreterProfile;
    await write(putProfile(entered.personId, { ...profile, ...more }, 0));
    return entered.personId;
  };
  const fits = async (more: object, body: object = usual()) => {
    const told = await search({ ...body, pools: [{ ...pool, ...more }] });
    const [slot] = told.body.slots;
    return slot === undefined ? told.body.nothing : slot.pools[0].fits.map(({ id }: { id: string }) => id);
  };

  it('give those who fit, by language, criteria and conflicts', async () => {
    await setUsual('interpreter');
    const woman = await enter({ gender: 'woman', vettedOn: '2026-05-01' });
    const man = await enter({ gender: 'man', modes: ['consecutive', 'simultaneous'] });
    const lao = await enter({ gender: 'woman' }, { country: 'LA' });
    await enter({ conflicts: { cases: [prepared.caseId as never], countries: [] } });
    await enter({ conflicts: { cases: [], countries: ['MM'] } });
    const oneWay = [{ from: 'my', to: 'th' }] as never;
    await enter({ directions: oneWay });
    const all = [woman, man, lao].toSorted();
    // The case has one more, who sits in Sydney and has gone home when it is noon in Bangkok.
    expect((await fits({})).toSorted()).toEqual(all);
    expect((await fits({ notFrom: ['AU'] })).toSorted()).toEqual(all);
    expect((await fits({ gender: 'woman' })).toSorted()).toEqual([woman, lao].toSorted());
    expect(await fits({ gender: 'woman', notFrom: ['LA'] })).toEqual([woman]);
    expect(await fits({ vettedSince: '2026-05-01' })).toEqual([woman]);
    expect(await fits({ mode: 'simultaneous' })).toEqual([man]);
    expect(await fits({ vettedSince: '2026-05-02' })).toMatchObject({
      binding: [{ keys: ['interpreters'] }],
      changes: [{ kind: 'criterion', key: 'interpreters', dropped: 'vettedSince' }],
    });
  });

  it('never seat one person twice, nor one who is named', async () => {
    const one = await enter();
    const two = { ...usual(), latest: '2027-03-09T00:00:00Z' };
    const ask2 = (count: number, more: object[] = []) =>
      search({
        ...two,
        participants: [...two.participants, ...more],
        pools: [{ ...pool, count, notFrom: ['AU'] }],
      });
    expect((await ask2(1)).body.slots.length).toBeGreaterThan(0);
    expect((await ask2(2)).body.slots).toEqual([]);
    expect((await ask2(1, [{ key: 'named', personId: one }])).body.slots).toEqual([]);
    const other = await enter();
    const found = await ask2(2);
    expect(found.body.slots[0].pools[0].fits.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [one, other].toSorted(),
    );
  });

  it('keep the limits of duty: the day, the changeover, and a word where one would work alone too long', async () => {
    const duty = { aloneSimultaneous: 30, aloneConsecutive: 60, dayMinutes: 90, changeover: 45 };
    const one = await enter({ duty });
    await setWorkingTime((await findPerson(one)) as Person, { bufferBefore: 0, bufferAfter: 0 });
    const monday = { ...usual(), participants: [], latest: '2027-03-09T00:00:00Z' };
    const ask1 = (minutes: number) =>
      search({
        ...monday,
        segments: [{ kind: 'main', at: 0, minutes }],
        pools: [{ ...pool, notFrom: ['AU'] }],
      });
    expect((await ask1(60)).body.slots[0].pools[0].fits[0].warnings).toEqual([]);
    expect((await ask1(65)).body.slots[0].pools[0].fits[0].warnings).toEqual(['alone-too-long']);
    expect((await ask1(95)).body.slots).toEqual([]);
    await write(page(one, '2027-03-08T03:00:00.000Z', '2027-03-08T04:00:00.000Z'));
    expect((await ask1(35)).body.slots).toEqual([]);
    expect((await ask1(30)).body.bands).toEqual([
      { first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T01:45:00.000Z' },
      { first: '2027-03-08T04:45:00.000Z', last: '2027-03-08T09:00:00.000Z' },
    ]);
  });

  it('count a begun minute whole, as booking does', async () => {
    const { interpreter } = prepared.people;
    await setDuty(store, interpreter, { dayMinutes: 120, changeover: 0 });
    const { sessionId } = (await book(prepared, '2027-03-19T12:00')).body as { sessionId: string };
    const half = (hour: string) => ({
      start: `2027-03-08T${hour}:00:30.000Z`,
      end: `2027-03-08T${hour}:30:30.000Z`,
      sessionId,
    });
    const change = page(interpreter.personId, '', '');
    if (change.kind !== 'put') throw new Error('not a page');
    await write({ ...change, item: { ...change.item, taken: [half('02'), half('03')] } });
    // Twice half an hour takes 31 begun minutes each; with these, 60 more would be 122.
    const monday = { ...usual(), earliest: '2027-03-08T04:00:00Z', latest: '2027-03-08T06:00:00Z' };
    const ask1 = (minutes: number) =>
      search({
        ...monday,
        segments: [{ kind: 'main', at: 0, minutes }],
        participants: [{ key: 'interpreter', personId: interpreter.personId }],
      });
    expect((await ask1(60)).body.slots).toEqual([]);
    expect((await ask1(55)).body.slots).not.toEqual([]);
    const booked = async (minutes: number) =>
      (await bookWith(prepared, '2027-03-08T12:00', { minutes })).body.code as string | undefined;
    expect(await booked(60)).toBe('duty-limit');
    expect(await booked(55)).toBeUndefined();
  });

  const findPerson = async (personId: string) =>
    (await store.get([{ table: 'directory', pk: `person#${personId}`, sk: 'person' }]))[0] as unknown;

  it('give rooms that fit', async () => {
    const base = { agencyId: 'agency', agencyName: 'Agency', label: 'Room', country: 'MM', city: 'Yangon' };
    const put = (roomId: string, more: object) =>
      write(
        ...newRoom(
          { ...base, roomId: roomId as never, country: 'MM', vetted: true, atProtectedSite: false, ...more },
          'Asia/Yangon',
        ),
      );
    const ids = new Map(['b', 'c', 'd', 'e'].map((name) => [name, newId(randomBytes)]));
    const id = (name: string) => ids.get(name) ?? '';
    await put(id('b'), {});
    await put(id('c'), { vetted: false });
    await put(id('d'), { city: 'Mandalay' });
    await put(id('e'), { atProtectedSite: true, agencyId: prepared.people['support-officer'].agencyId });
    const rooms = async (who: Role) => {
      const told = await search(
        { ...usual(), pools: [{ key: 'room', kind: 'room', city: 'yangon', vetted: true }] },
        who,
      );
      return told.body.slots[0].pools[0].fits.map((fit: { id: string }) => fit.id).toSorted();
    };
    // Where she is heard, in her State, none is looked for that was never vetted, asked for or not.
    const any = async (more: object[]) => {
      const participants = [...usual().participants, ...more];
      const body = { ...usual(), participants, pools: [{ key: 'room', kind: 'room', city: 'yangon' }] };
      return (await search(body)).body.slots[0].pools[0].fits.map((fit: { id: string }) => fit.id).toSorted();
    };
    expect(await any([])).toEqual([id('b'), id('c')].toSorted());
    expect(await any([{ key: 'her', witness: true }])).toEqual([id('b')]);
    // The shelter's room is there only for those who work there; nobody is let in by a case.
    expect(await rooms('prosecutor')).toEqual([id('b')]);
    expect(await rooms('support-officer')).toEqual([id('b'), id('e')].toSorted());
  });
});

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

describe('an interpreter who is named', () => {
  const named = (more: object = {}) => ({
    ...usual(),
    participants: [{ key: 'interpreter', personId: prepared.people.interpreter.personId, ...more }],
  });
  const declare = (more: Partial<InterpreterProfile>, before = 0) =>
    write(
      putProfile(
        prepared.people.interpreter.personId,
        { ...(usualProfile(prepared.people.interpreter) as InterpreterProfile), ...more },
        before,
      ),
    );
  const said = ({ status, body }: Told) => [status, body.code, body.facts];

  it.each([
    ['the case', () => ({ cases: [prepared.caseId as never], countries: [] })],
    ['the requesting State', () => ({ cases: [], countries: ['TH' as const] })],
    ['the host State', () => ({ cases: [], countries: ['MM' as const] })],
  ])(
    'and has a conflict with %s is neither searched with nor booked, moved or put into a seat',
    async (_, conflicts) => {
      const { prosecutor } = prepared.people;
      const other = await enterPerson(store, 'interpreter');
      const { sessionId } = (await book(prepared, '2027-03-08T12:00')).body as { sessionId: string };
      await declare({ conflicts: conflicts() });
      expect(said(await search(named()))).toEqual([422, 'conflict-declared', { key: 'interpreter' }]);
      const refused = [422, 'conflict-declared', { seat: 'interpreter' }];
      expect(said(await book(prepared, '2027-03-09T12:00'))).toEqual(refused);
      const thought = inFull(prepared, bookingOf(prepared, '2027-03-09T12:00'));
      const preview = await ask(
        prepared.app,
        actorOf(prosecutor),
        'POST',
        '/api/availability/preview',
        thought,
      );
      expect(said(preview)).toEqual(refused);
      const move = { local: '2027-03-10T12:00', zone: 'Asia/Bangkok' };
      expect(said(await act(prepared, sessionId, 'move', move))).toEqual(refused);
      const replace = (personId: string) =>
        act(
          prepared,
          sessionId,
          'replacements',
          { seat: 'interpreter', personId, reason: 'conflict-of-interest' },
          { by: prosecutor },
        );
      expect((await replace(other.personId)).status).toBe(201);
      expect((await act(prepared, sessionId, 'move', move)).status).toBe(201);
      expect(said(await replace(prepared.people.interpreter.personId))).toEqual(refused);
    },
  );

  it('is warned of where the languages are others or nobody vetted lately, if the search was told', async () => {
    const warnings = async (interprets?: object) => {
      const told = await search(named(interprets === undefined ? {} : { interprets }));
      return told.body.slots[0].seats[0].warnings as string[];
    };
    const lacks = ['other-languages', 'not-vetted'];
    const told = async (interprets?: object) =>
      (await warnings(interprets)).filter((each) => lacks.includes(each));
    expect(await told()).toEqual([]);
    expect(await told({ between: ['my', 'th'] })).toEqual(['not-vetted']);
    expect(await told({ between: ['my', 'km'] })).toEqual(lacks);
    await declare({ vettedOn: '2026-05-01' });
    expect(await told({ between: ['my', 'th'] })).toEqual([]);
    expect(await told({ between: ['my', 'th'], vettedSince: '2026-05-01' })).toEqual([]);
    expect(await told({ between: ['my', 'th'], vettedSince: '2026-05-02' })).toEqual(['not-vetted']);
  });

  it('is warned of where one alone works too long, in the mode that was told', async () => {
    const needs = async (minutes: number, interprets?: object) => {
      const body = named(interprets === undefined ? {} : { interprets });
      const told = await search({ ...body, segments: [{ kind: 'main', at: 0, minutes }] });
      return told.body.slots[0].seats[0].needs as string[];
    };
    expect(await needs(60)).toEqual([]);
    expect(await needs(65)).toEqual(['alone-too-long']);
    expect(await needs(35, { between: ['my', 'th'], mode: 'simultaneous' })).toEqual(['alone-too-long']);
  });
});

describe('a room', () => {
  it('is never offered outside its hours, without its buffers or at short notice, and is the same on a holiday', async () => {
    const weekly = [{ weekday: 1, from: '09:00', until: '10:00' }];
    const roomId = await enterRoom(store, { weekly, sociable: { from: '20:00', until: '21:00' } });
    await write(putHolidays('TH', 2027, [{ day: '2027-03-08', kind: 'holiday', name: 'A day' }], 0));
    const told = await search({
      ...usual(),
      participants: [{ key: 'room', roomId }],
      outsideHours: true,
      shortNotice: true,
      withoutBuffers: true,
    });
    expect(told.body.bands).toEqual([
      { first: '2027-03-08T02:00:00.000Z', last: '2027-03-08T02:00:00.000Z' },
    ]);
    expect(told.body.slots[0]).toMatchObject({ burdened: 0, seats: [{ warnings: [], needs: [] }] });
  });
});

describe('where a protected person is', () => {
  const asked = () => ({
    ...usual(),
    participants: [
      { key: 'prosecutor', personId: prepared.people.prosecutor.personId },
      { key: 'witness', witness: true },
      { key: 'supporter', personId: prepared.people['support-officer'].personId },
      { key: 'officer', personId: prepared.people['attending-officer'].personId },
    ],
  });
  const seat = (told: Told, key: string) =>
    (told.body.slots[0].seats as { key: string }[]).find((each) => each.key === key);

  it('is shown to her holder, and to nobody else', async () => {
    const holder = await search(asked(), 'support-officer');
    const other = await search(asked());
    const known = { time: { zone: 'Asia/Yangon' }, warnings: [] };
    for (const key of ['witness', 'supporter', 'officer']) expect(seat(other, key)).toEqual({ key });
    expect(JSON.stringify(other.body)).not.toMatch(/Yangon|06:30/);
    // And each of those beside her is known to the own agency.
    expect([seat(holder, 'witness'), seat(holder, 'supporter')]).toMatchObject([known, known]);
    expect(seat(holder, 'officer')).toEqual({ key: 'officer' });
  });

  it('does not show in the order of slots, in warnings or in reasons', async () => {
    // The same free hours, written down in two places of the world: nothing that is answered may differ.
    const answers = [];
    const away = { start: '2027-03-08T11:00:00.000Z', end: '2027-03-08T20:00:00.000Z' } as never;
    for (const [zone, from, until] of [
      ['Asia/Yangon', '08:00', '18:00'],
      ['Asia/Tokyo', '10:30', '20:30'],
    ] as const) {
      const hidden = prepared.people['support-officer'];
      const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, until }));
      const country = zone === 'Asia/Tokyo' ? 'JP' : 'MM';
      const holidays = zone === 'Asia/Tokyo' ? ['2027-03-09'] : [];
      await write(
        putWorkingTime(
          hidden.personId,
          { ...usualWorkingTime(zone, country), weekly, blocks: [away] },
          answers.length,
        ),
        ...holidays.map((day) => putHolidays('JP', 2027, [{ day, kind: 'holiday', name: 'A day' }], 0)),
      );
      const participants = asked().participants.filter(
        ({ key }) => key === 'prosecutor' || key === 'supporter',
      );
      const many = await search({ ...asked(), participants, outsideHours: true, rows: true });
      const none = await search({
        ...asked(),
        participants,
        earliest: '2027-03-08T11:00:00Z',
        latest: '2027-03-08T20:00:00Z',
        outsideHours: true,
      });
      answers.push([many.body, none.body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]?.slots.length).toBeGreaterThan(5);
    expect(answers[0]?.[1]?.nothing).toMatchObject({ binding: [{ keys: ['supporter'] }] });
    expect(JSON.stringify(answers[0]?.[1]?.nothing.changes)).not.toContain('supporter');
  });
});

describe('what cannot be searched is refused', () => {
  const member = (key: string, role: Role) => ({ key, personId: prepared.people[role].personId });
  const main = { kind: 'main', at: 0, minutes: 60 };
  const cases: [string, () => object, string, string?][] = [
    [
      'an end before the start',
      () => ({ latest: '2027-03-07T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    ['the past', () => ({ earliest: '2027-02-20T00:00:00Z' }), 'search-window-not-possible', '/earliest'],
    [
      'half a year and a day',
      () => ({ latest: '2027-09-05T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    [
      'years without known clocks',
      () => ({ earliest: '2037-12-01T00:00:00Z', latest: '2038-01-20T00:00:00Z' }),
      'search-window-not-possible',
      '/latest',
    ],
    ['nobody', () => ({ participants: [] }), 'seats-not-possible', '/proposal/seats'],
    [
      'the same person twice',
      () => ({ participants: [member('one', 'clerk'), member('two', 'clerk')] }),
      'seats-not-possible',
      '/proposal/seats/0/ids/1',
    ],
    [
      'two pools of one key',
      () => ({ pools: [1, 2].map(() => ({ key: 'pool', kind: 'room' })) }),
      'seats-not-possible',
      '/pools/1/key',
    ],
    [
      'a seat that the kind has not',
      () => ({ kind: 'preparation-visit' }),
      'seats-not-possible',
      '/proposal/seats/0/seat',
    ],
    ['no parts', () => ({ segments: [] }), 'invalid-request', '/proposal/parts'],
    [
      'no main part',
      () => ({ segments: [{ ...main, kind: 'pre' }] }),
      'segments-not-possible',
      '/proposal/parts',
    ],
    [
      'parts that overlap',
      () => ({ segments: [main, { kind: 'post', at: 55, minutes: 15 }] }),
      'segments-not-possible',
      '/proposal/parts/1/at',
    ],
    [
      'parts out of order',
      () => ({ segments: [main, { kind: 'pre', at: 60, minutes: 15 }] }),
      'segments-not-possible',
      '/proposal/parts/1/kind',
    ],
    [
      'a part for nobody who is there',
      () => ({
        segments: [
          { kind: 'pre', at: 0, minutes: 15, needs: ['judge'] },
          { ...main, at: 15 },
        ],
      }),
      'invalid-request',
      '/proposal/parts/0/needs/0',
    ],
    [
      'a main part without somebody, which could not be booked',
      () => ({ segments: [{ ...main, needs: ['clerk'] }] }),
      'segments-not-possible',
      '/proposal/parts/0/needs',
    ],
    ['an unknown zone', () => ({ zone: 'Asia/Bankok' }), 'unknown-zone', '/proposal/zone'],
    [
      'an unknown language',
      () => ({ pools: [{ key: 'pool', kind: 'interpreter', between: ['my', 'xx-nowhere'] }] }),
      'invalid-request',
      '/pools/0/between/1',
    ],
    ['a grid of seven minutes', () => ({ grid: 7 }), 'invalid-request', '/grid'],
    ['a time without a zone', () => ({ earliest: '2027-03-08T09:00' }), 'invalid-request', '/earliest'],
    [
      'a person who is not there',
      () => ({ participants: [{ key: 'one', personId: nobody }] }),
      'person-not-suitable',
    ],
    [
      'a room that is not there',
      () => ({ participants: [{ key: 'one', roomId: nobody }] }),
      'person-not-suitable',
    ],
    ['a field that nobody knows', () => ({ colour: 'blue' }), 'invalid-request'],
  ];

  it.each(cases)('%s', async (_, more, code, pointer) => {
    const told = await search({ ...usual(), ...more() });
    expect(told.body.code).toBe(code);
    expect(told.status).toBe(code === 'invalid-request' ? 400 : 422);
    if (pointer !== undefined) expect(told.body.errors[0].pointer).toBe(pointer);
  });

  it('too many people at too many times, but not as many at fewer', async () => {
    await Promise.all(Array.from({ length: 170 }, () => enterPerson(store, 'interpreter')));
    const pools = ['one', 'two', 'three'].map((key) => ({ key, kind: 'interpreter', between: ['my', 'th'] }));
    const half = { ...usual(), latest: '2027-09-03T00:00:00Z', pools, most: 1 };
    const told = await search({ ...half, grid: 5 });
    expect([told.status, told.body.code, told.body.errors[0].pointer]).toEqual([
      422,
      'search-too-large',
      '/pools',
    ]);
    expect((await search({ ...half, grid: 15 })).status).toBe(200);
  });

  it('more than ten thousand times on one calendar', async () => {
    const taken = Array.from({ length: 10_001 }, (_, at) => ({
      start: new Date(Date.UTC(2027, 2, 8) + at * 30_000).toISOString(),
      end: new Date(Date.UTC(2027, 2, 8) + at * 30_000 + 20_000).toISOString(),
      sessionId: `session-${at}`,
    }));
    const change = page(prepared.people.clerk.personId, '', '');
    if (change.kind !== 'put') throw new Error('not a page');
    await write({ ...change, item: { ...change.item, taken } });
    expect((await search(usual())).body.code).toBe('search-too-large');
    await write({ ...change, item: { ...change.item, taken: taken.slice(1) }, when: 'present' });
    expect((await search(usual())).status).toBe(200);
  });

  it('a case of others, exactly as one that is not there', async () => {
    const other = await prepareCase(store);
    const foreign = await search({ ...usual(), caseId: other.caseId });
    const missing = await search({ ...usual(), caseId: nobody });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect({ ...foreign.body, request: '' }).toEqual({ ...missing.body, request: '' });
  });

  it('somebody of another case, exactly as somebody who is not there', async () => {
    const other = await prepareCase(store);
    const told = (personId: string) => search({ ...usual(), participants: [{ key: 'one', personId }] });
    const foreign = await told(other.people.clerk.personId);
    expect(foreign.body.code).toBe('person-not-suitable');
    expect({ ...foreign.body, request: '' }).toEqual({ ...(await told(nobody)).body, request: '' });
  });
});

it('the clock of these tests stands before their weeks', () => {
  expect(now.toISOString() < '2027-03-06').toBe(true);
});
