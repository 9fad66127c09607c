import { expect, test } from 'vitest';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import {
  addDays,
  dayAt,
  dayStart,
  daysBetween,
  instantAt,
  mondayOf,
  weekdayOf,
} from '../../../web/src/parts/local-day.ts';

test('days are counted on the calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});

test('a day begins when the zone’s own clock says so', () => {
  expect(dayStart('Asia/Bangkok', '2026-11-24')).toBe('2026-11-23T17:00:00.000Z');
  expect(dayAt('Asia/Bangkok', parseInstant('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
  expect(dayAt('Asia/Bangkok', parseInstant('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
});

test('a time that comes twice is the first of the two, one that never comes the moment of the leap or after it', () => {
  expect(instantAt('Australia/Sydney', '2026-04-05', '02:30')).toBe('2026-04-04T15:30:00.000Z');
  expect(instantAt('Australia/Sydney', '2026-10-04', '02:00')).toBe('2026-10-03T16:00:00.000Z');
});

test('the days of a stretch, with their beginnings; one of 25 hours among them', () => {
  const days = daysBetween(
    'Australia/Sydney',
    parseInstant('2026-04-03T20:00:00Z'),
    parseInstant('2026-04-05T20:00:00Z'),
  );
  expect(days.map(({ day }) => day)).toEqual(['2026-04-04', '2026-04-05', '2026-04-06']);
  expect(days.map(({ start }, index) => ((days[index + 1]?.start ?? start) - start) / 3_600_000)).toEqual([
    24, 25, 0,
  ]);
});
