import { candidate } from '../../support/candidate.ts';
import { describe, expect, it } from 'vitest';
import { usualWorkingTime } from '../../../functions/directory/port/working-time-store.ts';
import { findSlots } from '../../../functions/availability/engine/find-slots.ts';
import {
  busyOf,
  type Question,
  type Candidate,
  type Seat,
} from '../../../functions/availability/engine/question.ts';
import { shorterOf } from './sample-question.ts';

const VENUE = 'UTC';

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
