import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, parseInstant } from '../../../../functions/shared/values/instants.ts';
import { zoneName } from '../../../../functions/shared/values/zones.ts';
import { blockOf } from '../../../../web/src/pages/calendar/blocks-form.tsx';
import { clockOf } from '../../../../web/src/pages/calendar/clock-box.tsx';
import {
  dayClock,
  partsOn,
  piecesOn,
  saysAnything,
  workingOn,
} from '../../../../web/src/pages/calendar/day-plan.ts';
import { dayStart } from '../../../../web/src/parts/local-day.ts';

const span = (start: string, end: string) => ({ start: parseInstant(start), end: parseInstant(end) });

describe('working hours of a day', () => {
  const weekly = [
    { weekday: 4, from: '13:00', until: '16:30' },
    { weekday: 4, from: '08:30', until: '12:00' },
    { weekday: 5, from: '08:00', until: '24:00', validFrom: '2026-04-03', validUntil: '2026-04-24' },
  ];

  test('in the order of the day, and only of that weekday', () => {
    // A Thursday.
    expect(workingOn({ weekly, daysOff: [] }, '2026-04-02')).toEqual([
      [510, 720],
      [780, 990],
    ]);
    expect(workingOn({ weekly, daysOff: [] }, '2026-04-04')).toEqual([]);
  });

  test('only while they hold, both days included; never on a day off', () => {
    expect(workingOn({ weekly, daysOff: [] }, '2026-03-27')).toEqual([]);
    expect(workingOn({ weekly, daysOff: [] }, '2026-04-03')).toEqual([[480, 1440]]);
    expect(workingOn({ weekly, daysOff: [] }, '2026-04-24')).toEqual([[480, 1440]]);
    expect(workingOn({ weekly, daysOff: [] }, '2026-05-01')).toEqual([]);
    expect(workingOn({ weekly, daysOff: ['2026-04-24'] }, '2026-04-24')).toEqual([]);
  });
});

describe('where something lies in a local day', () => {
  const session = span('2026-04-02T16:00:00Z', '2026-04-02T18:00:00Z');

  test('by the wall clock there; over midnight it is cut in two', () => {
    expect(piecesOn('Asia/Yangon', '2026-04-02', session)).toEqual([[22 * 60 + 30, 1440]]);
    expect(piecesOn('Asia/Yangon', '2026-04-03', session)).toEqual([[0, 30]]);
    expect(piecesOn('Asia/Yangon', '2026-04-04', session)).toEqual([]);
  });

  test('what ends at midnight is not in the next day', () => {
    const evening = span('2026-04-02T15:00:00Z', '2026-04-02T17:00:00Z');
    expect(piecesOn('Asia/Bangkok', '2026-04-02', evening)).toEqual([[22 * 60, 1440]]);
    expect(piecesOn('Asia/Bangkok', '2026-04-03', evening)).toEqual([]);
  });

  test('in the hour that comes twice it is cut where the clocks go back', () => {
    // Sydney: 02:45 with summer time to 02:15 without it.
    const twice = span('2026-04-04T15:45:00Z', '2026-04-04T16:15:00Z');
    expect(piecesOn('Australia/Sydney', '2026-04-05', twice)).toEqual([
      [165, 180],
      [120, 135],
    ]);
  });

  test('over the hour that is left out it is cut too', () => {
    // Berlin: 01:30 to 03:30, which is one hour.
    const leap = span('2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z');
    expect(piecesOn('Europe/Berlin', '2027-03-28', leap)).toEqual([
      [90, 120],
      [180, 210],
    ]);
  });

  test('what ends as the clocks change ends by the clock of before, and what begins then by that of after', () => {
    const at = '2027-03-28T01:00:00Z';
    expect(piecesOn('Europe/Berlin', '2027-03-28', span('2027-03-28T00:30:00Z', at))).toEqual([[90, 120]]);
    expect(piecesOn('Europe/Berlin', '2027-03-28', span(at, '2027-03-28T01:30:00Z'))).toEqual([[180, 210]]);
    const back = '2027-10-31T01:00:00Z';
    expect(piecesOn('Europe/Berlin', '2027-10-31', span('2027-10-31T00:30:00Z', back))).toEqual([[150, 180]]);
    expect(piecesOn('Europe/Berlin', '2027-10-31', span(back, '2027-10-31T01:30:00Z'))).toEqual([[120, 150]]);
  });

  test('the pieces are as long together as the interval is within the day, whatever the clocks do', () => {
    const days: readonly (readonly [zone: string, day: string, length: number])[] = [
      ['Europe/Berlin', '2027-03-28', 1380],
      ['Europe/Berlin', '2027-10-31', 1500],
      ['Australia/Lord_Howe', '2027-04-04', 1470],
      ['Africa/Cairo', '2027-04-30', 1380],
      ['Africa/Cairo', '2027-10-28', 1500],
      ['Asia/Bangkok', '2027-03-28', 1440],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: -200, max: 1600 }),
        fc.integer({ min: 1, max: 1700 }),
        ([zone, day, length], from, minutes) => {
          expect(dayClock(zone, day).length).toBe(length);
          const first = Date.parse(dayStart(zone, day));
          const start = instantOf(first + from * 60_000);
          const end = instantOf(first + (from + minutes) * 60_000);
          const pieces = piecesOn(zone, day, { start, end });
          const sum = pieces.reduce((all, [one, other]) => all + other - one, 0);
          expect(sum).toBe(Math.max(0, Math.min(from + minutes, length) - Math.max(from, 0)));
          expect(pieces.every(([one, other]) => one <= other && one >= 0 && other <= 1440)).toBe(true);
        },
      ),
    );
  });

  test('several are in the order of time', () => {
    const later = span('2026-04-02T05:00:00Z', '2026-04-02T06:00:00Z');
    const sooner = span('2026-04-02T02:00:00Z', '2026-04-02T03:00:00Z');
    expect(partsOn('Asia/Bangkok', '2026-04-02', [later, sooner]).flatMap(({ pieces }) => pieces)).toEqual([
      [540, 600],
      [720, 780],
    ]);
  });
});

test('a day says something where something is booked or blocked on it, or where it is off', () => {
  const calendar = {
    zone: zoneName.parse('Asia/Bangkok'),
    daysOff: ['2026-04-01'],
    blocks: [span('2026-04-02T16:00:00Z', '2026-04-02T18:00:00Z')],
  };
  const session = span('2026-04-05T02:00:00Z', '2026-04-05T03:00:00Z');
  const days = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05'];
  expect(days.filter((day) => saysAnything(calendar, day, [session]))).toEqual([
    '2026-04-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-05',
  ]);
});

test.each([
  ['0830', false, '08:30'],
  ['8:30', false, '08:30'],
  ['၀၈၃၀', false, '08:30'],
  ['24:00', true, '24:00'],
  ['24:00', false, undefined],
  ['25:00', true, undefined],
  ['12:60', false, undefined],
  ['12', false, undefined],
  ['', false, undefined],
])('%s as a clock (end: %s) is %s', (typed, isEnd, clock) => {
  expect(clockOf(typed, isEnd)).toBe(clock);
});

test('a block is made once it is whole and ends after it begins', () => {
  const draft = { fromDay: '2026-04-02', fromClock: '09:00', untilDay: '2026-04-02', untilClock: '11:00' };
  expect(blockOf('Asia/Bangkok', draft)).toEqual(span('2026-04-02T02:00:00Z', '2026-04-02T04:00:00Z'));
  expect(blockOf('Asia/Bangkok', { ...draft, untilClock: '09:00' })).toBeUndefined();
  expect(blockOf('Asia/Bangkok', { ...draft, untilClock: undefined })).toBeUndefined();
});
