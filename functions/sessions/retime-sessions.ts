import { note } from '../shared/log.ts';
import { Refusal } from '../shared/refusals.ts';
import { commit } from '../shared/store/commit.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Store } from '../shared/store/store.ts';
import type { Ground } from '../shared/http/mount.ts';
import { newId } from '../shared/values/ids.ts';
import { addMinutes, parseInstant, type Instant } from '../shared/values/instants.ts';
import { lastYear } from '../shared/values/zone-table.ts';
import { caseKey, parseCase, parseWitness, witnessKey } from '../cases/membership.ts';
import { headKey, parseHead, prepareAppend, type NewEntry } from '../custody/append.ts';
import { tellSoon } from '../notices/tell-soon.ts';
import { sealedVenue } from './book-session.ts';
import { resourceKeys, resourceOf } from './calendars.ts';
import { doorAt } from './change-time.ts';
import { doorKey, moveDoor, parseDoor, type Door } from './door.ts';
import { knownHolidays } from './known-holidays.ts';
import type { Override } from './overrides.ts';
import { readByKey } from './read-by-key.ts';
import { inOrderOfMoving, monthsBetween, ourClocks, retimed, type Clocks } from './retime.ts';
import { parseRoster, type Roster } from './roster.ts';
import { holdEnd, isOver, type Session } from './session.ts';
import {
  atOnce,
  holdRoster,
  monthPartition,
  pageKey,
  parseMonthLine,
  parseSession,
  putMoved,
  rosterKey,
  sessionKey,
  stampClocks,
} from './store.ts';
import { pagesFor, takeTime, type Wish } from './take-time.ts';

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
}

/** What these clocks move of all that is still to come, without moving it. */
export async function listMoves(store: Store, clocks: Clocks, now: Date): Promise<Listed> {
  const from = parseInstant(now.toISOString());
  const until = parseInstant(`${lastYear}-12-31T00:00:00Z`);
  const lines = await Promise.all(
    monthsBetween(addMinutes(from, -31 * 24 * 60), until).map((month) =>
      queryAll(store, 'sessions', monthPartition(month)),
    ),
  );
  const old = lines
    .flat()
    .map(parseMonthLine)
    .filter(({ zoneTable }) => zoneTable !== clocks.version);
  const items = await store.get(old.flatMap(({ sessionId }) => [sessionKey(sessionId), doorKey(sessionId)]));
  const moves: Move[] = [];
  const lost: string[] = [];
  const same: string[] = [];
  for (const [index, { sessionId }] of old.entries()) {
    const [session, door] = [parseSession(items[2 * index]), parseDoor(items[2 * index + 1])];
    if (!isToCome(session, door, now)) continue;
    const result = retimed(session, clocks);
    if (result.kind === 'same') same.push(sessionId);
    if (result.kind === 'lost') lost.push(sessionId);
    if (result.kind === 'moves') moves.push({ sessionId, from: session.start, to: result.time.start });
  }
  return { looked: old.length, moves: inOrderOfMoving(moves), lost, same };
}

/** A cancelled session is timed anew when its cancellation is taken back. */
const isToCome = ({ start }: Session, door: Door, now: Date): boolean =>
  start > now.toISOString() && (door.status === 'booked' || door.status === 'held') && !isOver(door, now);

/**
 * Moves every session whose wall time is another instant by our clocks. Whoever is booked somewhere else by then stands in
 * the way of nothing but of being moved: such a session stays where it is, an alarm says so, and it is tried again by the
 * next sweep, since somebody may have made room.
 */
export async function retimeSessions(ground: Ground, clocks: Clocks = ourClocks) {
  const { looked, moves, lost, same } = await listMoves(ground.store, clocks, ground.now());
  let mended = 0;
  for (const sessionId of same) mended += await stamp(ground, sessionId, clocks);
  let waiting = moves;
  // One that moved may have made room for another that could not.
  for (let before = Infinity; waiting.length < before && waiting.length > 0;) {
    before = waiting.length;
    const still: Move[] = [];
    for (const move of waiting) {
      if (await moveOne(ground, move.sessionId, clocks)) mended += 1;
      else still.push(move);
    }
    waiting = still;
  }
  for (const sessionId of [...waiting.map((move) => move.sessionId), ...lost])
    note('session.not-retimed', { session: sessionId });
  return { looked, mended };
}

interface Read {
  readonly session: Session;
  readonly door: Door;
  readonly roster: Roster;
}

async function readOne(store: Store, sessionId: string): Promise<Read> {
  const [session, door, roster] = await store.get([
    sessionKey(sessionId),
    doorKey(sessionId),
    rosterKey(sessionId),
  ]);
  return { session: parseSession(session), door: parseDoor(door), roster: parseRoster(roster) };
}

/** The session under the release by which it was looked at; nothing that anybody sees changes. */
const stamp = (ground: Ground, sessionId: string, clocks: Clocks): Promise<number> =>
  commit(ground, async () => {
    const { session, door } = await readOne(ground.store, sessionId);
    const result = retimed(session, clocks);
    if (result.kind !== 'same') return { changes: [], answer: 0 };
    return { changes: [moveDoor(door, {}), ...stampClocks(session, clocks.version)], answer: 1 };
  });

/** @returns whether the session is where it should be */
const moveOne = (ground: Ground, sessionId: string, clocks: Clocks): Promise<boolean> =>
  commit(ground, async () => {
    const now = ground.now();
    const read = await readOne(ground.store, sessionId);
    const result = retimed(read.session, clocks);
    if (result.kind !== 'moves') return { changes: [], answer: result.kind === 'same' };
    if (!isToCome(read.session, read.door, now)) return { changes: [], answer: true };
    const after: Session = { ...read.session, ...result.time, sequence: read.session.sequence + 1 };
    try {
      return { changes: await changesOf(ground, read, after, clocks, now), answer: true };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { changes: [], answer: false };
    }
  });

/** That an hour is inconvenient is no reason to keep a session from its wall time; that somebody is taken is. */
const inconveniences: readonly Override[] = (
  ['unsociable', 'outside-hours', 'holiday', 'short-notice', 'buffer', 'alone-too-long'] as const
).map((what) => ({ what, reason: 'other' }));

async function changesOf(
  { store, randomBytes }: Ground,
  { session, door, roster }: Read,
  after: Session,
  clocks: Clocks,
  now: Date,
): Promise<readonly Change[]> {
  const { sessionId, caseId } = session;
  const bookings = roster.booked;
  const wish: Wish = {
    caseId,
    sessionId,
    mode: session.mode,
    time: after,
    ...(door.status === 'held' && door.heldUntil !== undefined
      ? { until: holdEnd(door.heldUntil, after) }
      : {}),
    bookings,
    overrides: inconveniences,
    before: { time: session, bookings },
  };
  const holidays = knownHolidays();
  const found = await readByKey(store, [
    caseKey(caseId),
    witnessKey(caseId),
    headKey(sessionId),
    ...bookings.flatMap(resourceKeys),
    ...pagesFor(wish).map(pageKey),
  ]);
  const witness = parseWitness(found(witnessKey(caseId)));
  const { hostState } = parseCase(found(caseKey(caseId)));
  // Seen with the eyes of whoever holds contact with her, from whom nothing is hidden.
  const eyes = { witness, hostState, self: { personId: witness.holder } };
  const bare = bookings.map((booking) => resourceOf(booking, found, eyes));
  const resources = await holidays.laidOver(store, found, after, bare);
  const taken = await takeTime(store, wish, resources, found, now);
  const venue = sealedVenue(after, randomBytes);
  const entry: NewEntry = {
    entryId: newId(randomBytes),
    action: 'session.retimed',
    actor: { system: 'sessions' },
    authority: { kind: 'rule', ref: `zone table ${clocks.version}` },
    subject: { kind: 'session', ref: sessionId },
    occurredAt: now.toISOString(),
    details: {
      from: [session.start, session.end],
      to: [after.start, after.end],
      zoneTableBefore: session.venue.zoneTable,
      zoneTable: clocks.version,
    },
    sealed: { venue: venue.digest },
  };
  const head = parseHead(found(headKey(sessionId)));
  const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
  return atOnce([
    moveDoor(door, doorAt(door, after, false)),
    ...putMoved(session, after, venue),
    holdRoster(roster),
    ...(door.status === 'held' ? [] : [tellSoon(sessionId, now)]),
    ...taken.changes,
    ...log.changes,
  ]);
}
