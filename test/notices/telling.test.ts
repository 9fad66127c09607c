import { describe, expect, test } from 'vitest';
import { noticeKinds } from '../../functions/notices/contract.ts';
import type { Draft } from '../../functions/notices/next-notices.ts';
import { writeNotice } from '../../functions/notices/notice.ts';
import { kindsOfSeveral } from '../../functions/notices/wording-of-several.ts';
import { noticeWords } from '../../functions/notices/words.ts';
import { mailAboutSeveral } from '../../functions/notices/written-mail.ts';
import type { Recipient } from '../../functions/notices/recipients.ts';
import { addMinutes, parseInstant } from '../../functions/shared/values/instants.ts';
import { uiLanguages, type UiLanguage } from '../../functions/shared/values/languages.ts';
import type { Audience } from '../../functions/notices/wording.ts';

/**
 * What lies on somebody's telephone, or in a calendar that colleagues look into, must not tell what saksi is for: not in the
 * text, not in the file, and not in a header that nobody usually sees. The host of an address alone is the office's own.
 */

/** In each language, parts of words that would tell. The name of the service is a word for a witness. */
const telling: Readonly<Record<UiLanguage, readonly string[]>> = {
  en: [
    'saksi',
    'case',
    'court',
    'witness',
    'victim',
    'prosecut',
    'interview',
    'interpret',
    'testi',
    'police',
    'traffick',
    'hearing',
    'trial',
    'legal',
    'justice',
    'crim',
    'custody',
    'evidence',
    'protect',
    'shelter',
    'safe',
    'secret',
    'confidential',
    'support',
  ],
  th: [
    'คดี',
    'ศาล',
    'พยาน',
    'เหยื่อ',
    'ผู้เสียหาย',
    'อัยการ',
    'สัมภาษณ์',
    'ตำรวจ',
    'ค้ามนุษย์',
    'ล่าม',
    'กฎหมาย',
    'ยุติธรรม',
    'ปลอดภัย',
    'ลับ',
    'คุ้มครอง',
    'ดูแล',
  ],
  my: [
    'အမှု',
    'တရားရုံး',
    'သက်သေ',
    'သားကောင်',
    'အစိုးရရှေ့နေ',
    'ရဲ',
    'လူကုန်ကူး',
    'စကားပြန်',
    'ဥပဒေ',
    'ဘေးကင်း',
    'လျှို့ဝှက်',
    'ကူညီစောင့်ရှောက်',
  ],
  km: [
    'សំណុំរឿង',
    'តុលាការ',
    'សាក្សី',
    'ជនរងគ្រោះ',
    'ព្រះរាជអាជ្ញា',
    'ប៉ូលិស',
    'ជួញដូរ',
    'បកប្រែ',
    'ច្បាប់',
    'សុវត្ថិភាព',
    'សម្ងាត់',
    'គាំទ្រ',
  ],
  lo: [
    'ຄະດີ',
    'ສານ',
    'ພະຍານ',
    'ຜູ້ເຄາະຮ້າຍ',
    'ອັຍການ',
    'ຕຳຫຼວດ',
    'ຄ້າມະນຸດ',
    'ນາຍພາສາ',
    'ກົດໝາຍ',
    'ປອດໄພ',
    'ລັບ',
    'ຊ່ວຍເຫຼືອ',
  ],
  vi: [
    'vụ án',
    'tòa',
    'nhân chứng',
    'nạn nhân',
    'kiểm sát',
    'công an',
    'mua bán người',
    'phỏng vấn',
    'phiên dịch',
    'pháp luật',
    'an toàn',
    'bí mật',
    'bảo vệ',
    'hỗ trợ',
  ],
  zh: [
    '案',
    '法院',
    '证人',
    '被害人',
    '检察',
    '警',
    '贩',
    '询问',
    '法庭',
    '口译',
    '法律',
    '安全',
    '保密',
    '保护',
    '援助',
  ],
};

const now = parseInstant('2026-03-20T00:00:00Z');
const span = { start: parseInstant('2026-04-09T02:30:00Z'), end: parseInstant('2026-04-09T04:30:00Z') };
const readers: Readonly<Record<Audience, Partial<Recipient>>> = {
  account: { seat: 'prosecutor' },
  invitation: { seat: 'interpreter' },
  officer: { seat: 'witness', through: 'support-officer' },
};

const draftOf = (kind: Draft['kind'], audience: Audience, language: UiLanguage): Draft => ({
  kind,
  recipient: {
    seat: 'clerk',
    pseudonym: 'X-4K7Q',
    personId: 'somebody',
    zone: 'Australia/Sydney',
    clock: 'Asia/Bangkok',
    inTheOpen: true,
    active: true,
    ...readers[audience],
    audience,
    language,
  },
  span,
  before: { start: addMinutes(span.start, -1440), end: addMinutes(span.end, -1440) },
  sequence: 1,
  variant: '1',
  // Two days before summer time ends in Sydney.
  dueAt: parseInstant('2026-04-02T16:00:00Z'),
});

/** Everything that whoever has the message can read: headers and parts decoded, the calendar file unfolded. */
function readable(mime: string): string {
  const unfolded = mime.replaceAll('\r\n ', '');
  const headers = unfolded.replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, text: string) => decoded(text));
  const parts = [...mime.matchAll(/base64(?:\r\n[^\r\n]+)*\r\n\r\n((?:[A-Za-z0-9+/=]+\r\n)+)/g)];
  expect(parts.length).toBeGreaterThan(0);
  const bodies = parts.map(([, text = '']) => decoded(text).replaceAll('\r\n ', ''));
  const withoutBodies = parts.reduce((rest, [, text = '']) => rest.replace(text, ''), headers);
  return [withoutBodies, ...bodies].join('\n');
}

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

const ids = { sessionId: '0'.repeat(26), caseId: '1'.repeat(26) };
const sender = { address: 'appointments@office.example.org' };

const written = (kind: Draft['kind'], audience: Audience, language: UiLanguage): string => {
  const { mail } = writeNotice(
    draftOf(kind, audience, language),
    ids,
    'reader@home.example.org',
    sender,
    now,
  );
  if (mail === undefined) throw new Error('Nothing was written.');
  return readable(mail.mime);
};

const audiences = Object.keys(readers) as Audience[];

describe.each(uiLanguages)('no message in %s', (language) => {
  test.each(noticeKinds)('tells what it is about, in any of its parts: %s', (kind) => {
    for (const audience of audiences) {
      const all = written(kind, audience, language).toLowerCase();
      // The words of English are looked for everywhere: headers and the forms of files are in it.
      const found = [...telling.en, ...telling[language]].filter((word) => all.includes(word));
      expect(found, audience).toEqual([]);
    }
  });
});

describe.each(uiLanguages)('no message about several in %s', (language) => {
  test.each(kindsOfSeveral)('tells what it is about either: %s', (kind) => {
    for (const audience of audiences) {
      const one = writeNotice(draftOf(kind, audience, language), ids, 'reader@home.example.org', sender, now);
      const several = [
        { ...one, kind },
        { ...one, kind, sessionId: '2'.repeat(26) },
      ] as const;
      const { mime } = mailAboutSeveral(several, [one.span], 'reader@home.example.org', sender);
      const all = readable(mime).toLowerCase();
      expect(all).toContain(noticeWords[language].several.unchanged.slice(0, 3).toLowerCase());
      const found = [...telling.en, ...telling[language]].filter((word) => all.includes(word));
      expect(found, audience).toEqual([]);
    }
  });
});

test('what is looked through is all of it', () => {
  const all = written('confirmation', 'account', 'en');
  for (const part of [
    'Subject: Appointment',
    'From: Appointments',
    'PRODID:-//',
    'SUMMARY:Appointment',
    'UID:',
  ])
    expect(all).toContain(part);
  expect(all).toContain('An appointment has been made.');
});

test('what is written to the officer tells no clock but the officer’s own', () => {
  for (const kind of noticeKinds)
    for (const language of uiLanguages) {
      const all = written(kind, 'officer', language);
      expect(all).toMatch(/UTC\+07:00/);
      expect(all).not.toMatch(/UTC\+1[01]:00|Sydney/);
    }
});
