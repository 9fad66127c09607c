import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { TimeRefusal, ZoneRefusal } from '../../../functions/shared/values/time-refusal.ts';
import {
  canonicalZone,
  clockChanges,
  localOf,
  offsetMinutesAt,
  resolveLocal,
  zoneName,
  zoneNames,
  zoneTableVersion,
} from '../../../functions/shared/values/zones.ts';

const unique = (instant: string) => ({ kind: 'unique', instant });
const ambiguous = (...instants: string[]) => ({ kind: 'ambiguous', instants });
const nonexistent = (before: string, after: string) => ({ kind: 'nonexistent', before, after });

function refusalOf(run: () => unknown): TimeRefusal {
  try {
    run();
  } catch (error) {
    if (error instanceof TimeRefusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('an interview between Bangkok, Yangon and Sydney', () => {
  test.each([
    ['2026-04-02T09:30', '2026-04-02T02:30:00.000Z', '2026-04-02T09:00', '2026-04-02T13:30', '+11:00'],
    ['2026-04-09T09:30', '2026-04-09T02:30:00.000Z', '2026-04-09T09:00', '2026-04-09T12:30', '+10:00'],
    ['2026-10-01T09:30', '2026-10-01T02:30:00.000Z', '2026-10-01T09:00', '2026-10-01T12:30', '+10:00'],
    ['2026-10-08T09:30', '2026-10-08T02:30:00.000Z', '2026-10-08T09:00', '2026-10-08T13:30', '+11:00'],
  ])('%s in Bangkok', (local, instant, yangon, sydney, sydneyOffset) => {
    expect(resolveLocal('Asia/Bangkok', local)).toEqual(unique(instant));
    expect(localOf('Asia/Bangkok', instant)).toEqual({ local, offset: '+07:00' });
    expect(localOf('Asia/Yangon', instant)).toEqual({ local: yangon, offset: '+06:30' });
    expect(localOf('Australia/Sydney', instant)).toEqual({ local: sydney, offset: sydneyOffset });
  });

  test('the interpreter’s clocks change between one week and the next', () => {
    expect(
      clockChanges(
        'Australia/Sydney',
        parseInstant('2026-04-02T02:30:00Z'),
        parseInstant('2026-04-09T02:30:00Z'),
      ),
    ).toEqual([{ at: '2026-04-04T16:00:00.000Z', offsetBefore: 660, offsetAfter: 600 }]);
    expect(
      clockChanges('Asia/Yangon', parseInstant('2026-01-01T00:00:00Z'), parseInstant('2037-01-01T00:00:00Z')),
    ).toEqual([]);
  });

  test('a change counts up to and including the end, not at the start', () => {
    const change = parseInstant('2026-04-04T16:00:00Z');
    const before = parseInstant('2026-04-04T15:59:59Z');
    const after = parseInstant('2026-04-04T16:00:01Z');
    expect(clockChanges('Australia/Sydney', before, change)).toHaveLength(1);
    expect(clockChanges('Australia/Sydney', change, after)).toHaveLength(0);
  });

  test('Los Angeles is still on the day before', () => {
    expect(localOf('America/Los_Angeles', '2026-04-02T02:30:00Z')).toEqual({
      local: '2026-04-01T19:30',
      offset: '-07:00',
    });
  });

  test('London, in the week before and after its change', () => {
    expect(localOf('Europe/London', '2026-03-26T02:30:00Z').local).toBe('2026-03-26T02:30');
    expect(localOf('Europe/London', '2026-04-02T02:30:00Z').local).toBe('2026-04-02T03:30');
  });
});

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

describe('the edges of the table', () => {
  test('whole local years 2024 to 2037, on both sides of the date line', () => {
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Yangon']) {
      for (const local of ['2024-01-01T00:00', '2037-12-31T23:59:59']) {
        const resolved = resolveLocal(zone, local);
        if (resolved.kind !== 'unique') throw new Error(resolved.kind);
        expect(localOf(zone, resolved.instant).local).toBe(local);
      }
    }
  });

  test.each([
    '2023-12-31T23:59',
    '2038-01-01T00:00',
    '1999-12-31T23:59',
    '9999-12-31T23:59',
    '0000-01-01T00:00',
  ])('beyond them it refuses: %s', (local) => {
    expect(refusalOf(() => resolveLocal('Asia/Yangon', local)).code).toBe('out-of-table');
  });

  test.each(['2023-12-30T23:59:59Z', '2038-01-02T00:00:00Z', '1970-01-01T00:00:00Z'])(
    'nor the way back: %s',
    (at) => {
      expect(refusalOf(() => localOf('Asia/Yangon', at)).code).toBe('out-of-table');
      expect(refusalOf(() => offsetMinutesAt('Asia/Yangon', parseInstant(at))).code).toBe('out-of-table');
      const inside = parseInstant('2026-01-01T00:00:00Z');
      expect(refusalOf(() => clockChanges('Asia/Yangon', inside, parseInstant(at))).code).toBe(
        'out-of-table',
      );
      expect(refusalOf(() => clockChanges('Asia/Yangon', parseInstant(at), inside)).code).toBe(
        'out-of-table',
      );
    },
  );
});

describe('nonsense', () => {
  test.each([
    '',
    '2026-04-02',
    '2026-04-02T09',
    '2026-04-02 09:30',
    '2026-04-02T9:30',
    '2026-4-02T09:30',
    '2026-04-02T09:30Z',
    '2026-04-02T09:30:00Z',
    '2026-04-02T09:30+07:00',
    '2026-04-02T09:30:00.5',
    '2026-04-02T09:30:00.000',
    '2026-02-29T09:30',
    '2026-02-30T09:30',
    '2026-04-31T09:30',
    '1900-02-29T09:30',
    '2038-02-29T09:30',
    '2026-00-10T09:30',
    '2026-13-10T09:30',
    '2026-04-00T09:30',
    '2026-04-02T24:00',
    '2026-04-02T09:60',
    '2026-04-02T09:30:60',
    '2026-04-02T09:30:6 ',
    '2026-04-02T-9:30',
    '2026-04-02T+9:30',
    ' 026-04-02T09:30',
    '+026-04-02T09:30',
    '20e6-04-02T09:30',
    '2026-04-02T09:3\u0000',
    '２０２６-04-02T09:30',
    '๒๐๒๖-04-02T09:30',
    '2026-04-02t09:30',
    '2026/04/02T09:30',
    '2026-04-02T09.30',
    'x'.repeat(100_000),
  ])('is no local time: %j', (local) => {
    const refusal = refusalOf(() => resolveLocal('Asia/Bangkok', local));
    expect(refusal.code).toBe('bad-local-time');
    expect(refusal.message).toContain('YYYY-MM-DDTHH:mm');
    expect(refusal.message.length).toBeLessThan(200);
  });

  test('29 February exists in leap years alone', () => {
    expect(resolveLocal('Asia/Bangkok', '2028-02-29T09:30').kind).toBe('unique');
    expect(resolveLocal('Asia/Bangkok', '2024-02-29T09:30').kind).toBe('unique');
    expect(refusalOf(() => resolveLocal('Asia/Bangkok', '2027-02-29T09:30')).code).toBe('bad-local-time');
  });

  test.each([undefined, null, 7, {}, [], new Date(0)])('is no text at all: %j', (wrong) => {
    expect(refusalOf(() => resolveLocal('Asia/Bangkok', wrong as string)).code).toBe('bad-local-time');
    expect(refusalOf(() => resolveLocal(wrong as string, '2026-04-02T09:30')).code).toBe('unknown-zone');
    expect(refusalOf(() => localOf('Asia/Bangkok', wrong as string)).code).toBe('bad-instant');
    expect(zoneName.safeParse(wrong).success).toBe(false);
  });

  test.each([
    '',
    '2026-04-02T02:30',
    '2026-02-30T02:30:00Z',
    '2026-04-02T02:30:00+07:00',
    '2026-04-02T24:00:00Z',
  ])('is no instant: %j', (at) => {
    expect(refusalOf(() => localOf('Asia/Bangkok', at)).code).toBe('bad-instant');
  });
});

describe('names of zones', () => {
  test.each([
    ['Asia/Rangoon', 'Asia/Yangon'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Godthab', 'America/Nuuk'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['PRC', 'Asia/Shanghai'],
    ['UTC', 'Etc/UTC'],
    ['GMT', 'Etc/GMT'],
    ['asia/rangoon', 'Asia/Yangon'],
    // Places of their own stay themselves, though their clocks agree with a neighbour's.
    ['Asia/Phnom_Penh', 'Asia/Phnom_Penh'],
    ['Asia/Vientiane', 'Asia/Vientiane'],
    ['Asia/Bangkok', 'Asia/Bangkok'],
    ['Indian/Cocos', 'Indian/Cocos'],
    ['Europe/Oslo', 'Europe/Oslo'],
  ])('%s is %s', (given, modern) => {
    expect(canonicalZone(given)).toBe(modern);
    expect(zoneName.parse(given)).toBe(modern);
    expect(resolveLocal(given, '2026-04-02T09:30')).toEqual(resolveLocal(modern, '2026-04-02T09:30'));
    expect(zoneNames).toContain(modern);
  });

  test.each([
    ['Asia/Rangon', ['Asia/Yangon']],
    ['Asia/Yangoon', ['Asia/Yangon']],
    ['Asia/Bankok', ['Asia/Bangkok']],
    ['Bangkok', ['Asia/Bangkok']],
    ['America/Bangkok', ['Asia/Bangkok']],
    ['Asia/Ho Chi Minh', ['Asia/Ho_Chi_Minh']],
    ['Asia/Vientianne', ['Asia/Vientiane']],
    ['Austrlia/Sydney', ['Australia/Sydney']],
    ['PST', []],
    ['Mars/Olympus_Mons', []],
    ['', []],
    ['__proto__', []],
    ['constructor', []],
    ['A'.repeat(1_000_000), []],
    ['+07:00', []],
  ])('%s is refused, with what was meant', (given, near) => {
    const refusal = refusalOf(() => resolveLocal(given, '2026-04-02T09:30'));
    expect(refusal).toBeInstanceOf(ZoneRefusal);
    expect(refusal.code).toBe('unknown-zone');
    expect(refusal.choices).toEqual(near);
    for (const name of near) expect(refusal.message).toContain(name);
    expect(refusal.message.length).toBeLessThan(300);
    expect(zoneName.safeParse(given).error?.issues[0]?.message).toBe(refusal.message);
  });

  test('every name that this runtime knows, and every name it gives back, is known', () => {
    const browserNames = Intl.supportedValuesOf('timeZone');
    expect(browserNames.length).toBeGreaterThan(400);
    for (const name of browserNames) expect(zoneNames).toContain(canonicalZone(name));
  });

  test('modern names alone are listed, each once and in order', () => {
    expect(new Set(zoneNames).size).toBe(zoneNames.length);
    expect(zoneNames.toSorted()).toEqual(zoneNames);
    for (const name of zoneNames) expect(canonicalZone(name)).toBe(name);
    expect(zoneNames).not.toContain('Asia/Rangoon');
  });
});
