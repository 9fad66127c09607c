import fc from 'fast-check';
import { dayNumber } from '../../../functions/availability/engine/local-days.ts';
import { changes, workingTime } from '../engine/sample-question.ts';

/** Small random worlds in which search and booking can be asked the same; and what is asked in each. */

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

export const world = fc.constantFrom(...changes).chain(([, date]) => {
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
export type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** The session, as both are asked for it. Seats go by the names of places, so that parts say the same to both. */
export function sessionIn({ minutes, pre, pause, by, again }: World) {
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

/** The starts are on the grid that begins before the clock. */
export const startOf = ({ now }: World, index: number): number =>
  (Math.floor(now / 900_000) + 1 + index) * 900_000;
