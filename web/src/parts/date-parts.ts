import type { TimeSettings } from '../../../functions/shared/values/times-for-people.ts';

/** A day as it is typed: what stands in each box, in Latin digits, complete or not. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  /** Of the reader's calendar. */
  readonly year: string;
}

export const noDate: DateParts = { day: '', month: '', year: '' };

/** Years by which the Buddhist Era is ahead. */
const AHEAD = 543;

/** What typed parts come to. */
export interface Typed {
  /** Undefined while something is missing, and for what cannot be. */
  readonly value: string | undefined;
  /** Complete, but no calendar or clock shows it. */
  readonly impossible: boolean;
}

const incomplete: Typed = { value: undefined, impossible: false };
const impossible: Typed = { value: undefined, impossible: true };
const whole = (value: string): Typed => ({ value, impossible: false });

type Calendar = TimeSettings['calendar'];

/** As `YYYY-MM-DD` of the Gregorian calendar, whatever the reader's. */
export function isoOfParts({ day, month, year }: DateParts, calendar: Calendar): Typed {
  if (day === '' || month === '' || year.length < 4) return incomplete;
  const gregorian = Number(year) - (calendar === 'buddhist' ? AHEAD : 0);
  const at = new Date(0);
  at.setUTCFullYear(gregorian, Number(month) - 1, Number(day));
  // A day that the month does not have runs over into another month.
  const exists = at.getUTCMonth() === Number(month) - 1;
  return exists && gregorian >= 1900 && gregorian <= 9999 ? whole(at.toISOString().slice(0, 10)) : impossible;
}

export function partsOfIso(iso: string, calendar: Calendar): DateParts {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day, month, year: calendar === 'buddhist' ? String(Number(year) + AHEAD) : year };
}

/** A wall time as it is typed. */
export interface TimeParts {
  readonly hour: string;
  readonly minute: string;
}

export const noTime: TimeParts = { hour: '', minute: '' };

/** As `HH:mm`. */
export function clockOfParts({ hour, minute }: TimeParts): Typed {
  if (hour === '' || minute.length < 2) return incomplete;
  return Number(hour) < 24 && Number(minute) < 60 ? whole(`${hour.padStart(2, '0')}:${minute}`) : impossible;
}

export function partsOfClock(clock: string): TimeParts {
  const [hour = '', minute = ''] = clock.split(':');
  return { hour, minute };
}

/** Zeros of the scripts whose digits people of the region type. */
const zeros = [0x0e50, 0x1040, 0x17e0, 0x0ed0, 0xff10];

/** Only the digits of what was typed, in Latin ones; Thai, Burmese, Khmer, Lao and full-width ones count too. */
export function latinDigits(typed: string): string {
  let digits = '';
  for (const character of typed) {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeros.find((each) => code >= each && code < each + 10);
    if (zero !== undefined) digits += String(code - zero);
    else if (/\d/.test(character)) digits += character;
  }
  return digits;
}

/** One step up or down from what stands in a box, round and round between its ends; from nothing, the lowest. */
export function stepped(value: string, by: 1 | -1, low: number, high: number, width: number): string {
  const from = value === '' ? (by === 1 ? low - 1 : high + 1) : Number(value);
  const to = from + by > high ? low : from + by < low ? high : from + by;
  return String(to).padStart(width, '0');
}
