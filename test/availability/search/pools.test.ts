import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  putWorkingTime,
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
import { memoryStore } from '../../support/memory-store.ts';
import {
  act,
  book,
  bookWith,
  prepareCase,
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

const setWorkingTime = (owner: Person, more: Partial<WorkingTime>) =>
  write(putWorkingTime(owner.personId, { ...usualWorkingTime(owner.zone, owner.country), ...more }, 0));
/** As they are by default, but set by somebody, so that they bind. */
const setUsual = async (...whose: Role[]) => {
  for (const role of whose) await setWorkingTime(prepared.people[role], {});
};

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
