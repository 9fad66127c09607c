import { keyName, type Item, type Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { Place } from '../port/kinds.ts';
import { notAnsweredFor, stillStanding } from '../../availability/port/overrides.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { retimed, type Clocks } from '../model/retimed.ts';
import { inTurns, listMoves, readForMoving, readTimed, type Judged } from './moves-to-make.ts';
import { calendarIdOf, calendarsOf } from '../port/roster.ts';
import { spansOf } from '../port/session-time.ts';
import { rewritten } from '../port/week-pages.ts';
import type { FindingName } from '../../availability/port/findings.ts';
import { pageKey, parsePage } from '../port/page-items.ts';
import { pagesFor, type Claim } from '../../availability/port/claim.ts';
import { obstaclesTo } from '../../availability/port/obstacles.ts';

/** What a new zone table would do to sessions, told without doing it. */

/** A day of a session: the venue's wall time, and its instant by the old clocks and by the new. */
export interface MovedDay {
  readonly local: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Why a session will stay where it is: what is against its new time, in which seat, and the sessions that are there. */
export interface InTheWay {
  readonly what: FindingName;
  readonly seat: Place;
  readonly sessions: readonly string[];
}

export interface Planned {
  readonly sessionId: string;
  readonly days: readonly MovedDay[];
  readonly inTheWay: readonly InTheWay[];
}

export interface MovePlan {
  /** Sessions that were booked by another table and are in a month that is still to come. */
  readonly looked: number;
  readonly moves: readonly Planned[];
  /** Sessions with a day at a wall time that does not exist any more. */
  readonly lost: readonly { readonly sessionId: string; readonly local: string }[];
}

/**
 * What `retimeSessions` would do by these clocks, without doing it: which sessions move, and which cannot, in the same
 * turns. It only reads. Who is booked is not said, and neither is where.
 */
export async function planMoves(store: Store, clocks: Clocks, now: Date): Promise<MovePlan> {
  const listed = await listMoves(store, clocks, now);
  const movers: Judged[] = [];
  for (const { sessionId } of listed.moves) {
    const timed = await readTimed(store, sessionId);
    const { session } = timed;
    const result = retimed(session, clocks);
    // Somebody may have moved it since.
    if (result.kind === 'moves')
      movers.push(
        await readForMoving(store, timed, { ...session, ...result.time }, listed.beside.get(sessionId)),
      );
  }
  const moved: Judged[] = [];
  const obstacles = new Map<Judged, readonly InTheWay[]>();
  await inTurns(movers, async (mover) => {
    const found = await inTheWay(store, mover, moved, now);
    obstacles.set(mover, found);
    if (found.length > 0) return false;
    moved.push(mover);
    return true;
  });
  const moves = movers.map((mover) => ({
    sessionId: mover.claim.sessionId,
    days: movedDays(mover),
    inTheWay: obstacles.get(mover) ?? [],
  }));
  const lost = await Promise.all(
    listed.lost.map(async (sessionId) => {
      const result = retimed((await readTimed(store, sessionId)).session, clocks);
      return result.kind === 'lost' ? [{ sessionId, local: result.local }] : [];
    }),
  );
  return { looked: listed.looked, moves, lost: lost.flat() };
}

const movedDays = ({ claim: { time, before } }: Judged): MovedDay[] =>
  time.days.flatMap(({ local, start: to }, index) => {
    const from = before?.time.days[index]?.start ?? to;
    return to === from ? [] : [{ local, from, to }];
  });

async function inTheWay(
  store: Store,
  { claim, found, resources }: Judged,
  moved: readonly Judged[],
  now: Date,
): Promise<readonly InTheWay[]> {
  const obstacles = await obstaclesTo(store, claim, resources, afterMoving(claim, found, moved, now), now);
  return stillStanding(notAnsweredFor(obstacles, claim.beside), claim.overrides).map(
    ({ name, sessions, resource }) => ({
      what: name,
      seat: resource.booking.seat,
      sessions,
    }),
  );
}

/** The pages that a claim looks at as they will be when these sessions have moved. */
function afterMoving(claim: Claim, found: Found, moved: readonly Judged[], now: Date): Found {
  const pages = new Map<string, Item>();
  for (const name of pagesFor(claim)) {
    let page = parsePage(name, found(pageKey(name)));
    for (const { claim: other } of moved) {
      const stood = other.bookings.some((each) => calendarsOf(other.caseId, each).includes(name.calendar));
      if (!stood) continue;
      const seats = other.bookings.filter((each) => calendarIdOf(other.caseId, each) === name.calendar);
      const spans = seats.flatMap(({ seat }) => spansOf(other.time, seat));
      page = rewritten(page, { sessionId: other.sessionId, until: other.until }, spans, now);
    }
    const { pk, sk } = pageKey(name);
    pages.set(keyName(pageKey(name)), { pk, sk, version: page.version, taken: page.taken });
  }
  return (key) => pages.get(keyName(key)) ?? found(key);
}
