import * as z from 'zod';
import type { DeclaredEntry, DetailsOf } from '../custody/port/action.ts';
import { headKey, parseHead, prepareAppend } from '../custody/port/append.ts';
import { logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { noticeReturned, taskReturned } from './actions.ts';
import type { NoticeContext } from './context.ts';
import { isOfCase, type Notice, type NoticeRef } from './notice.ts';
import { readerOf } from './reader.ts';
import { keyOf, moveNotice, noticeKey, parseNotice } from './store.ts';

/** News of the mail service, of which only the tags that we gave are believed to say which message it is about. */
const news = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
  }),
});

type Reason = DetailsOf<typeof noticeReturned>['reason'];

const reasons: Readonly<Record<string, Reason>> = {
  Bounce: 'bounce',
  Complaint: 'complaint',
  Reject: 'reject',
};

/**
 * A message came back, its reader complained, or the reader's service refused it: it is shown as such and entered in the
 * log, and it is not sent again, since that would only come back too. So does every message that it carried.
 * @throws Error while the message is not marked as sent yet: Lambda brings the news once more, minutes later
 */
export async function handleBounce(context: NoticeContext, event: unknown): Promise<void> {
  const { eventType, mail } = news.parse(event).detail;
  const reason = reasons[eventType];
  const [sessionId] = mail.tags['session'] ?? [];
  const [noticeId] = mail.tags['notice'] ?? [];
  if (reason === undefined || sessionId === undefined || noticeId === undefined) return;
  const [item] = await context.store.get([noticeKey(sessionId, noticeId)]);
  const carried = item === undefined ? [] : (parseNotice(item).carries ?? []);
  for (const ref of [...carried, { sessionId, noticeId }]) await comeBack(context, ref, reason);
}

async function comeBack(context: NoticeContext, ref: NoticeRef, reason: Reason): Promise<void> {
  const { sessionId } = ref;
  const kind = await commit(context, async () => {
    const [item, headItem] = await context.store.get([keyOf(ref), headKey(sessionId)]);
    const notice = item === undefined ? undefined : parseNotice(item);
    if (notice?.state === 'sending') throw new Error('The message is not marked as sent yet.');
    // Kept no longer, or known already.
    if (notice?.state !== 'sent') return { changes: [], answer: undefined };
    const reader = readerOf(notice, 'returned', context.randomBytes);
    const returned: Notice = {
      ...notice,
      state: 'returned',
      fault: reason,
      version: notice.version + 1,
      ...(reader.disclosures && { disclosuresOfReturn: reader.disclosures }),
    };
    const head = parseHead(headItem);
    const now = context.now();
    const entries = notice.unlogged === true ? [] : [returnedEntry(notice, reader, reason, now)];
    const log =
      entries.length === 0 || head?.sealed === true
        ? { changes: [] }
        : prepareAppend({ logId: sessionId, caseId: notice.caseId, head, entries, recordedAt: now });
    return { changes: [...moveNotice(returned, notice), ...log.changes], answer: notice.kind };
  });
  if (kind !== undefined) logEvent('notice.failed', { kind, fault: reason });
}

function returnedEntry(
  notice: Notice,
  { entryId, details, sealed }: ReturnType<typeof readerOf>,
  reason: Reason,
  now: Date,
): DeclaredEntry {
  const by = {
    entryId,
    actor: { system: 'notices' },
    authority: { kind: 'rule', ref: 'people are told of what concerns them' },
    occurredAt: now.toISOString(),
    details: { ...details, reason },
  } as const;
  const { sessionId } = notice;
  return isOfCase(notice)
    ? taskReturned.entry({ ...by, subject: { kind: 'case', ref: sessionId } })
    : noticeReturned.entry({
        ...by,
        subject: { kind: 'session', ref: sessionId },
        ...(sealed && { sealed }),
      });
}
