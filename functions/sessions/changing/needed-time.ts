import type { Staff } from '../../shared/access/roles.ts';
import type { Context } from '../../shared/http/call.ts';
import type { Change, Key } from '../../shared/store/store.ts';
import { approvalFor, type Approvable } from './approval.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { KnownSession, LoadedSession } from './loaded-session.ts';
import { overrideDetails, type Override } from '../../availability/port/overrides.ts';
import { resourceKeys, resourceOf } from '../../availability/port/resource.ts';
import type { Booking } from '../port/roster.ts';
import { holdEnd } from '../model/session.ts';
import type { SessionTime } from '../port/session-time.ts';
import { pageKey } from '../port/page-items.ts';
import { pagesFor, type Claim } from '../../availability/port/claim.ts';
import { takeTime } from '../booking/take-time.ts';

/** The time that a change of a session needs of people and rooms. */
export interface NeededTime {
  /** Whose time it takes. */
  readonly bookings: readonly Booking[];
  /** Who gives the session's time back for it. */
  readonly inPlaceOf: readonly Booking[];
  /** Who is booked already and stays; only what would be free instead must suit them too. */
  readonly others?: readonly Booking[];
  /** When; the session's own time unless it is to have another. */
  readonly time?: SessionTime | undefined;
}

/** All that must be read to take it. */
export function neededKeys(known: KnownSession, needed: NeededTime, holidays: KnownHolidays): readonly Key[] {
  const claim = claimFor(known, needed);
  return [
    ...[...needed.bookings, ...(needed.others ?? [])].flatMap(resourceKeys),
    ...holidays.keys(claim.time),
    ...pagesFor(claim).map(pageKey),
  ];
}

export interface TakenForChange {
  readonly changes: readonly Change[];
  /** What the entry says of it: what was set aside, and who agreed. */
  readonly details: { readonly overrides?: string[]; readonly approvedBy?: string };
}

/** With what a change is asked for. */
export interface Terms {
  readonly overrides?: readonly Override[];
  /** The change, where a second role must have agreed to it shortly before the start. */
  readonly change?: Approvable | undefined;
}

interface Asking {
  readonly actor: Staff;
  readonly context: Pick<Context, 'store'>;
  readonly now: Date;
}

/**
 * Takes the time, and uses up the word of the second role.
 * @throws {Refusal} those of `takeTime` and, after those, of `approvalFor`
 */
export async function takeNeeded(
  { context: { store }, actor, now }: Asking,
  loaded: LoadedSession,
  needed: NeededTime,
  holidays: KnownHolidays,
  { overrides = [], change }: Terms = {},
): Promise<TakenForChange> {
  const { found, viewpoint, roster } = loaded;
  const { bookings, others = [] } = needed;
  const claim = claimFor(loaded, needed);
  const bare = [...bookings, ...others].map((booking) =>
    // A room that the session does not have yet was named by the one who asks, who then knows it.
    resourceOf(booking, found, viewpoint, !roster.booked.includes(booking)),
  );
  const resources = await holidays.laidOver(store, found, claim.time, bare);
  const taken = await takeTime(
    store,
    { ...claim, others: resources.slice(bookings.length), overrides, by: actor.role },
    resources.slice(0, bookings.length),
    found,
    now,
  );
  const approved =
    change === undefined ? { changes: [], details: {} } : approvalFor(loaded, change, taken.used, now);
  return {
    changes: [...taken.changes, ...approved.changes],
    details: { ...overrideDetails(taken.used), ...approved.details },
  };
}

function claimFor(
  { session, door }: Pick<KnownSession, 'session' | 'door'>,
  { bookings, inPlaceOf, time = session }: NeededTime,
): Claim {
  const { caseId, sessionId, mode } = session;
  return {
    caseId,
    sessionId,
    mode,
    time,
    ...(door.status === 'held' && door.heldUntil !== undefined
      ? { until: holdEnd(door.heldUntil, time) }
      : {}),
    bookings,
    overrides: [],
    // A cancelled session takes nothing.
    before: door.status === 'cancelled' ? undefined : { time: session, bookings: inPlaceOf },
  };
}
