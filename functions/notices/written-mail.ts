import { createHash } from 'node:crypto';
import type { Role } from '../shared/access/roles.ts';
import type { Instant } from '../shared/values/instants.ts';
import type { UiLanguage } from '../shared/values/languages.ts';
import { calendarFile, calendarFileOf, type CalendarEntry } from './calendar-file.ts';
import { mimeOf } from './mail.ts';
import { factsOf, type NoticeKind } from './notice-kinds.ts';
import { daysOf, type When } from './when.ts';
import { wordingOfSeveral, type KindOfSeveral } from './wording-of-several.ts';
import { noticeWords } from './words.ts';
import { wordingOf, type Audience, type Message } from './wording.ts';

/** What a message says, to whom: all that it is written out from, so that it can be written out again with others. */
export interface Said<Kind extends NoticeKind = NoticeKind> {
  readonly sessionId: string;
  readonly kind: Kind;
  readonly seat: Role;
  readonly pseudonym: string;
  readonly audience: Audience;
  readonly language: UiLanguage;
  /** By whose clock it is written; earlier ones that an officer passes on are by the clock of the seat. */
  readonly zone: string;
  readonly span: When;
  readonly before?: When | undefined;
  readonly sequence: number;
  readonly dueAt: Instant;
  readonly writtenAt: Instant;
}

/** From whom messages come. */
export interface Sender {
  readonly address: string;
}

export interface WrittenMail {
  readonly to: string;
  readonly mime: string;
}

/** One message about one appointment, with its file where it changes the reader's calendar. */
export function mailAbout(said: Said, to: string, sender: Sender): WrittenMail {
  const message = messageOf(said);
  const { subject, text } = wordingOf(message);
  const entry = entryOf(said, to, sender);
  const calendar = entry && { method: entry.method, file: calendarFile(entry) };
  return {
    to,
    mime: mimeOf({ from: organiserOf(said, sender), ...headed(said, to), subject, text, calendar }),
  };
}

/**
 * One message about several: the same words for all, and one file.
 * @param said to one reader, of one kind, soonest first
 * @param unchanged when the reader is expected as before
 */
export function mailAboutSeveral(
  said: readonly [Said<KindOfSeveral>, ...Said<KindOfSeveral>[]],
  unchanged: readonly When[],
  to: string,
  sender: Sender,
): WrittenMail {
  const [first, ...rest] = said;
  const several = [messageOf(first), ...rest.map(messageOf)] as const;
  const { subject, text } = wordingOfSeveral(several, unchanged);
  const entries = said.flatMap((each) => entryOf(each, to, sender) ?? []);
  const [entry] = entries;
  const calendar =
    entry &&
    (entries.length === 1
      ? { method: entry.method, file: calendarFile(entry) }
      : { method: 'publish' as const, file: calendarFileOf(entries) });
  return {
    to,
    mime: mimeOf({ from: organiserOf(first, sender), ...headed(first, to), subject, text, calendar }),
  };
}

const methods = { enters: 'request', removes: 'cancel', leaves: undefined } as const;
const methodOf = ({ audience, kind }: Said) =>
  audience === 'officer' ? undefined : methods[factsOf(kind).calendar];

const messageOf = <Kind extends NoticeKind>(said: Said<Kind>): Message & { readonly kind: Kind } => {
  const { kind, audience, language, zone, span, before, writtenAt: now, dueAt } = said;
  const attached = methodOf(said) !== undefined;
  return { kind, audience, language, zone, span, before, now, dueAt, attached };
};

const headed = ({ language }: Said, to: string) => ({ to, language });
const organiserOf = ({ language }: Said, { address }: Sender) => ({
  name: noticeWords[language].sender,
  address,
});

function entryOf(said: Said, attendee: string, sender: Sender): CalendarEntry | undefined {
  const method = methodOf(said);
  if (method === undefined) return undefined;
  const { sequence, span, language, writtenAt: stamp } = said;
  return {
    start: span.start,
    end: span.end,
    // On several days the nights between stay free; when it is on each stands in the note.
    busy: daysOf(span).length === 1,
    method,
    uid: uidOf(said, sender),
    sequence,
    stamp,
    summary: noticeWords[language].calendarEntry,
    description: wordingOf(messageOf(said)).note,
    organiser: organiserOf(said, sender),
    attendee,
  };
}

/**
 * UID of the appointment in this reader's calendar. It does not tell the session, nor that two readers have the same one:
 * a session's id is secret enough that nobody can find it by trying.
 */
function uidOf({ sessionId, seat, pseudonym }: Said, { address }: Sender): string {
  const digest = createHash('sha256').update(JSON.stringify(['calendar', sessionId, seat, pseudonym]));
  return `${digest.digest('hex').slice(0, 32)}@${address.slice(address.indexOf('@') + 1)}`;
}
