import { describe, expect, test } from 'vitest';
import { localOf, resolveLocal, zoneTableVersion } from '../../../functions/shared/values/zones.ts';

const unique = (instant: string) => ({ kind: 'unique', instant });

const ambiguous = (...instants: string[]) => ({ kind: 'ambiguous', instants });

const nonexistent = (before: string, after: string) => ({ kind: 'nonexistent', before, after });

describe('clocks that change', () => {
  test.each([
    // Sydney, an hour forward and an hour back, to the edges of each.
    ['Australia/Sydney', '2026-10-04T01:59:59', unique('2026-10-03T15:59:59.000Z')],
    [
      'Australia/Sydney',
      '2026-10-04T02:00',
      nonexistent('2026-10-03T16:00:00.000Z', '2026-10-03T15:00:00.000Z'),
    ],
    [
      'Australia/Sydney',
      '2026-10-04T02:30',
      nonexistent('2026-10-03T16:30:00.000Z', '2026-10-03T15:30:00.000Z'),
    ],
    [
      'Australia/Sydney',
      '2026-10-04T02:59:59',
      nonexistent('2026-10-03T16:59:59.000Z', '2026-10-03T15:59:59.000Z'),
    ],
    ['Australia/Sydney', '2026-10-04T03:00', unique('2026-10-03T16:00:00.000Z')],
    ['Australia/Sydney', '2026-04-05T01:59:59', unique('2026-04-04T14:59:59.000Z')],
    [
      'Australia/Sydney',
      '2026-04-05T02:00',
      ambiguous('2026-04-04T15:00:00.000Z', '2026-04-04T16:00:00.000Z'),
    ],
    [
      'Australia/Sydney',
      '2026-04-05T02:30',
      ambiguous('2026-04-04T15:30:00.000Z', '2026-04-04T16:30:00.000Z'),
    ],
    ['Australia/Sydney', '2026-04-05T03:00', unique('2026-04-04T17:00:00.000Z')],
    // Lord Howe moves by half an hour.
    [
      'Australia/Lord_Howe',
      '2026-10-04T02:15',
      nonexistent('2026-10-03T15:45:00.000Z', '2026-10-03T15:15:00.000Z'),
    ],
    ['Australia/Lord_Howe', '2026-10-04T02:30', unique('2026-10-03T15:30:00.000Z')],
    [
      'Australia/Lord_Howe',
      '2026-04-05T01:45',
      ambiguous('2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'),
    ],
    // Days that begin at one o'clock.
    ['Africa/Cairo', '2027-04-30T00:00', nonexistent('2027-04-29T22:00:00.000Z', '2027-04-29T21:00:00.000Z')],
    ['Asia/Beirut', '2026-03-29T00:30', nonexistent('2026-03-28T22:30:00.000Z', '2026-03-28T21:30:00.000Z')],
    [
      'America/Santiago',
      '2027-09-05T00:59',
      nonexistent('2027-09-05T04:59:00.000Z', '2027-09-05T03:59:00.000Z'),
    ],
    [
      'Atlantic/Azores',
      '2027-03-28T00:30',
      nonexistent('2027-03-28T01:30:00.000Z', '2027-03-28T00:30:00.000Z'),
    ],
    // Cairo goes back at midnight: the last hour of the day comes twice.
    ['Africa/Cairo', '2026-10-29T23:30', ambiguous('2026-10-29T20:30:00.000Z', '2026-10-29T21:30:00.000Z')],
    // Troll station moves by two hours.
    [
      'Antarctica/Troll',
      '2026-03-29T02:59',
      nonexistent('2026-03-29T02:59:00.000Z', '2026-03-29T00:59:00.000Z'),
    ],
    [
      'Antarctica/Troll',
      '2026-10-25T01:30',
      ambiguous('2026-10-24T23:30:00.000Z', '2026-10-25T01:30:00.000Z'),
    ],
    // Dublin, whose winter is by law the exception, and London at the same moments.
    [
      'Europe/Dublin',
      '2026-03-29T01:30',
      nonexistent('2026-03-29T01:30:00.000Z', '2026-03-29T00:30:00.000Z'),
    ],
    ['Europe/Dublin', '2026-10-25T01:30', ambiguous('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z')],
    ['Europe/Dublin', '2026-07-01T12:00', unique('2026-07-01T11:00:00.000Z')],
    // Nuuk and Easter Island change on the evening before their neighbours' Sunday.
    ['America/Nuuk', '2026-03-28T23:30', nonexistent('2026-03-29T01:30:00.000Z', '2026-03-29T00:30:00.000Z')],
    ['America/Nuuk', '2026-10-24T23:30', ambiguous('2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z')],
    [
      'Pacific/Easter',
      '2026-09-05T22:30',
      nonexistent('2026-09-06T04:30:00.000Z', '2026-09-06T03:30:00.000Z'),
    ],
    // Casablanca is an hour back for Ramadan, and since 20 September 2026 for good (release 2026c).
    ['Africa/Casablanca', '2026-03-01T12:00', unique('2026-03-01T12:00:00.000Z')],
    ['Africa/Casablanca', '2026-04-01T12:00', unique('2026-04-01T11:00:00.000Z')],
    [
      'Africa/Casablanca',
      '2026-09-20T01:30',
      ambiguous('2026-09-20T00:30:00.000Z', '2026-09-20T01:30:00.000Z'),
    ],
    ['Africa/Casablanca', '2027-07-01T12:00', unique('2027-07-01T12:00:00.000Z')],
    // Offsets that are no whole hours.
    ['Asia/Kathmandu', '2026-06-01T12:00', unique('2026-06-01T06:15:00.000Z')],
    ['Australia/Eucla', '2026-06-01T12:00', unique('2026-06-01T03:15:00.000Z')],
    ['Pacific/Chatham', '2026-06-01T12:00', unique('2026-05-31T23:15:00.000Z')],
    ['Pacific/Chatham', '2026-12-01T12:00', unique('2026-11-30T22:15:00.000Z')],
    ['America/St_Johns', '2026-12-01T12:00', unique('2026-12-01T15:30:00.000Z')],
    ['Pacific/Kiritimati', '2026-01-01T00:00', unique('2025-12-31T10:00:00.000Z')],
    ['Etc/GMT+12', '2026-01-01T00:00', unique('2026-01-01T12:00:00.000Z')],
  ])('%s %s', (zone, local, expected) => {
    expect(resolveLocal(zone, local)).toEqual(expected);
  });

  test('what was decided in 2026 is known: the data is 2026f or newer', () => {
    expect(zoneTableVersion >= '2026f').toBe(true);
    // Vancouver did not go back on 1 November 2026, nor Edmonton; Winnipeg kept summer time too.
    expect(localOf('America/Vancouver', '2026-12-01T20:00:00Z').offset).toBe('-07:00');
    expect(localOf('America/Edmonton', '2026-12-01T20:00:00Z').offset).toBe('-06:00');
    expect(localOf('America/Inuvik', '2026-12-01T20:00:00Z').offset).toBe('-06:00');
    expect(localOf('America/Winnipeg', '2026-12-01T20:00:00Z').offset).toBe('-05:00');
    // Havana did not go back that autumn either; it does in 2027.
    expect(localOf('America/Havana', '2026-12-01T20:00:00Z').offset).toBe('-04:00');
    expect(localOf('America/Havana', '2027-12-01T20:00:00Z').offset).toBe('-05:00');
  });
});
