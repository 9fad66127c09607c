import { queryAll } from '../../shared/store/query-all.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import { addMinutes, parseInstant, type Instant } from '../../shared/values/instants.ts';
import { lastYear } from '../../shared/values/zone-table.ts';
import { caseKey, hostStateOf, parseCase, witnessesIn, witnessKeys } from '../../cases/port/membership.ts';
import { resourceKeys, resourceOf } from '../../availability/port/resource.ts';
import { doorKey, heardIn, parseDoor, type Door } from '../port/door.ts';
import { knownHolidays } from '../../availability/port/known-holidays.ts';
import type { Override } from '../../availability/port/overrides.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import { retimed, type Clocks } from '../model/retimed.ts';
import { atTheSameTime, inOrderOfMoving, monthsBetween } from './order-of-moving.ts';
import { parseRoster, withParty, type Roster } from '../port/roster.ts';
import { holdEnd, isOver, type Session } from '../model/session.ts';
import { monthPartition, parseMonthLine, parseSession, rosterKey, sessionKey } from '../store.ts';
import type { Resource } from '../../availability/port/resource.ts';
import { pageKey } from '../port/page-items.ts';
import { pagesFor, type Claim } from '../../availability/port/claim.ts';

/** Which sessions other rules of clocks move, and what is read to move one. */

/** A session that other rules of clocks put at another instant. */
export interface Move {
  readonly sessionId: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Listed {
  readonly looked: number;
  readonly moves: readonly Move[];
  /** Sessions at a wall time that does not exist any more. */
  readonly lost: readonly string[];
  /** Sessions at the same instants, whose stamp is old. */
  readonly same: readonly string[];
  /** Of each session the others that it shares time with so far. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The line of every session that is still to come, or began in the last month. */
export async function linesToCome(store: Store, now: Date) {
  const from = parseInstant(now.toISOString());
  const until = parseInstant(`${lastYear}-12-31T00:00:00Z`);
  const lines = await Promise.all(
    monthsBetween(addMinutes(from, -31 * 24 * 60), until).map((month) =>
      queryAll(store, 'sessions', monthPartition(month)),
    ),
  );
  return lines.flat().map(parseMonthLine);
}

/** What these clocks move of all that is still to come, without moving it. */
export async function listMoves(
  store: Store,
  clocks: Clocks,
  now: Date,
  lines?: Awaited<ReturnType<typeof linesToCome>>,
): Promise<Listed> {
  const all = lines ?? (await linesToCome(store, now));
  const old = all.filter(({ zoneTable }) => zoneTable !== clocks.version);
  const items = await store.get(old.flatMap(({ sessionId }) => [sessionKey(sessionId), doorKey(sessionId)]));
  const moves: Move[] = [];
  const lost: string[] = [];
  const same: string[] = [];
  const toCome: Session[] = [];
  for (const [index, { sessionId }] of old.entries()) {
    const [session, door] = [parseSession(items[2 * index]), parseDoor(items[2 * index + 1])];
    if (!isToCome(session, door, now)) continue;
    toCome.push(session);
    const result = retimed(session, clocks);
    if (result.kind === 'same') same.push(sessionId);
    if (result.kind === 'lost') lost.push(sessionId);
    if (result.kind === 'moves') moves.push({ sessionId, from: session.start, to: result.time.start });
  }
  return { looked: old.length, moves: inOrderOfMoving(moves), lost, same, beside: atTheSameTime(toCome) };
}

/** A cancelled session is timed anew when its cancellation is taken back. */
export const isToCome = ({ start }: Session, door: Door, now: Date): boolean =>
  start > now.toISOString() && (door.status === 'booked' || door.status === 'held') && !isOver(door, now);

/** A session with all that says when it is and who is booked. */
export interface TimedSession {
  readonly session: Session;
  readonly door: Door;
  readonly roster: Roster;
}

export async function readTimed(store: Store, sessionId: string): Promise<TimedSession> {
  const [session, door, roster] = await store.get([
    sessionKey(sessionId),
    doorKey(sessionId),
    rosterKey(sessionId),
  ]);
  const opened = parseDoor(door);
  return {
    session: parseSession(session),
    door: opened,
    roster: withParty(parseRoster(roster), opened),
  };
}

/** That an hour is inconvenient is no reason to keep a session from its wall time; that somebody is taken is. */
const inconveniences: readonly Override[] = (
  ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'alone-too-long'] as const
).map((what) => ({ what, reason: 'other' }));

/** What a session asks for at another time, and all that was read to judge it by. */
export interface Judged {
  readonly claim: Claim;
  readonly found: Found;
  /** One for each booking, in the same order. */
  readonly resources: readonly Resource[];
}

/**
 * @param beside the sessions that it shares time with so far
 * @param more what is to be read along
 */
export async function readForMoving(
  store: Store,
  { session, door, roster: { booked: bookings } }: TimedSession,
  after: Session,
  beside: Claim['beside'],
  more: readonly Key[] = [],
): Promise<Judged> {
  const { sessionId, caseId } = session;
  const claim: Claim = {
    caseId,
    sessionId,
    mode: session.mode,
    time: after,
    ...(door.status === 'held' && door.heldUntil !== undefined
      ? { until: holdEnd(door.heldUntil, after) }
      : {}),
    bookings,
    overrides: inconveniences,
    beside,
    before: { time: session, bookings },
  };
  const found = await readByKey(store, [
    caseKey(caseId),
    ...witnessKeys(caseId, heardIn(door)),
    ...bookings.flatMap(resourceKeys),
    ...pagesFor(claim).map(pageKey),
    ...more,
  ]);
  const witnesses = witnessesIn(found, caseId, heardIn(door));
  const hostState = hostStateOf(parseCase(found(caseKey(caseId))), witnesses);
  const viewpoint = { viewer: undefined, witnesses, hostState };
  const bare = bookings.map((booking) => resourceOf(booking, found, viewpoint));
  return { claim, found, resources: await knownHolidays().laidOver(store, found, after, bare) };
}

/**
 * Tries to move each in its turn, and those that could not again, as long as one that moved may have made room for
 * another. @returns those that stay where they are
 */
export async function inTurns<Some>(
  all: readonly Some[],
  move: (one: Some) => Promise<boolean>,
): Promise<readonly Some[]> {
  let waiting = all;
  for (let before = Infinity; waiting.length < before && waiting.length > 0;) {
    before = waiting.length;
    const still: Some[] = [];
    for (const one of waiting) if (!(await move(one))) still.push(one);
    waiting = still;
  }
  return waiting;
}
