import { candidate } from '../../support/candidate.ts';
import fc from 'fast-check';
import { dayNumber } from '../../../functions/availability/engine/local-days.ts';
import {
  blocksOf,
  busyOf,
  type Block,
  type Question,
  type Candidate,
  type Seat,
} from '../../../functions/availability/engine/question.ts';
import { usualDuty } from '../../../functions/directory/port/duty.ts';
import {
  workingTime as workingTimeShape,
  type WorkingTime,
} from '../../../functions/directory/port/working-time.ts';
import { instantOf } from '../../../functions/shared/values/instants.ts';

/** Small worlds around days on which clocks change, where most mistakes about time are made. */

/** A zone and a local date near which something happens there. */
export const changes = [
  ['Asia/Yangon', '2027-03-03'],
  ['Australia/Sydney', '2027-04-04'],
  ['Australia/Sydney', '2027-10-03'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  // Midnight itself is skipped or repeated.
  ['Africa/Cairo', '2027-04-30'],
  ['Africa/Cairo', '2027-10-29'],
  ['America/Santiago', '2027-09-05'],
  ['America/Havana', '2027-11-07'],
  ['Antarctica/Troll', '2027-03-28'],
  ['Europe/London', '2027-10-31'],
] as const;
export const zones = [
  ...new Set(changes.map(([zone]) => zone)),
  'Asia/Kathmandu',
  'Pacific/Chatham',
] as const;

const clock = (minutes: number): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Hours from and until, on any five minutes; now and then the whole day. */
const hours = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ from: '00:00', until: '24:00' }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 30, max: 288 }))
      .map(([from, length]) => ({
        from: clock(from * 5),
        until: clock(Math.min(1440, (from + length) * 5)),
      })),
  },
);

const near = (day: number) => fc.integer({ min: day - 2, max: day + 3 }).map(text);

/** Every day somewhat, so that there is mostly something to be found, and some days more. */
const weekly = (day: number) =>
  fc
    .tuple(
      fc.array(hours, { minLength: 7, maxLength: 7 }),
      fc.array(
        fc.record(
          { weekday: fc.integer({ min: 1, max: 7 }), hours, validFrom: near(day), validUntil: near(day) },
          { requiredKeys: ['weekday', 'hours'] },
        ),
        { maxLength: 8 },
      ),
    )
    .map(([always, sometimes]) => [
      ...sometimes,
      ...always.map((each, at) => ({ weekday: at + 1, hours: each })),
    ]);

/** To the minute, so that nothing depends on the grid. */
const stretch = (day: number, longest: number) =>
  fc
    .tuple(fc.integer({ min: -1500, max: 4 * 1440 }), fc.integer({ min: 1, max: longest }))
    .map(([from, length]): [number, number] => [day * 1440 + from, day * 1440 + from + length]);

const buffer = fc.constantFrom(0, 0, 5, 15, 37);

export const workingTime = (day: number): fc.Arbitrary<WorkingTime> =>
  fc
    .record({
      zone: fc.constantFrom(...zones),
      weekly: weekly(day),
      daysOff: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(near(day), { maxLength: 1 })),
      blocks: fc.array(stretch(day, 300), { maxLength: 1 }),
      bufferBefore: buffer,
      bufferAfter: buffer,
      notice: fc.constantFrom(0, 0, 60, 1000),
      sociable: hours,
    })
    .map((given) =>
      workingTimeShape.parse({
        ...given,
        country: 'TH',
        weekly: given.weekly.map(({ hours: { from, until }, ...rest }) => ({ ...rest, from, until })),
        blocks: given.blocks.map(([start, end]) => ({
          start: instantOf(start * 60_000),
          end: instantOf(end * 60_000),
        })),
      }),
    );

const resource = (day: number, id: string): fc.Arbitrary<Candidate> =>
  fc
    .record(
      {
        id: fc.constant(id),
        workingTime: workingTime(day),
        holidays: fc
          .array(near(day).map(dayNumber), { minLength: 1, maxLength: 4 })
          .map((days) => new Set(days)),
        booked: fc.array(stretch(day, 240), { maxLength: 5 }).map(busyOf),
        duty: fc.record({ dayMinutes: fc.constantFrom(60, 120, 240, 360), changeover: buffer }),
        guess: fc.boolean(),
        room: fc.boolean(),
        hidden: fc.boolean(),
        dutyZone: fc.constantFrom('Asia/Yangon', 'America/New_York', 'Pacific/Auckland'),
      },
      { requiredKeys: ['id', 'workingTime', 'holidays', 'booked'] },
    )
    .map(({ guess = false, room = false, duty, ...given }) =>
      candidate({
        ...given,
        binds: !guess,
        booking: room ? { seat: 'room', roomId: id } : { seat: 'interpreter', personId: id },
        ...(duty === undefined ? {} : { duty: { ...usualDuty, ...duty } }),
      }),
    );

/** Pre, main and post, with or without pauses between; each at least five minutes. */
const segments: fc.Arbitrary<Block[]> = fc
  .array(
    fc.record({
      pause: fc.constantFrom(0, 0, 0, 20),
      minutes: fc.integer({ min: 1, max: 24 }).map((n) => n * 5),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => {
    let end = 0;
    return parts.map(({ pause, minutes }, part) => {
      const at = part === 0 ? 0 : end + pause;
      end = at + minutes;
      return { at, minutes };
    });
  });

const loose = fc.record(
  { hours: fc.boolean(), buffers: fc.boolean(), notice: fc.boolean() },
  { requiredKeys: [] },
);

/** Who draws the same is given the very same list, as seats of one pool are. */
function drawnFrom(pool: readonly Candidate[]): (places: readonly number[]) => readonly Candidate[] {
  const lists = new Map<string, readonly Candidate[]>();
  return (places) => {
    const key = [0, 1, 2, 3].filter((at) => places.includes(at)).join();
    const list = lists.get(key) ?? pool.filter((_, at) => places.includes(at));
    lists.set(key, list);
    return list;
  };
}

/** A few named seats, and a few that draw on one pool, so that they compete. */
export const question: fc.Arbitrary<Question> = fc.constantFrom(...changes).chain(([, date]) => {
  const day = dayNumber(date);
  return fc
    .record({
      segments,
      named: fc.array(resource(day, 'named'), { minLength: 0, maxLength: 3 }),
      pool: fc.array(resource(day, 'pool'), { minLength: 1, maxLength: 4 }),
      drawn: fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
      needs: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      looseness: fc.array(fc.option(loose, { nil: undefined, freq: 3 }), { minLength: 6, maxLength: 6 }),
      from: fc.integer({ min: -300, max: 300 }),
      length: fc.integer({ min: 100, max: 3 * 1440 }),
      now: fc.integer({ min: -2000, max: 400 }),
      grid: fc.constantFrom(5, 15),
    })
    .map((given): Question => {
      const named = given.named.map((each, at) => ({ ...each, id: `named-${at}` }));
      const pool = given.pool.map((each, at) => ({ ...each, id: `pool-${at}` }));
      const choices = [...named.map((each) => [each]), ...given.drawn.map(drawnFrom(pool))].filter(
        ({ length }) => length > 0,
      );
      const last = given.segments.at(-1) ?? { at: 0, minutes: 0 };
      const seats = choices.map((candidates, at): Seat => {
        const need = given.needs[at] ?? 0;
        const some = given.segments.filter((_, part) => need === 0 || part !== need);
        const looseOf = given.looseness[at];
        return {
          key: `seat-${at}`,
          blocks: blocksOf(some),
          candidates,
          ...(looseOf === undefined ? {} : { loose: looseOf }),
        };
      });
      const from = day * 1440 + given.from;
      return {
        from,
        until: from + given.length,
        now: day * 1440 + given.now,
        grid: given.grid,
        minutes: last.at + last.minutes,
        seats,
      };
    });
});

/** The same question for one part of so many minutes, in which everybody is needed. */
export const withMinutes = (asked: Question, minutes: number): Question => ({
  ...asked,
  minutes,
  seats: asked.seats.map((seat) => ({ ...seat, blocks: [{ at: 0, minutes }] })),
});

/** What would be asked if the session were shorter by so much. */
export const shorterOf = (asked: Question) => (less: number) =>
  asked.minutes - less < 5 ? undefined : withMinutes(asked, asked.minutes - less);
