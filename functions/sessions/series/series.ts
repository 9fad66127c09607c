import * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Item } from '../../shared/store/store.ts';
import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import { resolveLocal } from '../../shared/values/zones.ts';
import type { NewTime } from '../model/moved-time.ts';
import { isOver, type Session } from '../model/session.ts';
import type { Door } from '../port/door.ts';
import { newsFrom, seriesKey, seriesNews } from '../port/series-news.ts';

/**
 * A series: the sessions of one trial. A shift of it is kept as where each session is to be, and as it was then, so that
 * whoever carries it on, however often, moves each once: what has changed since is not touched any more.
 */

const shiftMove = z.strictObject({
  sessionId: z.string(),
  /** Of the session when the shift began; once it is another, the session has moved. */
  sequence: z.number().int(),
  zone: z.string(),
  days: z.array(z.strictObject({ local: z.string(), offset: z.string().optional() })).min(1),
});
export type ShiftMove = z.infer<typeof shiftMove>;

const seriesItem = z.object({
  series: z.string(),
  caseId: z.string(),
  version: z.number().int(),
  sessions: z.array(z.string()),
  shift: z
    .strictObject({ shiftId: z.string(), days: z.number().int(), moves: z.array(shiftMove) })
    .optional(),
  /** That several of its sessions change, or have just changed, together. */
  news: seriesNews.optional(),
});
export type Series = z.infer<typeof seriesItem>;
export type Shift = NonNullable<Series['shift']>;

/** @throws {Refusal} `not-found` where there is none */
export function parseSeries(item: Item | undefined): Series {
  if (item === undefined) throw new Refusal('not-found');
  return seriesItem.parse(item);
}

/** The series as it is now, only over the version before. */
export function putSeries(series: Series): Change {
  const { table, pk, sk } = seriesKey(series.series);
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...series },
    when: series.version === 1 ? 'absent' : { version: series.version - 1 },
    onRefused: 'retry',
  };
}

/** The series while several of its sessions are changed: people are told of all of them when that is done. */
export const changingMany = (series: Series, now: Date): Change =>
  putSeries({ ...series, version: series.version + 1, news: newsFrom(now) });

/** The same when the last was changed. */
export const changedMany = (series: Series, now: Date): Change =>
  putSeries({
    ...series,
    version: series.version + 1,
    news: { ...newsFrom(now), ...series.news, done: true },
  });

/** A session of a series. */
export interface Linked {
  readonly session: Session;
  readonly door: Door;
}

/** Whether a session can still be moved or called off as one of its series: it is booked or held, and has not begun. */
export const isMovable = ({ session, door }: Linked, now: Date): boolean =>
  (door.status === 'booked' || door.status === 'held') &&
  !isOver(door, now) &&
  session.start > now.toISOString();

/** Every session that is still to come, so many days later on the wall clock of its venue. */
export const newShift = (shiftId: string, days: number, sessions: readonly Linked[], now: Date): Shift => ({
  shiftId,
  days,
  moves: sessions
    .filter((each) => isMovable(each, now))
    .map(({ session }) => ({
      sessionId: session.sessionId,
      sequence: session.sequence,
      ...daysLater(session, days),
    })),
});

/** The days of a session so many days later; which of two, where a wall time comes twice then, as it was before. */
export function daysLater({ venue: { zone }, days }: Session, by: number): NewTime & Pick<ShiftMove, 'days'> {
  return {
    zone,
    days: days.map(({ local, offset }) => {
      const later = wallLater(local, by);
      return resolveLocal(zone, later).kind === 'ambiguous' ? { local: later, offset } : { local: later };
    }),
  };
}

function wallLater(local: string, days: number): string {
  const at = new Date(`${local}Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, local.length);
}

/** What of a shift is still to be done, for these sessions. */
export function waitingFor(
  shift: Shift | undefined,
  sessions: readonly Linked[],
  now: Date,
): readonly (ShiftMove & { readonly from: Instant; readonly to: Instant })[] {
  return (shift?.moves ?? []).flatMap((move) => {
    const linked = sessions.find(({ session }) => session.sessionId === move.sessionId);
    if (linked === undefined || linked.session.sequence !== move.sequence || !isMovable(linked, now))
      return [];
    const from = linked.session.start;
    // Only by which of them goes first is decided by this.
    return [{ ...move, from, to: addMinutes(from, (shift?.days ?? 0) * 24 * 60) }];
  });
}
