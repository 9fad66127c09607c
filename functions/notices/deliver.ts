import type { DeclaredEntry } from '../custody/port/action.ts';
import { headKey, parseHead, prepareAppend } from '../custody/port/append.ts';
import { faultName, logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import { noticeSent, taskTold } from './actions.ts';
import type { NoticeContext } from './context.ts';
import { afterTry, asCarried, isOfCase, type Notice } from './notice.ts';
import { readerOf } from './reader.ts';
import { keyOf, moveNotice, parseNotice } from './store.ts';
import type { Move } from './together.ts';

/** Messages in one transaction: each takes at most three changes, and two more for its entry. */
const mostAtOnce = 16;

/**
 * Sends messages that are in our hands, and enters what was sent in the log of its session, in one transaction with the mark
 * that it is sent. A message whose mark is lost is sent once more, with the same words, when
 * nobody holds it any more; one that is not taken is tried again later, and given up in the end for everybody to see. What
 * others went out in the mail of one is marked before that one, which is so tried again until all of them are.
 */
export async function deliver(context: NoticeContext, notices: readonly Notice[]): Promise<void> {
  const sending = notices.filter(({ state, carriedBy }) => state === 'sending' && carriedBy === undefined);
  for (let from = 0; from < sending.length; from += mostAtOnce) {
    const tried = await Promise.all(
      sending.slice(from, from + mostAtOnce).map((notice) => attempt(context, notice)),
    );
    await markEach(context, await carriedIn(context, tried));
    await markEach(context, tried);
  }
}

async function attempt({ mail, sender, now }: NoticeContext, before: Notice): Promise<Move> {
  if (before.mail === undefined) throw new RangeError('A message without an address cannot be sent.');
  try {
    const tags = { session: before.sessionId, notice: before.noticeId };
    await mail.send({ from: sender.address, ...before.mail, tags });
    return { before, after: afterTry({ notice: before }, instantOf(now().getTime())) };
  } catch (error) {
    const fault = faultName(error);
    logEvent('notice.not-sent', { kind: before.kind, tries: before.tries, fault });
    return { before, after: afterTry({ notice: before, fault }, instantOf(now().getTime())) };
  }
}

/** What becomes of those that others carry: nothing, while it is to be tried again. */
async function carriedIn({ store }: NoticeContext, tried: readonly Move[]): Promise<readonly Move[]> {
  const done = tried.filter(({ after }) => after.state !== 'sending');
  const refs = done.flatMap(({ after }) => (after.carries ?? []).map((ref) => ({ ref, after })));
  const items = await store.get(refs.map(({ ref }) => keyOf(ref)));
  return refs.flatMap(({ after }, index) => {
    const item = items[index];
    const before = item === undefined ? undefined : parseNotice(item);
    return before?.state === 'sending' ? [{ before, after: asCarried(before, after) }] : [];
  });
}

/** Session by session: those of one are entered in its log together. */
async function markEach(context: NoticeContext, moves: readonly Move[]): Promise<void> {
  for (const ofOne of Map.groupBy(moves, ({ before }) => before.sessionId).values())
    await mark(context, ofOne);
}

async function mark(context: NoticeContext, moves: readonly Move[]): Promise<void> {
  const [first] = moves;
  if (first === undefined) return;
  const { sessionId, caseId } = first.before;
  await commit(context, async () => {
    const now = instantOf(context.now().getTime());
    const [headItem, ...items] = await context.store.get([
      headKey(sessionId),
      ...moves.map(({ before }) => keyOf(before)),
    ]);
    // What somebody else has marked meanwhile is left to them.
    const ours = moves.filter(({ before }, index) => {
      const item = items[index];
      return item !== undefined && parseNotice(item).version === before.version;
    });
    const marked = ours.map(({ before, after }) => {
      if (after.state !== 'sent' || after.unlogged === true) return { before, after };
      const reader = readerOf(after, 'sent', context.randomBytes);
      const { disclosures } = reader;
      return {
        before,
        after: disclosures === undefined ? after : { ...after, disclosures },
        entry: sentEntry(after, reader, now),
      };
    });
    const entries = marked.flatMap(({ entry }) => entry ?? []);
    const head = parseHead(headItem);
    const log =
      entries.length === 0 || head?.sealed === true
        ? { changes: [] }
        : prepareAppend({ logId: sessionId, caseId, head, entries, recordedAt: context.now() });
    // A sealed log takes no more entries; the message has gone all the same, and must not go again.
    if (head?.sealed === true && entries.length > 0)
      logEvent('notice.not-logged', { notices: entries.length });
    return {
      changes: [...marked.flatMap(({ before, after }) => moveNotice(after, before)), ...log.changes],
      answer: marked.map(({ after }) => after),
    };
  }).then(report);
}

function report(notices: readonly Notice[]): void {
  const sent = notices.filter(({ state }) => state === 'sent').length;
  if (sent > 0) logEvent('notice.sent', { notices: sent });
  for (const { state, kind, fault } of notices)
    if (state === 'failed') logEvent('notice.failed', { kind, fault: fault ?? 'unknown' });
}

/** Who was written to, by seat, and about what; no address, and none of the words. */
function sentEntry(
  notice: Notice,
  { entryId, details, sealed }: ReturnType<typeof readerOf>,
  now: Instant,
): DeclaredEntry {
  const { sessionId, through, sequence, sentAt = now } = notice;
  const by = {
    entryId,
    actor: { system: 'notices' },
    authority: { kind: 'rule', ref: 'people are told of what concerns them' },
    occurredAt: sentAt,
  } as const;
  return isOfCase(notice)
    ? taskTold.entry({ ...by, subject: { kind: 'case', ref: sessionId }, details })
    : noticeSent.entry({
        ...by,
        subject: { kind: 'session', ref: sessionId },
        details: { ...details, sequence, through },
        ...(sealed && { sealed }),
      });
}
