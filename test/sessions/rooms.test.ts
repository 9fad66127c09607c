import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { openDisclosure } from '../../functions/custody/port/disclosure.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { faultyStore, type Fault } from '../support/faulty-store.ts';
import { actorOf, ask, enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import {
  act,
  bookWith,
  cancel,
  enterRoom,
  entriesOf,
  prepareCase,
  read,
  setWorkingTime,
  takenOn,
  type PreparedCase,
} from './prepared-case.ts';

const local = '2027-03-02T09:00';
const yangon = { label: 'Room 7', city: 'Yangon', country: 'MM' } as const;
/** A room of the shelter where her support officer works. */
const enterShelter = ({ store, people }: PreparedCase, label = 'Room 7') =>
  enterRoom(
    store,
    {},
    { ...yangon, label, atProtectedSite: true, agencyId: people['support-officer'].agencyId },
  );

let prepared: PreparedCase;
beforeEach(async () => {
  prepared = await prepareCase(memoryStore());
});

const booked = async (rooms: readonly string[] = [], more: object = {}): Promise<string> => {
  const { status, body } = await bookWith(prepared, local, { rooms, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.sessionId as string;
};

describe('the rooms of a session are shown', () => {
  it('with their city, but for that of the witness to those who must not know it', async () => {
    const [court, hers] = [await enterRoom(prepared.store), await enterRoom(prepared.store, {}, yangon)];
    const shelter = await enterShelter(prepared, 'Room 8');
    const sessionId = await booked([court, hers]);
    expect((await setRooms(sessionId, [court, hers, shelter], 'support-officer')).status).toBe(201);
    const seenBy = async (role: keyof PreparedCase['people']) =>
      (await read(prepared, sessionId, prepared.people[role])).body.rooms as object[];
    const known = [
      { roomId: court, label: 'Room 1', city: 'Bangkok' },
      { roomId: hers, label: 'Room 7', city: 'Yangon' },
      { roomId: shelter, label: 'Room 8', city: 'Yangon' },
    ].toSorted((one, other) => (one.roomId < other.roomId ? -1 : 1));
    const only = (...rooms: string[]) => known.map((each) => (rooms.includes(each.roomId) ? each : {}));
    expect(await seenBy('support-officer')).toEqual(known);
    // Whom the protection order lists may know where she is heard, but not where a shelter is.
    expect(await seenBy('attending-officer')).toEqual(only(court, hers));
    // By id or label it would be found in the list of all rooms.
    for (const role of ['prosecutor', 'clerk', 'central-authority', 'auditor'] as const)
      expect(await seenBy(role), role).toEqual(only(court));
  });
});

const doorOf = async (sessionId: string) => parseDoor((await prepared.store.get([doorKey(sessionId)]))[0]);
const setRooms = (
  sessionId: string,
  rooms: readonly string[],
  by: keyof PreparedCase['people'] = 'prosecutor',
) => act(prepared, sessionId, 'rooms', { rooms }, { by: prepared.people[by] });
const said = ({ status, body }: Told) => [status, body.code];
const times = async (roomId: string) =>
  (await takenOn(prepared.store, `room#${roomId}`)).map(({ start }) => start.slice(5, 16));

describe('a room that is named in a booking', () => {
  const refused = async (rooms: readonly string[], more: object = {}) => {
    const told = await bookWith(prepared, local, { rooms, ...more });
    return [told.status, told.body.code, told.body.facts];
  };

  it('at a protected site is for those alone who may know it; others are told as of one that is not there', async () => {
    const [shelter, nowhere] = [await enterShelter(prepared), newId(randomBytes)];
    for (const room of [shelter, nowhere])
      expect(await refused([room])).toEqual([422, 'room-not-suitable', { room }]);
    expect(await times(shelter)).toEqual([]);
    const officer = prepared.people['support-officer'];
    const visit = { kind: 'preparation-visit', seats: { supportOfficer: officer.personId } };
    const told = await bookWith(prepared, local, { ...visit, rooms: [shelter] }, { by: officer });
    expect(told.status).toBe(201);
  });

  it('must have been vetted where the witness sits, and not where the court does, nor where nobody is heard', async () => {
    const [hers, court] = [
      await enterRoom(prepared.store, {}, { ...yangon, vetted: false }),
      await enterRoom(prepared.store, {}, { vetted: false }),
    ];
    expect(await refused([hers])).toEqual([422, 'room-not-suitable', { room: hers }]);
    const sessionId = await booked([court]);
    const set = await setRooms(sessionId, [court, hers], 'support-officer');
    expect(said(set)).toEqual([422, 'room-not-suitable']);
    const authority = prepared.people['central-authority'];
    const meeting = { kind: 'central-authority-meeting', seats: {}, rooms: [hers] };
    expect((await bookWith(prepared, '2027-03-03T09:00', meeting, { by: authority })).status).toBe(201);
  });
});

describe('the door says whether there is a room', () => {
  it('where somebody is heard or visited, from the booking on; and it is no gate', async () => {
    const room = await enterRoom(prepared.store);
    expect((await doorOf(await booked())).rooms).toBe('missing');
    const { body } = await bookWith(prepared, '2027-03-03T09:00', { rooms: [room] });
    expect((await doorOf(body.sessionId as string)).rooms).toBe('booked');
    expect((await read(prepared, body.sessionId as string)).body.roomState).toBe('booked');
    const visit = await bookWith(
      prepared,
      '2027-03-04T09:00',
      { kind: 'preparation-visit', seats: { supportOfficer: prepared.people['support-officer'].personId } },
      { by: prepared.people['support-officer'] },
    );
    expect((await doorOf(visit.body.sessionId as string)).rooms).toBe('missing');
    const meeting = await bookWith(
      prepared,
      '2027-03-05T09:00',
      { kind: 'central-authority-meeting', seats: {} },
      { by: prepared.people['central-authority'] },
    );
    expect((await doorOf(meeting.body.sessionId as string)).rooms).toBe('not-needed');
  });

  it('through moves, replacements, cancellation and restoration', async () => {
    const room = await enterRoom(prepared.store);
    const sessionId = await booked([room]);
    const clerk = await enterPerson(prepared.store, 'clerk');
    for (const [verb, body] of [
      ['move', { local: '2027-03-08T09:00', zone: 'Asia/Bangkok' }],
      ['replacements', { seat: 'clerk', personId: clerk.personId, reason: 'ill' }],
    ] as const) {
      const told = await act(prepared, sessionId, verb, body);
      // The newcomer is not of the case; the session is as it was all the same.
      expect([201, 422]).toContain(told.status);
      expect((await doorOf(sessionId)).rooms, verb).toBe('booked');
    }
    expect((await cancel(prepared, sessionId)).status).toBe(201);
    expect(await times(room)).toEqual([]);
    expect((await act(prepared, sessionId, 'restoration')).status).toBe(201);
    expect((await doorOf(sessionId)).rooms).toBe('booked');
    expect(await times(room)).toEqual(['03-08T02:00']);
  });

  it('and an older door, which does not say, lacks none', async () => {
    const sessionId = await booked();
    const [item] = await prepared.store.get([doorKey(sessionId)]);
    const { rooms, ...older } = item ?? { rooms: undefined };
    expect(rooms).toBe('missing');
    expect(parseDoor(older).rooms).toBe('not-needed');
  });
});

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
    const entries = (await entriesOf(prepared.store, sessionId)).filter(
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
    const [door, entries] = [await doorOf(sessionId), await entriesOf(prepared.store, sessionId)];
    expect((await setRooms(sessionId, [room])).body).toEqual({ roomState: 'booked' });
    expect(await doorOf(sessionId)).toEqual(door);
    expect(await entriesOf(prepared.store, sessionId)).toEqual(entries);
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

  it('is refused for a room that is not there, for one named twice, and for more than four', async () => {
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
          Array.from({ length: 5 }, () => room),
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

describe('the rooms that may be given to a session', () => {
  const choices = async (sessionId: string, by: keyof PreparedCase['people']) =>
    (await ask(prepared.app, actorOf(prepared.people[by]), 'GET', `/api/sessions/${sessionId}/rooms`)).body
      .rooms as { readonly roomId: string; readonly chosen: boolean; readonly city?: string }[];

  it('are told with whether they are free, as booking would find it', async () => {
    const [mine, taken] = [await enterRoom(prepared.store), await enterRoom(prepared.store)];
    const closed = await enterRoom(prepared.store, { weekly: [] });
    const [hers, shelter] = [await enterRoom(prepared.store, {}, yangon), await enterShelter(prepared)];
    const other = await prepareCase(prepared.store);
    await bookWith(other, local, { rooms: [taken] });
    const sessionId = await booked([mine]);
    const told = await choices(sessionId, 'prosecutor');
    const of = (roomId: string) => told.find((room) => room.roomId === roomId);
    expect(of(mine)).toEqual({
      roomId: mine,
      label: 'Room 1',
      city: 'Bangkok',
      agency: 'Agency of a test',
      vetted: true,
      chosen: true,
      availability: 'available',
    });
    expect(of(taken)).toMatchObject({ chosen: false, availability: 'booked' });
    expect(of(closed)).toMatchObject({ chosen: false, availability: 'booked' });
    expect([of(hers), of(shelter)]).toEqual([undefined, undefined]);
  });

  it('are for her officer those in the State where she is, and for others none', async () => {
    await enterRoom(prepared.store);
    const hers = await enterRoom(prepared.store, {}, yangon);
    const shelter = await enterShelter(prepared, 'Room 8');
    const sessionId = await booked();
    const told = await choices(sessionId, 'support-officer');
    expect(told.map(({ roomId, city }) => [roomId, city])).toEqual([
      [hers, 'Yangon'],
      [shelter, 'Yangon'],
    ]);
    expect(await choices(sessionId, 'central-authority')).toEqual([]);
  });
});
