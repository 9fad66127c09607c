import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { actorOf, ask, enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { enterRoom, enterShelter, takenOn, yangon } from '../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookWith, cancel, read } from '../support/session-verbs.ts';

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
      ['replacements', { seat: 'clerk', ids: [clerk.personId], reason: 'ill' }],
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
