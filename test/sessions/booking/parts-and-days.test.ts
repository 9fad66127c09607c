import { beforeEach, describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../../functions/sessions/port/door.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { enterPerson } from '../../support/in-process.ts';
import { calendarIdOf, enterRoom, setDuty, spansOn, takenOn } from '../../support/calendars.ts';
import { prepareCase, type PreparedCase } from '../../support/prepared-case.ts';
import { bookWith, read } from '../../support/session-verbs.ts';

/** What can be booked, on the store in memory; the clock stands at 1 March 2027, a Monday, 07:00 in Bangkok. */

let store: Store;
let prepared: PreparedCase;
beforeEach(async () => {
  store = memoryStore();
  prepared = await prepareCase(store);
});

describe('parts and days', () => {
  const segments = [
    { kind: 'pre', at: 0, minutes: 30 },
    { kind: 'main', at: 30, minutes: 90 },
    { kind: 'post', at: 135, minutes: 15 },
  ];

  it('take the time of those who are needed in each', async () => {
    await setDuty(store, prepared.people.interpreter, { aloneConsecutive: 120 });
    const told = await bookWith(prepared, '2027-03-02T09:00', { minutes: 150, segments });
    expect(told.status).toBe(201);
    expect(await spansOn(store, calendarIdOf(prepared.people.prosecutor))).toEqual(['03-02T02:30 04:00']);
    expect(await spansOn(store, `witness#${prepared.caseId}#${prepared.witness}`)).toEqual([
      '03-02T02:00 04:00',
      '03-02T04:15 04:30',
    ]);
    const { body } = await read(prepared, told.body.sessionId as string);
    expect([body.start, body.end]).toEqual(['2027-03-02T02:00:00.000Z', '2027-03-02T04:30:00.000Z']);
    expect(body.days[0].parts.map(({ kind }: { kind: string }) => kind)).toEqual(['pre', 'main', 'post']);
  });

  it('leave nobody out of the main part, who would then be free for another session at that hour', async () => {
    const roomId = await enterRoom(store);
    for (const needs of [['prosecutor'], ['witness', 'interpreter', 'room']]) {
      const parts = [
        { kind: 'pre', at: 0, minutes: 15, needs: ['clerk'] },
        { kind: 'main', at: 15, minutes: 45, needs },
      ];
      const told = await bookWith(prepared, '2027-03-03T09:00', { rooms: [roomId], segments: parts });
      expect([told.status, told.body.code, told.body.errors?.[0].pointer]).toEqual([
        422,
        'segments-not-possible',
        '/parts/1/needs',
      ]);
    }
    expect(await takenOn(store, calendarIdOf(prepared.people.clerk))).toEqual([]);
  });

  it('five days of eight hours of twelve calendars are one transaction', async () => {
    const others = await Promise.all(
      Array.from({ length: 7 }, () => enterPerson(store, 'central-authority')),
    );
    const of = await prepareCase(store, {}, others);
    const rooms = await Promise.all(Array.from({ length: 4 }, () => enterRoom(store)));
    let writes: number[] = [];
    const app = of.over({
      ...store,
      write: (changes) => {
        writes = [...writes, changes.length];
        return store.write(changes);
      },
    });
    const body = {
      kind: 'central-authority-meeting',
      minutes: 480,
      moreDays: ['03', '04', '05', '06'].map((day) => ({ local: `2027-03-${day}T09:00` })),
      seats: { authorities: others.map(({ personId }) => personId) },
      rooms,
    };
    const by = of.people['central-authority'];
    const told = await bookWith(of, '2027-03-02T09:00', body, { app, by });
    expect(told.status).toBe(201);
    // Twelve pages; session, door, roster, two lines; a line on the list of each of eight people; head, mark, entry, place;
    // that people are to be told; that seats were given in the case; and the record of the request.
    expect(writes).toEqual([12 + 5 + 8 + 4 + 1 + 1 + 1]);
    for (const calendar of [
      calendarIdOf(by),
      ...others.map(calendarIdOf),
      ...rooms.map((id) => `room#${id}` as const),
    ])
      expect(await takenOn(store, calendar)).toHaveLength(5);
    const [door] = await store.get([doorKey(told.body.sessionId as string)]);
    expect(parseDoor(door).windows).toHaveLength(5);
  });

  it.each<[string, object, string, string?]>([
    [
      'days that overlap',
      { moreDays: [{ local: '2027-03-02T09:30' }] },
      'segments-not-possible',
      '/days/1/local',
    ],
    [
      'days in the wrong order',
      { moreDays: [{ local: '2027-03-01T09:00' }] },
      'segments-not-possible',
      '/days/1/local',
    ],
    ['more than thirty days', { moreDays: [{ local: '2027-04-01T09:01' }] }, 'time-not-possible'],
    [
      'a day that does not exist',
      { zone: 'Australia/Sydney', moreDays: [{ local: '2027-10-03T02:30' }] },
      'time-does-not-exist',
      '/days/1/local',
    ],
    [
      'parts that overlap',
      {
        minutes: 60,
        segments: [
          { kind: 'pre', at: 0, minutes: 30 },
          { kind: 'main', at: 25, minutes: 35 },
        ],
      },
      'segments-not-possible',
      '/parts/1/at',
    ],
    [
      'no main part',
      { minutes: 60, segments: [{ kind: 'pre', at: 0, minutes: 60 }] },
      'segments-not-possible',
      '/parts',
    ],
    [
      'a day of more than twelve hours',
      {
        segments: [
          { kind: 'main', at: 0, minutes: 700 },
          { kind: 'post', at: 700, minutes: 25 },
        ],
      },
      'time-not-possible',
    ],
    ['no parts', { segments: [] }, 'invalid-request', '/parts'],
    ['the past', { local: '2027-02-26T09:00' }, 'time-not-possible'],
    ['an end before the start', { minutes: -60 }, 'invalid-request', '/parts/0/minutes'],
    ['a zone that nobody knows', { zone: 'Asia/Rangun' }, 'unknown-zone', '/zone'],
    ['a room that is not there', { rooms: ['0123456789abcdefghjkmnpqrs'] }, 'room-not-suitable'],
  ])('refuses %s, and changes nothing', async (_, more, code, pointer) => {
    const told = await bookWith(prepared, '2027-03-02T09:00', more);
    expect([told.body.code, told.body.errors?.[0]?.pointer]).toEqual([code, pointer]);
    expect(await store.query('sessions', `case#${prepared.caseId}`)).toEqual([]);
  });
});
