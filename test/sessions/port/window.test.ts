import { describe, expect, it } from 'vitest';
import { isInWindow, type Door } from '../../../functions/sessions/port/door.ts';
import { windowOf } from '../../../functions/sessions/port/window.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';

/** Of an hour, and a quarter of an hour after a pause. */
const day = (date: string) => ({
  local: `${date}T09:00`,
  start: parseInstant(`${date}T02:00:00Z`),
  offset: '+07:00',
  segments: [
    { kind: 'main' as const, at: 0, minutes: 60 },
    { kind: 'post' as const, at: 75, minutes: 15 },
  ],
});
const timeOf = (...dates: readonly string[]) => {
  const days = dates.map(day);
  return {
    start: parseInstant(`${dates[0] ?? ''}T02:00:00Z`),
    end: parseInstant(`${dates.at(-1) ?? ''}T03:30:00Z`),
    days,
  } as unknown as Parameters<typeof windowOf>[0];
};
const admits = (dates: readonly string[], at: string) =>
  isInWindow(windowOf(timeOf(...dates)) as unknown as Door, new Date(at));

describe('the rooms admit', () => {
  it.each([
    ['2027-03-02T00:59:59.999Z', false],
    ['2027-03-02T01:00:00.000Z', true],
    ['2027-03-02T05:29:59.999Z', true],
    ['2027-03-02T05:30:00.000Z', false],
  ])('on the one day, an hour before until two hours after: %s', (at, expected) => {
    expect(admits(['2027-03-02'], at)).toBe(expected);
  });

  it.each([
    ['the first day', '2027-03-02T02:30:00.000Z', true],
    ['the night between', '2027-03-02T18:00:00.000Z', false],
    ['just before the second day’s hour', '2027-03-03T00:59:59.999Z', false],
    ['the second day, from its own hour', '2027-03-03T01:00:00.000Z', true],
    ['the second day, to its last moment', '2027-03-03T05:29:59.999Z', true],
    ['the day after', '2027-03-04T02:30:00.000Z', false],
    ['the third day, which is the last', '2027-03-05T02:30:00.000Z', true],
    ['when all is over', '2027-03-05T05:30:00.000Z', false],
  ])('of several days, each by itself: %s', (_, at, expected) => {
    expect(admits(['2027-03-02', '2027-03-03', '2027-03-05'], at)).toBe(expected);
  });
});
