import { beforeEach, describe, expect, it } from 'vitest';
import { memberKey } from '../../../functions/cases/port/membership.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { ownPartition } from '../../../functions/sessions/own-list/lines.ts';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import { keyName } from '../../../functions/shared/store/store.ts';
import { actorOf, ask, enterPerson } from '../../support/in-process.ts';
import { enterRoom, yangon } from '../../support/calendars.ts';
import { memoryStore, type MemoryStore } from '../../support/memory-store.ts';
import { now, prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, book, bookWith, cancel, nameOfficer } from '../../support/session-verbs.ts';

interface Row {
  readonly sessionId: string;
  readonly waits: readonly string[];
  readonly [more: string]: unknown;
}

let store: MemoryStore;
let of: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  of = await prepareCase(store);
});

const listOf = async (who: Person, at = now): Promise<readonly Row[]> => {
  const { status, body } = await ask(of.over(store, at), actorOf(who), 'GET', '/api/sessions/own');
  expect(status).toBe(200);
  return body.sessions as readonly Row[];
};
const idsOf = async (who: Person, at = now) => (await listOf(who, at)).map(({ sessionId }) => sessionId);
const waitsOf = async (who: Person) => (await listOf(who)).map(({ waits }) => waits);
const booked = async (local: string, more: object = {}) =>
  (await bookWith(of, local, more)).body.sessionId as string;
const linesOf = (who: Person) => store.query('sessions', ownPartition(who.personId));
const gate = (sessionId: string, name: string, state: string) => {
  const key = keyName(doorKey(sessionId));
  const door = store.items.get(key);
  if (door === undefined) throw new Error('No door.');
  store.items.set(key, { ...door, gates: { ...(door['gates'] as object), [name]: state } });
};

describe('a list of one’s own', () => {
  it('has what one has a seat in, soonest first, with what it says where and about whom', async () => {
    const room = await enterRoom(store, {}, { label: 'Room 4' });
    const second = await booked('2027-03-09T09:00');
    const first = await booked('2027-03-02T09:00', { rooms: [room] });
    expect(await idsOf(of.people.clerk)).toEqual([first, second]);
    expect((await listOf(of.people.prosecutor))[0]).toMatchObject({
      sessionId: first,
      caseId: of.caseId,
      reference: 'T 1/2027',
      status: 'booked',
      mySeat: 'prosecutor',
      days: [{ start: '2027-03-02T02:00:00.000Z', end: '2027-03-02T03:00:00.000Z' }],
      rooms: [{ label: 'Room 4', city: 'Bangkok' }],
      pseudonyms: expect.arrayContaining([of.witness]) as unknown,
    });
  });

  it('says which gates wait for the one who looks, and no others', async () => {
    await booked('2027-03-02T09:00');
    const { people } = of;
    expect(await waitsOf(people['support-officer'])).toEqual([['consent', 'riskPlan']]);
    expect(await waitsOf(people.clerk)).toEqual([['interpreter']]);
    expect(await waitsOf(people.prosecutor)).toEqual([[]]);
    // Has no seat, and something to do.
    expect(await waitsOf(people['central-authority'])).toEqual([['permission', 'attendingOfficer']]);
    expect((await listOf(people['central-authority']))[0]).not.toHaveProperty('mySeat');
  });

  it('has no gate that is open or was decided against, and nothing for one without a seat then', async () => {
    const id = await booked('2027-03-02T09:00');
    await nameOfficer(of, id);
    expect(await waitsOf(of.people['central-authority'])).toEqual([['permission']]);
    gate(id, 'permission', 'refused');
    expect(await listOf(of.people['central-authority'])).toEqual([]);
    expect(await idsOf(of.people['attending-officer'])).toEqual([id]);
  });

  it('asks the host State’s authority alone for what the host State decides', async () => {
    const foreign = await enterPerson(store, 'central-authority', { country: 'TH' });
    of = await prepareCase(store, {}, [foreign]);
    await booked('2027-03-02T09:00');
    expect(await listOf(foreign)).toEqual([]);
    expect(await waitsOf(of.people['central-authority'])).toEqual([['permission', 'attendingOfficer']]);
  });

  it('asks the authority that asked, where the host State has nobody of the case and its word comes on paper', async () => {
    const asking = await enterPerson(store, 'central-authority', { country: 'TH' });
    const third = await enterPerson(store, 'central-authority', { country: 'VN' });
    of = await prepareCase(store, { 'central-authority': asking }, [third]);
    await booked('2027-03-02T09:00');
    expect(await waitsOf(asking)).toEqual([['permission']]);
    expect(await listOf(third)).toEqual([]);
  });

  it('asks whoever holds a time to confirm it, until it is over', async () => {
    await booked('2027-03-02T09:00', { holdMinutes: 60 });
    expect(await waitsOf(of.people.prosecutor)).toEqual([['confirmation']]);
    expect(await waitsOf(of.people.clerk)).toEqual([[]]);
    expect(await waitsOf(of.people['central-authority'])).toEqual([]);
    const over = await listOf(of.people.prosecutor, new Date(now.getTime() + 3_600_000));
    expect(over.map(({ status, waits }) => [status, waits])).toEqual([['expired', []]]);
  });

  /** A case with one more officer of a role, a session in it, and how that officer takes the other's place. */
  const withAnother = async (seat: 'clerk' | 'support-officer') => {
    const other = await enterPerson(store, seat);
    of = await prepareCase(store, {}, [other]);
    const id = await booked('2027-03-02T09:00');
    const replace = async () => {
      const body = { seat, ids: [other.personId], reason: 'ill' };
      expect((await act(of, id, 'replacements', body)).status).toBe(201);
    };
    return { other, id, replace };
  };

  it('has nothing of it any more for whoever was replaced, and has it for whoever came', async () => {
    const { other, id, replace } = await withAnother('clerk');
    expect(await idsOf(of.people.clerk)).toEqual([id]);
    await replace();
    expect(await idsOf(of.people.clerk)).toEqual([]);
    expect(await idsOf(other)).toEqual([id]);
  });

  it('still asks the officer who holds contact, whoever sits there in their place', async () => {
    const { other, replace } = await withAnother('support-officer');
    await replace();
    expect(await waitsOf(of.people['support-officer'])).toEqual([['consent', 'riskPlan']]);
    expect(await waitsOf(other)).toEqual([[]]);
    // From the beginning too.
    const seats = { clerk: of.people.clerk.personId, supportOfficer: other.personId };
    await booked('2027-03-03T09:00', { seats: { ...seats, interpreter: of.people.interpreter.personId } });
    expect(await waitsOf(of.people['support-officer'])).toHaveLength(2);
  });

  it('follows a session into another month, and only then is written', async () => {
    const id = await booked('2027-03-02T09:00');
    await act(of, id, 'move', { local: '2027-03-03T09:00', zone: 'Asia/Bangkok' });
    expect((await linesOf(of.people.clerk)).map(({ sk }) => sk)).toEqual([`2027-03#${id}`]);
    await act(of, id, 'move', { local: '2027-04-06T09:00', zone: 'Asia/Bangkok' });
    for (const who of [of.people.clerk, of.people['central-authority']])
      expect((await linesOf(who)).map(({ sk }) => sk)).toEqual([`2027-04#${id}`]);
  });

  it('keeps what was called off, asking nothing of anybody', async () => {
    const id = await booked('2027-03-02T09:00');
    await cancel(of, id);
    expect((await listOf(of.people.clerk)).map(({ status, waits }) => [status, waits])).toEqual([
      ['cancelled', []],
    ]);
    expect(await listOf(of.people['central-authority'])).toEqual([]);
  });

  it('is not read further back than it must be', async () => {
    await booked('2027-03-02T09:00');
    expect(await idsOf(of.people.clerk, new Date('2027-04-30T00:00:00Z'))).toHaveLength(1);
    expect(await idsOf(of.people.clerk, new Date('2027-05-02T00:00:00Z'))).toEqual([]);
  });

  it('shows nothing of a confidential meeting to whoever has no seat in it, whatever their list says', async () => {
    const other = await enterPerson(store, 'central-authority');
    of = await prepareCase(store, {}, [other]);
    const by = of.people['central-authority'];
    const told = await bookWith(
      of,
      '2027-03-02T09:00',
      { kind: 'central-authority-meeting', seats: {} },
      { by },
    );
    const id = told.body.sessionId as string;
    expect(await idsOf(by)).toEqual([id]);
    expect(await linesOf(other)).toEqual([]);
    const line = (await linesOf(by))[0];
    if (line === undefined) throw new Error('No line.');
    await store.write([
      {
        kind: 'put',
        table: 'sessions',
        item: { ...line, pk: ownPartition(other.personId) },
        onRefused: 'retry',
      },
    ]);
    expect(await listOf(other)).toEqual([]);
  });

  it('has nothing for whoever is of the case no more, or has another role by now', async () => {
    await book(of, '2027-03-02T09:00');
    const { clerk, prosecutor } = of.people;
    store.items.delete(keyName(memberKey(of.caseId, clerk.personId)));
    expect(await listOf(clerk)).toEqual([]);
    expect(await listOf({ ...prosecutor, role: 'clerk' })).toEqual([]);
  });

  it('says of a room that must not be known that there is one', async () => {
    const hers = await enterRoom(store, {}, yangon);
    const by = of.people['support-officer'];
    const id = await booked('2027-03-02T09:00');
    expect((await act(of, id, 'rooms', { rooms: [hers] }, { by })).status).toBe(201);
    expect((await listOf(by))[0]?.['rooms']).toMatchObject([{ city: 'Yangon' }]);
    expect((await listOf(of.people.prosecutor))[0]?.['rooms']).toEqual([{}]);
  });

  it('is one read of the list and two of what stands on it, however many cases there are', async () => {
    for (let cases = 0; cases < 3; cases += 1) {
      of = await prepareCase(store, { clerk: of.people.clerk });
      await booked(`2027-03-0${cases + 2}T09:00`);
    }
    const asked: string[] = [];
    const counted = {
      ...store,
      get: (keys: Parameters<MemoryStore['get']>[0]) => (asked.push('get'), store.get(keys)),
      query: (...query: Parameters<MemoryStore['query']>) => (asked.push('query'), store.query(...query)),
    };
    const { body } = await ask(of.over(counted), actorOf(of.people.clerk), 'GET', '/api/sessions/own');
    expect(body.sessions).toHaveLength(3);
    expect(asked).toEqual(['query', 'get', 'get']);
  });
});
