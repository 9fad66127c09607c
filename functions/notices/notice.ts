import { createHash } from 'node:crypto';
import type { Role } from '../shared/access/roles.ts';
import { addMinutes, type Instant } from '../shared/values/instants.ts';
import type { UiLanguage } from '../shared/values/languages.ts';
import { calendarFile } from './calendar-file.ts';
import { mimeOf } from './mail.ts';
import { factsOf, type NoticeKind } from './notice-kinds.ts';
import type { Recipient } from './recipients.ts';
import type { Draft } from './next-notices.ts';
import { daysOf, type When } from './when.ts';
import { noticeWords } from './words.ts';
import { wordingOf, type Audience } from './wording.ts';

/**
 * One message to one reader, as it lies in the table from the moment it is due. It is written out once, so that whatever
 * is sent again is the same message. `sending` is held by whoever sends it, until `tryAt`.
 */
export interface Notice {
  readonly noticeId: string;
  /** Of what is of no session, the case’s. */
  readonly sessionId: string;
  readonly caseId: string;
  readonly version: number;
  readonly kind: NoticeKind;
  readonly seat: Role;
  readonly pseudonym: string;
  readonly personId?: string | undefined;
  readonly through?: Role | undefined;
  /** It must not stand in the log: see `tellsPlace` in notice-kinds.ts. */
  readonly unlogged?: boolean | undefined;
  readonly audience: Audience;
  readonly language: UiLanguage;
  /** By whose clock it is written; earlier ones that an officer passes on are by the clock of the seat. */
  readonly zone: string;
  readonly span: When;
  readonly before?: When | undefined;
  readonly sequence: number;
  readonly dueAt: Instant;
  readonly writtenAt: Instant;
  readonly state: 'sending' | 'sent' | 'returned' | 'failed' | 'unreachable';
  readonly tries: number;
  /** While `sending`: when the next try may begin. */
  readonly tryAt: Instant;
  readonly sentAt?: Instant | undefined;
  /** Class of the last fault, never its text. */
  readonly fault?: string | undefined;
  /** What opens the log's commitment to who the reader was, and that of its coming back (reader.ts). */
  readonly disclosures?: Readonly<Record<string, string>> | undefined;
  readonly disclosuresOfReturn?: Readonly<Record<string, string>> | undefined;
  /** Absent where no address is known. */
  readonly mail?: { readonly to: string; readonly mime: string } | undefined;
}

/** Whether a message is about something to do in the case, and so entered in its log. */
export const isOfCase = ({ sessionId, caseId }: Pick<Notice, 'sessionId' | 'caseId'>): boolean =>
  sessionId === caseId;

/** From whom messages come. */
export interface Sender {
  readonly address: string;
}

/** Minutes for which a message belongs to whoever began to send it: far longer than a function runs. */
const leaseMinutes = 2;
/** Minutes to wait after each try that failed; after the last the message is given up. */
const waits = [5, 15, 60, 240, 720] as const;

export const lease = (now: Instant): Instant => addMinutes(now, leaseMinutes);

const hash = (...parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts));

/** The same for the same message to the same reader, so that it can lie in the table only once. */
const noticeIdOf = (sessionId: string, { kind, recipient, variant, span }: Draft): string =>
  hash(
    'notice',
    sessionId,
    kind,
    recipient.seat,
    recipient.pseudonym,
    variant,
    // By when something is to be done moves as parts of it are done; it is the same message all the same.
    factsOf(kind).written === 'for a task' ? '' : span.start,
  ).digest('base64url');

/**
 * UID of the appointment in this reader's calendar. It does not tell the session, nor that two readers have the same one:
 * a session's id is secret enough that nobody can find it by trying.
 */
const uidOf = (sessionId: string, { seat, pseudonym }: Recipient, { address }: Sender): string =>
  `${hash('calendar', sessionId, seat, pseudonym).digest('hex').slice(0, 32)}@${address.slice(address.indexOf('@') + 1)}`;

const methods = { enters: 'request', removes: 'cancel', leaves: undefined } as const;

/** @param to the reader's address; undefined where none is known: then nothing can be sent, and everybody can see it */
export function writeNotice(
  draft: Draft,
  { sessionId, caseId }: { readonly sessionId: string; readonly caseId: string },
  to: string | undefined,
  sender: Sender,
  now: Instant,
): Notice {
  const { kind, recipient, span, before, sequence, dueAt } = draft;
  const {
    seat,
    pseudonym,
    personId,
    through,
    audience,
    language,
    clock: zone,
    active,
    inTheOpen,
  } = recipient;
  const method = audience === 'officer' ? undefined : methods[factsOf(kind).calendar];
  const mail = to === undefined || !active ? undefined : written();
  return {
    noticeId: noticeIdOf(sessionId, draft),
    sessionId,
    caseId,
    version: 1,
    kind,
    seat,
    pseudonym,
    personId,
    through,
    ...(factsOf(kind).tellsPlace && !inTheOpen ? { unlogged: true } : {}),
    audience,
    language,
    zone,
    span,
    before,
    sequence,
    dueAt,
    writtenAt: now,
    ...(mail === undefined ? { state: 'unreachable', tries: 0 } : { state: 'sending', tries: 1 }),
    tryAt: lease(now),
    mail,
  };

  function written(): NonNullable<Notice['mail']> {
    const address = to as string;
    const words = noticeWords[language];
    const attached = method !== undefined;
    const message = { kind, audience, language, zone, span, before, now, dueAt, attached };
    const { subject, text, note } = wordingOf(message);
    const organiser = { name: words.sender, address: sender.address };
    const calendar = method && {
      method,
      file: calendarFile({
        start: span.start,
        end: span.end,
        // On several days the nights between stay free; when it is on each stands in the note.
        busy: daysOf(span).length === 1,
        method,
        uid: uidOf(sessionId, recipient, sender),
        sequence,
        stamp: now,
        summary: words.calendarEntry,
        description: note,
        organiser,
        attendee: address,
      }),
    };
    return { to: address, mime: mimeOf({ from: organiser, to: address, subject, language, text, calendar }) };
  }
}

/** What a try came to: `fault` names why the mail service did not take it. */
export interface Outcome {
  readonly notice: Notice;
  readonly fault?: string | undefined;
}

/** The message after a try. A message about what is over by then is not tried again. */
export function afterTry({ notice, fault }: Outcome, now: Instant): Notice {
  const next = { ...notice, version: notice.version + 1 };
  if (fault === undefined) return { ...next, state: 'sent', sentAt: now, fault: undefined };
  const wait = waits[notice.tries - 1];
  const tryAt = wait === undefined ? undefined : addMinutes(now, wait);
  if (tryAt === undefined || tryAt >= notice.span.end) return { ...next, state: 'failed', fault };
  return { ...next, tryAt, fault };
}

/** The message in the hands of a new try. */
export const retaken = (notice: Notice, now: Instant): Notice => ({
  ...notice,
  version: notice.version + 1,
  tries: notice.tries + 1,
  tryAt: lease(now),
});
