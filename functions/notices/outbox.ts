import type { Change, Store } from '../shared/store/store.ts';
import type { Instant } from '../shared/values/instants.ts';
import { writeNotice, type Notice } from './notice.ts';
import { addressKey, parseAddress } from './port/address.ts';
import { noticeKey, parseNotice, putNotice } from './store.ts';
import type { Draft } from './next-notices.ts';
import type { Sender } from './written-mail.ts';

/** Writes the messages that are not there yet, ready to be sent by whoever commits the changes. */
export async function writeNew(
  store: Store,
  { sessionId, caseId }: { readonly sessionId: string; readonly caseId: string },
  drafts: readonly Draft[],
  sender: Sender,
  now: Instant,
): Promise<{
  readonly notices: readonly Notice[];
  readonly changes: readonly Change[];
  /** Of each draft, when it was written: now, or before. */
  readonly writtenAt: readonly Instant[];
}> {
  const ids = [...new Set(drafts.flatMap(({ recipient }) => recipient.personId ?? []))];
  const addresses = await store.get(ids.map(addressKey));
  const written = drafts.map((draft) => {
    const at = ids.indexOf(draft.recipient.personId ?? '');
    return writeNotice(draft, { sessionId, caseId }, parseAddress(addresses[at]), sender, now);
  });
  const there = await store.get(written.map(({ noticeId }) => noticeKey(sessionId, noticeId)));
  const notices = written.filter((_, index) => there[index] === undefined);
  const writtenAt = there.map((item) => (item === undefined ? now : parseNotice(item).writtenAt));
  return { notices, changes: notices.flatMap(putNotice), writtenAt };
}
