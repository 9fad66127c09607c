import { describe, expect, test } from 'vitest';
import { dateWords, hasOwnWords } from '../../../functions/shared/values/date-words.ts';
import { parseInstant } from '../../../functions/shared/values/instants.ts';
import { uiLanguages } from '../../../functions/shared/values/languages.ts';
import {
  monthNames,
  numberForPeople,
  timeForPeople,
  usualTimeSettings,
} from '../../../functions/shared/values/times-for-people.ts';

/** Node carries all of CLDR, so here the words of our own can be held against it; browsers do not. */
const languages = ['my', 'km', 'lo'] as const;
const day = (month: number, date: number) => Date.UTC(2026, month, date);

describe.each(languages)('%s', (language) => {
  test('weekdays are those of CLDR, short and long', () => {
    for (const length of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
      const sunday = 22;
      const wanted = Array.from({ length: 7 }, (_, at) => format.format(day(10, sunday + at)));
      expect(dateWords[language].weekdays[length]).toEqual(wanted);
    }
  });

  test('a date is written as CLDR writes it, short and long', () => {
    for (const length of ['short', 'long'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
        day: 'numeric',
        month: language === 'my' ? 'long' : length,
        year: 'numeric',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month += 1) {
        const at = parseInstant(new Date(day(month, 9)).toISOString());
        const reader = { language, settings: usualTimeSettings(language), length };
        expect(timeForPeople(at, 'Etc/UTC', reader).date).toBe(format.format(Date.parse(at)));
      }
    }
  });

  test('digits are those of CLDR, and widths are kept', () => {
    const native = { language, settings: { calendar: 'gregorian', digits: 'native' } } as const;
    const numbers = { my: 'mymr', km: 'khmr', lo: 'laoo' }[language];
    const format = new Intl.NumberFormat(`${language}-u-nu-${numbers}`, { useGrouping: false });
    expect(numberForPeople(1_234_567_890, native)).toBe(format.format(1_234_567_890));
    expect(numberForPeople(7, native, 2)).toBe(`${format.format(0)}${format.format(7)}`);
  });

  test('the Buddhist year carries its era', () => {
    const at = parseInstant('2026-04-02T02:30:00Z');
    const reader = { language, settings: { calendar: 'buddhist', digits: 'latin' } } as const;
    expect(timeForPeople(at, 'Asia/Yangon', reader).text).toContain(
      `2569 ${dateWords[language].buddhistEra}`,
    );
  });
});

test('every language has twelve different months, and only three need words of their own', () => {
  for (const language of uiLanguages) expect(new Set(monthNames(language)).size).toBe(12);
  expect(uiLanguages.filter(hasOwnWords)).toEqual([...languages]);
});
