import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { putProfile, usualProfile, newRoom } from '../../../functions/directory/port/working-time-store.ts';
import type { InterpreterProfile } from '../../../functions/directory/port/working-time.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { pageOf, setUsualWorkingTime, setWorkingTime } from '../../support/calendars.ts';
import { court, enterPerson } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { search, usualSearch } from '../../support/search.ts';

let store: Store;
let prepared: PreparedCase;

beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('pools', () => {
  const pool = { key: 'interpreters', kind: 'interpreter', between: ['my', 'th'] };
  const enter = async (more: Partial<InterpreterProfile> = {}, person: Partial<Person> = {}) => {
    const entered = await enterPerson(store, 'interpreter', {
      country: 'TH',
      zone: 'Asia/Bangkok',
      ...person,
    });
    const profile = usualProfile(entered) as InterpreterProfile;
    await store.write([putProfile(entered.personId, { ...profile, ...more }, 0)]);
    return entered.personId;
  };
  const fits = async (more: object, body: object = usualSearch(prepared)) => {
    const told = await search(prepared, { ...body, pools: [{ ...pool, ...more }] });
    const [slot] = told.body.slots;
    return slot === undefined ? told.body.nothing : slot.pools[0].fits.map(({ id }: { id: string }) => id);
  };

  it('give those who fit, by language, criteria and conflicts', async () => {
    await setUsualWorkingTime(prepared, 'interpreter');
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
    const two = { ...usualSearch(prepared), latest: '2027-03-09T00:00:00Z' };
    const ask2 = (count: number, more: object[] = []) =>
      search(prepared, {
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
    await setWorkingTime(store, (await findPerson(one)) as Person, { bufferBefore: 0, bufferAfter: 0 });
    const monday = { ...usualSearch(prepared), participants: [], latest: '2027-03-09T00:00:00Z' };
    const ask1 = (minutes: number) =>
      search(prepared, {
        ...monday,
        segments: [{ kind: 'main', at: 0, minutes }],
        pools: [{ ...pool, notFrom: ['AU'] }],
      });
    expect((await ask1(60)).body.slots[0].pools[0].fits[0].warnings).toEqual([]);
    expect((await ask1(65)).body.slots[0].pools[0].fits[0].warnings).toEqual(['alone-too-long']);
    expect((await ask1(95)).body.slots).toEqual([]);
    const taken = { start: '2027-03-08T03:00:00.000Z', end: '2027-03-08T04:00:00.000Z' };
    await store.write([pageOf({ personId: one }, [taken])]);
    expect((await ask1(35)).body.slots).toEqual([]);
    expect((await ask1(30)).body.bands).toEqual([
      { first: '2027-03-08T01:30:00.000Z', last: '2027-03-08T01:45:00.000Z' },
      { first: '2027-03-08T04:45:00.000Z', last: '2027-03-08T09:00:00.000Z' },
    ]);
  });

  const findPerson = async (personId: string) =>
    (await store.get([{ table: 'directory', pk: `person#${personId}`, sk: 'person' }]))[0] as unknown;

  it('give rooms that fit', async () => {
    const base = { agencyId: court, agencyName: 'Agency', label: 'Room', country: 'MM', city: 'Yangon' };
    const put = (roomId: string, more: object) =>
      store.write([
        ...newRoom(
          { ...base, roomId: roomId as never, country: 'MM', vetted: true, atProtectedSite: false, ...more },
          'Asia/Yangon',
        ),
      ]);
    const ids = new Map(['b', 'c', 'd', 'e'].map((name) => [name, newId(randomBytes)]));
    const id = (name: string) => ids.get(name) ?? '';
    await put(id('b'), {});
    await put(id('c'), { vetted: false });
    await put(id('d'), { city: 'Mandalay' });
    await put(id('e'), { atProtectedSite: true, agencyId: prepared.people['support-officer'].agencyId });
    const rooms = async (by: Person) => {
      const told = await search(
        prepared,
        { ...usualSearch(prepared), pools: [{ key: 'room', kind: 'room', city: 'yangon', vetted: true }] },
        { by },
      );
      return told.body.slots[0].pools[0].fits.map((fit: { id: string }) => fit.id).toSorted();
    };
    // Where she is heard, in her State, none is looked for that was never vetted, asked for or not.
    const any = async (more: object[]) => {
      const participants = [...usualSearch(prepared).participants, ...more];
      const body = {
        ...usualSearch(prepared),
        participants,
        pools: [{ key: 'room', kind: 'room', city: 'yangon' }],
      };
      return (await search(prepared, body)).body.slots[0].pools[0].fits
        .map((fit: { id: string }) => fit.id)
        .toSorted();
    };
    expect(await any([])).toEqual([id('b'), id('c')].toSorted());
    expect(await any([{ key: 'her', witness: true }])).toEqual([id('b')]);
    // The shelter's room is there only for those who work there; nobody is let in by a case.
    expect(await rooms(prepared.people.prosecutor)).toEqual([id('b')]);
    expect(await rooms(prepared.people['support-officer'])).toEqual([id('b'), id('e')].toSorted());
  });
});
