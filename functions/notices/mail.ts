import { assertAddress } from './calendar-file.ts';

/** `publish`: of several appointments. */
export interface Calendar {
  readonly method: 'request' | 'cancel' | 'publish';
  readonly file: string;
}

/** One message to one reader, before it is written out as MIME. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly language: string;
  readonly text: string;
  readonly calendar?: Calendar | undefined;
}

/**
 * The message as it is handed to the mail service (RFC 5322, 2045–2047). The same mail always gives the same bytes, so
 * one that is sent again is the same message again. Everything that is not ours in form is base64.
 * @throws RangeError for an address or a line that could start a header of its own
 */
export function mimeOf({ from, to, subject, language, text, calendar }: Mail): string {
  assertAddress(from.address);
  assertAddress(to);
  if (!/^[A-Za-z-]{2,35}$/.test(language)) throw new RangeError('Not a language tag.');
  const plain = part('text/plain; charset=utf-8', text);
  const body = calendar === undefined ? plain : withCalendar(plain, calendar);
  return [
    `From: ${encodedWords(from.name, 'From: '.length)} <${from.address}>`,
    `To: ${to}`,
    `Subject: ${encodedWords(subject, 'Subject: '.length)}`,
    `Content-Language: ${language}`,
    // RFC 3834: no out-of-office answer to this.
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    body,
  ].join('\r\n');
}

/** Base64 has no hyphen, so no line of a body can be taken for a boundary. */
const outer = 'part--outer';
const inner = 'part--inner';

/**
 * Both ways in which calendars of the world look for it: as another form of the text, and as a file. The method stands in
 * the first, since that is what makes it an invitation. Several appointments come as a file alone: shown as an invitation, some
 * programs would enter the first of them and drop the rest.
 */
function withCalendar(plain: string, { method, file }: Calendar): string {
  if (method === 'publish') return multipart('mixed', outer, [plain, fileOf('appointments.ics', file)]);
  const shown = part(`text/calendar; charset=utf-8; method=${method.toUpperCase()}`, file);
  const alternatives = multipart('alternative', inner, [plain, shown]);
  return multipart('mixed', outer, [alternatives, fileOf('appointment.ics', file)]);
}

const fileOf = (name: string, file: string): string =>
  part(`application/ics; name="${name}"`, file, [`Content-Disposition: attachment; filename="${name}"`]);

const multipart = (kind: string, boundary: string, parts: readonly string[]): string =>
  [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((each) => [`--${boundary}`, each]),
    `--${boundary}--`,
    '',
  ].join('\r\n');

const part = (type: string, content: string, more: readonly string[] = []): string =>
  [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    ...(Buffer.from(content.replaceAll(/\r?\n/g, '\r\n'), 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
  ].join('\r\n');

/**
 * A line as encoded words of at most 75 characters, each whole in itself (RFC 2047, section 5): never cut within a
 * character, and not between a letter and the marks that belong to it.
 * @param taken characters that stand before it on the first line
 */
function encodedWords(line: string, taken: number): string {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line) || !line.isWellFormed())
    throw new RangeError('A line of a header holds a character that would end it.');
  const words: string[] = [];
  let word = '';
  for (const { segment } of letters.segment(line)) {
    const room = words.length === 0 ? firstRoom(taken) : bytesInWord;
    if (word !== '' && Buffer.byteLength(word + segment) > room) {
      words.push(word);
      word = '';
    }
    word += segment;
  }
  return [...words, word]
    .map((each) => `=?utf-8?B?${Buffer.from(each, 'utf8').toString('base64')}?=`)
    .join('\r\n ');
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Bytes that fit: 75 less `=?utf-8?B?` and `?=`, by three quarters, whole groups of three. */
const bytesInWord = 45;
const firstRoom = (taken: number): number => Math.floor((75 - taken - 12) / 4) * 3;
