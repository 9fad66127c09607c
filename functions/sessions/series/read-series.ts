import type { Handler } from '../../shared/http/call.ts';
import { rowOf } from '../model/session.ts';
import type * as contract from './contract.ts';
import { loadSeries } from './loaded-series.ts';
import { waitingFor } from './series.ts';

/** The sessions of a series that the caller may see, and what a shift has left undone. */
export const seriesOfSession: Handler<typeof contract.readSeries> = async ({
  actor,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const { series, sessions } = await loadSeries(store, sessionId, actor);
  const waiting = waitingFor(series?.shift, sessions, now);
  return {
    ...(series === undefined ? {} : { series: series.series }),
    sessions: sessions.map(({ session, door }) => rowOf(session, door, now)),
    ...(series?.shift === undefined || waiting.length === 0
      ? {}
      : {
          shift: {
            byDays: series.shift.days,
            waiting: waiting.map(({ sessionId: id, days }) => ({ sessionId: id, to: days[0]?.local ?? '' })),
          },
        }),
  };
};
