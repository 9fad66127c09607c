import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorKey, parseDoor } from '../../functions/sessions/port/door.ts';
import type { Interval } from '../../functions/shared/values/instants.ts';
import type { Person } from '../../functions/directory/port/actor.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { faultyStore, scheduledStore, type Fault } from '../support/faulty-store.ts';
import { enterPerson, type Told } from '../support/in-process.ts';
import { memoryStore, type MemoryStore } from '../support/memory-store.ts';
import { calendarIdOf, enterRoom, setWorkingTime, setDuty, takenOn } from '../support/calendars.ts';
import { entriesIn } from '../support/log-entries.ts';
import { inCopy, prepareCase, now, type PreparedCase } from '../support/prepared-case.ts';
import { act, bookingOf, bookWith } from '../support/session-verbs.ts';

/**
 * Several at once, with every read and write in an order that fast-check chooses, and shrinks when something is wrong. What
 * must hold at the end is said here anew, by plain arithmetic over everything that stands on the calendars.
 */

const minutes = (at: string): number => Date.parse(at) / 60_000;
const dayLimit = 180;
const changeover = 20;
const buffer = 10;
/** Minutes that an interpreter works alone; longer only for a reason. */
const alone = 60;

/** Of any two, the minutes between them; 0 or less where they overlap. */
const gaps = (taken: readonly Interval[]): number[] => {
  const sorted = taken.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  return sorted.slice(1).map(({ start }, index) => minutes(start) - minutes(sorted[index]?.end ?? start));
};

/** Minutes in the day of Asia/Tokyo, which is nine hours ahead and never changes its clocks. */
function minutesByDay(taken: readonly Interval[]): Map<number, number> {
  const days = new Map<number, number>();
  for (const { start, end } of taken)
    for (let at = minutes(start); at < minutes(end); at += 1) {
      const day = Math.floor((at + 540) / 1440);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  return days;
}

interface World {
  readonly store: MemoryStore;
  readonly preparedCases: readonly PreparedCase[];
  readonly roomId: string;
  /** Of the team with the other interpreter, where there is one. */
  readonly partner: Person;
}

/** Three cases that fight over a clerk and a room, two of them also over an interpreter in Tokyo. */
async function newWorld(): Promise<World> {
  const store = memoryStore();
  const [interpreter, partner, clerk] = await Promise.all([
    enterPerson(store, 'interpreter', { zone: 'Asia/Tokyo', country: 'JP' }),
    enterPerson(store, 'interpreter', { zone: 'Asia/Tokyo', country: 'JP' }),
    enterPerson(store, 'clerk'),
  ]);
  for (const each of [interpreter, partner])
    await setDuty(store, each, { dayMinutes: dayLimit, changeover, aloneConsecutive: alone });
  const anyHour = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));
  const sociable = { from: '00:00', until: '24:00' };
  await setWorkingTime(store, clerk, { weekly: anyHour, sociable, bufferBefore: buffer, country: 'JP' });
  const roomId = await enterRoom(store);
  const preparedCases = await Promise.all(
    [{ interpreter, clerk }, { interpreter, clerk }, { clerk }].map((shared) => prepareCase(store, shared)),
  );
  return { store, preparedCases, roomId, partner };
}

/** The same at its beginning, for one run more. */
function copyOf(world: World): World {
  const store = memoryStore(world.store);
  return { ...world, store, preparedCases: world.preparedCases.map((each) => inCopy(each, store)) };
}

async function expectNothingTwice({ store, preparedCases, roomId, partner }: World): Promise<void> {
  const [first] = preparedCases as [PreparedCase];
  const interpreter = await takenOn(store, calendarIdOf(first.people.interpreter));
  const clerk = await takenOn(store, calendarIdOf(first.people.clerk));
  const room = await takenOn(store, `room#${roomId}`);
  const second = await takenOn(store, calendarIdOf(partner));
  for (const gap of [...gaps(interpreter), ...gaps(second)]) expect(gap).toBeGreaterThanOrEqual(changeover);
  for (const gap of gaps(clerk)) expect(gap).toBeGreaterThanOrEqual(buffer);
  for (const gap of gaps(room)) expect(gap).toBeGreaterThanOrEqual(0);
  for (const [, worked] of [...minutesByDay(interpreter), ...minutesByDay(second)])
    expect(worked).toBeLessThanOrEqual(dayLimit);
  for (const { sessionId, start, end } of interpreter) {
    const both = second.some(
      (each) => each.sessionId === sessionId && each.start === start && each.end === end,
    );
    if (minutes(end) - minutes(start) <= (both ? 2 : 1) * alone) continue;
    const reasons = (await entriesIn(store, sessionId)).flatMap(({ details }) => details['overrides'] ?? []);
    expect(reasons, 'why an interpreter works that long alone').toContain('alone-too-long: other');
  }
  for (const { caseId, witness } of preparedCases)
    for (const gap of gaps(await takenOn(store, `witness#${caseId}#${witness}`)))
      expect(gap).toBeGreaterThanOrEqual(0);
  const lines = await Promise.all(
    preparedCases.map(({ caseId }) => store.query('sessions', `case#${caseId}`)),
  );
  const ids = lines.flat().map((line) => line['sessionId'] as string);
  const doors = (await store.get(ids.map(doorKey))).map(parseDoor);
  const live = doors.filter(({ status }) => status !== 'cancelled').map(({ sessionId }) => sessionId);
  const sessions = new Set(clerk.map(({ sessionId }) => sessionId));
  expect(sessions).toEqual(new Set(live));
  for (const { sessionId, start, end } of doors) {
    const entries = await entriesIn(store, sessionId);
    const last = entries.findLast(({ details }) => 'to' in details)?.details['to'] as string[] | undefined;
    const booked = [entries[0]?.details['start'], entries[0]?.details['end']];
    expect([start, end], 'where the log says that it is').toEqual(last ?? booked);
    for (const each of clerk.filter((taken) => taken.sessionId === sessionId))
      expect([each.start, each.end]).toEqual([start, end]);
  }
  for (const each of second)
    expect(interpreter.concat(clerk), 'with whom the second interpreter works').toContainEqual(each);
  const own = await Promise.all(
    preparedCases.map(({ caseId, witness }) => takenOn(store, `witness#${caseId}#${witness}`)),
  );
  expect(new Set(own.flat().map(({ sessionId }) => sessionId))).toEqual(sessions);
}

/** Around the cut of a week (Saturday, 19:00 in Bangkok) and midnight in Tokyo (22:00). */
const wallTime = (slot: number): string => {
  const at = new Date(Date.UTC(2027, 2, 6, 15) + slot * 10 * 60_000);
  return at.toISOString().slice(0, 16);
};

const booking = fc.record({
  which: fc.nat(2),
  slot: fc.integer({ min: 18, max: 44 }),
  minutes: fc.constantFrom(10, 60, 120),
  inRoom: fc.boolean(),
  holds: fc.boolean(),
  forAReason: fc.boolean(),
  asTeam: fc.boolean(),
  faults: fc.array(fc.constantFrom<Fault>('none', 'none', 'conflict', 'lost', 'throttled'), { maxLength: 3 }),
  after: fc.subarray(['confirmation', 'move', 'length', 'cancellation', 'restoration'] as const),
  newMinutes: fc.constantFrom(45, 90),
  otherSlot: fc.integer({ min: 18, max: 44 }),
});
type Wanted = typeof booking extends fc.Arbitrary<infer Value> ? Value : never;

async function run({ preparedCases, roomId, partner }: World, over: Store, wanted: Wanted): Promise<void> {
  const prepared = preparedCases[wanted.which] as PreparedCase;
  const { seats } = bookingOf(prepared, '');
  const reason = wanted.forAReason ? { overrides: [{ what: 'alone-too-long', reason: 'other' }] } : {};
  const app = prepared.over(faultyStore(over, (write) => wanted.faults[write - 1] ?? 'none'));
  const told: Told = await bookWith(
    prepared,
    wallTime(wanted.slot),
    {
      minutes: wanted.minutes,
      ...(wanted.inRoom ? { rooms: [roomId] } : {}),
      ...(wanted.holds ? { holdMinutes: 60 } : {}),
      ...reason,
      ...(wanted.asTeam ? { seats: { ...seats, moreInterpreters: [partner.personId] } } : {}),
    },
    { app },
  );
  expect([201, 409, 500, 503]).toContain(told.status);
  if (told.status !== 201) return;
  const bodies = {
    confirmation: {},
    move: { local: wallTime(wanted.otherSlot), zone: 'Asia/Bangkok', ...reason },
    length: { minutes: wanted.newMinutes, ...reason },
    cancellation: { reason: 'other' },
    restoration: reason,
  };
  // All at once, though they are about one session: each finds it as another left it, or is refused.
  const done = wanted.after.map((verb) =>
    act(prepared, told.body.sessionId as string, verb, bodies[verb], { app }),
  );
  for (const { status } of await Promise.all(done)) expect([201, 409, 410, 500, 503]).toContain(status);
}

describe('in any order of reads and writes', () => {
  it('nobody is booked twice, no day limit and no time between sessions is passed, no booking is half there', async () => {
    const before = await newWorld();
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(booking, { minLength: 2, maxLength: 5 }),
        async (scheduler, wanted) => {
          const world = copyOf(before);
          const over = scheduledStore(world.store, scheduler);
          await scheduler.waitFor(Promise.all(wanted.map((each) => run(world, over, each))));
          await expectNothingTwice(world);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);
});

describe('two who each see room for themselves under a limit', () => {
  const overrides = [{ what: 'alone-too-long', reason: 'other' }];
  it.each([
    ['of a day', '2027-03-02T06:00', '2027-03-02T12:00', 120],
    ['of the time between, over the cut of a week', '2027-03-06T18:00', '2027-03-06T19:17', 60],
  ])('%s: one books, the other is told', async (_, one, other, length) => {
    const world = await newWorld();
    const [first, second] = world.preparedCases as [PreparedCase, PreparedCase];
    const meanwhile = async (write: number): Promise<Fault> => {
      if (write === 1)
        expect((await bookWith(second, other, { minutes: length, overrides })).status).toBe(201);
      return 'none';
    };
    const late = await bookWith(
      first,
      one,
      { minutes: length, overrides },
      { app: first.over(faultyStore(world.store, meanwhile), now) },
    );
    expect(late.status).toBe(409);
    expect(late.body.facts.seat).toBe('interpreter');
    expect(await takenOn(world.store, calendarIdOf(first.people.interpreter))).toHaveLength(1);
  });
});
