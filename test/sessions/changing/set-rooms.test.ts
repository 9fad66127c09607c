import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import { openDisclosure } from '../../../functions/custody/port/disclosure.ts';
import type { FactsOf } from '../../../functions/shared/refusals.ts';
import { faultyStore, type Fault } from '../../support/faulty-store.ts';
import { enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import {
  anyHour,
  enterRoom,
  enterShelter,
  setWorkingTime,
  takenOn,
  yangon,
} from '../../support/calendars.ts';
import { entriesIn } from '../../support/log-entries.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { act, bookWith, cancel, nameOfficer } from '../../support/session-verbs.ts';

const local = '2027-03-02T09:00';

let prepared: PreparedCase;
beforeEach(async () => {
  prepared = await prepareCase(memoryStore());
});

const booked = async (rooms: readonly string[] = [], more: object = {}): Promise<string> => {
  const { status, body } = await bookWith(prepared, local, { rooms, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.sessionId as string;
};

const doorOf = async (sessionId: string) => parseDoor((await prepared.store.get([doorKey(sessionId)]))[0]);
const setRooms = (
  sessionId: string,
  rooms: readonly string[],
  by: keyof PreparedCase['people'] = 'prosecutor',
) => act(prepared, sessionId, 'rooms', { rooms }, { by: prepared.people[by] });
const said = ({ status, body }: Told) => [status, body.code];
const times = async (roomId: string) =>
  (await takenOn(prepared.store, `room#${roomId}`)).map(({ start }) => start.slice(5, 16));

describe('setting the rooms of a session', () => {
  it('takes the time of those that come and frees that of those that go, at once with door and log', async () => {
    const [one, two] = [await enterRoom(prepared.store), await enterRoom(prepared.store)];
    const sessionId = await booked();
    const before = await doorOf(sessionId);
    expect((await setRooms(sessionId, [one])).body).toEqual({ roomState: 'booked' });
    expect([await times(one), await times(two)]).toEqual([['03-02T02:00'], []]);
    expect((await setRooms(sessionId, [two])).status).toBe(201);
    expect([await times(one), await times(two)]).toEqual([[], ['03-02T02:00']]);
    expect((await setRooms(sessionId, [two, one])).status).toBe(201);
    expect([await times(one), await times(two)]).toEqual([['03-02T02:00'], ['03-02T02:00']]);
    expect((await setRooms(sessionId, [])).body).toEqual({ roomState: 'missing' });
    expect([await times(one), await times(two)]).toEqual([[], []]);
    const after = await doorOf(sessionId);
    expect([after.rooms, after.version - before.version, after.gates]).toEqual(['missing', 4, before.gates]);
    const entries = (await entriesIn(prepared.store, sessionId)).filter(
      ({ action }) => action === 'session.rooms-set',
    );
    expect(entries.map(({ details }) => details)).toEqual([
      { rooms: 1, added: 1, removed: 0 },
      { rooms: 1, added: 1, removed: 1 },
      { rooms: 2, added: 1, removed: 0 },
      { rooms: 0, added: 0, removed: 2 },
    ]);
    expect(JSON.stringify(entries)).not.toContain(one);
    // Which they were can be shown, for each entry.
    for (const [index, rooms] of [[one], [two], [one, two].toSorted(), []].entries()) {
      const { entryId = '', sealed } = entries[index] ?? {};
      const [kept] = await prepared.store.get([
        { table: 'sessions', pk: `session#${sessionId}`, sk: `rooms#${entryId}` },
      ]);
      const disclosures = kept?.['disclosures'] as Record<string, string> | undefined;
      expect(openDisclosure(disclosures?.['rooms'] ?? '', sealed?.['rooms'] ?? '')).toEqual({
        name: 'rooms',
        value: JSON.stringify(rooms),
      });
    }
  });

  it('to what they are changes nothing', async () => {
    const room = await enterRoom(prepared.store);
    const sessionId = await booked([room]);
    const [door, entries] = [await doorOf(sessionId), await entriesIn(prepared.store, sessionId)];
    expect((await setRooms(sessionId, [room])).body).toEqual({ roomState: 'booked' });
    expect(await doorOf(sessionId)).toEqual(door);
    expect(await entriesIn(prepared.store, sessionId)).toEqual(entries);
  });

  it('moves with the session afterwards', async () => {
    const room = await enterRoom(prepared.store);
    const sessionId = await booked();
    await setRooms(sessionId, [room]);
    await act(prepared, sessionId, 'move', { local: '2027-03-09T09:00', zone: 'Asia/Bangkok' });
    expect(await times(room)).toEqual(['03-09T02:00']);
  });

  it('is refused for a room that is taken, with what is near, and nothing is changed', async () => {
    const [free, taken] = [await enterRoom(prepared.store), await enterRoom(prepared.store)];
    const other = await prepareCase(prepared.store);
    expect((await bookWith(other, local, { rooms: [taken] })).status).toBe(201);
    const sessionId = await booked([free]);
    const before = await doorOf(sessionId);
    const told = await setRooms(sessionId, [taken]);
    expect(said(told)).toEqual([409, 'already-booked']);
    expect(told.body.facts).toEqual({
      seat: 'room',
      room: taken,
      // The room is free at 08:00 too, but not all of the others would have begun to work.
      alternatives: [
        { local: '2027-03-02T10:00', offset: '+07:00' },
        { local: '2027-03-02T11:00', offset: '+07:00' },
        { local: '2027-03-01T11:30', offset: '+07:00' },
      ],
    });
    expect(await doorOf(sessionId)).toEqual(before);
    expect([await times(free), await times(taken)]).toEqual([['03-02T02:00'], ['03-02T02:00']]);
  });

  it('is refused outside the hours of the room, and no reason sets that aside', async () => {
    const closed = await enterRoom(prepared.store, { weekly: [] });
    const sessionId = await booked();
    expect(said(await setRooms(sessionId, [closed]))).toEqual([409, 'already-booked']);
    const overrides = [{ what: 'outside-hours', reason: 'agreed-by-all' }];
    expect(said(await act(prepared, sessionId, 'rooms', { rooms: [closed], overrides }))).toEqual([
      400,
      'invalid-request',
    ]);
  });

  it('does not look again at a room that it keeps', async () => {
    const [kept, more] = [await enterRoom(prepared.store), await enterRoom(prepared.store)];
    const sessionId = await booked([kept]);
    const owner = { ...prepared.people.clerk, personId: kept, zone: 'Asia/Bangkok' };
    await setWorkingTime(prepared.store, owner, { weekly: [] });
    expect((await setRooms(sessionId, [kept, more])).status).toBe(201);
  });

  it('is refused for a room that is not there, for one named twice, and for more than eight', async () => {
    const room = await enterRoom(prepared.store);
    const sessionId = await booked();
    expect(said(await setRooms(sessionId, ['4x7k2q9d1m3n5p8r0s6t7v2w4y']))).toEqual([
      422,
      'room-not-suitable',
    ]);
    expect(said(await setRooms(sessionId, [room, room]))).toEqual([422, 'seats-not-possible']);
    expect(
      said(
        await setRooms(
          sessionId,
          Array.from({ length: 9 }, () => room),
        ),
      ),
    ).toEqual([400, 'invalid-request']);
    expect(await times(room)).toEqual([]);
  });

  it('is refused once the session is over, cancelled, or while it is only held', async () => {
    const room = await enterRoom(prepared.store);
    const held = await booked([], { holdMinutes: 60 });
    expect(said(await setRooms(held, [room]))).toEqual([409, 'hold-not-confirmed']);
    await cancel(prepared, held);
    expect(said(await setRooms(held, [room]))).toEqual([410, 'room-ended']);
  });

  it('is for whoever runs it; her officer sees to where she sits', async () => {
    const court = await enterRoom(prepared.store);
    const hers = await enterRoom(prepared.store, {}, yangon);
    const shelter = await enterShelter(prepared);
    const sessionId = await booked([court]);
    expect(said(await setRooms(sessionId, [court, hers], 'central-authority'))).toEqual([
      403,
      'not-your-role',
    ]);
    expect(said(await setRooms(sessionId, [court, hers], 'clerk'))).toEqual([403, 'not-your-role']);
    expect((await setRooms(sessionId, [court, hers, shelter], 'support-officer')).status).toBe(201);
    // The court's own rooms are the court's.
    expect(said(await setRooms(sessionId, [hers], 'support-officer'))).toEqual([403, 'not-your-role']);
    // And where she sits is her officer's: the court, which may not know, neither adds to it nor takes it away.
    const more = await enterRoom(prepared.store, {}, yangon);
    expect(said(await setRooms(sessionId, [court, more]))).toEqual([403, 'not-your-role']);
    expect(said(await setRooms(sessionId, [court, hers]))).toEqual([403, 'not-your-role']);
    expect((await setRooms(sessionId, [])).body).toEqual({ roomState: 'booked' });
    expect([await times(court), await times(hers), await times(shelter)]).toEqual([
      [],
      ['03-02T02:00'],
      ['03-02T02:00'],
    ]);
  });

  it('at a protected site is not for an officer who may not know where that is', async () => {
    const hers = await enterRoom(prepared.store, {}, yangon);
    const shelter = await enterShelter(prepared);
    const colleague = await enterPerson(prepared.store, 'support-officer');
    // The protection order of a case opens no site to whom it lists.
    const other = await prepareCase(prepared.store, { 'support-officer': colleague });
    const { body } = await bookWith(other, local, {});
    const set = (rooms: readonly string[]) =>
      act(other, body.sessionId as string, 'rooms', { rooms }, { by: colleague });
    expect(said(await set([shelter]))).toEqual([403, 'not-your-role']);
    expect((await set([hers])).status).toBe(201);
  });

  it('of two who want the same room gives it to one', async () => {
    const room = await enterRoom(prepared.store);
    const other = await prepareCase(prepared.store);
    const sessionId = await booked();
    const { body } = await bookWith(other, local, {});
    const late = prepared.over(
      faultyStore(prepared.store, async (write): Promise<Fault> => {
        if (write > 1) return 'none';
        expect((await act(other, body.sessionId as string, 'rooms', { rooms: [room] })).status).toBe(201);
        return 'none';
      }),
    );
    expect(said(await act(prepared, sessionId, 'rooms', { rooms: [room] }, { app: late }))).toEqual([
      409,
      'already-booked',
    ]);
    expect(await times(room)).toHaveLength(1);
    expect((await doorOf(sessionId)).rooms).toBe('missing');
  });

  it('shortly before the start needs a second role, unless there was none', async () => {
    const [one, two] = [await enterRoom(prepared.store), await enterRoom(prepared.store)];
    const sessionId = await booked();
    const app = prepared.over(prepared.store, new Date('2027-03-02T01:45:00Z'));
    const set = (rooms: readonly string[]) => act(prepared, sessionId, 'rooms', { rooms }, { app });
    expect((await set([one])).status).toBe(201);
    const refused = await set([two, one]);
    expect([...said(refused), refused.body.facts]).toEqual([409, 'approval-needed', { roles: ['clerk'] }]);
    const change = { what: 'rooms', rooms: [one, two] };
    const agreed = await act(
      prepared,
      sessionId,
      'approvals',
      { change },
      { app, by: prepared.people.clerk },
    );
    expect(agreed.status).toBe(201);
    expect((await set([two, one])).status).toBe(201);
    // The word is used up.
    expect(said(await set([one]))).toEqual([409, 'approval-needed']);
  });
});

describe('scenario 37: two courts book the only shelter room, or the only attending officer', () => {
  /** Half an hour on both sides, as a room that is to be aired needs it, or somebody who has to drive there. */
  const keeps = { bufferBefore: 30, bufferAfter: 30, weekly: anyHour };
  const inOf = async (of: PreparedCase, at: string, more: object = {}): Promise<string> =>
    (await bookWith(of, at, more)).body.sessionId as string;

  it('the second is refused the room, and offered times that keep the minutes between two sessions there', async () => {
    const { store, people } = prepared;
    const shelter = await enterShelter(prepared);
    await setWorkingTime(store, { ...people.clerk, personId: shelter, zone: 'Asia/Yangon' }, keeps);
    const { agencyId } = people['support-officer'];
    const colleague = await enterPerson(store, 'support-officer', { agencyId, atProtectedSite: true });
    const other = await prepareCase(store, { 'support-officer': colleague });
    expect((await setRooms(await booked(), [shelter], 'support-officer')).status).toBe(201);

    const second = await inOf(other, '2027-03-02T10:20');
    const set = () => act(other, second, 'rooms', { rooms: [shelter] }, { by: colleague });
    const told = await set();
    expect(told.body).toMatchObject({ code: 'already-booked', facts: { seat: 'room', room: shelter } });
    const { alternatives } = told.body.facts as FactsOf<'already-booked'>;
    expect(alternatives.length).toBeGreaterThan(0);
    for (const { local: near } of alternatives)
      expect(near <= '2027-03-02T07:30' || near >= '2027-03-02T10:30', near).toBe(true);
    const [{ local: to, offset } = { local: '', offset: '' }] = alternatives;
    expect((await act(other, second, 'move', { local: to, zone: 'Asia/Bangkok', offset })).status).toBe(201);
    expect((await set()).status).toBe(201);
    expect(await times(shelter)).toHaveLength(2);
  });

  it('the second is refused the officer, by seat alone, and has them where their own minutes are kept', async () => {
    const officer = prepared.people['attending-officer'];
    await setWorkingTime(prepared.store, officer, keeps);
    const other = await prepareCase(prepared.store, { 'attending-officer': officer });
    const first = await booked();
    expect((await nameOfficer(prepared, first)).status).toBe(201);
    const told = await nameOfficer(other, await inOf(other, '2027-03-02T10:20'));
    expect([...said(told), told.body.facts.seat]).toEqual([409, 'already-booked', 'attending-officer']);
    expect(JSON.stringify(told.body)).not.toContain(first);
    expect((await nameOfficer(other, await inOf(other, '2027-03-03T09:00'))).status).toBe(201);
  });
});
