import { expect, test } from 'vitest';
import { daySpan, touchesNight } from '../../../web/src/parts/day-span.ts';

test('where a session lies in its day, in minutes since midnight', () => {
  expect(daySpan('2026-04-02T09:30', 60)).toEqual({ from: 570, until: 630, over: false });
  expect(daySpan('2026-04-02T09:30:00', 60)).toEqual({ from: 570, until: 630, over: false });
});

test('one that ends at midnight ends that day; one that goes on is cut there and says so', () => {
  expect(daySpan('2026-04-02T23:00', 60)).toEqual({ from: 1380, until: 1440, over: false });
  expect(daySpan('2026-04-02T23:00', 61)).toEqual({ from: 1380, until: 1440, over: true });
});

test.each([
  ['06:59', 30, true],
  ['07:00', 60, false],
  ['19:00', 60, false],
  ['19:01', 60, true],
  ['23:30', 60, true],
])('%s for %i minutes touches the night: %s', (time, minutes, touches) => {
  expect(touchesNight(daySpan(`2026-04-02T${time}`, minutes))).toBe(touches);
});
