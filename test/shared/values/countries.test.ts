import { expect, test } from 'vitest';
import {
  countries,
  countryCode,
  countryOf,
  mekongStates,
} from '../../../functions/shared/values/countries.ts';
import { canonicalZone } from '../../../functions/shared/values/zones.ts';

test('the six Mekong States come first, with the zones of their capitals', () => {
  expect(countries.slice(0, 6).map(({ code }) => code)).toEqual(mekongStates);
  expect(mekongStates.map((code) => countryOf(code).capitalZone)).toEqual([
    'Asia/Phnom_Penh',
    'Asia/Shanghai',
    'Asia/Vientiane',
    'Asia/Yangon',
    'Asia/Bangkok',
    'Asia/Ho_Chi_Minh',
  ]);
});

test('every capital’s zone is in the table under its modern name, and every code is one of ISO 3166-1', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const { code, capitalZone } of countries) {
    expect(canonicalZone(capitalZone)).toBe(capitalZone);
    expect(names.of(code)).toBeDefined();
    expect(countryCode.parse(code)).toBe(code);
  }
  expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
});

test.each(['', 'th', 'THA', 'XX', '__proto__', null])('no State: %j', (wrong) => {
  expect(countryCode.safeParse(wrong).success).toBe(false);
});
