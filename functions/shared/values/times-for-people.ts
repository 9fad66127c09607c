import * as z from 'zod';
import { dateWords, hasOwnWords, type DateWords, type WithOwnWords } from './date-words.ts';
import type { Instant, Interval } from './instants.ts';
import type { UiLanguage } from './languages.ts';
import { zonePlace } from './zone-places.ts';
import { localOf } from './zones.ts';

/** How one reader wants dates written; the time meant is always the same. */
export const timeSettings = z.strictObject({
  /** The year in Thailand's law and courts is the Buddhist one, 543 more than the Gregorian. */
  calendar: z.enum(['gregorian', 'buddhist']),
  /** `latin` is 0–9; `native` is the digits of the language's own script, where it has its own. */
  digits: z.enum(['latin', 'native']),
});

export type TimeSettings = z.infer<typeof timeSettings>;

export function usualTimeSettings(language: UiLanguage): TimeSettings {
  return { calendar: language === 'th' ? 'buddhist' : 'gregorian', digits: 'latin' };
}

export interface Reader {
  readonly language: UiLanguage;
  readonly settings: TimeSettings;
  /** `short`: Thu 2 Apr; `long`: Thursday 2 April. */
  readonly length?: 'short' | 'long';
}

export interface TimeForPeople {
  readonly weekday: string;
  readonly date: string;
  /** 24-hour clock. */
  readonly time: string;
  /** Such as `UTC+06:30`. */
  readonly offset: string;
  readonly place: string;
  /** All of it in one line: `Thu, 2 Apr 2026, 09:00 (UTC+06:30, Yangon)`. */
  readonly text: string;
  /** For `<time datetime>`: `2026-04-02T09:00+06:30`. */
  readonly machine: string;
}

/** Languages for which every runtime's own words are good. */
type WithIntl = Exclude<UiLanguage, WithOwnWords>;

const LOCALES: Readonly<Record<WithIntl, { readonly tag: string; readonly digits: string }>> = {
  en: { tag: 'en-GB', digits: 'latn' },
  th: { tag: 'th', digits: 'thai' },
  vi: { tag: 'vi', digits: 'latn' },
  zh: { tag: 'zh', digits: 'latn' },
};

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Each writes a wall time, in milliseconds as if it were UTC, so that the runtime's own zone data is never asked. */
interface Writers {
  readonly weekday: (wall: number) => string;
  readonly date: (wall: number) => string;
  readonly time: (wall: number) => string;
  readonly whole: (wall: number) => string;
  /** From 0 to 9. */
  readonly digits: string;
}

/** At most one entry for each language, calendar, kind of digits and length. */
const kept = new Map<string, Writers>();

function writersFor({ language, settings, length = 'short' }: Reader): Writers {
  const key = `${language} ${settings.calendar} ${settings.digits} ${length}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = hasOwnWords(language)
    ? writersOfWords(dateWords[language], settings, length)
    : writersOfIntl(language, settings, length);
  kept.set(key, made);
  return made;
}

function writersOfIntl(language: WithIntl, settings: TimeSettings, length: 'short' | 'long'): Writers {
  const { tag, digits } = LOCALES[language];
  const numbers = settings.digits === 'native' ? digits : 'latn';
  const calendar = settings.calendar === 'buddhist' ? 'buddhist' : 'gregory';
  const locale = `${tag}-u-ca-${calendar}-nu-${numbers}`;
  // A Thai reader meets both years every day: there the era is always written.
  const era = language === 'th' || calendar === 'buddhist' ? ({ era: 'short' } as const) : {};
  const day = { day: 'numeric', month: length, year: 'numeric', ...era } as const;
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (wall: number) => format.format(wall);
  };
  return {
    weekday: writer({ weekday: length }),
    date: writer(day),
    time: writer(CLOCK),
    whole: writer({ weekday: length, ...day, ...CLOCK }),
    digits: new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: 10 }).format(
      123_456_789,
    ),
  };
}

function writersOfWords(words: DateWords, settings: TimeSettings, length: 'short' | 'long'): Writers {
  const digits = settings.digits === 'native' ? words.digits : '0123456789';
  const number = (value: number, width = 1) => inDigits(String(value).padStart(width, '0'), digits);
  const year = (at: Date) =>
    settings.calendar === 'buddhist'
      ? `${number(at.getUTCFullYear() + 543)} ${words.buddhistEra}`
      : number(at.getUTCFullYear());
  const weekday = (wall: number) => words.weekdays[length][new Date(wall).getUTCDay()] ?? '';
  const date = (wall: number) => {
    const at = new Date(wall);
    return words.date(number(at.getUTCDate()), words.months[length][at.getUTCMonth()] ?? '', year(at));
  };
  const time = (wall: number) => {
    const at = new Date(wall);
    return `${number(at.getUTCHours(), 2)}:${number(at.getUTCMinutes(), 2)}`;
  };
  const whole = (wall: number) => words.whole(weekday(wall), date(wall), time(wall));
  return { weekday, date, time, whole, digits };
}

/** The twelve months in full, as they stand alone; for choosing one. */
export function monthNames(language: UiLanguage): readonly string[] {
  if (hasOwnWords(language)) return dateWords[language].months.long;
  const format = new Intl.DateTimeFormat(`${LOCALES[language].tag}-u-ca-gregory`, {
    month: 'long',
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
}

/** A whole number in the reader's digits, at least so many of them. */
export function numberForPeople(value: number, reader: Reader, width = 1): string {
  return inDigits(String(value).padStart(width, '0'), writersFor(reader).digits);
}

/** What the zone's wall clock shows, in milliseconds as if it were UTC, and how far it is from UTC. */
function wallAt(at: Instant, zone: string): { wall: number; local: string; offset: string } {
  const { local, offset } = localOf(zone, at);
  return { wall: Date.parse(`${local}Z`), local, offset };
}

/** The clock of a zone at an instant, for a reader. @throws as localOf */
export function timeForPeople(at: Instant, zone: string, reader: Reader): TimeForPeople {
  const writers = writersFor(reader);
  const { wall, local, offset } = wallAt(at, zone);
  const shownOffset = `UTC${inDigits(offset, writers.digits)}`;
  const place = zonePlace(zone, reader.language);
  return {
    weekday: writers.weekday(wall),
    date: writers.date(wall),
    time: writers.time(wall),
    offset: shownOffset,
    place,
    text: `${writers.whole(wall)} (${shownOffset}, ${place})`,
    machine: local + offset,
  };
}

/**
 * A day of the calendar with its weekday, for a reader: no clock and no zone is asked, so that the day of a law of a hundred
 * years ago has words too. @param day `YYYY-MM-DD`
 */
export function dayForPeople(day: string, reader: Reader): string {
  const writers = writersFor(reader);
  const wall = Date.parse(`${day}T00:00:00Z`);
  return `${writers.weekday(wall)} ${writers.date(wall)}`;
}

/** From–to in one line; the end's date is written when it is another one, its offset when the clocks changed between. */
export function spanForPeople(span: Interval, zone: string, reader: Reader): string {
  const start = wallAt(span.start, zone);
  const end = wallAt(span.end, zone);
  const writers = writersFor(reader);
  if (start.offset !== end.offset) {
    return `${timeForPeople(span.start, zone, reader).text} – ${timeForPeople(span.end, zone, reader).text}`;
  }
  const from = `${writers.weekday(start.wall)} ${writers.date(start.wall)}`;
  const until = `${writers.weekday(end.wall)} ${writers.date(end.wall)}`;
  const clock = { from: writers.time(start.wall), until: writers.time(end.wall) };
  const tail = `(UTC${inDigits(start.offset, writers.digits)}, ${zonePlace(zone, reader.language)})`;
  return start.local.slice(0, 10) === end.local.slice(0, 10)
    ? `${from}, ${clock.from}–${clock.until} ${tail}`
    : `${from}, ${clock.from} – ${until}, ${clock.until} ${tail}`;
}

/** Whether the two places have different dates at that instant, which an invitation must then say. @throws as localOf */
export function dateDiffers(at: Instant, zoneA: string, zoneB: string): boolean {
  return localOf(zoneA, at).local.slice(0, 10) !== localOf(zoneB, at).local.slice(0, 10);
}

/** `digits` are ten, from 0 to 9. */
function inDigits(text: string, digits: string): string {
  return text.replaceAll(/\d/g, (digit) => digits.charAt(Number(digit)));
}
