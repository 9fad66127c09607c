import { expect, test } from 'vitest';
import { findZones, nearZones } from '../../../functions/shared/values/find-zones.ts';
import { zoneNames } from '../../../functions/shared/values/zones.ts';

test.each([
  ['yangon', 'Asia/Yangon', undefined],
  ['Asia/Rangoon', 'Asia/Yangon', 'Asia/Rangoon'],
  ['saigon', 'Asia/Ho_Chi_Minh', 'Asia/Saigon'],
  ['ho chi minh', 'Asia/Ho_Chi_Minh', undefined],
  ['  CALCUTTA ', 'Asia/Kolkata', 'Asia/Calcutta'],
])('%j finds %s', (typed, zone, formerly) => {
  expect(findZones(typed, 'en')).toContainEqual(formerly === undefined ? { zone } : { zone, formerly });
});

test('a city is found as the reader’s language writes it, with or without its marks', () => {
  expect(findZones('รนครโฮ', 'th')).toEqual([]);
  expect(findZones('โฮจิมินห์', 'th').map(({ zone }) => zone)).toEqual(['Asia/Ho_Chi_Minh']);
  expect(findZones('ရန်ကုန်', 'my').map(({ zone }) => zone)).toEqual(['Asia/Yangon']);
  expect(findZones('vieng chan', 'vi').map(({ zone }) => zone)).toEqual(['Asia/Vientiane']);
});

test('nothing typed finds every zone; what is no zone finds none, and those that are near', () => {
  expect(findZones('', 'en').map(({ zone }) => zone)).toEqual(zoneNames);
  expect(findZones('Bankok', 'en')).toEqual([]);
  expect(nearZones('Bankok')).toEqual(['Asia/Bangkok']);
  expect(nearZones('x'.repeat(41))).toEqual([]);
});
