import type { Handler } from '../shared/http/call.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { instantOf } from '../shared/values/instants.ts';
import type * as contract from './contract.ts';
import type { DueRules } from './due-rules.ts';
import type { Notice } from './notice.ts';
import { readSnapshotFor } from './snapshot.ts';
import { inOrder, plannedFor } from './planned.ts';
import { shown } from './as-viewer-sees-it.ts';
import { noticePrefix, noticesOf, parseNotice } from './store.ts';

/** The state as it is shown: `sending` is a matter of seconds, unless it is tried again later. */
const stateShown = ({ state }: Notice) => (state === 'sending' ? ('waiting' as const) : state);

/** What was sent about a session and what will be, in the order in which it was or is due. */
export const noticesOfSession: Handler<typeof contract.listNotices, [rules: DueRules]> = async (
  { actor: viewer, query: { sessionId }, now: at, context: { store } },
  rules,
) => {
  const now = instantOf(at.getTime());
  const [snapshot, items] = await Promise.all([
    readSnapshotFor(store, sessionId, viewer),
    queryAll(store, 'notices', noticesOf(sessionId), { prefix: noticePrefix }),
  ]);
  const written = items.map(parseNotice);
  const past = written.flatMap((notice) => {
    const words = shown(viewer, notice, snapshot);
    if (words === undefined) return [];
    const { dueAt, sentAt } = notice;
    return [{ ...words, state: stateShown(notice), dueAt, ...(sentAt === undefined ? {} : { sentAt }) }];
  });
  const planned = (await plannedFor({ store, rules }, viewer, snapshot, snapshot.plan, now)).map((row) => ({
    ...row,
    state: 'planned' as const,
  }));
  return {
    notices: [...past, ...planned].toSorted(inOrder),
  };
};
