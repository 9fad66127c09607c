import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../../functions/availability/engine/cost.ts';
import { findSlots } from '../../../functions/availability/engine/find-slots.ts';
import { meterUntil, TooLong } from '../../../functions/availability/engine/meter.ts';
import { blocksOf, busyOf, type Question } from '../../../functions/availability/engine/question.ts';
import { usualDuty } from '../../../functions/directory/port/duty.ts';
import { workingTime } from '../../../functions/directory/port/working-time.ts';
import { candidate } from '../../support/candidate.ts';

/** What a search costs is known before it runs: what was counted is held against what is taken, over many proposals. */

const from = Date.UTC(2027, 1, 22) / 60_000;

const calendar = (hours: 'office' | 'any', sociable: 'day' | 'any') =>
  workingTime.parse({
    zone: 'Asia/Bangkok',
    country: 'TH',
    weekly: [1, 2, 3, 4, 5, 6, 7]
      .filter((weekday) => hours === 'any' || weekday < 6)
      .map((weekday) =>
        hours === 'any'
          ? { weekday, from: '00:00', until: '24:00' }
          : { weekday, from: '08:00', until: '18:00' },
      ),
    daysOff: ['2027-03-10'],
    blocks: [],
    bufferBefore: 15,
    bufferAfter: 15,
    notice: 60,
    sociable: sociable === 'any' ? { from: '00:00', until: '24:00' } : { from: '08:00', until: '19:00' },
  });

const pool = fc.record({
  people: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 20, max: 60 })),
  seats: fc.integer({ min: 1, max: 4 }),
  hours: fc.constantFrom('office' as const, 'any' as const),
  sociable: fc.constantFrom('day' as const, 'any' as const),
  booked: fc.constantFrom(0, 10, 60),
  onDuty: fc.boolean(),
});

const proposal = fc.record({
  pools: fc.array(pool, { minLength: 1, maxLength: 2 }),
  days: fc.constantFrom(1, 1, 2, 5, 30),
  parts: fc.integer({ min: 1, max: 3 }),
  window: fc.constantFrom(35, 60, 180),
  grid: fc.constantFrom(5, 15),
  minutes: fc.constantFrom(15, 60, 120),
});
type Proposed = typeof proposal extends fc.Arbitrary<infer Value> ? Value : never;

function questionOf({ pools, days, parts, window, grid, minutes }: Proposed): Question {
  const blocks = blocksOf(
    Array.from({ length: days * parts }, (_, order) => ({
      at: Math.floor(order / parts) * 1440 + (order % parts) * (minutes + 20),
      minutes,
    })),
  );
  const last = blocks.at(-1);
  const loose = {};
  return {
    from,
    until: from + window * 1440,
    now: from - 10_000,
    grid,
    minutes: last === undefined ? 0 : last.at + last.minutes,
    seats: pools.flatMap(({ people, seats, hours, sociable, booked, onDuty }, at) => {
      const candidates = Array.from({ length: people }, (_, which) =>
        candidate({
          id: `${at} ${which}`,
          workingTime: calendar(hours, sociable),
          booked: busyOf(
            Array.from({ length: booked }, (__, order): [number, number] => {
              const start = from + ((order * 7919 + which * 997) % (window * 1440));
              return [start, start + 45];
            }),
          ),
          ...(onDuty ? { duty: usualDuty } : {}),
        }),
      );
      return Array.from({ length: seats }, () => ({ key: `${at}`, blocks, candidates, loose }));
    }),
  };
}

/** How many times what is taken was counted; undefined where nothing fits, which the clock ends. */
function ratioOf(given: Proposed): number | undefined {
  const question = questionOf(given);
  const counted = costOf(question, 20);
  const meter = meterUntil();
  const { reason } = findSlots(question, 'Asia/Bangkok', 20, {}, meter);
  return reason === undefined ? counted / meter.taken() : undefined;
}

describe('what a search costs', { timeout: 120_000 }, () => {
  it('is never counted at less than a quarter of what it takes', () => {
    fc.assert(
      fc.property(proposal, (given) => {
        expect(ratioOf(given) ?? 1).toBeGreaterThan(1 / 4);
      }),
      // Each of them searches for good; what is rare is found over many runs.
      { numRuns: 15 },
    );
  });

  it('is counted within a few times of what it takes by most, as if every start were possible', () => {
    const ratios = fc
      .sample(proposal, { numRuns: 15, seed: 8 })
      .flatMap((given) => ratioOf(given) ?? [])
      .toSorted((one, other) => one - other);
    expect(ratios.length).toBeGreaterThan(5);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThan(8);
  });
});

/** Proposals in which nearly all of what is taken is of one kind, so that none of them can go uncounted beside others. */
describe(
  'what a search costs is counted within two or three times where it is nearly all',
  { timeout: 120_000 },
  () => {
    const free = { people: 1, seats: 1, hours: 'any', sociable: 'any', booked: 0, onDuty: false } as const;
    const long = { days: 1, parts: 1, window: 180, grid: 5, minutes: 60 } as const;

    it.each<[string, Proposed]>([
      [
        'sets of starts joined: many who have nothing else to do',
        { ...long, pools: [{ ...free, people: 120 }] },
      ],
      ['starts ranked: somebody who can always come', { ...long, pools: [free] }],
      ['starts struck out: many bookings', { ...long, pools: [{ ...free, people: 20, booked: 60 }] }],
      [
        'starts struck out: hours of an office',
        { ...long, pools: [{ ...free, people: 20, hours: 'office' }] },
      ],
      ['starts burdened: unsociable hours', { ...long, pools: [{ ...free, people: 20, sociable: 'day' }] }],
      ['somebody for each of several seats', { ...long, pools: [{ ...free, people: 4, seats: 3 }] }],
      ['hours on duty', { ...long, pools: [{ ...free, people: 20, booked: 60, onDuty: true }] }],
    ])('%s', (_name, given) => {
      const ratio = ratioOf(given);
      console.log(_name, ratio);
      expect(ratio).toBeGreaterThan(1 / 4);
      expect(ratio).toBeLessThan(8);
    });
  },
);

describe('a search', () => {
  const large = questionOf({
    pools: [{ people: 120, seats: 2, hours: 'any', sociable: 'day', booked: 10, onDuty: false }],
    days: 5,
    parts: 3,
    window: 180,
    grid: 5,
    minutes: 60,
  });

  it('is ended by the clock, and by nothing else', () => {
    let looks = 0;
    const over = meterUntil(() => (looks += 1) > 2);
    expect(() => findSlots(large, 'Asia/Bangkok', 20, {}, over)).toThrow(TooLong);
    expect(looks).toBe(3);
    expect(findSlots(large, 'Asia/Bangkok', 20).slots).toHaveLength(20);
  });
});
