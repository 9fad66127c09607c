import { describe, expect, test } from 'vitest';
import { chaseDues, clockDues, reminderDues, sameDue } from '../../functions/notices/due.ts';
import { usualDueRules } from '../../functions/notices/due-rules.ts';
import { workingDays } from '../../functions/notices/working-days.ts';
import { parseHolidays, usualWorkingTime } from '../../functions/directory/port/working-time-store.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';

const at = parseInstant;

const start = at('2026-04-20T02:30:00Z');

const day = { start, end: at('2026-04-20T04:30:00Z') };

const before = at('2026-03-20T00:00:00Z');

describe('reminders', () => {
  test('come two weeks, two days and an hour before', () => {
    expect(reminderDues([day], usualDueRules, before).map((due) => due.at)).toEqual([
      '2026-04-06T02:30:00.000Z',
      '2026-04-18T02:30:00.000Z',
      '2026-04-20T01:30:00.000Z',
    ]);
  });

  test('come as a stage wants them', () => {
    expect(reminderDues([day], { ...usualDueRules, reminders: [30] }, before)).toEqual([
      { kind: 'reminder', at: '2026-04-20T02:00:00.000Z', variant: '30' },
    ]);
  });
});

describe('reminders of several days', () => {
  const second = { start: at('2026-04-21T02:30:00Z'), end: at('2026-04-21T04:30:00Z') };
  const third = { start: at('2026-04-27T02:30:00Z'), end: at('2026-04-27T04:30:00Z') };
  const later = (now: string) => reminderDues([day, second, third], usualDueRules, at(now)).slice(-3);
  const due = (instant: string, variant: string) => ({ kind: 'reminder', at: instant, variant });
  const dues = [
    due('2026-04-21T01:30:00.000Z', '60 2026-04-21T02:30:00.000Z'),
    due('2026-04-25T02:30:00.000Z', '2880 2026-04-27T02:30:00.000Z'),
    due('2026-04-27T01:30:00.000Z', '60 2026-04-27T02:30:00.000Z'),
  ];

  test('come for each later day once the day before it is over', () => {
    expect(later('2026-03-20T00:00:00Z')).toEqual(dues);
  });

  test('come while it runs, but for no day that has begun', () => {
    expect(later('2026-04-20T03:00:00Z')).toEqual(dues);
    expect(later('2026-04-21T02:30:00Z')).toEqual(dues.slice(1));
    expect(later('2026-04-27T02:30:00Z')).toEqual([]);
  });
});

describe('news of a change of clocks', () => {
  test('comes two days before each change on the way, once for all whose clocks change together', () => {
    const zones = ['Asia/Bangkok', 'Australia/Sydney', 'Australia/Melbourne', 'Europe/London'];
    expect(clockDues(zones, at('2026-03-20T00:00:00Z'), start)).toEqual([
      { kind: 'clock-change', at: '2026-03-27T01:00:00.000Z', variant: '2026-03-29T01:00:00.000Z' },
      { kind: 'clock-change', at: '2026-04-02T16:00:00.000Z', variant: '2026-04-04T16:00:00.000Z' },
    ]);
  });

  test('does not come where no clock changes', () => {
    expect(clockDues(['Asia/Bangkok'], at('2026-03-20T00:00:00Z'), start)).toEqual([]);
    expect(clockDues(['Australia/Sydney'], start, start)).toEqual([]);
  });
});

describe('chasers', () => {
  const thai = usualWorkingTime('Asia/Bangkok', 'TH');
  const year = parseHolidays(undefined, 'TH', 2026);
  const days = (given: string, calendar = thai) =>
    chaseDues('room-missing', at(given), 'Asia/Bangkok', workingDays(calendar, [year]), usualDueRules).map(
      ({ variant }) => variant,
    );

  test('come at nine by the clock of whoever is chased, on the five working days before', () => {
    const dues = chaseDues(
      'room-missing',
      at('2026-03-20T02:30:00Z'),
      'Asia/Bangkok',
      workingDays(thai, [year]),
      usualDueRules,
    );
    expect(dues.map((due) => [due.at, due.variant])).toEqual([
      ['2026-03-13T02:00:00.000Z', '2026-03-13'],
      ['2026-03-16T02:00:00.000Z', '2026-03-16'],
      ['2026-03-17T02:00:00.000Z', '2026-03-17'],
      ['2026-03-18T02:00:00.000Z', '2026-03-18'],
      ['2026-03-19T02:00:00.000Z', '2026-03-19'],
    ]);
  });

  test('come on no weekend and no holiday: Songkran is 13 to 15 April', () => {
    expect(days('2026-04-20T02:30:00Z')).toEqual([
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-16',
      '2026-04-17',
    ]);
  });

  test('come on a weekend that was made a working day, and not on leave', () => {
    const corrected = parseHolidays(
      {
        pk: '',
        sk: '',
        version: 1,
        corrections: [{ day: '2026-03-14', kind: 'working-day', name: 'In lieu' }],
      },
      'TH',
      2026,
    );
    const calendar = { ...thai, daysOff: ['2026-03-18'] };
    const working = workingDays(calendar, [corrected]);
    expect(
      chaseDues('room-missing', at('2026-03-20T02:30:00Z'), 'Asia/Bangkok', working, {
        ...usualDueRules,
        chaseDays: 4,
      }).map(({ variant }) => variant),
    ).toEqual(['2026-03-14', '2026-03-16', '2026-03-17', '2026-03-19']);
  });

  test('come on the working days that hours are valid for', () => {
    const calendar = {
      ...thai,
      weekly: [
        { weekday: 1, from: '08:30', until: '16:30', validFrom: '2026-03-09', validUntil: '2026-03-09' },
      ],
    };
    expect(days('2026-03-20T02:30:00Z', calendar)).toEqual(['2026-03-09']);
  });

  test('end when nobody ever works', () => {
    expect(days('2026-03-20T02:30:00Z', { ...thai, weekly: [] })).toEqual([]);
  });

  test('at an hour that the clocks skip come after the gap', () => {
    // Sydney's clocks go from 02:00 to 03:00 on Sunday 4 October 2026.
    const rules = { ...usualDueRules, chaseDays: 1, chaseAt: '02:30' };
    expect(
      chaseDues('room-missing', at('2026-10-04T20:00:00Z'), 'Australia/Sydney', () => true, rules),
    ).toEqual([{ kind: 'room-missing', at: '2026-10-03T16:30:00.000Z', variant: '2026-10-04' }]);
  });
});

test('two dues are the same where kind, hour and variant are', () => {
  const due = { kind: 'reminder', at: start, variant: '60' } as const;
  expect(sameDue(due, { ...due })).toBe(true);
  for (const other of [{ kind: 'clock-change' }, { at: before }, { variant: '30' }] as const)
    expect(sameDue(due, { ...due, ...other })).toBe(false);
  expect(sameDue(due, { ...due, at: before, variant: '30' })).toBe(false);
  expect(sameDue(due, { kind: 'clock-change', at: before, variant: '60' })).toBe(false);
});
