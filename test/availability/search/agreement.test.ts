import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingTime } from '../../../functions/directory/port/working-time.ts';
import {
  newRoom,
  putWorkingTime,
  putHolidays,
} from '../../../functions/directory/port/working-time-store.ts';
import { doorKey } from '../../../functions/sessions/port/door.ts';
import { dayNumber } from '../../../functions/availability/engine/local-days.ts';
import { weeksOf, type CalendarId, type Reservation } from '../../../functions/sessions/port/week-pages.ts';
import type { FactsOf } from '../../../functions/shared/refusals.ts';
import type { Store } from '../../../functions/shared/store/store.ts';
import { id } from '../../../functions/shared/values/ids.ts';
import { instantOf, type Instant } from '../../../functions/shared/values/instants.ts';
import { localOf } from '../../../functions/shared/values/zones.ts';
import { actorOf, ask, enterPerson, type Told } from '../../support/in-process.ts';
import { memoryStore } from '../../support/memory-store.ts';
import {
  calendarIdOf,
  prepareCase,
  setDuty,
  type PreparedCase,
  inFull,
  act,
  searchFor,
} from '../../sessions/prepared-case.ts';
import { workingTime, changes } from '../engine/sample-question.ts';
import { putPage } from '../../../functions/sessions/port/page-items.ts';
import { allOpen } from '../../support/all-open.ts';

/**
 * Search and booking say the same. Each start of small random worlds is asked of both: what the search offers can be
 * booked with exactly the overrides that it names, and what it does not offer is refused whatever is set aside of what it
 * was asked to set aside.
 */

const zone = 'Asia/Bangkok';
const kept = ['prosecutor', 'clerk', 'support-officer', 'interpreter'] as const;
const roomId = id.parse('0123456789abcdefghjkmnpqrs');

/** To the millisecond, since sessions that end early do. Minutes after the clock of the world. */
const standing = fc.record({
  on: fc.nat(5),
  from: fc.integer({ min: -4 * 1440, max: 3 * 1440 }),
  minutes: fc.integer({ min: 5, max: 240 }),
  odd: fc.constantFrom(0, 0, 1, 30_500),
  state: fc.constantFrom('booked', 'booked', 'held', 'lapsed', 'ended'),
  /** Of one that ended: how long ago. */
  ago: fc.integer({ min: 0, max: 3000 }),
  /** Days after which there is another part of it. */
  again: fc.constantFrom(0, 0, 1, 3),
});

const world = fc.constantFrom(...changes).chain(([, date]) => {
  const day = dayNumber(date);
  const own = fc.option(workingTime(day), { nil: undefined, freq: 2 });
  return fc.record({
    now: fc.constantFrom(0, 1, 29_999).map((odd) => (day - 1) * 86_400_000 + 540 * 60_000 + odd),
    calendars: fc.tuple(own, own, own, own),
    room: workingTime(day),
    duty: fc.record({
      aloneConsecutive: fc.constantFrom(30, 60, 480),
      dayMinutes: fc.constantFrom(60, 120, 360),
      changeover: fc.constantFrom(0, 30, 45),
    }),
    interpreterHidden: fc.boolean(),
    holidays: fc.array(fc.integer({ min: day - 1, max: day + 3 }), { maxLength: 2 }),
    standing: fc.array(standing, { maxLength: 10 }),
    minutes: fc.constantFrom(15, 30, 60, 90),
    pre: fc.constantFrom(0, 0, 30),
    pause: fc.constantFrom(0, 20),
    again: fc.constantFrom([], [], [1440], [1440, 2 * 1440 + 90]),
    by: fc.constantFrom('prosecutor', 'prosecutor', 'support-officer'),
    loose: fc.record({
      outsideHours: fc.boolean(),
      shortNotice: fc.boolean(),
      withoutBuffers: fc.boolean(),
    }),
    agreed: fc.subarray(['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer']),
    moving: fc.option(fc.integer({ min: 5, max: 250 }), { nil: undefined }),
    starts: fc.uniqueArray(fc.integer({ min: -2, max: 260 }), { minLength: 8, maxLength: 8 }),
  });
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

interface Stage {
  readonly world: World;
  readonly prepared: PreparedCase;
  /** What is asked of it changes nothing, so that each start is asked of the same world. */
  readonly dry: ReturnType<PreparedCase['over']>;
  readonly store: Store;
  readonly moving: string | undefined;
}

async function stageFor(given: World): Promise<Stage> {
  const store = memoryStore();
  const interpreter = await enterPerson(store, 'interpreter', { atProtectedSite: given.interpreterHidden });
  const prepared = await prepareCase(store, { interpreter });
  const put = (ownerId: string, value: WorkingTime | undefined, before = 0) =>
    value === undefined ? [] : [putWorkingTime(ownerId, value, before)];
  const room = { roomId, label: 'Room 1', city: 'Bangkok', country: 'TH', vetted: true } as const;
  await store.write([
    ...kept.flatMap((role, at) => put(prepared.people[role].personId, given.calendars[at])),
    ...newRoom({ ...room, atProtectedSite: false, agencyId: 'agency', agencyName: 'Agency' }, zone),
  ]);
  await store.write(put(roomId, given.room, 1));
  await setDuty(store, interpreter, given.duty);
  await store.write([
    putHolidays(
      'TH',
      2027,
      [...new Set(given.holidays)].map((day) => ({ day: dayText(day), kind: 'holiday', name: 'A day' })),
      0,
    ),
  ]);
  await writeStanding(store, given, [
    ...kept.map((role) => calendarIdOf(prepared.people[role])),
    `witness#${prepared.caseId}`,
    `room#${roomId}`,
  ]);
  const moving = await bookedAt(prepared, given);
  const dry = prepared.over({ ...store, write: () => Promise.resolve() }, new Date(given.now));
  return { world: given, prepared, dry, store, moving };
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

async function writeStanding(store: Store, { now, standing: some }: World, calendars: CalendarId[]) {
  const pages = new Map<string, { calendar: CalendarId; week: string; taken: Reservation[] }>();
  for (const [at, { on, from, minutes, odd, state, ago, again }] of some.entries()) {
    const sessionId = `session-${at}`;
    const own = calendars[on] as CalendarId;
    const ended = state === 'ended';
    // What has ended had opened.
    const first = now + (ended ? Math.min(from, 59) : from) * 60_000 + odd;
    const until =
      state === 'held' ? { until: at1(now + 1) } : state === 'lapsed' ? { until: at1(now) } : undefined;
    for (const begin of again === 0 ? [first] : [first, first + again * 86_400_000]) {
      const span = { start: at1(begin), end: at1(begin + minutes * 60_000) };
      for (const week of weeksOf(span)) {
        const page = pages.get(`${own} ${week}`) ?? { calendar: own, week, taken: [] };
        pages.set(`${own} ${week}`, { ...page, taken: [...page.taken, { ...span, sessionId, ...until }] });
      }
    }
    const { pk, sk } = doorKey(sessionId);
    const door = {
      sessionId,
      caseId: 'another',
      version: 1,
      status: until === undefined ? state : 'held',
      start: at1(first),
      end: at1(first + minutes * 60_000),
      opensAt: at1(first - 3_600_000),
      closesAt: at1(first + minutes * 60_000),
      ...(ended ? { endedAt: at1(now - ago * 60_000 + Math.min(odd, ago)) } : {}),
      gates: allOpen,
      seats: [],
    };
    await store.write([
      { kind: 'put', table: 'sessions', item: { pk, sk, ...door }, when: 'absent', onRefused: 'not-found' },
    ]);
  }
  for (const page of pages.values()) await store.write([putPage({ ...page, version: 1 })]);
}

const at1 = (ms: number): Instant => instantOf(ms);

const allNames = ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'alone-too-long'];
const overriding = (names: readonly string[]) => names.map((what) => ({ what, reason: 'agreed-by-all' }));

/** The session, as both are asked for it. Seats go by the names of places, so that parts say the same to both. */
function sessionIn({ minutes, pre, pause, by, again }: World) {
  const visit = by === 'support-officer';
  const withHer = ['support-officer', 'witness', 'interpreter', 'room'];
  const segments = [
    ...(pre === 0 ? [] : [{ kind: 'pre', at: 0, minutes: pre, needs: withHer }]),
    { kind: 'main', at: pre === 0 ? 0 : pre + pause, minutes },
  ];
  return {
    kind: visit ? 'preparation-visit' : 'interview',
    segments,
    minutes: (pre === 0 ? 0 : pre + pause) + minutes,
    again,
    places: visit ? withHer : ['prosecutor', 'clerk', ...withHer],
  };
}

/** Of a session that is to be moved: its id, where it could be booked at all. */
async function bookedAt(prepared: PreparedCase, given: World): Promise<string | undefined> {
  if (given.moving === undefined) return undefined;
  const app = prepared.over(prepared.store, new Date(given.now));
  const told = await bookAt({ world: given, prepared, dry: app }, startOf(given, given.moving), allNames);
  return told.status === 201 ? (told.body.sessionId as string) : undefined;
}

/** The starts are on the grid that begins before the clock. */
const startOf = ({ now }: World, index: number): number => (Math.floor(now / 900_000) + 1 + index) * 900_000;

const bookerOf = ({ world: { by }, prepared: { people } }: Pick<Stage, 'world' | 'prepared'>) =>
  actorOf(people[by as 'prosecutor']);

function bookAt(stage: Pick<Stage, 'world' | 'prepared' | 'dry'>, start: number, names: readonly string[]) {
  const { prepared, dry, world: given } = stage;
  const { kind, segments, minutes, again } = sessionIn(given);
  const { clerk, interpreter } = prepared.people;
  const seats = {
    ...(kind === 'interview' ? { clerk: clerk.personId } : {}),
    supportOfficer: prepared.people['support-officer'].personId,
    interpreter: interpreter.personId,
  };
  const localAt = (ms: number) => localOf(zone, at1(ms)).local;
  const { caseId } = prepared;
  const body = {
    caseId,
    kind,
    local: localAt(start),
    zone,
    minutes,
    segments,
    moreDays: again.map((after) => ({ local: localAt(start + after * 60_000) })),
    seats,
    rooms: [roomId],
  };
  const by = prepared.people[stage.world.by as 'prosecutor'];
  const sent = inFull(prepared, { ...body, overrides: overriding(names) }, by);
  return ask(dry, bookerOf(stage), 'POST', '/api/sessions', sent);
}

/** Books, or moves what is to be moved. */
function takeAt(stage: Stage, start: number, names: readonly string[]): Promise<Told> {
  const { dry, moving } = stage;
  if (moving === undefined) return bookAt(stage, start, names);
  const { local } = localOf(zone, at1(start));
  const { by } = stage.world;
  const to = { local, zone, overrides: overriding(names) };
  return act(stage.prepared, moving, 'move', to, { app: dry, by: stage.prepared.people[by as 'prosecutor'] });
}

function searchIn(stage: Stage, from: number, until: number): Promise<Told> {
  const { prepared, dry, world: given, moving } = stage;
  const { kind, segments, places, again } = sessionIn(given);
  const brief = {
    caseId: prepared.caseId,
    kind,
    earliest: at1(from),
    latest: at1(until),
    zone,
    segments,
    again,
    participants: places.map((key) => {
      if (key === 'witness') return { key, witness: true };
      return key === 'room' ? { key, roomId } : { key, personId: prepared.people[key as 'clerk'].personId };
    }),
    ...given.loose,
    ...(moving === undefined ? {} : { moving }),
    most: 1,
  };
  return searchFor(prepared, bookerOf(stage), brief, dry);
}

const namesOf = (told: FactsOf<'override-needed'>['needs']): string[] => [
  ...new Set((told ?? []).map(({ what }) => what)),
];

/** What the search was told may be set aside; the rest never excludes a slot. */
const allowed = ({ loose: { outsideHours, shortNotice, withoutBuffers } }: World): string[] => [
  'unsociable',
  'holiday',
  'alone-too-long',
  ...(outsideHours ? ['outside-hours'] : []),
  ...(shortNotice ? ['short-notice'] : []),
  ...(withoutBuffers ? ['buffer'] : []),
];

/** Whatever was set aside: what is offered instead can be had in the same way. (Its length does not get less.) */
async function expectAlternatives(stage: Stage, start: number): Promise<number> {
  const names = [...stage.world.agreed, 'alone-too-long'];
  const { body } = await takeAt(stage, start, names);
  const others = ((body.facts ?? {}) as Partial<FactsOf<'already-booked'>>).alternatives ?? [];
  for (const other of others) {
    const again = await takeAt(stage, Date.parse(other.local + other.offset), names);
    expect([other, again.status, again.body.facts]).toEqual([other, 201, undefined]);
  }
  return others.length;
}

describe('search and booking', () => {
  it('say the same of each start', async () => {
    const seen = { offered: 0, asked: 0, refused: 0, moved: 0, alternatives: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const stage = await stageFor(given);
        const { minutes, again } = sessionIn(given);
        const length = (Math.max(0, ...again) + minutes) * 60_000;
        const whole = await searchIn(stage, startOf(given, -2), startOf(given, 260) + length);
        expect(whole.status).toBe(200);
        const inBand = (start: number) =>
          (whole.body.bands as { first: string; last: string }[]).some(
            ({ first, last }) => first <= at1(start) && at1(start) <= last,
          );
        for (const index of given.starts) {
          const start = startOf(given, index);
          // To move a session to where it is changes nothing, and asks nobody for anything.
          if (stage.moving !== undefined && index === given.moving) continue;
          const { body } = await searchIn(stage, start, start + length);
          // Of a time that is over it is not even looked.
          const slots = (body.slots ?? []) as { start: string; seats: { needs?: string[] }[] }[];
          const [slot] = slots;
          expect(inBand(start)).toBe(slot !== undefined);
          if (slot === undefined) {
            const told = await takeAt(stage, start, allowed(given));
            expect(told.status).toBeGreaterThan(201);
            if (start > given.now)
              expect(['already-booked', 'duty-limit', 'override-needed']).toContain(told.body.code);
            seen.refused += 1;
            seen.alternatives += await expectAlternatives(stage, start);
            continue;
          }
          const needs = [...new Set(slot.seats.flatMap((seat) => seat.needs ?? []))];
          const told = await takeAt(stage, start, needs);
          expect([told.status, told.body.code, told.body.facts]).toEqual([201, undefined, undefined]);
          seen.offered += 1;
          if (stage.moving !== undefined) seen.moved += 1;
          if (needs.length === 0) continue;
          const plain = await takeAt(stage, start, []);
          expect(namesOf(plain.body.facts?.needs).toSorted()).toEqual(needs.toSorted());
          for (const left of needs) {
            const rest = needs.filter((name) => name !== left);
            const refused = await takeAt(stage, start, rest);
            expect([refused.status, namesOf(refused.body.facts?.needs)]).toEqual([409, [left]]);
          }
          seen.asked += 1;
        }
      }),
      { numRuns: 60 },
    );
    // Were all of one kind, nothing would have been compared.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  }, 120_000);
});
