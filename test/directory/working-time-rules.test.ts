import { describe, expect, it } from 'vitest';
import { usualDuty } from '../../functions/directory/port/duty.ts';
import {
  workingTime,
  interpreterProfile,
  type WorkingTime,
} from '../../functions/directory/port/working-time.ts';
import { faultsOfWorkingTime, faultsOfProfile } from '../../functions/directory/working-time-rules.ts';

const given = (parts: object): WorkingTime =>
  workingTime.parse({
    zone: 'Asia/Yangon',
    country: 'MM',
    weekly: [],
    daysOff: [],
    blocks: [],
    bufferBefore: 0,
    bufferAfter: 0,
    notice: 0,
    sociable: { from: '08:00', until: '19:00' },
    ...parts,
  });
const pointersOf = (parts: object) =>
  faultsOfWorkingTime(given(parts), '/calendar').map(({ pointer }) => pointer);
const hours = (weekday: number, from: string, until: string, more: object = {}) => ({
  weekday,
  from,
  until,
  ...more,
});

describe('weekly hours', () => {
  it('may touch, may leave a gap, and may be the same on another day', () => {
    const weekly = [
      hours(1, '08:00', '12:00'),
      hours(1, '12:00', '13:00'),
      hours(1, '14:00', '24:00'),
      hours(2, '08:00', '12:00'),
    ];
    expect(pointersOf({ weekly })).toEqual([]);
  });

  it.each([
    ['the same', hours(1, '08:00', '12:00')],
    ['one minute over', hours(1, '11:59', '13:00')],
    ['inside', hours(1, '09:00', '10:00')],
    ['around', hours(1, '00:00', '24:00')],
  ])('may not overlap others of their day: %s', (_, other) => {
    expect(pointersOf({ weekly: [hours(1, '08:00', '12:00'), other] })).toEqual(['/calendar/weekly/1']);
  });

  it('overlap only where both hold', () => {
    const until = (day: string) => hours(1, '08:00', '12:00', { validUntil: day });
    const from = (day: string) => hours(1, '10:00', '14:00', { validFrom: day });
    expect(pointersOf({ weekly: [until('2026-06-30'), from('2026-07-01')] })).toEqual([]);
    expect(pointersOf({ weekly: [until('2026-07-01'), from('2026-07-01')] })).toEqual(['/calendar/weekly/1']);
  });

  it.each([
    ['stop before they hold', { validFrom: '2027-01-02', validUntil: '2027-01-01' }, 'validUntil'],
    ['begin before the zone table', { validFrom: '2023-12-31' }, 'validFrom'],
    ['end after the zone table', { validUntil: '2038-01-01' }, 'validUntil'],
  ])('are refused when they %s', (_, more, place) => {
    expect(pointersOf({ weekly: [hours(1, '08:00', '12:00', more)] })).toEqual([
      `/calendar/weekly/0/${place}`,
    ]);
  });

  it('end after they begin, in an hour that clocks show', () => {
    for (const [from, until] of [
      ['12:00', '12:00'],
      ['12:00', '08:00'],
      ['24:00', '24:00'],
      ['8:00', '12:00'],
      ['08:00', '24:01'],
      ['08:00', '12:60'],
    ] as const)
      expect(() => given({ weekly: [hours(1, from, until)] })).toThrow();
    for (const weekday of [0, 8, 1.5])
      expect(() => given({ weekly: [hours(weekday, '08:00', '12:00')] })).toThrow();
  });
});

describe('days off and blocks', () => {
  it('are each there once, within the years of the zone table', () => {
    expect(pointersOf({ daysOff: ['2026-04-13', '2026-04-14', '2026-04-13', '2038-01-01'] })).toEqual([
      '/calendar/daysOff/2',
      '/calendar/daysOff/3',
    ]);
    expect(() => given({ daysOff: ['2026-02-30'] })).toThrow();
  });

  const block = (start: string, end: string) => ({ start, end });

  it('a block lasts a year at the most, and lies within the years of the zone table', () => {
    const blocks = [
      block('2026-01-01T00:00:00Z', '2027-01-02T00:00:00Z'),
      block('2026-01-01T00:00:00Z', '2027-01-02T00:00:01Z'),
      block('2023-12-31T00:00:00Z', '2024-01-01T00:00:00Z'),
    ];
    expect(pointersOf({ blocks })).toEqual(['/calendar/blocks/1', '/calendar/blocks/2']);
  });

  it('a block ends after it begins', () => {
    expect(() => given({ blocks: [block('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z')] })).toThrow(
      'must end',
    );
    expect(() => given({ blocks: [block('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')] })).toThrow(
      'must end',
    );
  });

  it('are limited in number', () => {
    const days = Array.from({ length: 401 }, () => '2026-01-01');
    expect(() => given({ daysOff: days })).toThrow();
    const blocks = Array.from({ length: 10_000 }, () =>
      block('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
    );
    expect(() => given({ blocks })).toThrow();
  });
});

it('a zone that nobody knows is refused with the near ones, and an old name is kept as the modern one', () => {
  expect(() => given({ zone: 'Asia/Rangon' })).toThrow('Asia/Yangon');
  expect(given({ zone: 'Asia/Rangoon' }).zone).toBe('Asia/Yangon');
});

describe('an interpreter', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const profile = (parts: object) =>
    interpreterProfile.parse({
      directions: [{ from: 'my', to: 'th' }],
      modes: ['consecutive'],
      conflicts: { cases: [], countries: [] },
      duty: usualDuty,
      ...parts,
    });
  const faults = (parts: object) =>
    faultsOfProfile(profile(parts), now, '/profile').map(({ pointer }) => pointer);

  it('has each direction once, between two languages; a dialect makes it another', () => {
    const directions = [
      { from: 'my', to: 'th' },
      { from: 'th', to: 'my' },
      { from: 'my', to: 'th', dialect: 'Rakhine' },
      { from: 'my', to: 'th' },
      { from: 'th', to: 'th' },
    ];
    expect(faults({ directions })).toEqual(['/profile/directions/3', '/profile/directions/4']);
  });

  it('was vetted today at the latest, wherever today is the latest', () => {
    expect(faults({ vettedOn: '2026-11-25' })).toEqual([]);
    expect(faults({ vettedOn: '2026-11-26' })).toEqual(['/profile/vettedOn']);
  });

  it('speaks languages that are known', () => {
    expect(() => profile({ directions: [{ from: 'my', to: 'klingon' }] })).toThrow('Not a known language');
  });
});
