import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarFileOf } from '../../functions/notices/calendar-file.ts';
import {
  kindsOfSeveral,
  wordingOfSeveral,
  type OfSeveral,
} from '../../functions/notices/wording-of-several.ts';
import { noticeWords } from '../../functions/notices/words.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { uiLanguages } from '../../functions/shared/values/languages.ts';
import { zonePlace } from '../../functions/shared/values/zone-places.ts';
import { askPython } from '../support/python.ts';
import { sampleEntries } from './samples.ts';

/** What a mail about a series says, and its file, read by three readers that share nothing. */

const at = parseInstant;
const day = (month: string, date: number) => ({
  start: at(`2026-${month}-${String(date).padStart(2, '0')}T02:30:00Z`),
  end: at(`2026-${month}-${String(date).padStart(2, '0')}T04:30:00Z`),
});
const twoDays = { ...day('04', 16), end: day('04', 17).end, days: [day('04', 16), day('04', 17)] };

type Given = Partial<OfSeveral[0]>;
const several = (given: Given = {}): OfSeveral => {
  const one: OfSeveral[0] = {
    kind: 'change',
    audience: 'account',
    language: 'en',
    zone: 'Australia/Sydney',
    span: day('04', 9),
    before: day('03', 9),
    now: at('2026-03-01T00:00:00Z'),
    dueAt: at('2026-03-01T00:00:00Z'),
    attached: true,
    ...given,
  };
  return [one, { ...one, span: twoDays, before: day('03', 16) }];
};

describe('a message about several', () => {
  test.each(uiLanguages)('is whole, names no place, and says each time with its offset: %s', (language) => {
    for (const kind of kindsOfSeveral)
      for (const audience of ['account', 'invitation', 'officer'] as const) {
        const { subject, text } = wordingOfSeveral(several({ kind, audience, language }), [day('04', 24)]);
        expect(`${subject}\n${text}`).not.toMatch(/\{\{|\}\}|undefined|null/);
        expect(subject).not.toMatch(/[\r\n]|UTC/);
        expect(subject).toMatch(/12:30/);
        // The days of both, and what stays.
        expect(text.match(/12:30–14:30[^\n]*UTC\+10:00/g)).toHaveLength(4);
        expect(text.match(/13:30–15:30[^\n]*UTC\+11:00/g) ?? []).toHaveLength(kind === 'change' ? 2 : 0);
        expect(subject + text).not.toMatch(/https?:|www\.|@|\//);
        for (const spoken of uiLanguages)
          expect(subject + text).not.toContain(zonePlace('Australia/Sydney', spoken));
      }
  });

  test('says how many and the first of them, where the reader sees it first', () => {
    expect(wordingOfSeveral(several(), []).subject).toBe(
      '2 appointments moved; the first: Thu, 9 Apr 2026, 12:30',
    );
    expect(wordingOfSeveral(several({ kind: 'cancellation' }), []).text).toContain(
      noticeWords.en.several.calendarRemove,
    );
  });

  test('that is about one says it as of one, and what stays as it was', () => {
    const [one] = several();
    const { subject, text } = wordingOfSeveral([one], [day('04', 24)]);
    expect(subject).toBe('Appointment moved: Thu, 9 Apr 2026, 12:30');
    expect(text).toContain(noticeWords.en.lead.change);
    expect(text).toContain('Not changed: Friday 24 April 2026, 12:30–14:30 (UTC+10:00)');
    expect(text).toContain(noticeWords.en.calendarAdd);
  });

  test('speaks of clocks that change before any of its days, and of none that do not', () => {
    expect(wordingOfSeveral(several(), []).text).toContain(noticeWords.en.several.clocks);
    expect(wordingOfSeveral(several({ zone: 'Asia/Bangkok' }), []).text).not.toContain(
      noticeWords.en.several.clocks,
    );
  });
});

describe('a file of several appointments', () => {
  const entries = sampleEntries(40).map((entry, index) => ({
    ...entry,
    uid: `${String(index).padStart(20, 'a')}@example.org`,
  }));
  const wanted = entries.map(({ method, uid, sequence, start, end, summary, description }) => ({
    uid,
    sequence,
    start,
    end,
    summary,
    description,
    status: method === 'cancel' ? 'CANCELLED' : 'CONFIRMED',
    attendees: 0,
  }));
  const file = calendarFileOf(entries);

  test('is read back by ical.js: each event its own, published, and nobody named', () => {
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const instant = (value: unknown) => (value as ICAL.Time).toJSDate().toISOString();
    expect(
      calendar.getAllSubcomponents('vevent').map((event) => ({
        uid: event.getFirstPropertyValue('uid'),
        sequence: event.getFirstPropertyValue('sequence'),
        start: instant(event.getFirstPropertyValue('dtstart')),
        end: instant(event.getFirstPropertyValue('dtend')),
        summary: event.getFirstPropertyValue('summary'),
        description: event.getFirstPropertyValue('description'),
        status: event.getFirstPropertyValue('status'),
        attendees: event.getAllProperties('attendee').length,
      })),
    ).toEqual(wanted);
  });

  test('is read back by node-ical', () => {
    const events = Object.values(nodeIcal.sync.parseICS(file)).filter((each) => each?.type === 'VEVENT');
    expect(
      events.map((event) => [event?.uid, event?.start.toISOString(), event?.status, Number(event?.sequence)]),
    ).toEqual(wanted.map(({ uid, start, status, sequence }) => [uid, start, status, sequence]));
  });

  test('is read back by icalendar of Python', { timeout: 120_000 }, () => {
    const reader = `
import json, sys
from icalendar import Calendar
def read(text):
    calendar = Calendar.from_ical(text)
    events = [c for c in calendar.walk() if c.name == 'VEVENT']
    return [str(calendar['METHOD']), [[str(e['UID']), int(e['SEQUENCE']), str(e['STATUS']), 'ATTENDEE' in e, str(e['DESCRIPTION'])] for e in events]]
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;
    expect(askPython(reader, [file])).toEqual([
      [
        'PUBLISH',
        wanted.map(({ uid, sequence, status, description }) => [uid, sequence, status, false, description]),
      ],
    ]);
  });

  test('nothing breaks out of it, and its lines are short', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [first] = entries;
    if (first === undefined) throw new Error('No sample.');
    expect(() => calendarFileOf([first, { ...first, summary: 'a\nATTENDEE:b' }])).toThrow(RangeError);
  });
});
