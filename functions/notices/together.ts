import { compareInstants, type Instant } from '../shared/values/instants.ts';
import { isHalted } from './halted.ts';
import type { Told } from './next-notices.ts';
import type { Notice, NoticeRef } from './notice.ts';
import { sameSeat } from './recipients.ts';
import { whenIn, type When } from './when.ts';
import { isOfSeveral, type KindOfSeveral } from './wording-of-several.ts';
import { mailAboutSeveral, type Sender } from './written-mail.ts';

/**
 * Messages about the sessions of a series that are due together go to each reader as one mail. Each stays what it is, a message
 * about its own session that is entered in that session's log; one of them carries the mail for all. Pure.
 */

/** What is told of one session of a series now. */
export interface Part {
  readonly notices: readonly Notice[];
  /** What each was told of it, with this. */
  readonly told: readonly Told[];
  /** Whether it is booked. */
  readonly isOn: boolean;
}

/** A message, as it lies there and as it is to be. */
export interface Move {
  readonly before: Notice;
  readonly after: Notice;
}

type Mailed = Notice & { readonly kind: KindOfSeveral; readonly mail: NonNullable<Notice['mail']> };

/** Kinds of message with which it is said what stays as it was. */
const saysTheRest: readonly KindOfSeveral[] = ['change', 'cancellation', 'release', 'halted'];

/**
 * @returns for each mail that is to go out in the place of several, the messages in it, the one that carries it first. A message
 * that is alone in what it says to its reader is in none, and goes out as it is.
 */
export function together(parts: readonly Part[], sender: Sender, now: Instant): readonly (readonly Move[])[] {
  const mailed = parts.flatMap(({ notices }) => notices).filter(isMailed);
  return [...Map.groupBy(mailed, sameMail).values()].flatMap((theirs) => {
    const unchanged = saysTheRest.includes(theirs[0]?.kind as KindOfSeveral)
      ? parts.flatMap((part) => staysFor(theirs, part, now)).toSorted(byStart)
      : [];
    return theirs.length + unchanged.length > 1 ? [joined(theirs, unchanged, sender)] : [];
  });
}

const isMailed = (notice: Notice): notice is Mailed =>
  notice.state === 'sending' && notice.mail !== undefined && isOfSeveral(notice.kind);

/** What must be the same for one mail to say it. */
const sameMail = ({ mail, kind, seat, pseudonym, through, audience, language, zone }: Mailed): string =>
  JSON.stringify([mail.to, kind, seat, pseudonym, through, audience, language, zone]);

/** When the reader of these messages is expected in a session of which none of them speaks. */
function staysFor(theirs: readonly Mailed[], { notices, told, isOn }: Part, now: Instant): readonly When[] {
  const [first] = theirs;
  if (first === undefined || !isOn || notices.some((each) => isOfSeveral(each.kind) && isOfTime(each, first)))
    return [];
  return told
    .filter((each) => sameSeat(each, first) && each.expected && !isHalted(each) && each.end > now)
    .map(whenIn);
}

/** That something waits for somebody says nothing of when it is. */
const isOfTime = (notice: Notice, about: Mailed): boolean =>
  notice.kind !== 'your-turn' && sameSeat(notice, about);

const byStart = (one: When, other: When): number => compareInstants(one.start, other.start);

function joined(theirs: readonly Mailed[], unchanged: readonly When[], sender: Sender): readonly Move[] {
  const [first, ...rest] = theirs.toSorted((one, other) => byStart(one.span, other.span));
  if (first === undefined) return [];
  const mail = mailAboutSeveral([first, ...rest], unchanged, first.mail.to, sender);
  // The one that is over last carries it: what is over by the next try is given up.
  const [carrier, ...carried] = [first, ...rest].toSorted((one, other) =>
    compareInstants(other.span.end, one.span.end),
  );
  if (carrier === undefined) return [];
  return [
    { before: carrier, after: { ...later(carrier), mail, carries: carried.map(refOf) } },
    ...carried.map((each) => ({
      before: each,
      after: { ...later(each), mail: undefined, carriedBy: refOf(carrier) },
    })),
  ];
}

const later = (notice: Notice): Notice => ({ ...notice, version: notice.version + 1 });
const refOf = ({ sessionId, noticeId }: NoticeRef): NoticeRef => ({ sessionId, noticeId });
