import fc from 'fast-check';
import type { CalendarEntry } from '../../functions/notices/calendar-file.ts';
import { instantOf, type Instant } from '../../functions/shared/values/instants.ts';

/** Pieces of text in the scripts of the region, with what calendars and mails give a meaning to. */
const pieces = [
  'ချိန်းဆိုမှု',
  'ကြာသပတေး',
  'ការណាត់ជួប',
  'ព្រហស្បតិ៍\u200b',
  'ນັດໝາຍ',
  'นัดหมาย',
  'Cuộc hẹn',
  '预约：',
  '𠮷',
  '👩‍⚖️',
  'é',
  ' ',
  ';',
  ',',
  ':',
  '"',
  '^',
  "^'",
  '=',
  '?=',
  'END:VEVENT',
  'X-ALT-DESC;FMTTYPE=text/html:<b>',
  ';VALUE=URI:',
  'mailto:a@example.org',
];

const line = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join('').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\\]/gu, ''))
  .map((text) => `x${text}x`);

const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((each) => each.join('\n'));

const address = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9.+_%'-]{0,20}[a-z0-9]$/), fc.stringMatching(/^[a-z0-9]{1,20}$/))
  .map(([local, host]) => `${local}@${host}.example.org`);

/** Whole seconds: a calendar knows no less. */
const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2037, 11, 1) / 1000 })
  .map((seconds) => instantOf(seconds * 1000));

/** Calendar entries that are hard to write and may be written. */
export const entries: fc.Arbitrary<CalendarEntry> = fc
  .record({
    method: fc.constantFrom('request' as const, 'cancel' as const),
    uid: fc.stringMatching(/^[a-z0-9]{20,64}@[a-z0-9.-]{1,40}$/),
    sequence: fc.nat({ max: 1000 }),
    stamp: instant,
    start: instant,
    seconds: fc.integer({ min: 60, max: 5 * 86_400 }),
    summary: line,
    description: lines,
    organiser: fc.record({ name: line.map((text) => text.replaceAll(/[";^]/g, '')), address }),
    attendee: address,
    busy: fc.boolean(),
  })
  .map(({ seconds, ...entry }) => ({ ...entry, end: later(entry.start, seconds) }));

const later = (start: Instant, seconds: number): Instant => instantOf(Date.parse(start) + seconds * 1000);

/** The same few hundred at every run of a reader that is slow to start. */
export const sampleEntries = (count: number): readonly CalendarEntry[] =>
  fc.sample(entries, { numRuns: count, seed: 4 });
