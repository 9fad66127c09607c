import { candidate } from '../../support/candidate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingTime } from '../../../functions/directory/port/working-time-store.ts';
import { findSlots } from '../../../functions/availability/engine/find-slots.ts';
import {
  busyOf,
  type Loose,
  type Question,
  type Candidate,
  type Seat,
} from '../../../functions/availability/engine/question.ts';
import type { Relief } from '../../../functions/availability/engine/reasons.ts';
import { couldTake, isWorking, minutesOf, naiveStarts } from './naive.ts';
import { question } from './sample-question.ts';

/** Questions to which there is no answer, each reason checked by asking brute force the question that it proposes. */

const VENUE = 'UTC';
const keysOf = ({ seats }: Question): string[] => seats.map(({ key }) => key);
const first = (asked: Question): number | undefined => naiveStarts(asked)[0];
const leaving = (asked: Question, keys: readonly string[]): Question => ({
  ...asked,
  seats: asked.seats.filter(({ key }) => !keys.includes(key)),
});
const loosening = (asked: Question, keys: readonly string[], loose: Loose): Question => ({
  ...asked,
  seats: asked.seats.map((seat) =>
    keys.includes(seat.key) ? { ...seat, loose: { ...seat.loose, ...loose } } : seat,
  ),
});

/** Small ones: every seat needs all of one short part on one day, so that brute force can try each proposal. */
const simple = fc
  .tuple(question, fc.constantFrom(15, 30, 60, 90), fc.integer({ min: 200, max: 900 }))
  .map(([asked, minutes, length]) =>
    withMinutes({ ...asked, grid: 15, until: asked.from + length }, minutes),
  );
const withMinutes = (asked: Question, minutes: number): Question => ({
  ...asked,
  minutes,
  seats: asked.seats.map((seat) => ({ ...seat, blocks: [{ at: 0, minutes }] })),
});

const shorterOf = (asked: Question) => (less: number) =>
  asked.minutes - less < 5 ? undefined : withMinutes(asked, asked.minutes - less);

/** Minutes outside working hours of all these seats together, each by whoever could come with the fewest. */
const outside = (asked: Question, keys: readonly string[], start: number): number =>
  asked.seats
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, seat) => sum + Math.min(...counts(asked, seat, start)), 0);
const counts = (asked: Question, seat: Seat, start: number): number[] =>
  seat.candidates
    .filter((each) => couldTake(asked, seat, each, start))
    .map((each) =>
      !each.binds ? 0 : minutesOf(seat, start).filter((minute) => !isWorking(each, minute)).length,
    );

function singles(asked: Question, kind: 'no-buffers' | 'short-notice'): Relief[] {
  const loose = kind === 'no-buffers' ? { buffers: true } : { notice: true };
  return keysOf(asked).flatMap((key) => {
    const start = first(loosening(asked, [key], loose));
    return start === undefined ? [] : [{ kind, keys: [key], start }];
  });
}

function expectOutside(asked: Question, reliefs: readonly Relief[]): void {
  const given = reliefs.filter((relief) => relief.kind === 'outside-hours');
  const opens = (keys: readonly string[]) => naiveStarts(loosening(asked, keys, { hours: true }));
  const alone = keysOf(asked).filter((key) => opens([key]).length > 0);
  if (alone.length > 0) expect(given.flatMap(({ keys }) => keys)).toEqual(alone);
  else expect(given.length).toBe(opens(keysOf(asked)).length > 0 ? 1 : 0);
  for (const { keys, start, minutes } of given) {
    const loosened = loosening(asked, keys, { hours: true });
    const least = Math.min(...opens(keys).map((each) => outside(loosened, keys, each)));
    expect({ start: opens(keys).includes(start), minutes }).toEqual({ start: true, minutes: least });
    expect(outside(loosened, keys, start)).toBe(least);
    // Nobody is asked who need not be.
    for (const key of keys) expect(opens(keys.filter((other) => other !== key))).toEqual([]);
  }
}

describe('when nothing fits', () => {
  it('what binds and what would help is true, complete and least', () => {
    let explained = 0;
    fc.assert(
      fc.property(simple, (asked) => {
        const later = { ...asked, until: asked.until + 1440 };
        const shorter = shorterOf(asked);
        const { reason } = findSlots(asked, VENUE, 1, { later, shorter });
        if (reason === undefined) return;
        const { binding, reliefs } = reason;
        explained += reliefs.length;

        const alone = keysOf(asked).filter((key) => first(leaving(asked, [key])) !== undefined);
        if (alone.length > 0) expect(binding.flatMap(({ keys }) => keys)).toEqual(alone);
        for (const { keys, start } of binding) {
          expect(start).toBe(first(leaving(asked, keys)));
          for (const key of keys)
            expect(
              first(
                leaving(
                  asked,
                  keys.filter((other) => other !== key),
                ),
              ),
            ).toBeUndefined();
        }
        if (binding.length === 0) expect(first({ ...asked, seats: [] })).toBeUndefined();

        const of = (kind: string) => reliefs.filter((relief) => relief.kind === kind);
        expect(of('no-buffers')).toEqual(singles(asked, 'no-buffers'));
        expect(of('short-notice')).toEqual(singles(asked, 'short-notice'));
        expectOutside(asked, reliefs);
        const atLater = first(later);
        expect(of('later')).toEqual(atLater === undefined ? [] : [{ kind: 'later', start: atLater }]);
        const steps = Array.from({ length: 8 }, (_, step) => (step + 1) * asked.grid);
        const less = steps.find((each) => {
          const changed = shorter(each);
          return changed !== undefined && first(changed) !== undefined;
        });
        expect(of('shorter').map((relief) => relief.kind === 'shorter' && relief.less)).toEqual(
          less === undefined ? [] : [less],
        );
      }),
      { numRuns: 50 },
    );
    expect(explained).toBeGreaterThan(0);
  }, 120_000);
});

/** One working day in Bangkok, from nine to noon there; the grid is a quarter of an hour. */
const day = Date.UTC(2027, 2, 8, 2) / 60_000;
const person = (
  id: string,
  more: Partial<Candidate['workingTime']> = {},
  rest: Partial<Candidate> = {},
): Candidate =>
  candidate({
    id,
    workingTime: {
      ...usualWorkingTime('Asia/Bangkok', 'TH'),
      weekly: [{ weekday: 1, from: '09:00', until: '12:00' }],
      ...more,
    },
    ...rest,
  });
const ask = (people: readonly Candidate[], minutes: number, now = day - 10_000): Question => ({
  from: day - 120,
  until: day + 360,
  now,
  grid: 15,
  minutes,
  seats: people.map((each) => ({ key: each.id, blocks: [{ at: 0, minutes }], candidates: [each] })),
});
const booked = (...pairs: [number, number][]) => ({
  booked: busyOf(pairs.map(([from, until]) => [day + from, day + until])),
});
const why = (asked: Question, wider = {}) => findSlots(asked, VENUE, 5, wider).reason;

describe('a reason', () => {
  it('names buffers that could be dropped', () => {
    const busy = person('busy', { bufferBefore: 15, bufferAfter: 15 }, booked([0, 60], [120, 180]));
    const asked = ask([person('other'), busy], 60);
    expect(why(asked, { shorter: shorterOf(asked) })).toEqual({
      binding: [{ keys: ['busy'], start: day }],
      reliefs: [
        { kind: 'no-buffers', keys: ['busy'], start: day + 60 },
        { kind: 'outside-hours', keys: ['other', 'busy'], minutes: 120, start: day - 120 },
        { kind: 'shorter', less: 30, start: day + 75 },
      ],
    });
  });

  it('names notice that could be shorter', () => {
    const late = person('late', { notice: 600 });
    const reason = why(ask([person('other'), late], 60, day - 60));
    expect(reason?.reliefs).toContainEqual({ kind: 'short-notice', keys: ['late'], start: day });
  });

  it('says how few minutes outside working hours would do, and for whom', () => {
    const early = person('early', { weekly: [{ weekday: 1, from: '07:00', until: '09:30' }] });
    const asked = ask([person('other'), early], 60);
    const reason = why(asked, { shorter: shorterOf(asked) });
    expect(reason?.binding).toEqual([
      { keys: ['other'], start: day - 120 },
      { keys: ['early'], start: day },
    ]);
    expect(reason?.reliefs).toEqual([
      { kind: 'outside-hours', keys: ['other'], minutes: 30, start: day - 30 },
      { kind: 'outside-hours', keys: ['early'], minutes: 30, start: day },
      { kind: 'shorter', less: 30, start: day },
    ]);
  });

  it('counts the minutes of those who could come, not of those who are taken', () => {
    const taken = person('taken', {}, booked([0, 180]));
    const early = person('early', { weekly: [{ weekday: 1, from: '07:00', until: '09:30' }] });
    const asked = ask([person('other')], 60);
    const pool = { key: 'pool', blocks: [{ at: 0, minutes: 60 }], candidates: [taken, early] };
    expect(why({ ...asked, seats: [...asked.seats, pool] })?.reliefs).toEqual([
      { kind: 'outside-hours', keys: ['other'], minutes: 30, start: day - 30 },
      { kind: 'outside-hours', keys: ['pool'], minutes: 30, start: day },
    ]);
  });

  it('asks two, where one alone would not be enough', () => {
    const weekly = (from: string, until: string) => ({ weekly: [{ weekday: 1, from, until }] });
    const reason = why(
      ask(
        [
          person('one', weekly('07:00', '08:00')),
          person('two', weekly('09:00', '10:00')),
          person('three', weekly('11:00', '12:00')),
        ],
        60,
      ),
    );
    expect(reason?.binding).toEqual([{ keys: ['two', 'three'], start: day - 120 }]);
    expect(reason?.reliefs).toEqual([
      { kind: 'outside-hours', keys: ['two', 'three'], minutes: 120, start: day - 120 },
    ]);
  });

  it('tries a later end and a pool without a criterion', () => {
    const away = person('away', { daysOff: ['2027-03-08'] });
    const asked = ask([away], 60);
    const weekly = [1, 2].map((weekday) => ({ weekday, from: '09:00', until: '12:00' }));
    const seats = [
      { ...asked.seats[0], candidates: [person('away', { weekly, daysOff: ['2027-03-08'] })] },
    ] as Seat[];
    const reason = why(
      { ...asked, seats },
      {
        later: { ...asked, seats, until: day + 2 * 1440 },
        pools: [{ key: 'away', dropped: 'gender', candidates: [person('other')] }],
      },
    );
    expect(reason).toEqual({
      binding: [{ keys: ['away'], start: day - 120 }],
      reliefs: [
        { kind: 'criterion', key: 'away', dropped: 'gender', start: day },
        { kind: 'later', start: day + 1440 },
      ],
    });
  });

  it('never asks anything of those whose place may not be known', () => {
    const hidden = person(
      'hidden',
      { notice: 600, bufferBefore: 300 },
      { hidden: true, ...booked([-60, 0]) },
    );
    const reason = why(ask([person('other'), hidden], 60, day - 60));
    expect(reason).toEqual({ binding: [{ keys: ['hidden'], start: day }], reliefs: [] });
  });
});
