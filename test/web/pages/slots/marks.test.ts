import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import {
  daysOn,
  freeTime,
  isPossible,
  midnightsIn,
  movedBy,
  nearestPossible,
  nextOnGrid,
  nextStretch,
  nightsIn,
  onGrid,
  place,
} from '../../../../web/src/pages/slots/marks.ts';

const at = (text: string) => Date.parse(text);
const iso = (stretches: readonly (readonly [number, number])[]) =>
  stretches.map(([from, until]) => [new Date(from).toISOString(), new Date(until).toISOString()]);
const band = (first: string, last: string) => ({ first: parseInstant(first), last: parseInstant(last) });

/** A day of Bangkok. */
const shown = { from: at('2026-04-02T17:00:00Z'), until: at('2026-04-03T17:00:00Z') };

test('nights are those of the zone’s own clock, cut to what is shown', () => {
  expect(iso(nightsIn('Asia/Bangkok', shown))).toEqual([
    ['2026-04-02T17:00:00.000Z', '2026-04-03T00:00:00.000Z'],
    ['2026-04-03T13:00:00.000Z', '2026-04-03T17:00:00.000Z'],
  ]);
  expect(iso(nightsIn('Asia/Yangon', shown))[0]?.[1]).toBe('2026-04-03T00:30:00.000Z');
});

test('the night in which clocks go back is an hour longer', () => {
  // Sydney, 5 April 2026 at 03:00.
  const weekend = { from: at('2026-04-04T00:00:00Z'), until: at('2026-04-06T00:00:00Z') };
  const [night] = nightsIn('Australia/Sydney', weekend).filter(([from]) => from > weekend.from);
  expect(((night?.[1] ?? 0) - (night?.[0] ?? 0)) / 3_600_000).toBe(12);
});

test('midnights of a zone, the first and last of what is shown left out', () => {
  expect(midnightsIn('Asia/Bangkok', shown)).toEqual([]);
  expect(midnightsIn('Australia/Sydney', shown)).toEqual([at('2026-04-03T13:00:00Z')]);
});

test('a share of the picture, never beyond its ends', () => {
  expect(place(shown, shown.from + 6 * 3_600_000)).toBe(0.25);
  expect(place(shown, shown.from - 1)).toBe(0);
  expect(place(shown, shown.until + 1)).toBe(1);
});

const bands = [
  band('2026-04-03T02:00:00Z', '2026-04-03T03:00:00Z'),
  band('2026-04-03T04:00:00Z', '2026-04-03T05:00:00Z'),
];

test('free time lasts until a session from the last start has ended, and touching stretches are one', () => {
  expect(iso(freeTime(bands, { at: 0, minutes: 30 }, shown))).toEqual([
    ['2026-04-03T02:00:00.000Z', '2026-04-03T03:30:00.000Z'],
    ['2026-04-03T04:00:00.000Z', '2026-04-03T05:30:00.000Z'],
  ]);
  expect(iso(freeTime(bands, { at: 30, minutes: 60 }, shown))).toEqual([
    ['2026-04-03T02:30:00.000Z', '2026-04-03T06:30:00.000Z'],
  ]);
});

describe('possible starts', () => {
  test('both ends of a band are among them', () => {
    expect(isPossible(bands, at('2026-04-03T02:00:00Z'))).toBe(true);
    expect(isPossible(bands, at('2026-04-03T03:00:00Z'))).toBe(true);
    expect(isPossible(bands, at('2026-04-03T03:15:00Z'))).toBe(false);
  });

  test('the nearest, and the next stretch either way', () => {
    expect(nearestPossible(bands, at('2026-04-03T03:15:00Z'))).toBe(at('2026-04-03T03:00:00Z'));
    expect(nearestPossible(bands, at('2026-04-03T03:45:00Z'))).toBe(at('2026-04-03T04:00:00Z'));
    expect(nearestPossible([], 0)).toBeUndefined();
    expect(nextStretch(bands, at('2026-04-03T02:15:00Z'), 1)).toBe(at('2026-04-03T04:00:00Z'));
    expect(nextStretch(bands, at('2026-04-03T04:15:00Z'), -1)).toBe(at('2026-04-03T03:00:00Z'));
    expect(nextStretch(bands, at('2026-04-03T04:15:00Z'), 1)).toBeUndefined();
    expect(nextStretch(bands, at('2026-04-03T04:00:00Z'), 1)).toBeUndefined();
    expect(nextStretch(bands, at('2026-04-03T09:00:00Z'), -1)).toBe(at('2026-04-03T05:00:00Z'));
  });
});

describe('moving the band', () => {
  const on = { grid: 15, zone: 'Asia/Bangkok', shown };
  const now = at('2026-04-03T02:00:00Z');

  test('to the grid as the search counts it', () => {
    expect(onGrid(now + 7 * 60_000, 15)).toBe(now);
    expect(onGrid(now + 8 * 60_000, 15)).toBe(now + 15 * 60_000);
    expect(nextOnGrid(now + 1, 5)).toBe(now + 5 * 60_000);
    expect(nextOnGrid(now, 5)).toBe(now);
  });

  test.each([
    ['ArrowRight', 15],
    ['ArrowUp', 15],
    ['ArrowLeft', -15],
    ['ArrowDown', -15],
    ['PageUp', 1440],
    ['PageDown', -1440],
    ['Home', -540],
    ['End', 885],
  ])('%s moves it by %i minutes', (key, minutes) => {
    expect(movedBy(key, now, on)).toBe(now + minutes * 60_000);
  });

  test('other keys do not move it', () => {
    expect(movedBy('a', now, on)).toBeUndefined();
  });

  test('a day on is the same wall time, though clocks change between', () => {
    const before = at('2026-04-04T00:00:00Z');
    // 11:00 in Sydney with summer time; the next day without it.
    expect(daysOn(before, 'Australia/Sydney', 1)).toBe(at('2026-04-05T01:00:00Z'));
  });
});
