import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../../functions/shared/values/instants.ts';
import { blockOf } from '../../../../web/src/pages/staff/calendar/blocks-form.tsx';
import { clockOf } from '../../../../web/src/pages/staff/calendar/clock-box.tsx';
import { partOn, partsOn, workingOn } from '../../../../web/src/pages/staff/calendar/day-plan.ts';

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
    expect(partOn('Asia/Yangon', '2026-04-02', session)).toEqual([22 * 60 + 30, 1440]);
    expect(partOn('Asia/Yangon', '2026-04-03', session)).toEqual([0, 30]);
    expect(partOn('Asia/Yangon', '2026-04-04', session)).toBeUndefined();
  });

  test('what ends at midnight is not in the next day', () => {
    const evening = span('2026-04-02T15:00:00Z', '2026-04-02T17:00:00Z');
    expect(partOn('Asia/Bangkok', '2026-04-02', evening)).toEqual([22 * 60, 1440]);
    expect(partOn('Asia/Bangkok', '2026-04-03', evening)).toBeUndefined();
  });

  test('in the hour that comes twice it is never turned round', () => {
    // Sydney: 02:45 with summer time to 02:15 without it.
    const twice = span('2026-04-04T15:45:00Z', '2026-04-04T16:15:00Z');
    expect(partOn('Australia/Sydney', '2026-04-05', twice)).toEqual([165, 166]);
  });

  test('several are in the order of time', () => {
    const later = span('2026-04-02T05:00:00Z', '2026-04-02T06:00:00Z');
    const sooner = span('2026-04-02T02:00:00Z', '2026-04-02T03:00:00Z');
    expect(partsOn('Asia/Bangkok', '2026-04-02', [later, sooner]).map(({ part }) => part)).toEqual([
      [540, 600],
      [720, 780],
    ]);
  });
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
