import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarInHalfDays, inHalfDays } from '../../functions/availability/port/half-days.ts';
import { usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { instantOf, parseInstant } from '../../functions/shared/values/instants.ts';

const halfDay = 12 * 3_600_000;
const day = Date.UTC(2027, 2, 8);
const said = (from: number, until: number) =>
  inHalfDays({ start: instantOf(day + from), end: instantOf(day + until) });

describe('what is taken, by half days', () => {
  it('is the half day in which it begins, and the next', () => {
    const morning = { start: '2027-03-08T00:00:00.000Z', end: '2027-03-09T00:00:00.000Z' };
    expect(said(0, 1)).toEqual(morning);
    expect(said(halfDay - 1, halfDay + 3_600_000)).toEqual(morning);
    expect(said(halfDay, halfDay + 1)).toEqual({
      start: '2027-03-08T12:00:00.000Z',
      end: '2027-03-09T12:00:00.000Z',
    });
  });

  it('goes on to the end of the half day in which it ends', () => {
    expect(said(0, 2 * halfDay + 1).end).toBe('2027-03-09T12:00:00.000Z');
    expect(said(0, 2 * halfDay).end).toBe('2027-03-09T00:00:00.000Z');
  });

  it('covers all of it, and says the same of whatever begins in one half day and is no longer than one', () => {
    const length = fc.integer({ min: 1, max: halfDay });
    fc.assert(
      fc.property(fc.nat(halfDay - 1), length, fc.nat(halfDay - 1), length, (one, long, other, short) => {
        const told = said(one, one + long);
        expect(told).toEqual(said(other, other + short));
        expect(Date.parse(told.start) <= day + one && day + one + long <= Date.parse(told.end)).toBe(true);
      }),
    );
  });

  it('of a calendar nothing else is left: no day off by its own clock, no free time around, no notice', () => {
    const calendar = {
      ...usualWorkingTime('Asia/Tokyo', 'JP'),
      daysOff: ['2027-03-10'],
      blocks: [
        { start: parseInstant('2027-03-08T01:23:00.000Z'), end: parseInstant('2027-03-08T02:00:00.000Z') },
      ],
      bufferBefore: 15,
      bufferAfter: 30,
      notice: 60,
    };
    expect(calendarInHalfDays(calendar)).toMatchObject({
      blocks: [
        { start: '2027-03-08T00:00:00.000Z', end: '2027-03-09T00:00:00.000Z' },
        { start: '2027-03-10T00:00:00.000Z', end: '2027-03-11T00:00:00.000Z' },
      ],
      daysOff: [],
      bufferBefore: 0,
      bufferAfter: 0,
      notice: 0,
    });
  });
});
