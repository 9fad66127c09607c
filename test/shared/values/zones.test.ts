import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { ZoneRefusal } from '../../../functions/shared/values/time-refusal.ts';
import {
  canonicalZone,
  clockChanges,
  localOf,
  offsetMinutesAt,
  resolveLocal,
  zoneName,
  zoneNames,
} from '../../../functions/shared/values/zones.ts';
import { refusalOf } from './time-refusal-of.ts';

const unique = (instant: string) => ({ kind: 'unique', instant });

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
