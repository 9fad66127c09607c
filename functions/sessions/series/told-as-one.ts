import type { Call, Context } from '../../shared/http/call.ts';
import { faultName, logEvent } from '../../shared/log.ts';
import { commit, usual, type Patience } from '../../shared/store/commit.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import { ofSeries, ofSeriesKey, seriesKey } from '../port/series-news.ts';
import { changedMany, changingMany, parseSeries, type Series } from './series.ts';

/**
 * Ends a request that changed several sessions: people can be told. Only then comes the record of the request, so that one that
 * was broken off is carried on when it is sent again; and one that is sent again when all is done keeps nobody's news waiting.
 */
export async function asDone<Answer>(
  call: Pick<Call, 'commit' | 'context' | 'now'> & { readonly params: { readonly sessionId: string } },
  answer: Answer,
): Promise<Answer> {
  const { context, params, now } = call;
  await commit(context, async () => {
    const series = await seriesWith(context.store, params.sessionId);
    return { changes: series === undefined ? [] : [changedMany(series, now)], answer: undefined };
  });
  return call.commit(() => Promise.resolve({ changes: [], answer }));
}

/** Undefined where the session was taken out of its series meanwhile: the others are told when their minute is over. */
async function seriesWith(store: Store, sessionId: string) {
  const [own] = await store.get([ofSeriesKey(sessionId)]);
  const series = ofSeries(own);
  if (series === undefined) return undefined;
  const [item] = await store.get([seriesKey(series)]);
  return parseSeries(item);
}

/** One try: nothing that closes a door may wait for it. */
const once: Patience = { ...usual, mostTries: 1 };

/**
 * Does something that may change several of these sessions, so that what becomes of those of one series is told as one. That is
 * all that is lost where it cannot be said: what is to be done is done all the same.
 */
export async function toldAsOne<Done>(
  context: Context,
  sessionIds: readonly string[],
  act: () => Promise<Done>,
): Promise<Done> {
  const series = await seriesOfSeveral(context.store, sessionIds);
  const say = (change: (found: Series, now: Date) => Change, patience: Patience) =>
    Promise.all(
      series.map((each) =>
        commit(
          context,
          async () => {
            const [item] = await context.store.get([seriesKey(each)]);
            return { changes: [change(parseSeries(item), context.now())], answer: undefined };
          },
          patience,
        ).catch((error: unknown) => {
          logEvent('series.not-held', { fault: faultName(error) });
        }),
      ),
    );
  await say(changingMany, once);
  const done = await act();
  await say(changedMany, usual);
  return done;
}

/** Series of which there are at least two of these sessions. */
async function seriesOfSeveral(store: Store, sessionIds: readonly string[]): Promise<readonly string[]> {
  if (sessionIds.length < 2) return [];
  const all = (await store.get(sessionIds.map(ofSeriesKey))).flatMap((item) => ofSeries(item) ?? []);
  return [...Map.groupBy(all, (series) => series)].flatMap(([series, of]) => (of.length > 1 ? [series] : []));
}
