import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Context } from '../shared/http/call.ts';
import type { Key } from '../shared/store/store.ts';
import type { Plan } from '../shared/store/commit.ts';
import { newId } from '../shared/values/ids.ts';
import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import { approvalFor, approvalKey, type Approvable } from './approval.ts';
import { assertStillThere } from './booking.ts';
import { sealedVenue } from './book-session.ts';
import { resourceKeys, resourceOf } from '../availability/port/resource.ts';
import { moveDoor, type Door } from './port/door.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { assertMayOverride, overrideDetails, type Override } from '../availability/port/overrides.ts';
import { hasEnded, holdEnd, isOver, statusOf, type Session } from './session.ts';
import type { SessionTime } from './port/session-time.ts';
import { assertRuns, entryBy, loadSession, type LoadedSession } from './loaded-session.ts';
import { atOnce, holdRoster, putMoved } from './store.ts';
import { atKnownVenue } from './venue.ts';
import { takeTime } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { assertNoConflict } from '../availability/port/conflicts.ts';
import { pagesFor, type Claim } from '../availability/port/claim.ts';
import { doorAt } from './door-at.ts';

/** A session that is to have a time, with everybody who is booked for it. */
export interface TimeChange {
  readonly sessionId: string;
  readonly staff: Staff;
  /** The time, from the session as it was read. @throws {Refusal} for a time that is none */
  readonly time: (session: Session) => SessionTime;
  readonly overrides: readonly Override[];
  /** What somebody else must have agreed to, shortly before the start. */
  readonly change: Approvable;
  readonly action: 'session.moved' | 'session.length-changed' | 'session.restored';
}

export interface Changed {
  readonly status: ReturnType<typeof statusOf>;
  readonly start: string;
  readonly end: string;
  readonly sequence: number;
}

/**
 * Decides a change of time: every calendar that the session stands on or is to stand on, the session, its door and the
 * entry, in one transaction. Two rounds of reads, the session's own first.
 * @throws {Refusal} `room-ended`, `hold-over`, `changed-meanwhile` for a session that cannot be changed in that way
 */
export async function changeTime(
  { store, randomBytes }: Pick<Context, 'store' | 'randomBytes'>,
  holidays: KnownHolidays,
  { sessionId, staff, overrides, change, action, ...wanted }: TimeChange,
  now: Date,
): Promise<Plan<Changed>> {
  const loaded = await loadSession(store, sessionId, staff, ({ session, roster, door }) => {
    const time = timeIn(wanted.time, session);
    const claim = { ...claimFor(session, door, time ?? session), bookings: roster.booked };
    return [
      ...roster.booked.flatMap(resourceKeys),
      ...holidays.keys(time ?? session),
      ...pagesFor({ ...claim, before: takes({ door, session, roster }) }).map(pageKey),
      approvalKey(sessionId, change.what),
    ] satisfies Key[];
  });
  assertRuns(loaded);
  assertMayOverride(overrides, staff.role);
  const { session, door, roster, found, head } = loaded;
  const { caseId } = session;
  assertChangeable(loaded, action, now);
  const time = atKnownVenue(wanted.time(session), staff, loaded.case.hostState, session.venue.zone);
  if (action === 'session.restored') assertStillThere(roster.booked, found);
  assertNoConflict(roster.booked, found, loaded.case);
  const bare = roster.booked.map((booking) => resourceOf(booking, found, loaded.viewpoint, false));
  const resources = await holidays.laidOver(store, found, time, bare);
  const before = takes(loaded);
  const claim: Claim = {
    ...claimFor(session, door, time),
    bookings: roster.booked,
    overrides,
    by: staff.role,
    before,
  };
  const taken = await takeTime(store, claim, resources, found, now);
  const approved = approvalFor(loaded, change, taken.used, now);
  const after: Session = { ...session, ...time, sequence: session.sequence + 1 };
  const restores = action === 'session.restored';
  const moved = { ...doorAt(door, after, restores), ...(restores ? { status: 'booked' as const } : {}) };
  const venue = sealedVenue(after, randomBytes);
  const details = { ...overrideDetails(taken.used), ...approved.details };
  const entry: NewEntry = {
    ...entryBy(loaded, newId(randomBytes), now),
    action,
    details: { ...fromTo(session, after), ...details },
    sealed: { venue: venue.digest },
  };
  const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
  return {
    changes: atOnce([
      moveDoor(door, moved),
      syncSoon(sessionId, now),
      ...putMoved(session, after, venue),
      holdRoster(roster),
      ...taken.changes,
      ...approved.changes,
      ...log.changes,
    ]),
    answer: {
      status: statusOf({ ...door, ...moved }, now),
      start: after.start,
      end: after.end,
      sequence: after.sequence,
    },
  };
}

/** The time as far as it can be said; why it cannot is said only to whoever may know the session. */
function timeIn(time: TimeChange['time'], session: Session): SessionTime | undefined {
  try {
    return time(session);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const claimFor = ({ caseId, sessionId, mode }: Session, { status, heldUntil }: Door, time: SessionTime) => ({
  caseId,
  sessionId,
  mode,
  time,
  ...(status === 'held' && heldUntil !== undefined ? { until: holdEnd(heldUntil, time) } : {}),
});

/** A cancelled session takes nothing. */
const takes = ({
  door,
  session,
  roster,
}: Pick<LoadedSession, 'door' | 'session' | 'roster'>): Claim['before'] =>
  door.status === 'cancelled' ? undefined : { time: session, bookings: roster.booked };

function assertChangeable({ door }: LoadedSession, action: TimeChange['action'], now: Date): void {
  const restores = action === 'session.restored';
  if (door.status === 'ended') throw new Refusal('room-ended');
  if (isOver(door, now)) throw new Refusal('hold-over');
  if (restores && door.status !== 'cancelled') throw new Refusal('changed-meanwhile');
  // What was only held was never booked, and is not booked by being let go first.
  if (restores && door.heldUntil !== undefined) throw new Refusal('hold-over');
  if (!restores && door.status === 'cancelled') throw new Refusal('room-ended');
  if (action === 'session.moved' && hasEnded(door, now)) throw new Refusal('room-ended');
  if (action === 'session.length-changed' && door.closesAt <= now.toISOString())
    throw new Refusal('room-ended');
}

const fromTo = (before: Session, after: Session) => ({
  from: [before.start, before.end],
  to: [after.start, after.end],
  zoneTable: after.venue.zoneTable,
});
