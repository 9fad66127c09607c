import { TimeRefusal } from './time-refusal.ts';
import { firstYear, lastYear } from './zone-table.ts';

const HINT = 'Give a local time as YYYY-MM-DDTHH:mm or YYYY-MM-DDTHH:mm:ss, such as 2026-04-02T09:30.';

/** Days since 1970-01-01 on which each month of the table's years begins, and the one after. */
const monthStarts = Int32Array.from(
  { length: (lastYear - firstYear + 1) * 12 + 1 },
  (_, month) => Date.UTC(firstYear, month, 1) / 86_400_000,
);

/**
 * Minutes from 1970-01-01T00:00 to a wall time, as if every day had 1440; seconds are checked and left to `secondsOf`.
 * Read by hand, digit by digit: this is on the path of every conversion, and a pattern would cost more than the rest.
 * @throws TimeRefusal `bad-local-time`, or `out-of-table` for a year that the table does not hold.
 */
export function parseLocal(text: string): number {
  // Callers of this are also at the edge, where the compiler's word counts for nothing.
  if (typeof text !== 'string') throw refusal();
  const withSeconds = text.length === 19;
  if (
    (text.length !== 16 && !withSeconds) ||
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== 58 ||
    (withSeconds && (text.charCodeAt(16) !== 58 || secondsOf(text) < 0 || secondsOf(text) > 59))
  ) {
    throw refusal();
  }
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (year < 0 || month < 1 || month > 12 || day < 1) throw refusal();
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) throw refusal();
  if (year < firstYear || year > lastYear) {
    if (day > new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()) throw refusal();
    throw outOfTable();
  }
  const index = (year - firstYear) * 12 + month;
  const start = monthStarts[index - 1] ?? 0;
  if (start + day > (monthStarts[index] ?? 0)) throw refusal();
  return (start + day - 1) * 1440 + hour * 60 + minute;
}

/** The seconds of a text that `parseLocal` takes (0 when left out); negative when they are not digits. */
export function secondsOf(text: string): number {
  return text.length === 19 ? twoDigits(text, 17) : 0;
}

/** So far below zero that no sum with it is taken for a number of anything; whole, since that is faster than NaN. */
const NOT_DIGITS = -100_000;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NOT_DIGITS;
}

function refusal(): TimeRefusal {
  return new TimeRefusal('bad-local-time', `That is not a local time. ${HINT}`);
}

export function outOfTable(): TimeRefusal {
  return new TimeRefusal(
    'out-of-table',
    `The clocks of the world are known here for the years ${firstYear} to ${lastYear} only. Choose a time within them.`,
  );
}

const dayTexts: string[] = [];
const minuteTexts: string[] = [];
const instantTexts: string[] = [];
/** The table's years and a day of slack on both sides, since local days reach beyond the UTC days of the same date. */
const firstDay = (monthStarts[0] ?? 0) - 1;

/** `YYYY-MM-DDT`; every day and every minute of a day is written once and kept. */
function dayText(day: number): string {
  return (dayTexts[day - firstDay] ??= new Date(day * 86_400_000).toISOString().slice(0, 11));
}

function minuteText(minute: number): string {
  return (minuteTexts[minute] ??= `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
}

/** `YYYY-MM-DDTHH:mm` of a minute since 1970-01-01T00:00 within the table. */
export function wallText(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  return dayText(day) + minuteText(minutes - day * 1440);
}

/** The spelling of an instant within the table: whole minutes since 1970-01-01T00:00Z, and seconds. */
export function instantText(minutes: number, seconds: number): string {
  const day = Math.floor(minutes / 1440);
  const minute = minutes - day * 1440;
  if (seconds !== 0) return `${dayText(day)}${minuteText(minute)}:${pad(seconds)}.000Z`;
  return dayText(day) + (instantTexts[minute] ??= `${minuteText(minute)}:00.000Z`);
}

/** Two digits, of 0 to 99. */
export function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
