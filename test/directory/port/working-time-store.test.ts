import { describe, expect, it } from 'vitest';
import {
  workingTimeOf,
  parseHolidays,
  parseProfile,
  parseRoom,
  putWorkingTime,
  putHolidays,
  putProfile,
  usualWorkingTime,
} from '../../../functions/directory/port/working-time-store.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import type { Change } from '../../../functions/shared/store/store.ts';
import { countries } from '../../../functions/shared/values/countries.ts';

const person: Person = {
  personId: '4x7k2q9d1m3n5p8r0s6t7v2w4y',
  role: 'interpreter',
  label: 'Interpreter',
  agencyId: 'agency',
  agencyName: 'Agency',
  country: 'AU',
  zone: 'Australia/Sydney',
  language: 'en',
  languages: ['my', 'th', 'shn'],
};

const itemOf = (change: Change) => (change.kind === 'put' ? change.item : undefined);
const whenOf = (change: Change) => change.when;

describe('a calendar', () => {
  it('is the usual office week of the own zone while nobody has set it', () => {
    const { version, value } = workingTimeOf(undefined, person);
    expect(version).toBe(0);
    expect(value).toMatchObject({ zone: 'Australia/Sydney', country: 'AU', daysOff: [], blocks: [] });
    expect(value.weekly.map(({ weekday, from, until }) => [weekday, from, until])).toEqual(
      [1, 2, 3, 4, 5].map((weekday) => [weekday, '08:30', '16:30']),
    );
  });

  it('has the usual week of every country, with the weekend that is its own', () => {
    const daysOf = (country: string) =>
      usualWorkingTime('Asia/Dhaka', country)
        .weekly.map(({ weekday }) => weekday)
        .toSorted((one, other) => one - other);
    for (const { code } of countries.filter(({ code: each }) => !['BD', 'NP'].includes(each)))
      expect([code, daysOf(code)]).toEqual([code, [1, 2, 3, 4, 5]]);
    expect(daysOf('BD')).toEqual([1, 2, 3, 4, 7]);
    expect(daysOf('NP')).toEqual([1, 2, 3, 4, 5, 7]);
  });

  it('is read back as it was put, with the version after that which was read', () => {
    const value = { ...workingTimeOf(undefined, person).value, daysOff: ['2026-12-24'] };
    const first = putWorkingTime(person.personId, value, 0);
    expect(whenOf(first)).toBe('absent');
    expect(workingTimeOf(itemOf(first), person)).toEqual({ version: 1, value });
    const next = putWorkingTime(person.personId, value, 1);
    expect(whenOf(next)).toEqual({ version: 1 });
    expect(workingTimeOf(itemOf(next), person).version).toBe(2);
  });
});

describe('a profile', () => {
  it('is every pair of the languages both ways while nobody has set it', () => {
    const stored = parseProfile(undefined, person);
    expect(stored?.value.directions).toHaveLength(6);
    expect(stored?.value.directions).toContainEqual({ from: 'shn', to: 'my' });
    expect(stored?.value).toMatchObject({ modes: ['consecutive'], conflicts: { cases: [], countries: [] } });
    expect(stored?.value).not.toHaveProperty('vettedOn');
  });

  it('is nobody’s who speaks one language or is no interpreter', () => {
    expect(parseProfile(undefined, { languages: ['my'] })).toBeUndefined();
    expect(parseProfile(undefined, {})).toBeUndefined();
  });

  it('is read back as it was put', () => {
    const value = parseProfile(undefined, person)?.value;
    if (value === undefined) throw new Error('There is no usual profile.');
    const put = putProfile(person.personId, { ...value, vettedOn: '2026-05-01' }, 0);
    expect(parseProfile(itemOf(put), {})).toEqual({
      version: 1,
      value: { ...value, vettedOn: '2026-05-01' },
    });
  });
});

it('a room that is not there is not found', () => {
  expect(() => parseRoom(undefined)).toThrow('not-found');
});

describe('holidays', () => {
  it('are shipped for every country and each of the years 2026 to 2030, in order and within the year', () => {
    for (const { code } of countries)
      for (const year of [2026, 2027, 2028, 2029, 2030]) {
        const { holidays, shipped, version } = parseHolidays(undefined, code, year);
        const days = holidays.map(({ day }) => day);
        expect([code, year, shipped, version]).toEqual([code, year, true, 0]);
        expect([code, year, days.length > 3 && days.length < 40]).toEqual([code, year, true]);
        expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true);
        expect(days).toEqual([...new Set(days)].toSorted());
      }
  });

  it.each([
    ['TH', '2026-04-13', 'Songkran Festival'],
    ['MM', '2027-04-17', 'Myanmar New Year'],
    ['VN', '2026-02-17', 'Lunar New Year'],
    ['KH', '2026-10-11', 'Pchum Ben Day'],
    ['CN', '2027-10-01', 'National Day'],
    ['LA', '2026-12-02', 'Lao National Day'],
    ['AU', '2027-01-26', 'Australia Day'],
  ] as const)('of %s have %s, %s', (country, day, name) => {
    const { holidays } = parseHolidays(undefined, country, Number(day.slice(0, 4)));
    expect(holidays).toContainEqual({ country, day, name: expect.stringContaining(name), kind: 'holiday' });
  });

  it('know the Sundays that China works instead', () => {
    const { holidays } = parseHolidays(undefined, 'CN', 2026);
    expect(holidays.filter(({ kind }) => kind === 'working-day').map(({ day }) => day)).toContain(
      '2026-01-04',
    );
  });

  it('of a year that is not shipped are none, and say so', () => {
    expect(parseHolidays(undefined, 'TH', 2031)).toMatchObject({ shipped: false, holidays: [] });
  });

  it('are what is shipped with the corrections laid over', () => {
    const put = putHolidays(
      'TH',
      2026,
      [
        { day: '2026-04-13', kind: 'ordinary-day', name: 'Moved' },
        { day: '2026-04-18', kind: 'working-day', name: 'Worked instead' },
        { day: '2026-05-29', kind: 'holiday', name: 'Election day' },
      ],
      0,
    );
    const { holidays, version } = parseHolidays(itemOf(put), 'TH', 2026);
    const on = (day: string) => holidays.find((given) => given.day === day)?.kind;
    expect(version).toBe(1);
    expect([on('2026-04-13'), on('2026-04-14'), on('2026-04-18'), on('2026-05-29')]).toEqual([
      undefined,
      'holiday',
      'working-day',
      'holiday',
    ]);
    expect(holidays.map(({ day }) => day)).toEqual(holidays.map(({ day }) => day).toSorted());
  });
});
