import { beforeAll, describe, expect, it } from 'vitest';
import { ownPartition } from '../../functions/sessions/own-list/lines.ts';
import type { CalendarId } from '../../functions/sessions/port/week-pages.ts';
import { sweep } from '../../functions/sessions/sweep.ts';
import type { Change, Store } from '../../functions/shared/store/store.ts';
import { jitteredPause } from '../../functions/shared/store/commit.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import { sessionsApp } from '../../functions/sessions/routes.ts';
import { calendarIdOf, enterRoom, takenOn } from '../support/calendars.ts';
import { faultyStore } from '../support/faulty-store.ts';
import { contextOver, enterPerson, type Told } from '../support/in-process.ts';
import { logSize } from '../support/log-entries.ts';
import { now, prepareCase, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookWith } from '../support/session-verbs.ts';

/** Days of nine in Bangkok, in one, two and three weeks of pages, in spring and in summer. */
const weeks = {
  one: ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12'],
  two: ['2027-03-18', '2027-03-19', '2027-03-22', '2027-03-23', '2027-03-24'],
  three: ['2027-04-02', '2027-04-05', '2027-04-09', '2027-04-12', '2027-04-16'],
  oneLater: ['2027-06-07', '2027-06-08', '2027-06-09', '2027-06-10', '2027-06-11'],
  twoLater: ['2027-06-17', '2027-06-18', '2027-06-21', '2027-06-22', '2027-06-23'],
  threeLater: ['2027-07-02', '2027-07-05', '2027-07-09', '2027-07-12', '2027-07-16'],
} as const;

const at = (days: readonly string[]) => {
  const [first, ...more] = days.map((day) => ({ local: `${day}T09:00` }));
  return { local: first?.local ?? '', moreDays: more };
};

/** Fourteen people and six rooms. */
interface Hearing {
  readonly of: PreparedCase;
  readonly people: readonly Person[];
  readonly rooms: readonly string[];
  readonly calendars: readonly CalendarId[];
}

const authorities = (store: Store, count: number) =>
  Promise.all(Array.from({ length: count }, () => enterPerson(store, 'central-authority')));

async function prepare(store: Store, shared: readonly Person[] = [], rooms?: readonly string[]) {
  const others = [...shared, ...(await authorities(store, 13 - shared.length))];
  const of = await prepareCase(store, {}, others);
  const people = [of.people['central-authority'], ...others];
  const all = rooms ?? (await Promise.all(Array.from({ length: 6 }, () => enterRoom(store))));
  const calendars = [...people.map(calendarIdOf), ...all.map((id) => `room#${id}` as const)];
  return { of, people, rooms: all, calendars };
}

/** A bench of seven, three interpreters, whoever is heard and whoever is with them, and six rooms. */
async function prepareCourt(store: Store) {
  const judges = await Promise.all(Array.from({ length: 7 }, () => enterPerson(store, 'judge')));
  const interpreters = await Promise.all([1, 2].map(() => enterPerson(store, 'interpreter')));
  const of = await prepareCase(store, {}, judges);
  const rooms = await Promise.all(Array.from({ length: 6 }, () => enterRoom(store)));
  const { people, caseId, witness } = of;
  const sitting = [people.prosecutor, people.clerk, people['support-officer'], people.interpreter];
  const seats = {
    prosecutor: people.prosecutor.personId,
    clerk: people.clerk.personId,
    supportOfficer: people['support-officer'].personId,
    interpreter: people.interpreter.personId,
    moreInterpreters: interpreters.map(({ personId }) => personId),
    judge: judges.map(({ personId }) => personId),
  };
  const calendars: CalendarId[] = [
    ...[...sitting, ...interpreters, ...judges].map(calendarIdOf),
    `witness#${caseId}#${witness}`,
    ...rooms.map((id) => `room#${id}` as const),
  ];
  return { of, rooms, seats, calendars, judge: judges[0] as Person };
}

const book = ({ of, people, rooms }: Hearing, days: readonly string[], app = of.app) =>
  bookWith(
    of,
    at(days).local,
    {
      kind: 'central-authority-meeting',
      minutes: 480,
      moreDays: at(days).moreDays,
      seats: { authorities: people.slice(1).map(({ personId }) => personId) },
      rooms,
    },
    { app, by: of.people['central-authority'] },
  );

const move = ({ of }: Hearing, sessionId: string, days: readonly string[], app = of.app) =>
  act(
    of,
    sessionId,
    'move',
    { ...at(days), zone: 'Asia/Bangkok' },
    { app, by: of.people['central-authority'] },
  );

/** The days on which each calendar is taken, where they all agree. */
async function daysOn(store: Store, calendars: readonly CalendarId[]): Promise<readonly string[]> {
  const all = await Promise.all(
    calendars.map(async (each) => (await takenOn(store, each)).map(({ start }) => start.slice(0, 10)).join()),
  );
  expect(calendars).toHaveLength(20);
  expect(new Set(all).size).toBe(1);
  return (all[0] ?? '').split(',');
}

/** A store that remembers how much each transaction wrote. */
function counting(inner: Store) {
  const sizes: number[] = [];
  const write = (changes: readonly Change[]) => {
    sizes.push(changes.length);
    return inner.write(changes);
  };
  return { store: { ...inner, write }, sizes };
}

/** Hearings with twenty calendars on five days. Runs wherever the tables are real. */
export function twentyCalendarsSuite(where: string, open: () => Store): void {
  let store: Store;
  beforeAll(() => {
    store = open();
  });

  describe(`five days of twenty calendars, ${where}`, () => {
    it.each([
      ['one week to another', weeks.one, weeks.oneLater, [46, 53]],
      ['two weeks to two others', weeks.two, weeks.twoLater, [66, 93]],
      ['three weeks to three others', weeks.three, weeks.threeLater, [86, 99]],
    ])(
      'are booked, moved from %s, and called off, each in one transaction',
      async (_, from, to, sizes) => {
        const hearing = await prepare(store);
        const counted = counting(store);
        const app = hearing.of.over(counted.store);
        const told = await book(hearing, from, app);
        expect(told.status).toBe(201);
        const sessionId = told.body.sessionId as string;
        expect(await daysOn(store, hearing.calendars)).toEqual(from);
        const moved = await move(hearing, sessionId, to, app);
        expect([moved.status, moved.body.sequence]).toEqual([201, 1]);
        expect(await daysOn(store, hearing.calendars)).toEqual(to);
        // Beside these, what follows the move: lines in another month, and what was left of three weeks.
        expect([counted.sizes.slice(0, 2), counted.sizes.length]).toEqual([sizes, 3]);
        expect(await logSize(store, sessionId)).toBe(2);
        for (const { personId } of hearing.people)
          expect((await store.query('sessions', ownPartition(personId))).map(({ sk }) => sk)).toEqual([
            `${(to[4] as string).slice(0, 7)}#${sessionId}`,
          ]);
        const off = await act(
          hearing.of,
          sessionId,
          'cancellation',
          { reason: 'other' },
          {
            app,
            by: hearing.of.people['central-authority'],
          },
        );
        expect(off.status).toBe(201);
        expect(await daysOn(store, hearing.calendars)).toEqual(['']);
      },
      60_000,
    );

    it('can be moved by any number of weeks wherever they could be booked', async () => {
      const hearing = await prepare(store);
      const later = (days: readonly string[], weeksLater: number) =>
        days.map((day) => new Date(Date.parse(day) + weeksLater * 604_800_000).toISOString().slice(0, 10));
      const patterns = [
        ['2028-01-03', '2028-01-04', '2028-01-05', '2028-01-06', '2028-01-07'],
        // Saturdays, on which a week is cut.
        ['2028-01-07', '2028-01-08', '2028-01-10', '2028-01-14', '2028-01-15'],
        ['2028-01-06', '2028-01-13', '2028-01-20', '2028-01-21', '2028-01-22'],
        // A day a week: more than one transaction takes.
        ['2028-01-03', '2028-01-10', '2028-01-17', '2028-01-24', '2028-01-31'],
      ];
      const booked: boolean[] = [];
      for (const pattern of patterns) {
        const told = await book(hearing, pattern);
        booked.push(told.status === 201);
        if (told.status !== 201) {
          expect([told.status, told.body.code, told.body.errors[0].pointer]).toEqual([
            422,
            'time-not-possible',
            '/days',
          ]);
          continue;
        }
        const sessionId = told.body.sessionId as string;
        for (const by of [1, 2, 5]) {
          const to = later(pattern, by);
          const moved = await move(hearing, sessionId, to);
          expect([pattern, by, moved.status]).toEqual([pattern, by, 201]);
          expect(await daysOn(store, hearing.calendars)).toEqual(to);
        }
        const by = hearing.of.people['central-authority'];
        await act(hearing.of, sessionId, 'cancellation', { reason: 'other' }, { by });
      }
      expect(booked).toEqual([true, true, true, false]);
    }, 60_000);

    it('of a hearing before a court are booked by its clerk and moved by its judge', async () => {
      const court = await prepareCourt(store);
      const counted = counting(store);
      const app = court.of.over(counted.store);
      const body = {
        kind: 'testimony',
        minutes: 360,
        moreDays: at(weeks.two).moreDays,
        seats: court.seats,
        rooms: court.rooms,
        overrides: [{ what: 'alone-too-long', reason: 'agreed-by-all' }],
      };
      const { clerk } = court.of.people;
      const told = await bookWith(court.of, at(weeks.two).local, body, { app, by: clerk });
      expect([told.status, told.body.code]).toEqual([201, undefined]);
      const sessionId = told.body.sessionId as string;
      expect(await daysOn(store, court.calendars)).toEqual(weeks.two);
      const to = { ...at(weeks.twoLater), zone: 'Asia/Bangkok', overrides: body.overrides };
      expect((await act(court.of, sessionId, 'move', to, { app, by: court.judge })).status).toBe(201);
      expect(await daysOn(store, court.calendars)).toEqual(weeks.twoLater);
      expect(Math.max(...counted.sizes)).toBeLessThanOrEqual(100);
    }, 60_000);

    it('leave what was not given back for the sweep, and let nobody in meanwhile', async () => {
      const hearing = await prepare(store);
      const { sessionId } = (await book(hearing, weeks.three)).body as { sessionId: string };
      // The move itself stands; whatever follows it is broken off.
      const torn = faultyStore(store, (write) => (write === 1 ? 'none' : 'throttled'));
      expect((await move(hearing, sessionId, weeks.threeLater, hearing.of.over(torn))).status).toBe(201);
      const left = await Promise.all(
        hearing.calendars.map(async (each) => (await takenOn(store, each)).length),
      );
      expect(left.every((count) => count >= 5)).toBe(true);
      expect(left.some((count) => count > 5)).toBe(true);
      const own = await store.query('sessions', ownPartition(hearing.people[0]?.personId ?? ''));
      expect(own.map(({ sk }) => sk)).toEqual([`2027-04#${sessionId}`]);
      await sweep(contextOver(store, now));
      expect(await daysOn(store, hearing.calendars)).toEqual(weeks.threeLater);
      const after = await store.query('sessions', ownPartition(hearing.people[0]?.personId ?? ''));
      expect(after.map(({ sk }) => sk)).toEqual([`2027-07#${sessionId}`]);
      // And back, which takes anew what it had left.
      expect((await move(hearing, sessionId, weeks.three)).status).toBe(201);
      expect(await daysOn(store, hearing.calendars)).toEqual(weeks.three);
    }, 60_000);

    it('come back to weeks that were not given back yet, and lose nothing by what follows then', async () => {
      const hearing = await prepare(store);
      const { sessionId } = (await book(hearing, weeks.three)).body as { sessionId: string };
      const torn = () => hearing.of.over(faultyStore(store, (write) => (write === 1 ? 'none' : 'throttled')));
      expect((await move(hearing, sessionId, weeks.threeLater, torn())).status).toBe(201);
      expect((await move(hearing, sessionId, weeks.three, torn())).status).toBe(201);
      await sweep(contextOver(store, now));
      expect(await daysOn(store, hearing.calendars)).toEqual(weeks.three);
    }, 60_000);

    it('are one prosecutor’s or the other’s, never half of each: whoever loses is told whom and what is near', async () => {
      const first = await prepare(store);
      // Eleven of the people and four of the rooms are wanted by both.
      const rooms = [...first.rooms.slice(0, 4), await enterRoom(store), await enterRoom(store)];
      const second = await prepare(store, first.people.slice(3), rooms);
      const app = sessionsApp({ ...contextOver(store, now), pause: jitteredPause(Math.random) });
      const started = performance.now();
      const both = await Promise.all([
        book(first, weeks.two, app),
        book(second, [...weeks.two.slice(2), '2027-03-25', '2027-03-26'], app),
      ]);
      expect(performance.now() - started).toBeLessThan(10_000);
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
      const [winner, loser] = both[0]?.status === 201 ? [first, second] : [second, first];
      const lost = both.find(({ status }) => status === 409) as Told;
      const { code, facts } = lost.body as {
        code: string;
        facts: { seat: string; person?: string; alternatives: unknown[] };
      };
      expect([code, facts.seat]).toEqual(['already-booked', 'central-authority']);
      expect(loser.people.some(({ personId }) => personId === facts.person)).toBe(true);
      expect(facts.alternatives.length).toBeGreaterThan(0);
      expect(new Set(await daysOn(store, winner.calendars)).size).toBe(5);
      for (const calendar of loser.calendars.filter((each) => !winner.calendars.includes(each)))
        expect(await takenOn(store, calendar)).toEqual([]);
      expect(await store.query('sessions', `case#${loser.of.caseId}`)).toEqual([]);
    }, 60_000);
  });
}
