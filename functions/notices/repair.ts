import { commit } from '../shared/store/commit.ts';
import type { Change, Item } from '../shared/store/store.ts';
import { instantOf, type Instant } from '../shared/values/instants.ts';
import type { HeldNews } from '../sessions/port/series-news.ts';
import { deliver } from './deliver.ts';
import type { NoticeContext } from './context.ts';
import { retaken, type Notice } from './notice.ts';
import {
  lookAtSeries,
  looksPartition,
  moveNotice,
  parseLook,
  parseNotice,
  parseUnsent,
  unsentPartition,
} from './store.ts';
import { syncNotices } from './sync-notices.ts';
import { syncSeries } from './sync-series.ts';
import { tellOfTasks } from './tell-of-tasks.ts';

/** Messages and sessions looked after in one sweep; more wait for the next one. */
const mostInSweep = 40;

/** Tries again what could not be sent, and looks at the sessions whose time has come, each once a day at the least. */
export async function repair(
  context: NoticeContext,
): Promise<{ readonly looked: number; readonly repaired: number }> {
  const now = instantOf(context.now().getTime());
  // `$` comes after `#`, which ends the instant in a key: what is due this very instant belongs to it.
  const due = { to: `${now}$`, limit: mostInSweep };
  const [unsent, looks] = await Promise.all([
    context.store.query('notices', unsentPartition, due),
    context.store.query('notices', looksPartition, due),
  ]);
  const taken = await Promise.all(unsent.map((item) => take(context, item, now)));
  const ours = taken.filter((notice) => notice !== undefined);
  // One session after the other: those of one session are entered in one log together.
  const bySession = [...Map.groupBy(ours, ({ sessionId }) => sessionId).values()];
  await each(bySession, (notices) => deliver(context, notices));
  await each(looks, async (item) => {
    const held = await lookAt(context, parseLook(item));
    // The next look has a place of its own, which is later; this one was asked for by a look or by `syncSoon`.
    await context.store.write([forget(item), ...(held === undefined ? [] : [lookAtSeries(held)])]);
  });
  return { looked: unsent.length + looks.length, repaired: ours.length };
}

/** @returns of which series the news wait: it is looked at as a whole then, whatever becomes of the act that is at it */
const lookAt = async (
  context: NoticeContext,
  look: ReturnType<typeof parseLook>,
): Promise<HeldNews | undefined> => {
  if ('series' in look) return syncSeries(context, look.series, true);
  if ('sessionId' in look) return syncNotices(context, look.sessionId, true);
  await tellOfTasks(context, look.caseId);
  return undefined;
};

/** All of them, one after the other; one that fails does not keep the rest from their turn, and is told in the end. */
async function each<Value>(values: readonly Value[], act: (value: Value) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const value of values) await act(value).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, 'Something could not be repaired.');
}

/**
 * Takes a message that nobody holds any more into our hands; undefined where somebody was quicker. A mark whose message is
 * not waiting any more is cleared away.
 */
const take = (context: NoticeContext, mark: Item, now: Instant): Promise<Notice | undefined> =>
  commit(context, async () => {
    const [item] = await context.store.get([parseUnsent(mark)]);
    const notice = item === undefined ? undefined : parseNotice(item);
    if (notice?.state !== 'sending' || notice.tryAt > now)
      return { changes: notice?.state === 'sending' ? [] : [forget(mark)], answer: undefined };
    const again = retaken(notice, now);
    return { changes: moveNotice(again, notice), answer: again };
  });

const forget = ({ pk, sk }: Item): Change => ({
  kind: 'delete',
  key: { table: 'notices', pk, sk },
  onRefused: 'retry',
});
