import { logEvent } from '../../shared/log.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import type { Change } from '../../shared/store/store.ts';
import type { Context } from '../../shared/http/call.ts';
import { newId } from '../../shared/values/ids.ts';
import { headKey, parseHead } from '../../custody/port/append.ts';
import { sessionRetimed } from '../actions.ts';
import { atVenue, changesOf, type Decision } from '../changing/decision.ts';
import { moveDoor } from '../port/door.ts';
import { ourClocks, retimed, type Clocks } from '../model/retimed.ts';
import {
  inTurns,
  isToCome,
  type linesToCome,
  listMoves,
  readForMoving,
  readTimed,
  type TimedSession,
} from './moves-to-make.ts';
import { doorAt } from '../model/new-door.ts';
import type { Session } from '../model/session.ts';
import { holdRoster, stampClocks } from '../store.ts';
import { takeTime } from '../booking/take-time.ts';
import type { Claim } from '../../availability/port/claim.ts';

/**
 * Moves every session whose wall time is another instant by our clocks. Whoever is booked somewhere else by then stands in
 * the way of nothing but of being moved: such a session stays where it is, an alarm says so, and it is tried again by the
 * next sweep, since somebody may have made room.
 */
export async function retimeSessions(
  context: Context,
  clocks: Clocks = ourClocks,
  lines?: Awaited<ReturnType<typeof linesToCome>>,
) {
  const now = context.now();
  const { looked, moves, lost, same, beside } = await listMoves(context.store, clocks, now, lines);
  let repaired = 0;
  for (const sessionId of same) repaired += await stamp(context, sessionId, clocks);
  const waiting = await inTurns(moves, async ({ sessionId }) => {
    const moved = await moveOne(context, sessionId, clocks, beside.get(sessionId));
    if (moved) repaired += 1;
    return moved;
  });
  for (const sessionId of [...waiting.map((move) => move.sessionId), ...lost])
    logEvent('session.not-retimed', { session: sessionId });
  return { looked, repaired };
}

/** The session under the release by which it was looked at; nothing that anybody sees changes. */
const stamp = (context: Context, sessionId: string, clocks: Clocks): Promise<number> =>
  commit(context, async () => {
    const { session, door, roster } = await readTimed(context.store, sessionId);
    const result = retimed(session, clocks);
    if (result.kind !== 'same') return { changes: [], answer: 0 };
    return {
      changes: [moveDoor(door, {}), holdRoster(roster), ...stampClocks(session, roster, clocks.version)],
      answer: 1,
    };
  });

/** @returns whether the session is where it should be */
const moveOne = (
  context: Context,
  sessionId: string,
  clocks: Clocks,
  beside: Claim['beside'],
): Promise<boolean> =>
  commit(context, async () => {
    const now = context.now();
    const read = await readTimed(context.store, sessionId);
    const result = retimed(read.session, clocks);
    if (result.kind !== 'moves') return { changes: [], answer: result.kind === 'same' };
    if (!isToCome(read.session, read.door, now)) return { changes: [], answer: true };
    const after: Session = { ...read.session, ...result.time, sequence: read.session.sequence + 1 };
    try {
      return { changes: await changesOfMove(context, read, { after, beside }, clocks, now), answer: true };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { changes: [], answer: false };
    }
  });

async function changesOfMove(
  { store, randomBytes }: Context,
  { session, door, roster }: TimedSession,
  { after, beside }: { readonly after: Session; readonly beside: Claim['beside'] },
  clocks: Clocks,
  now: Date,
): Promise<readonly Change[]> {
  const { sessionId } = session;
  const head = headKey(sessionId);
  const { claim, found, resources } = await readForMoving(store, { session, door, roster }, after, beside, [
    head,
  ]);
  const taken = await takeTime(store, claim, resources, found, now);
  const known = { session, door, roster, head: parseHead(found(head)) };
  const moved = atVenue(after, randomBytes);
  const decision: Decision = {
    door: doorAt(door, after),
    moved,
    entry: (by) =>
      sessionRetimed.entry({
        ...by,
        details: {
          from: [session.start, session.end],
          to: [after.start, after.end],
          zoneTableBefore: session.venue.zoneTable,
          zoneTable: clocks.version,
        },
        sealed: { venue: moved.venue.digest },
      }),
    changes: taken.changes,
  };
  return changesOf(known, decision, {
    entryId: newId(randomBytes),
    actor: { system: 'sessions' },
    authority: { kind: 'rule', ref: `zone table ${clocks.version}` },
    now,
    randomBytes,
  });
}
