import type { DeclaredEntry } from '../custody/port/action.ts';
import { headKey, parseHead, prepareAppend } from '../custody/port/append.ts';
import { faultName, logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import { noticeSent, taskTold } from './actions.ts';
import type { NoticeContext } from './context.ts';
import { afterTry, isOfCase, type Notice, type Outcome } from './notice.ts';
import { readerOf } from './reader.ts';
import { moveNotice, noticeKey, parseNotice } from './store.ts';

/** Messages in one transaction: each takes at most three changes, and two more for its entry. */
const mostAtOnce = 16;

/**
 * Sends messages that are in our hands, all of one session, and enters what was sent in the session's log, in one
 * transaction with the mark that they are sent. A message whose mark is lost is sent once more, with the same words, when
 * nobody holds it any more; one that is not taken is tried again later, and given up in the end for everybody to see.
 */
export async function deliver(context: NoticeContext, notices: readonly Notice[]): Promise<void> {
  const sending = notices.filter(({ state }) => state === 'sending');
  for (let from = 0; from < sending.length; from += mostAtOnce) {
    const outcomes = await Promise.all(
      sending.slice(from, from + mostAtOnce).map((notice) => attempt(context, notice)),
    );
    await mark(context, outcomes);
  }
}

async function attempt({ mail, sender }: NoticeContext, notice: Notice): Promise<Outcome> {
  if (notice.mail === undefined) throw new RangeError('A message without an address cannot be sent.');
  try {
    const tags = { session: notice.sessionId, notice: notice.noticeId };
    await mail.send({ from: sender.address, ...notice.mail, tags });
    return { notice };
  } catch (error) {
    const fault = faultName(error);
    logEvent('notice.not-sent', { kind: notice.kind, tries: notice.tries, fault });
    return { notice, fault };
  }
}

async function mark(context: NoticeContext, outcomes: readonly Outcome[]): Promise<void> {
  const [first] = outcomes;
  if (first === undefined) return;
  const { sessionId, caseId } = first.notice;
  await commit(context, async () => {
    const now = instantOf(context.now().getTime());
    const [headItem, ...items] = await context.store.get([
      headKey(sessionId),
      ...outcomes.map(({ notice }) => noticeKey(sessionId, notice.noticeId)),
    ]);
    // What somebody else has marked meanwhile is left to them.
    const ours = outcomes.filter(({ notice }, index) => {
      const item = items[index];
      return item !== undefined && parseNotice(item).version === notice.version;
    });
    const after = ours.map((outcome) => {
      const next = afterTry(outcome, now);
      if (next.state !== 'sent' || next.unlogged === true) return { outcome, next };
      const reader = readerOf(next, 'sent', context.randomBytes);
      const { disclosures } = reader;
      return {
        outcome,
        next: disclosures === undefined ? next : { ...next, disclosures },
        entry: sentEntry(next, reader, now),
      };
    });
    const entries = after.flatMap(({ entry }) => entry ?? []);
    const head = parseHead(headItem);
    const log =
      entries.length === 0 || head?.sealed === true
        ? { changes: [] }
        : prepareAppend({ logId: sessionId, caseId, head, entries, recordedAt: context.now() });
    // A sealed log takes no more entries; the message has gone all the same, and must not go again.
    if (head?.sealed === true && entries.length > 0)
      logEvent('notice.not-logged', { notices: entries.length });
    return {
      changes: [...after.flatMap(({ outcome, next }) => moveNotice(next, outcome.notice)), ...log.changes],
      answer: after.map(({ next }) => next),
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
