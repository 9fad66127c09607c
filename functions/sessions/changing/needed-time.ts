import type { Change, Key } from '../../shared/store/store.ts';
import { approvalFor, type Approvable } from './approval.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { KnownSession, LoadedSession } from './loaded-session.ts';
import type { Override } from '../../availability/port/overrides.ts';
import { resourceKeys } from '../../availability/port/resource.ts';
import type { Booking } from '../port/roster.ts';
import { holdEnd } from '../model/session.ts';
import type { SessionTime } from '../port/session-time.ts';
import { claimKeys, type Claim } from '../../availability/port/claim.ts';
import { takeAsked, type Asking } from '../booking/take-time.ts';

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
export const neededKeys = (
  known: KnownSession,
  needed: NeededTime,
  holidays: KnownHolidays,
): readonly Key[] => [
  ...claimKeys(claimFor(known, needed), holidays),
  ...(needed.others ?? []).flatMap(resourceKeys),
];

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

/**
 * Takes the time, and uses up the word of the second role.
 * @throws {Refusal} those of `takeAsked` and, after those, of `approvalFor`
 */
export async function takeNeeded(
  asking: Asking,
  loaded: LoadedSession,
  needed: NeededTime,
  holidays: KnownHolidays,
  { overrides = [], change }: Terms = {},
): Promise<TakenForChange> {
  const claim = { ...claimFor(loaded, needed), overrides };
  const asRead = { ...loaded, had: loaded.roster.booked };
  const taken = await takeAsked(asking, claim, asRead, holidays, needed.others);
  const approved =
    change === undefined ? { changes: [], details: {} } : approvalFor(loaded, change, taken.used, asking.now);
  return {
    changes: [...taken.changes, ...approved.changes],
    details: { ...taken.details, ...approved.details },
  };
}

function claimFor(
  { session, door }: Pick<KnownSession, 'session' | 'door'>,
  { bookings, inPlaceOf, time = session }: NeededTime,
): Omit<Claim, 'overrides'> {
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
    // A cancelled session takes nothing.
    before: door.status === 'cancelled' ? undefined : { time: session, bookings: inPlaceOf },
  };
}
