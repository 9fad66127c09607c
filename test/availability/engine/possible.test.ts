import { usualDuty } from '../../../functions/directory/port/duty.ts';
import { candidate } from '../../support/candidate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWorkingTime } from '../../../functions/directory/port/working-time-store.ts';
import { membersOf } from '../../../functions/availability/engine/bits.ts';
import { findPossible } from '../../../functions/availability/engine/possible.ts';
import { busyOf, startAt, type Question } from '../../../functions/availability/engine/question.ts';
import { naiveStarts } from './naive.ts';
import { question } from './sample-question.ts';

const startsOf = (asked: Question): number[] => {
  const { starts, frame } = findPossible(asked);
  return Array.from(membersOf(starts), (index) => startAt(frame, index));
};

describe('the day’s duty', () => {
  it('counts a local day as one, also where the clocks change within it', () => {
    // On this Sunday Sydney shows 02:30 twice: the day has 25 hours.
    const midnight = Date.parse('2027-04-03T13:00:00Z') / 60_000;
    const weekly = [6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));
    const resource = candidate({
      id: 'interpreter',
      workingTime: { ...usualWorkingTime('Australia/Sydney', 'AU'), weekly },
      // One hour of three, before the change.
      booked: busyOf([[midnight + 60, midnight + 120]]),
      duty: { ...usualDuty, dayMinutes: 180, changeover: 0 },
    });
    const asked = (minutes: number) => ({
      from: midnight + 240,
      until: midnight + 25 * 60,
      now: midnight - 1440,
      grid: 15,
      minutes,
      seats: [{ key: 'interpreter', blocks: [{ at: 0, minutes }], candidates: [resource] }],
    });
    expect(startsOf(asked(120))).toHaveLength((21 - 2) * 4 + 1);
    expect(startsOf(asked(135))).toEqual([]);
  });
});

describe('two seats of one pool', () => {
  it('need each their own part, and a person each', () => {
    const nine = Date.UTC(2027, 2, 8, 2) / 60_000;
    const workingTime = (from: string, until: string) => ({
      ...usualWorkingTime('Asia/Bangkok', 'TH'),
      weekly: [{ weekday: 1, from, until }],
    });
    const person = (id: string, from: string, until: string) =>
      candidate({ id, workingTime: workingTime(from, until) });
    const pool = [person('early', '09:00', '10:00'), person('long', '09:00', '11:00')];
    const seat = (at: number, candidates = pool) => ({
      key: 'pool',
      blocks: [{ at, minutes: 60 }],
      candidates,
    });
    const asked = (seats: Question['seats']) => ({
      from: nine - 60,
      until: nine + 600,
      now: nine - 1440,
      grid: 15,
      minutes: 120,
      seats,
    });
    // One after the other, drawn from one list: at the first part only one of them is there.
    const turns = [person('early', '09:00', '10:00'), person('late', '10:00', '11:00')];
    expect(startsOf(asked([seat(0, turns), seat(60, turns)]))).toEqual([nine]);
    // At the same time, twice the very same seat; and nobody is there for a third.
    const same = seat(0);
    expect(startsOf(asked([same, same]))).toEqual([nine]);
    expect(startsOf(asked([same, same, same]))).toEqual([]);
  });
});

describe('possible starts', () => {
  it('are those of brute force, on any calendars, around any change of clocks', () => {
    let found = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const starts = startsOf(asked);
        found += starts.length > 0 ? 1 : 0;
        expect(starts).toEqual(naiveStarts(asked));
      }),
      { numRuns: 70 },
    );
    // Were nothing ever possible, nothing would have been compared.
    expect(found).toBeGreaterThan(5);
  }, 120_000);
});
