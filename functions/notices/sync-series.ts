import { Stale } from '../shared/store/store.ts';
import { instantOf } from '../shared/values/instants.ts';
import { isUnderWay, parseToldSeries, seriesKey, type HeldNews } from '../sessions/port/series-news.ts';
import type { NoticeContext } from './context.ts';
import { deliver } from './deliver.ts';
import type { Notice } from './notice.ts';
import { moveNotice } from './store.ts';
import { arrange, syncNotices, writeNews, type Looked } from './sync-notices.ts';
import { together } from './together.ts';

/**
 * Tells people of all sessions of a series as `syncNotices` does of one: what each reader is to be told now goes to them as one
 * mail (infra/decisions/a-series-is-told-as-one.md). Harmless to repeat. First the messages are written, each whole in itself, session by session; then
 * those of one reader are put together; then they are sent. Whoever breaks off between leaves messages that the sweep sends, one
 * by one or together, and none is lost.
 * @returns of which series the news wait still, since an act is at it: then nothing was done
 */
export async function syncSeries(
  context: NoticeContext,
  series: string,
  thorough = false,
): Promise<HeldNews | undefined> {
  const now = instantOf(context.now().getTime());
  const [item] = await context.store.get([seriesKey(series)]);
  const found = parseToldSeries(item);
  if (found === undefined) return undefined;
  if (found.news !== undefined && isUnderWay(found, now)) return { series, until: found.news.until };
  const looks = await inGroups(found.sessions, (sessionId) =>
    writeNews(context, sessionId, thorough, 'of its series'),
  );
  const all = looks.done.flatMap((looked) => ('until' in looked ? [] : [looked]));
  await deliver(context, await putTogether(context, all));
  const arranged = await inGroups(all, (looked) => arrange(context, looked));
  const faults = [...looks.faults, ...arranged.faults];
  if (faults.length > 0) throw new AggregateError(faults, 'Not everybody could be told of a series.');
  return undefined;
}

/** The messages as they are to be sent, with those of one reader in one. */
async function putTogether({ store, sender, now }: NoticeContext, all: readonly Looked[]): Promise<Notice[]> {
  const parts = all.map(({ notices, plan, door }) => ({
    notices,
    told: plan.told,
    isOn: door.status === 'booked',
  }));
  const sending = new Map(all.flatMap(({ notices }) => notices).map((each) => [each.noticeId, each]));
  for (const moves of together(parts, sender, instantOf(now().getTime()))) {
    try {
      await store.write(moves.flatMap(({ before, after }) => moveNotice(after, before)));
      for (const { after } of moves) sending.set(after.noticeId, after);
    } catch (error) {
      // Whoever has them in hand sends them.
      if (!(error instanceof Stale)) throw error;
      for (const { before } of moves) sending.delete(before.noticeId);
    }
  }
  return [...sending.values()];
}

/**
 * The same for each of these sessions, and for each of these series.
 * @throws the first fault, after all of them had their turn
 */
export async function syncEach(
  context: NoticeContext,
  sessionIds: readonly string[],
  series: readonly string[] = [],
): Promise<void> {
  const alone = await inGroups(sessionIds, (sessionId) => syncNotices(context, sessionId));
  const whole = await inGroups(series, (each) => syncSeries(context, each));
  const faults = [...alone.faults, ...whole.faults];
  if (faults.length > 0) throw faults[0];
}

/** Sessions told of at the same time, so that a full batch of the stream, and a whole series, is done well within one run. */
const atOnce = 5;

/** All of them, some at a time; one that fails does not keep the rest from their turn. */
async function inGroups<Value, Done>(
  values: readonly Value[],
  act: (value: Value) => Promise<Done>,
): Promise<{ readonly done: readonly Done[]; readonly faults: readonly unknown[] }> {
  const done: Done[] = [];
  const faults: unknown[] = [];
  for (let from = 0; from < values.length; from += atOnce)
    for (const each of await Promise.allSettled(values.slice(from, from + atOnce).map(act)))
      if (each.status === 'fulfilled') done.push(each.value);
      else faults.push(each.reason);
  return { done, faults };
}
