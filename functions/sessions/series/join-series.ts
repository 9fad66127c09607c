import type { Call, Handler } from '../../shared/http/call.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import { newId } from '../../shared/values/ids.ts';
import { sessionLinked, sessionUnlinked } from '../actions.ts';
import { actBy, changesOf } from '../changing/decision.ts';
import { assertRuns, loadSession, type LoadedSession } from '../changing/loaded-session.ts';
import { assertNotOver } from '../model/session.ts';
import { seriesKey } from '../port/series-news.ts';
import { setSeries } from '../store.ts';
import * as contract from './contract.ts';
import { parseSeries, putSeries, type Series } from './series.ts';

/** A session that somebody who runs it wants to link, with its series. */
interface Loaded extends LoadedSession {
  readonly series: Series | undefined;
}

async function load(
  { actor, context }: Pick<Call<typeof contract.joinSeries>, 'actor' | 'context'>,
  id: string,
) {
  const loaded = await loadSession(context.store, id, actor, ({ session: { series } }) =>
    series === undefined ? [] : [seriesKey(series)],
  );
  const { series } = loaded.session;
  return {
    ...loaded,
    series: series === undefined ? undefined : parseSeries(loaded.found(seriesKey(series))),
  };
}

/** Adds a session to the series of another: both of one case, and both run by the one who asks. */
export const joinSeries: Handler<typeof contract.joinSeries> = (call) =>
  call.commit(async () => {
    const { params, body, now, context } = call;
    const [first, other] = await Promise.all([load(call, params.sessionId), load(call, body.with)]);
    // That there is a session in another case is told to nobody of this one.
    if (other.session.caseId !== first.session.caseId) throw new Refusal('not-found');
    for (const each of [first, other]) {
      assertRuns(each);
      assertNotOver(each.door, now);
    }
    const series = first.series?.series ?? newId(context.randomBytes);
    if (!isSame(first, other) && other.series?.series === series) return { changes: [], answer: { series } };
    const before = first.series ?? {
      series,
      caseId: first.session.caseId,
      version: 0,
      sessions: [params.sessionId],
    };
    const after = { ...before, version: before.version + 1, sessions: [...before.sessions, body.with] };
    assertFits(first, other, after);
    const joining = first.series === undefined ? [first, other] : [other];
    return {
      changes: [...joining.flatMap((each) => linked(call, each, series)), putSeries(after)],
      answer: { series },
    };
  });

const isSame = (first: Loaded, other: Loaded): boolean => first.session.sessionId === other.session.sessionId;

/** @throws {Refusal} `does-not-fit` */
function assertFits(first: Loaded, other: Loaded, { sessions }: Series): void {
  const refuse = (message: string) => doesNotFit('/with', message);
  if (isSame(first, other)) throw refuse('This is the same session.');
  if (other.series !== undefined)
    throw refuse('That session is of a series already: take it out of that one first.');
  if (sessions.length > contract.mostInSeries)
    throw refuse(`A series has ${contract.mostInSeries} sessions at the most.`);
}

function linked(
  { now, context: { randomBytes } }: Pick<Call, 'now' | 'context'>,
  loaded: Loaded,
  series: string | undefined,
) {
  const { session, self } = loaded;
  const action = series === undefined ? sessionUnlinked : sessionLinked;
  const about = series ?? session.series ?? '';
  return changesOf(
    loaded,
    {
      door: {},
      changes: setSeries(session, series),
      entry: (by) => action.entry({ ...by, details: { series: about } }),
    },
    actBy(self, now, randomBytes),
  );
}

/** Takes a session out of its series, whatever has become of it. */
export const leaveSeries: Handler<typeof contract.leaveSeries> = (call) =>
  call.commit(async () => {
    const { sessionId } = call.params;
    const loaded = await load(call, sessionId);
    assertRuns(loaded);
    const { series } = loaded;
    if (series === undefined) return { changes: [], answer: {} };
    const sessions = series.sessions.filter((each) => each !== sessionId);
    return {
      changes: [
        ...linked(call, loaded, undefined),
        putSeries({ ...series, version: series.version + 1, sessions }),
      ],
      answer: {},
    };
  });
