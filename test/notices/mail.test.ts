import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../functions/notices/calendar-file.ts';
import { mimeOf, type Mail } from '../../functions/notices/mail.ts';
import { wordingOf } from '../../functions/notices/wording.ts';
import { uiLanguages } from '../../functions/shared/values/languages.ts';
import { askPython } from '../support/python.ts';
import { sampleEntries } from './samples.ts';

const plain: Mail = {
  from: { name: 'Appointments', address: 'appointments@example.org' },
  to: 'reader@example.org',
  subject: 'Appointment: Thu, 9 Apr 2026, 12:30 (UTC+10:00)',
  language: 'en',
  text: 'One.\n\nTwo.\n',
};

/** Python's own reader of mail, which shares nothing with what wrote it. */
const reader = `
import email, email.policy, json, sys
from email.header import decode_header, make_header
from email.utils import parseaddr
def sender(text):
    # The newer reader of addresses puts a space between encoded words that belong together; the older does not.
    name, address = parseaddr(email.message_from_string(text)['From'].replace('\\r\\n', ''))
    return [str(make_header(decode_header(name))), address]
def read(text):
    m = email.message_from_bytes(text.encode('ascii'), policy=email.policy.default)
    parts = [p for p in m.walk() if not p.is_multipart()]
    return {
        'headers': [name for name in m.keys()],
        'subject': str(m['Subject']), 'to': str(m['To']),
        'from': sender(text),
        'language': str(m['Content-Language']), 'automatic': str(m['Auto-Submitted']),
        'defects': [str(d) for p in m.walk() for d in p.defects],
        'parts': [[p.get_content_type(), p.get_param('method'), p.get_filename(),
                   p.get_payload(decode=True).decode('utf-8').replace('\\r\\n', '\\n')] for p in parts],
    }
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const headers = [
  'From',
  'To',
  'Subject',
  'Content-Language',
  'Auto-Submitted',
  'MIME-Version',
  'Content-Type',
];

describe('a mail is read back as it was meant', () => {
  test('with a calendar file, whatever its texts are', { timeout: 120_000 }, () => {
    const mails = sampleEntries(200).map((entry, index): Mail => {
      const { organiser, attendee, summary, description, method } = entry;
      const language = uiLanguages[index % uiLanguages.length] ?? 'en';
      const calendar = { method, file: calendarFile(entry) };
      return { from: organiser, to: attendee, subject: summary, language, text: description, calendar };
    });
    const read = askPython(reader, mails.map(mimeOf));
    expect(read).toEqual(
      mails.map(({ from, to, subject, language, text, calendar }) => {
        const file = calendar?.file.replaceAll('\r\n', '\n');
        return {
          headers,
          subject,
          to,
          from: [from.name, from.address],
          language,
          automatic: 'auto-generated',
          defects: [],
          parts: [
            ['text/plain', null, null, text],
            ['text/calendar', calendar?.method.toUpperCase(), null, file],
            ['application/ics', null, 'appointment.ics', file],
          ],
        };
      }),
    );
  });

  test('without one it is the text alone', () => {
    const [read] = askPython(reader, [mimeOf(plain)]) as { parts: unknown; headers: unknown }[];
    expect(read?.parts).toEqual([['text/plain', null, null, plain.text]]);
    expect(read?.headers).toEqual([...headers, 'Content-Transfer-Encoding']);
  });

  test('in the words that are really sent, in every language', () => {
    const mails = uiLanguages.map((language): Mail => {
      const [entry] = sampleEntries(1);
      if (entry === undefined) throw new Error('No sample.');
      const { subject, text } = wordingOf({
        kind: 'change',
        audience: 'officer',
        language,
        zone: 'Asia/Yangon',
        span: entry,
        before: entry,
        now: entry.stamp,
        dueAt: entry.stamp,
      });
      return { ...plain, language, subject, text };
    });
    const read = askPython(reader, mails.map(mimeOf)) as { subject: string; parts: string[][] }[];
    expect(read.map(({ subject }) => subject)).toEqual(mails.map(({ subject }) => subject));
    expect(read.map(({ parts }) => parts[0]?.[3])).toEqual(mails.map(({ text }) => text));
  });
});

test('every line is short and plain ASCII, and the same mail gives the same bytes', () => {
  for (const entry of sampleEntries(50)) {
    const mail = { ...plain, subject: entry.summary, text: entry.description };
    const written = mimeOf(mail);
    expect(written).toBe(mimeOf({ ...mail }));
    for (const line of written.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e]{0,78}$/);
  }
});

test('a subject is cut into as few words as hold it: 15 letters of three bytes in each but the first', () => {
  const words = (letters: number) =>
    (
      /^Subject: ((?:=\?utf-8\?B\?[\w+/=]*\?=(?:\r\n )?)+)/m.exec(
        mimeOf({ ...plain, subject: 'ก'.repeat(letters) }),
      )?.[1] ?? ''
    )
      .trim()
      .split('\r\n ')
      .map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8').length);
  expect(words(13)).toEqual([13]);
  expect(words(14)).toEqual([13, 1]);
  expect(words(28)).toEqual([13, 15]);
  expect(words(29)).toEqual([13, 15, 1]);
});

describe('nothing starts a header of its own', () => {
  const bad = [
    'a\r\nBcc: b@example.org',
    'a\nBcc: b@example.org',
    'a\rBcc: b@example.org',
    'a\u2028b',
    'a\u0000b',
  ];

  test.each(bad)('%j is refused in a subject and a name', (text) => {
    expect(() => mimeOf({ ...plain, subject: text })).toThrow(RangeError);
    expect(() => mimeOf({ ...plain, from: { ...plain.from, name: text } })).toThrow(RangeError);
  });

  test.each([...bad, 'a@example.org, b@example.org', 'A <a@example.org>', ''])(
    '%j is refused as an address',
    (address) => {
      expect(() => mimeOf({ ...plain, to: address })).toThrow(RangeError);
      expect(() => mimeOf({ ...plain, from: { ...plain.from, address } })).toThrow(RangeError);
    },
  );

  test('a language that is no tag is refused', () => {
    expect(() => mimeOf({ ...plain, language: 'en\r\nBcc: b@example.org' })).toThrow(RangeError);
  });
});
