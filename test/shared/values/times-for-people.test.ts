import { describe, expect, test } from 'vitest';
import { addMinutes, parseInstant } from '../../../functions/shared/values/instants.ts';
import { uiLanguages } from '../../../functions/shared/values/languages.ts';
import {
  dateDiffers,
  spanForPeople,
  timeForPeople,
  timeSettings,
  usualTimeSettings,
  type Reader,
} from '../../../functions/shared/values/times-for-people.ts';
import { zonePlace } from '../../../functions/shared/values/zone-places.ts';

const at = parseInstant('2026-04-02T02:30:00Z');
const english: Reader = { language: 'en', settings: usualTimeSettings('en') };
const thai = (calendar: 'gregorian' | 'buddhist', digits: 'latin' | 'native'): Reader => ({
  language: 'th',
  settings: { calendar, digits },
});

/** Runtimes differ in commas and spaces from release to release; what must be right is said here, not how it is glued. */
function missing(text: string, ...wanted: readonly string[]): string[] {
  return wanted.filter((each) => !text.includes(each));
}

test('English: weekday, date, 24-hour time, offset and place', () => {
  const time = timeForPeople(at, 'Asia/Yangon', english);
  expect(time).toMatchObject({
    weekday: 'Thu',
    date: '2 Apr 2026',
    time: '09:00',
    offset: 'UTC+06:30',
    place: 'Yangon',
    machine: '2026-04-02T09:00+06:30',
  });
  expect(time.text).toMatch(/^Thu,? 2 Apr 2026, 09:00 \(UTC\+06:30, Yangon\)$/);
  expect(
    missing(
      timeForPeople(at, 'Asia/Yangon', { ...english, length: 'long' }).text,
      'Thursday',
      '2 April 2026',
    ),
  ).toEqual([]);
});

test('midnight and the evening before, in the zone’s own day', () => {
  expect(timeForPeople(at, 'America/Los_Angeles', english)).toMatchObject({
    weekday: 'Wed',
    date: '1 Apr 2026',
    time: '19:30',
  });
  const midnight = parseInstant('2026-04-01T17:30:00Z');
  expect(timeForPeople(midnight, 'Asia/Yangon', english)).toMatchObject({
    date: '2 Apr 2026',
    time: '00:00',
  });
});

test('the offset and the hour are the table’s, where the runtime’s data is older', () => {
  expect(timeForPeople(parseInstant('2026-12-01T20:00:00Z'), 'America/Winnipeg', english)).toMatchObject({
    time: '15:00',
    offset: 'UTC-05:00',
  });
});

describe('Thai', () => {
  test('the Buddhist year by default, with its era', () => {
    expect(usualTimeSettings('th')).toEqual({ calendar: 'buddhist', digits: 'latin' });
    const { text, date } = timeForPeople(at, 'Asia/Bangkok', thai('buddhist', 'latin'));
    expect(missing(text, 'พ.ศ.', '2569', '2 เม.ย.', '09:30', 'UTC+07:00', 'กรุงเทพ')).toEqual([]);
    expect(missing(date, 'พ.ศ.', '2569')).toEqual([]);
    expect(text).not.toContain('2026');
  });

  test('or the Gregorian one, as the reader’s setting says; the same instant', () => {
    const gregorian = timeForPeople(at, 'Asia/Bangkok', thai('gregorian', 'latin'));
    expect(missing(gregorian.text, 'ค.ศ.', '2026', '09:30')).toEqual([]);
    expect(gregorian.text).not.toContain('2569');
    expect(gregorian.machine).toBe(timeForPeople(at, 'Asia/Bangkok', thai('buddhist', 'native')).machine);
  });

  test('Thai digits throughout, the offset included', () => {
    const { text } = timeForPeople(at, 'Asia/Bangkok', thai('buddhist', 'native'));
    expect(missing(text, '๒๕๖๙', '๐๙:๓๐', 'UTC+๐๗:๐๐')).toEqual([]);
    expect(text).not.toMatch(/[0-9]/);
  });

  test('the long form names weekday and month in full', () => {
    expect(
      missing(
        timeForPeople(at, 'Asia/Bangkok', { ...thai('buddhist', 'latin'), length: 'long' }).text,
        'พฤหัสบดี',
        'เมษายน',
      ),
    ).toEqual([]);
  });
});

describe('every language', () => {
  const native = { th: '๒', my: '၂', km: '២', lo: '໒', en: '2', vi: '2', zh: '2' } as const;

  test.each(uiLanguages)('%s: by default Latin digits, weekday, offset and place', (language) => {
    const { text, weekday, place } = timeForPeople(at, 'Asia/Yangon', {
      language,
      settings: usualTimeSettings(language),
    });
    expect(missing(text, '09:00', 'UTC+06:30', place, weekday, language === 'th' ? '2569' : '2026')).toEqual(
      [],
    );
    expect(text).not.toMatch(/[๐-๙၀-၉០-៩໐-໙]/u);
  });

  test.each(uiLanguages)('%s: its own digits when asked for', (language) => {
    const { text, date } = timeForPeople(at, 'Asia/Yangon', {
      language,
      settings: { calendar: 'gregorian', digits: 'native' },
    });
    expect(date).toContain(native[language]);
    expect(/[0-9]/.test(text)).toBe(native[language] === '2');
  });

  test.each(uiLanguages)('%s: the twelve months differ, short and long', (language) => {
    for (const length of ['short', 'long'] as const) {
      const months = Array.from(
        { length: 12 },
        (_, month) =>
          timeForPeople(parseInstant(`2026-${String(month + 1).padStart(2, '0')}-15T12:00:00Z`), 'Etc/UTC', {
            language,
            settings: usualTimeSettings(language),
            length,
          }).date,
      );
      expect(new Set(months).size).toBe(12);
    }
  });

  test('places that most readers deal with are written in their letters, others as the zone’s name has them', () => {
    expect(uiLanguages.map((language) => zonePlace('Asia/Rangoon', language))).toEqual([
      'Yangon',
      'ย่างกุ้ง',
      'ရန်ကုန်',
      'យ៉ាំងហ្គោន',
      'ຢ່າງກຸ້ງ',
      'Yangon',
      '仰光',
    ]);
    expect(zonePlace('America/Argentina/Buenos_Aires', 'th')).toBe('Buenos Aires');
  });
});

describe('from–to', () => {
  test('one date, one offset', () => {
    expect(spanForPeople({ start: at, end: addMinutes(at, 120) }, 'Asia/Yangon', english)).toBe(
      'Thu 2 Apr 2026, 09:00–11:00 (UTC+06:30, Yangon)',
    );
  });

  test('over midnight both dates are written', () => {
    expect(spanForPeople({ start: at, end: addMinutes(at, 5 * 60) }, 'America/Los_Angeles', english)).toBe(
      'Wed 1 Apr 2026, 19:30 – Thu 2 Apr 2026, 00:30 (UTC-07:00, Los Angeles)',
    );
  });

  test('over a change of clocks both offsets are written', () => {
    const start = parseInstant('2026-04-04T15:30:00Z');
    const text = spanForPeople({ start, end: addMinutes(start, 60) }, 'Australia/Sydney', english);
    expect(missing(text, '02:30 (UTC+11:00, Sydney)', '02:30 (UTC+10:00, Sydney)')).toEqual([]);
  });
});

test('whether the date differs between two places', () => {
  expect(dateDiffers(at, 'Asia/Bangkok', 'America/Los_Angeles')).toBe(true);
  expect(dateDiffers(at, 'Asia/Bangkok', 'Australia/Sydney')).toBe(false);
  expect(dateDiffers(parseInstant('2026-04-01T17:15:00Z'), 'Asia/Bangkok', 'Asia/Yangon')).toBe(true);
});

test('settings from outside are checked', () => {
  expect(timeSettings.parse({ calendar: 'buddhist', digits: 'native' })).toEqual({
    calendar: 'buddhist',
    digits: 'native',
  });
  for (const wrong of [
    {},
    { calendar: 'julian', digits: 'latin' },
    { calendar: 'buddhist', digits: 'latin', more: 1 },
    null,
  ]) {
    expect(timeSettings.safeParse(wrong).success).toBe(false);
  }
});
