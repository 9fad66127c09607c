import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockOfParts,
  isoOfParts,
  latinDigits,
  partsOfClock,
  partsOfIso,
  stepped,
} from '../../../web/src/parts/date-parts.ts';

const typed = (day: string, month: string, year: string, calendar: 'gregorian' | 'buddhist' = 'gregorian') =>
  isoOfParts({ day, month, year }, calendar);

test('a whole date, in either calendar', () => {
  expect(typed('26', '11', '2026').value).toBe('2026-11-26');
  expect(typed('6', '1', '2026').value).toBe('2026-01-06');
  expect(typed('26', '11', '2569', 'buddhist').value).toBe('2026-11-26');
});

test.each([
  ['', '11', '2026'],
  ['26', '', '2026'],
  ['26', '11', ''],
  ['26', '11', '202'],
])('%j %j %j is not complete, and nothing is wrong with it yet', (day, month, year) => {
  expect(typed(day, month, year)).toEqual({ value: undefined, impossible: false });
});

test.each([
  ['30', '2', '2026'],
  ['29', '2', '2027'],
  ['31', '4', '2026'],
  ['0', '1', '2026'],
  ['1', '13', '2026'],
  ['1', '1', '0026'],
])('%s.%s.%s is on no calendar', (day, month, year) => {
  expect(typed(day, month, year)).toEqual({ value: undefined, impossible: true });
});

test('29 February is there in leap years only, by the Gregorian rule also for Buddhist years', () => {
  expect(typed('29', '2', '2028').value).toBe('2028-02-29');
  expect(typed('29', '2', '2571', 'buddhist').value).toBe('2028-02-29');
});

test('a Gregorian year in a Buddhist field is not taken for one', () => {
  expect(typed('26', '11', '2026', 'buddhist')).toEqual({ value: undefined, impossible: true });
});

test('there and back again, any day of two centuries in both calendars', () => {
  const days = fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2100, 11, 31) / 864e5 });
  fc.assert(
    fc.property(days, fc.constantFrom('gregorian' as const, 'buddhist' as const), (day, calendar) => {
      const iso = new Date(day * 864e5).toISOString().slice(0, 10);
      expect(isoOfParts(partsOfIso(iso, calendar), calendar).value).toBe(iso);
    }),
  );
});

describe('clock', () => {
  test('a whole time', () => {
    expect(clockOfParts({ hour: '9', minute: '05' }).value).toBe('09:05');
    expect(clockOfParts({ hour: '00', minute: '00' }).value).toBe('00:00');
    expect(clockOfParts(partsOfClock('23:59')).value).toBe('23:59');
    expect(clockOfParts(partsOfClock('02:30:00')).value).toBe('02:30');
  });
  test('24:00 and 9:60 are on no clock; one digit of the minutes may become two', () => {
    expect(clockOfParts({ hour: '24', minute: '00' })).toEqual({ value: undefined, impossible: true });
    expect(clockOfParts({ hour: '9', minute: '60' })).toEqual({ value: undefined, impossible: true });
    expect(clockOfParts({ hour: '9', minute: '3' })).toEqual({ value: undefined, impossible: false });
  });
});

test('digits of the region’s scripts are understood, everything else is dropped', () => {
  expect(latinDigits('๒๕๖๙')).toBe('2569');
  expect(latinDigits('၂၆')).toBe('26');
  expect(latinDigits('១២')).toBe('12');
  expect(latinDigits('໐໙')).toBe('09');
  expect(latinDigits('１２')).toBe('12');
  expect(latinDigits(' 3a-')).toBe('3');
});

test('arrow keys go round and round', () => {
  expect(stepped('', 1, 1, 12, 2)).toBe('01');
  expect(stepped('', -1, 1, 12, 2)).toBe('12');
  expect(stepped('12', 1, 1, 12, 2)).toBe('01');
  expect(stepped('00', -1, 0, 23, 2)).toBe('23');
  expect(stepped('09', 1, 0, 59, 2)).toBe('10');
});
