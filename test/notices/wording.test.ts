import { describe, expect, test } from 'vitest';
import { clockDues } from '../../functions/notices/due.ts';
import { noticeKinds } from '../../functions/notices/contract.ts';
import { filled, noticeWords } from '../../functions/notices/words.ts';
import { wordingOf, type Audience, type Message } from '../../functions/notices/wording.ts';
import { parseInstant } from '../../functions/shared/values/instants.ts';
import { uiLanguages, type UiLanguage } from '../../functions/shared/values/languages.ts';
import { zonePlace } from '../../functions/shared/values/zone-places.ts';
import { zoneNames } from '../../functions/shared/values/zones.ts';

const at = parseInstant;
const span = { start: at('2026-04-09T02:30:00Z'), end: at('2026-04-09T04:30:00Z') };
const before = { start: at('2026-04-02T02:30:00Z'), end: at('2026-04-02T04:30:00Z') };
const audiences: readonly Audience[] = ['account', 'invitation', 'officer'];

const message = (given: Partial<Message> = {}): Message => ({
  kind: 'confirmation',
  audience: 'account',
  language: 'en',
  zone: 'Australia/Sydney',
  span,
  before,
  now: at('2026-03-20T00:00:00Z'),
  // Two days before summer time ends in Sydney.
  dueAt: at('2026-04-02T16:00:00Z'),
  ...given,
});

const messagesIn = (language: UiLanguage): readonly Message[] =>
  noticeKinds.flatMap((kind) => audiences.map((audience) => message({ language, kind, audience })));

describe('every message in every language', () => {
  test.each(uiLanguages)(
    'is whole, its subject one line without an offset, which its text says: %s',
    (language) => {
      for (const given of messagesIn(language)) {
        const { subject, text } = wordingOf(given);
        expect(`${subject}\n${text}`).not.toMatch(/\{\{|\}\}|undefined|null/);
        expect(subject).not.toMatch(/[\r\n]/);
        expect(subject).not.toMatch(/UTC|GMT|[+−-]\d\d?:?\d\d|\(/);
        expect(subject).toMatch(/12:30/);
        // What is to be done by an hour has no end.
        const isTask = given.kind === 'task' || given.kind === 'task-due';
        expect(text).toMatch(isTask ? /12:30[^–]*UTC\+10:00/ : /12:30–14:30.*UTC\+10:00/);
        expect(text).toMatch(/[^\n]\n$/);
      }
    },
  );

  // The reader's own zone, the venue's and the witness's, each by all its names.
  test.each(uiLanguages)('names no place and leads nowhere: %s', (language) => {
    for (const given of messagesIn(language)) {
      for (const zone of ['Australia/Sydney', 'Asia/Bangkok', 'Asia/Yangon', 'Asia/Ho_Chi_Minh']) {
        const kind = zone === given.zone ? given.kind : 'change';
        const { subject, text } = wordingOf({ ...given, zone, kind });
        for (const spoken of uiLanguages) expect(subject + text).not.toContain(zonePlace(zone, spoken));
        expect(subject + text).not.toMatch(/https?:|www\.|@|\//);
      }
    }
  });

  test('names no place for any zone that there is', () => {
    for (const zone of zoneNames.filter((name) => !name.startsWith('Etc/'))) {
      const { subject, text } = wordingOf(message({ zone, kind: 'change' }));
      expect(subject + text).not.toContain(`, ${zonePlace(zone, 'en')}`);
    }
  });

  test('is said in its own words: no two languages say the same', () => {
    const said = uiLanguages.map((language) => wordingOf(message({ language })).text);
    expect(new Set(said).size).toBe(uiLanguages.length);
  });

  test.each(uiLanguages)('has every word of English and no other: %s', (language) => {
    const keys = (words: object, path = ''): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'object' ? keys(value as object, `${path}${key}.`) : [`${path}${key}`],
      );
    expect(keys(noticeWords[language])).toEqual(keys(noticeWords.en));
    const asked = (words: object): string[] => JSON.stringify(words).match(/\{\{\w+\}\}/g) ?? [];
    expect(asked(noticeWords[language])).toEqual(asked(noticeWords.en));
  });
});

describe('clocks', () => {
  const clocks = noticeWords.en.clocks;

  test('that change between now and then are spoken of, and the time is that of the day itself', () => {
    // Scenario 2 of the domain notes: summer time in Sydney ends on 4 April 2026 at 16:00 UTC.
    const { subject, text } = wordingOf(message());
    expect(subject).toBe('Appointment: Thu, 9 Apr 2026, 12:30');
    expect(text).toContain('Thursday 9 April 2026, 12:30–14:30 (UTC+10:00)');
    expect(text).toContain(clocks);
  });

  test('that do not change are not', () => {
    expect(wordingOf(message({ zone: 'Asia/Bangkok' })).text).not.toContain(clocks);
    expect(wordingOf(message({ now: at('2026-04-05T00:00:00Z') })).text).not.toContain(clocks);
  });

  test('that change and change back are where they were', () => {
    const given = { span: { start: at('2026-10-20T02:30:00Z'), end: at('2026-10-20T03:30:00Z') } };
    expect(wordingOf(message(given)).text).not.toContain(clocks);
  });

  test('have a message of their own, which names the day', () => {
    const { text } = wordingOf(message({ kind: 'clock-change' }));
    expect(text).toContain('The clocks change on 5 April 2026, before the appointment.');
  });

  test('that change more than once on the way have each a message with its own day', () => {
    const far = { start: at('2027-04-20T02:30:00Z'), end: at('2027-04-20T03:30:00Z') };
    const dues = clockDues(['Australia/Sydney'], at('2026-03-20T00:00:00Z'), far.start);
    const said = dues.map(
      ({ at: due }) => wordingOf(message({ kind: 'clock-change', span: far, dueAt: due, now: due })).text,
    );
    expect(said.map((text) => /change on (.*), before/.exec(text)?.[1])).toEqual([
      '5 April 2026',
      '4 October 2026',
      '4 April 2027',
    ]);
  });
});

describe('a message', () => {
  test('of a change says both times, and only it does', () => {
    const { text } = wordingOf(message({ kind: 'change' }));
    expect(text).toContain('Before: Thursday 2 April 2026, 13:30–15:30 (UTC+11:00)\nTime: Thursday 9 April');
    expect(wordingOf(message()).text).not.toContain('Before:');
  });

  test('to an officer who passes it on is an appointment by the officer’s own clock, and says no more of whom it is for', () => {
    const { subject, text } = wordingOf(message({ audience: 'officer', zone: 'Asia/Bangkok' }));
    expect(subject).toBe('Appointment: Thu, 9 Apr 2026, 09:30');
    expect(text).toContain('09:30–11:30 (UTC+07:00)');
    expect(text).toContain(noticeWords.en.own);
    expect(text).toContain(noticeWords.en.through);
    expect(text).not.toMatch(/person|support/);
  });

  test.each(['clock-change', 'clock-rules'] as const)(
    'to an officer about another one’s clock does not say that a clock changes: %s',
    (kind) => {
      for (const language of uiLanguages) {
        const { subject, text } = wordingOf(message({ audience: 'officer', kind, language }));
        const words = noticeWords[language];
        expect(text.startsWith(words.lead['pass-on'])).toBe(true);
        expect(subject.startsWith(words.title['pass-on'].replace('{{when}}', ''))).toBe(true);
        expect(text).not.toContain(words.clocks);
      }
    },
  );

  test('tells those with an account to sign in, and nobody else', () => {
    const has = (audience: Audience) => wordingOf(message({ audience })).text.includes(noticeWords.en.signIn);
    expect(audiences.filter(has)).toEqual(['account']);
    const asks = (audience: Audience) => wordingOf(message({ audience })).text.includes(noticeWords.en.asked);
    expect(audiences.filter(asks)).toEqual(['invitation']);
    const over = wordingOf(message({ audience: 'invitation', kind: 'cancellation' })).text;
    expect(over).not.toContain(noticeWords.en.asked);
  });

  test('speaks of the attached file only where there is one', () => {
    const { calendarAdd, calendarRemove } = noticeWords.en;
    expect(wordingOf(message({ attached: true })).text).toContain(calendarAdd);
    expect(wordingOf(message({ kind: 'cancellation', attached: true })).text).toContain(calendarRemove);
    expect(wordingOf(message()).text).not.toContain(calendarAdd);
  });

  test('names no place where the clocks change while it lasts, which is when both ends are written whole', () => {
    const night = { start: at('2026-04-04T15:00:00Z'), end: at('2026-04-04T17:00:00Z') };
    const { text } = wordingOf(message({ span: night }));
    expect(text).toContain('02:00 (UTC+11:00) – Sunday');
    expect(text).not.toContain('Sydney');
  });

  test('over midnight names both days, in Buddhist years for a Thai reader', () => {
    const night = { start: at('2026-04-09T16:00:00Z'), end: at('2026-04-09T18:00:00Z') };
    const { text } = wordingOf(message({ language: 'th', zone: 'Asia/Bangkok', span: night }));
    expect(text).toContain('9 เมษายน พ.ศ. 2569, 23:00');
    expect(text).toContain('10 เมษายน พ.ศ. 2569, 01:00');
  });

  test('that lacks something is not written at all', () => {
    expect(() => filled('At {{time}}', {})).toThrow('lacks its time');
    expect(filled('At {{time}}', { time: '$&{{x}}' })).toBe('At $&{{x}}');
  });
});
