import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../functions/notices/calendar-file.ts';
import { wordingOf } from '../../functions/notices/wording.ts';
import { uiLanguages } from '../../functions/shared/values/languages.ts';
import { askPython } from '../support/python.ts';
import { entries, sampleEntries } from './samples.ts';
import { plain, wanted, readByIcalJs, reader, expectNodeIcal } from './calendar-readers.ts';

describe('a calendar file is read back as it was meant', () => {
  test('by ical.js, whatever its texts are', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(readByIcalJs(calendarFile(entry))).toEqual(wanted(entry));
      }),
      { numRuns: 400 },
    );
  });

  test('by node-ical', () => {
    fc.assert(fc.property(entries, expectNodeIcal), { numRuns: 400 });
  });

  test('by icalendar of Python', { timeout: 120_000 }, () => {
    const samples = sampleEntries(300);
    expect(askPython(reader, samples.map(calendarFile))).toEqual(samples.map(wanted));
  });

  test('with the words that are really sent, in every language', () => {
    for (const language of uiLanguages) {
      const { subject, note } = wordingOf({
        kind: 'confirmation',
        audience: 'account',
        language,
        zone: 'Asia/Yangon',
        span: plain,
        now: plain.stamp,
        dueAt: plain.stamp,
      });
      const entry = { ...plain, summary: subject, description: note };
      expect(readByIcalJs(calendarFile(entry))).toEqual(wanted(entry));
    }
  });
});

describe('where a line is folded', () => {
  /** What must not be torn: an emoji of several parts, a rare letter of two halves, stacked letters, and escapes. */
  const whole = ['👩‍⚖️', '𠮷', '😀', 'ក្រុំ', 'ព្រហស្បតិ៍', 'ကြို့', 'င်္ဂ', 'ນໍ້າ', 'ที่', 'é', ';', ',', ';,;,'];
  /** Where the first and the second fold come, whatever the name of the field takes of the line. */
  const around = [45, 120].flatMap((from) => Array.from({ length: 32 }, (_, more) => from + more));
  const folded = whole.flatMap((piece) =>
    around.map((before): CalendarEntry => {
      const text = `${'x'.repeat(before)}${piece}${piece}y`;
      const organiser = { ...plain.organiser, name: text.replaceAll(';', '-') };
      return { ...plain, summary: text, description: `${text}\n${text}`, organiser };
    }),
  );

  test('every line is whole characters of 75 octets at the most', () => {
    for (const entry of folded) {
      const lines = calendarFile(entry).split('\r\n');
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
    }
  });

  test('ical.js and node-ical read it as it was meant', () => {
    for (const entry of folded) {
      expect(readByIcalJs(calendarFile(entry))).toEqual(wanted(entry));
      expectNodeIcal(entry);
    }
  });

  test('icalendar of Python reads it as it was meant', { timeout: 120_000 }, () => {
    expect(askPython(reader, folded.map(calendarFile))).toEqual(folded.map(wanted));
  });
});

describe('its lines', () => {
  test('are at most 75 octets, each whole characters, and end in CRLF', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const file = calendarFile(entry);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('name one who is to come, and ask them for no answer, since nobody would read it', () => {
    for (const method of ['request', 'cancel'] as const) {
      const file = calendarFile({ ...plain, method }).replaceAll('\r\n ', '');
      const [attendee, ...others] = file.match(/^ATTENDEE.*$/gm) ?? [];
      expect(others).toEqual([]);
      expect(attendee).toContain(';RSVP=FALSE');
      expect(attendee).toContain(';PARTSTAT=NEEDS-ACTION');
      expect(attendee).toContain(';ROLE=REQ-PARTICIPANT');
      expect(file).toMatch(/^CLASS:PRIVATE\r?$/m);
    }
  });

  test('hold instants in UTC only, and no zone', () => {
    const file = calendarFile(plain);
    expect(file.match(/^DT(START|END|STAMP):\d{8}T\d{6}Z\r$/gm)).toHaveLength(3);
    expect(file).not.toMatch(/TZID|VTIMEZONE|URL|LOCATION|CONFERENCE/);
  });
});

describe('nothing breaks out of its field', () => {
  const controls = [...Array.from({ length: 32 }, (_, code) => code), 0x7f, 0x85, 0x2028, 0x2029];

  test.each(controls.filter((code) => code !== 10))('control character %i is refused everywhere', (code) => {
    const bad = `a${String.fromCharCode(code)}ATTENDEE:mailto:b@example.org`;
    expect(() => calendarFile({ ...plain, summary: bad })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, description: bad })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, organiser: { ...plain.organiser, name: bad } })).toThrow(
      RangeError,
    );
  });

  // In a field that is no text nothing but its own form goes through, at its beginning, in it, and at its end.
  test.each([...controls, 0xd800, 0xdc00, 0x22, 0x2c, 0x3a, 0x3b, 0x5c])(
    'character %i is refused in the UID and in both addresses',
    (code) => {
      const character = String.fromCharCode(code);
      for (const place of [0, 3, 5, 20]) {
        const spoilt = (text: string) => `${text.slice(0, place)}${character}${text.slice(place)}`;
        for (const bad of [
          { ...plain, uid: spoilt(plain.uid) },
          { ...plain, attendee: spoilt(plain.attendee) },
          { ...plain, organiser: { ...plain.organiser, address: spoilt(plain.organiser.address) } },
        ])
          expect(() => calendarFile(bad), JSON.stringify(bad)).toThrow(RangeError);
        for (const bad of [
          { ...plain, uid: `${plain.uid}${character}` },
          { ...plain, attendee: `${plain.attendee}${character}` },
        ])
          expect(() => calendarFile(bad), JSON.stringify(bad)).toThrow(RangeError);
      }
    },
  );

  test('a line feed stays in the description and is refused elsewhere', () => {
    const entry = { ...plain, description: 'a\nEND:VEVENT\nBEGIN:VEVENT\nb' };
    expect(readByIcalJs(calendarFile(entry))).toEqual(wanted(entry));
    expect(() => calendarFile({ ...plain, summary: 'a\nb' })).toThrow(RangeError);
  });

  test.each([
    'no-host',
    'short@example.org',
    'abcdefghijklmnopqrstuvwxyz@example.org\r\nX-A:1',
    'abcdefghijklmnopqrstuvwxyz@ex ample.org',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ@example.org',
  ])('UID %j is refused', (uid) => {
    expect(() => calendarFile({ ...plain, uid })).toThrow(RangeError);
  });

  test.each([
    '',
    'a',
    'a@b',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org,b@example.org',
    '"a b"@example.org',
    'A <a@example.org>',
    'a;b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
  ])('address %j is refused', (address) => {
    expect(() => calendarFile({ ...plain, attendee: address })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, organiser: { name: 'A', address } })).toThrow(RangeError);
  });

  test.each(['\\', '"', '^', ';'])(
    '%s in a name is refused, since readers do not agree on it',
    (character) => {
      const organiser = { ...plain.organiser, name: `a${character}b` };
      expect(() => calendarFile({ ...plain, organiser })).toThrow(RangeError);
    },
  );

  test('a backslash is refused everywhere, since readers do not agree on it', () => {
    expect(() => calendarFile({ ...plain, summary: 'a\\nb' })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, description: 'a\\nb' })).toThrow(RangeError);
  });

  test('half a character, an empty text, a backward span and a bad sequence are refused', () => {
    for (const half of ['a\ud800', 'a\udc00b']) {
      expect(() => calendarFile({ ...plain, summary: half })).toThrow(RangeError);
      expect(() => calendarFile({ ...plain, description: half })).toThrow(RangeError);
      expect(() => calendarFile({ ...plain, organiser: { ...plain.organiser, name: half } })).toThrow(
        RangeError,
      );
    }
    expect(() => calendarFile({ ...plain, summary: ' ' })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, end: plain.start })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, sequence: -1 })).toThrow(RangeError);
    expect(() => calendarFile({ ...plain, sequence: 1.5 })).toThrow(RangeError);
  });
});
