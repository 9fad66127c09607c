import type * as z from 'zod';
import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import { readByKey } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import { caseKey, parseCase, type Case, type Member } from '../../cases/port/membership.ts';
import { assertRuns } from '../changing/loaded-session.ts';
import { assertCourtOfKind } from '../port/bookings.ts';
import type { SessionCall } from '../changing/change-session.ts';
import { doorKey, parseDoor } from '../port/door.ts';
import { enterSession, isShownTo } from '../port/enter-session.ts';
import { parseRoster, type Roster } from '../port/roster.ts';
import { seriesKey } from '../port/series-news.ts';
import { parseSession, rosterKey, sessionKey } from '../store.ts';
import type { reason } from './contract.ts';
import { parseSeries, type Linked, type Series } from './series.ts';

/** A series as somebody of its case found it, by one of its sessions. */
export interface LoadedSeries {
  /** Undefined while the session is of none. */
  readonly series: Series | undefined;
  readonly self: Member;
  readonly case: Case;
  /** The session by which it was entered. */
  readonly own: Linked & { readonly roster: Roster };
  /** Those that the one who asks may know of, soonest first. */
  readonly sessions: readonly Linked[];
}

/**
 * Three rounds: the session, its case and series, and the other sessions.
 * @throws {Refusal} those of `enterSession`
 */
export async function loadSeries(store: Store, sessionId: string, staff: Staff): Promise<LoadedSeries> {
  const key = sessionKey(sessionId);
  const { door, self, found } = await enterSession(store, sessionId, staff, {
    first: [key, rosterKey(sessionId)],
    next: ({ caseId }, before) => {
      const { series } = parseSession(before(key));
      return [caseKey(caseId), ...(series === undefined ? [] : [seriesKey(series)])];
    },
  });
  const roster = parseRoster(found(rosterKey(sessionId)));
  const own = { session: parseSession(found(key)), door, roster };
  const opened = parseCase(found(caseKey(door.caseId)));
  if (own.session.series === undefined)
    return { series: undefined, self, case: opened, own, sessions: [own] };
  const series = parseSeries(found(seriesKey(own.session.series)));
  const more = await readByKey(
    store,
    series.sessions.flatMap((each) => [sessionKey(each), doorKey(each)]),
  );
  const sessions = series.sessions
    .map((each) => ({ session: parseSession(more(sessionKey(each))), door: parseDoor(more(doorKey(each))) }))
    .filter((each) => isShownTo(each.door, staff))
    .toSorted((one, other) => (one.session.start < other.session.start ? -1 : 1));
  return { series, self, case: opened, own, sessions };
}

/** @throws {Refusal} `not-your-role` for whoever does not run sessions of that kind, and for a court of another State */
export function assertRunsSeries({ own, self, case: opened }: LoadedSeries, staff: Staff): void {
  assertCourtOfKind(own.session.kind, staff, opened);
  assertRuns({ ...own, self });
}

/** The series itself. @throws {Refusal} `not-found` where the session is of none */
export function seriesOf({ series }: LoadedSeries): Series {
  if (series === undefined) throw new Refusal('not-found');
  return series;
}

/**
 * The call as one about another session of the series: a transaction of its own, that is not the record of the request. What
 * is done to a series is done again by whoever sends it again, and must do no more then.
 */
export const callFor = (
  { actor, now, context }: Pick<Call, 'now' | 'context'> & { readonly actor: Staff },
  sessionId: string,
): Pick<SessionCall, 'actor' | 'params' | 'now' | 'context'> & Pick<Call, 'commit'> => ({
  actor,
  now,
  context,
  params: { sessionId },
  commit: (decide, patience) => commit(context, decide, patience),
});

/** Why a session stays as it was, as the answer says it. */
export function reasonOf(sessionId: string, { code, facts }: Refusal): z.input<typeof reason> {
  const { seat, alternatives } = facts as Pick<z.input<typeof reason>, 'seat' | 'alternatives'>;
  return {
    sessionId,
    code,
    ...(seat === undefined ? {} : { seat }),
    ...(alternatives === undefined ? {} : { alternatives }),
  };
}
