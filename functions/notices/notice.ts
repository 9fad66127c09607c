import { createHash } from 'node:crypto';
import type { Role } from '../shared/access/roles.ts';
import { addMinutes, type Instant } from '../shared/values/instants.ts';
import { mailAbout, type WrittenMail, type Said, type Sender } from './written-mail.ts';
import { factsOf } from './notice-kinds.ts';
import type { Draft } from './next-notices.ts';

/**
 * One message to one reader, as it lies in the table from the moment it is due. It is written out once, so that whatever
 * is sent again is the same message. `sending` is held by whoever sends it, until `tryAt`.
 */
export interface Notice extends Said {
  readonly noticeId: string;
  /** Of what is of no session, the case’s. */
  readonly sessionId: string;
  readonly caseId: string;
  readonly version: number;
  readonly personId?: string | undefined;
  readonly through?: Role | undefined;
  /** It must not stand in the log: see `tellsPlace` in notice-kinds.ts. */
  readonly unlogged?: boolean | undefined;
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
  /** Absent where no address is known, and where another message carries this one. */
  readonly mail?: WrittenMail | undefined;
  /** Messages about other sessions of a series that go out in the mail of this one, and become what it becomes (together.ts). */
  readonly carries?: readonly NoticeRef[] | undefined;
  /** In whose mail this one goes out; by itself it is not sent. */
  readonly carriedBy?: NoticeRef | undefined;
}

/** Where a message lies. */
export type NoticeRef = Pick<Notice, 'sessionId' | 'noticeId'>;

/** Whether a message is about something to do in the case, and so entered in its log. */
export const isOfCase = ({ sessionId, caseId }: Pick<Notice, 'sessionId' | 'caseId'>): boolean =>
  sessionId === caseId;

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

/** @param to the reader's address; undefined where none is known: then nothing can be sent, and everybody can see it */
export function writeNotice(
  draft: Draft,
  { sessionId, caseId }: { readonly sessionId: string; readonly caseId: string },
  to: string | undefined,
  sender: Sender,
  now: Instant,
): Notice {
  const { kind, recipient, span, before, sequence, dueAt } = draft;
  const { seat, pseudonym, personId, through, audience, language, clock: zone } = recipient;
  const { active, inTheOpen } = recipient;
  const said = { sessionId, kind, seat, pseudonym, audience, language, zone, span, before, sequence, dueAt };
  const unsent = {
    ...said,
    noticeId: noticeIdOf(sessionId, draft),
    caseId,
    version: 1,
    personId,
    through,
    ...(factsOf(kind).tellsPlace && !inTheOpen ? { unlogged: true } : {}),
    writtenAt: now,
    tryAt: lease(now),
  };
  if (to === undefined || !active) return { ...unsent, state: 'unreachable', tries: 0 };
  return { ...unsent, state: 'sending', tries: 1, mail: mailAbout(unsent, to, sender) };
}

/** What a try came to: `fault` names why the mail service did not take it. */
interface Outcome {
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

/** A message that went out in the mail of another, or was given up with it. */
export const asCarried = (notice: Notice, { state, sentAt, fault }: Notice): Notice => ({
  ...notice,
  version: notice.version + 1,
  state,
  sentAt,
  fault,
});

/** The message in the hands of a new try. */
export const retaken = (notice: Notice, now: Instant): Notice => ({
  ...notice,
  version: notice.version + 1,
  tries: notice.tries + 1,
  tryAt: lease(now),
});
