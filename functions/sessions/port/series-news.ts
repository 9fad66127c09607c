import type { AttributeValue } from 'aws-lambda';
import * as z from 'zod';
import type { Item, Key } from '../../shared/store/store.ts';
import { addMinutes, instant, instantOf, type Instant } from '../../shared/values/instants.ts';
import { parseSession, sessionKey } from '../store.ts';

/**
 * The published port of `sessions` for whoever tells people of a series. Whatever changes several of its sessions, a transaction
 * each, says so on the series before the first and after the last: what is told of any of them waits that long, to be told as one
 * (infra/decisions/a-series-is-told-as-one.md).
 */

/** Minutes for which news wait at the most: longer than any request runs, so that what was broken off is told all the same. */
const mostMinutes = 1;

export const seriesNews = z.strictObject({
  /** From then on it is told, whether the act came to its end or not. */
  until: instant,
  /** Whether the last of them has been changed. */
  done: z.boolean(),
});
export type SeriesNews = z.infer<typeof seriesNews>;

export const newsFrom = (now: Date): SeriesNews => ({
  until: addMinutes(instantOf(now.getTime()), mostMinutes),
  done: false,
});

export const seriesKey = (series: string): Key => ({
  table: 'sessions',
  pk: `series#${series}`,
  sk: 'series',
});

/** Where it stands of which series a session is. */
export const ofSeriesKey = (sessionId: string): Key => sessionKey(sessionId);
export const ofSeries = (item: Item | undefined): string | undefined =>
  item === undefined ? undefined : parseSession(item).series;

const toldSeries = z.object({
  series: z.string(),
  sessions: z.array(z.string()),
  news: seriesNews.optional(),
});
export type ToldSeries = z.infer<typeof toldSeries>;

/** Undefined where there is no series. */
export const parseToldSeries = (item: Item | undefined): ToldSeries | undefined =>
  item === undefined ? undefined : toldSeries.parse(item);

/** Of which series news wait, and until when. */
export interface HeldNews extends Pick<SeriesNews, 'until'> {
  readonly series: string;
}

/**
 * Whether one session of a series is not spoken of by itself. That the act is done does not matter: whoever tells of the whole
 * series is at it.
 */
export const heldUntil = (told: ToldSeries | undefined, now: Instant): HeldNews | undefined =>
  told?.news !== undefined && told.news.until > now
    ? { series: told.series, until: told.news.until }
    : undefined;

/** Whether an act is still at it, so that the series as a whole is not spoken of either. */
export const isUnderWay = ({ news }: ToldSeries, now: Instant): boolean =>
  news?.done === false && news.until > now;

/** The series of which a record of the stream says that an act on several of its sessions is done. */
export const doneSeriesOfRecord = (image: Readonly<Record<string, AttributeValue>> | undefined) =>
  image?.['sk']?.S === 'series' && image['news']?.M?.['done']?.BOOL === true ? image['series']?.S : undefined;
