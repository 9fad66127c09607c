import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMilliseconds,
  addMinutes,
  compareInstants,
  contains,
  durationMinutes,
  epochMs,
  instant,
  instantOf,
  interval,
  isBefore,
  minutesBetween,
  overlaps,
  parseInstant,
} from '../../../functions/shared/values/instants.ts';
import { TimeRefusal } from '../../../functions/shared/values/time-refusal.ts';

const at = parseInstant('2026-04-02T02:30:00Z');

describe('one spelling', () => {
  test.each([
    ['2026-04-02T02:30:00Z', '2026-04-02T02:30:00.000Z'],
    ['2026-04-02T02:30:00.5Z', '2026-04-02T02:30:00.500Z'],
    ['2026-04-02T02:30:00.123Z', '2026-04-02T02:30:00.123Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s', (given, kept) => {
    expect(parseInstant(given)).toBe(kept);
    expect(instant.parse(given)).toBe(kept);
    expect(instantOf(Date.parse(kept))).toBe(kept);
  });

  test('any millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        expect(parseInstant(instantOf(ms))).toBe(instantOf(ms));
        expect(epochMs(instantOf(ms))).toBe(ms);
      }),
    );
  });
});

const span = (from: number, until: number) => ({ start: addMinutes(at, from), end: addMinutes(at, until) });

describe('refused', () => {
  test.each([
    '',
    '2026-04-02',
    '2026-04-02T02:30Z',
    '2026-04-02T02:30:00',
    '2026-04-02 02:30:00Z',
    '2026-04-02T02:30:00z',
    '2026-04-02T02:30:00+00:00',
    '2026-04-02T09:00:00+06:30',
    '2026-02-30T02:30:00Z',
    '2027-02-29T02:30:00Z',
    '2026-13-01T02:30:00Z',
    '2026-00-01T02:30:00Z',
    '2026-04-02T24:00:00Z',
    '2026-04-02T02:60:00Z',
    '2026-04-02T02:30:60Z',
    '2026-04-02T02:30:00.1234Z',
    '2026-04-02T02:30:00.Z',
    '2026-04-02T02:30:00,5Z',
    '+002026-04-02T02:30:00Z',
    ' 2026-04-02T02:30:00Z',
    '2026-04-02T02:30:00Z\n',
    '๒๐๒๖-04-02T02:30:00Z',
    'now',
    '9'.repeat(100_000),
    undefined,
    null,
    0,
    new Date(0),
  ])('%j', (given) => {
    expect(instant.safeParse(given).success).toBe(false);
    expect(() => parseInstant(given as string)).toThrow(TimeRefusal);
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    0.5,
    8.64e15 + 1,
    253_402_300_800_000,
    -62_167_219_200_001,
  ])('%d ms', (ms) => {
    expect(() => instantOf(ms)).toThrow(TimeRefusal);
  });

  test('arithmetic that leaves the calendar', () => {
    expect(() => addMinutes(parseInstant('9999-12-31T23:59:00Z'), 1)).toThrow(TimeRefusal);
    expect(() => addMinutes(at, Number.NaN)).toThrow(TimeRefusal);
  });
});

test('minutes are elapsed minutes', () => {
  expect(addMinutes(at, 90)).toBe('2026-04-02T04:00:00.000Z');
  expect(addMinutes(at, -150)).toBe('2026-04-02T00:00:00.000Z');
  expect(addMinutes(parseInstant('2026-12-31T23:59:00Z'), 1)).toBe('2027-01-01T00:00:00.000Z');
  expect(addMilliseconds(at, 1)).toBe('2026-04-02T02:30:00.001Z');
  expect(minutesBetween(at, addMinutes(at, 90))).toBe(90);
  expect(minutesBetween(addMinutes(at, 90), at)).toBe(-90);
});

test('order', () => {
  const later = addMilliseconds(at, 1);
  expect(compareInstants(at, later)).toBeLessThan(0);
  expect(compareInstants(later, at)).toBeGreaterThan(0);
  expect(compareInstants(at, parseInstant(at))).toBe(0);
  expect(isBefore(at, later)).toBe(true);
  expect(isBefore(at, at)).toBe(false);
});

describe('intervals hold their start and not their end', () => {
  test('what follows at once does not overlap', () => {
    expect(overlaps(span(0, 60), span(60, 120))).toBe(false);
    expect(overlaps(span(60, 120), span(0, 60))).toBe(false);
    expect(overlaps(span(0, 60), span(59, 120))).toBe(true);
    expect(overlaps(span(0, 60), span(10, 20))).toBe(true);
    expect(overlaps(span(10, 20), span(0, 60))).toBe(true);
    expect(overlaps(span(0, 60), span(61, 62))).toBe(false);
  });

  test('two overlap exactly when some minute is in both', () => {
    const minutes = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(minutes, minutes, ([a, lengthA], [b, lengthB]) => {
        const [one, other] = [span(a, a + lengthA), span(b, b + lengthB)];
        const shared = Array.from({ length: 41 }, (_, minute) => addMinutes(at, minute)).some(
          (each) => contains(one, each) && contains(other, each),
        );
        expect(overlaps(one, other)).toBe(shared);
      }),
    );
  });

  test('schema', () => {
    expect(interval.parse({ start: '2026-04-02T02:30:00Z', end: '2026-04-02T02:30:01Z' })).toEqual({
      start: at,
      end: '2026-04-02T02:30:01.000Z',
    });
    expect(durationMinutes(span(0, 120))).toBe(120);
    expect(interval.safeParse({ start: at, end: at }).success).toBe(false);
    expect(interval.safeParse({ start: addMinutes(at, 1), end: at }).success).toBe(false);
    expect(interval.safeParse({ start: at, end: addMinutes(at, 1), extra: 1 }).success).toBe(false);
    // Without a fraction a text sorts after the same second with one: the spelling must be settled before comparing.
    expect(interval.safeParse({ start: '2026-04-02T02:30:00.5Z', end: '2026-04-02T02:30:00Z' }).success).toBe(
      false,
    );
  });
});
