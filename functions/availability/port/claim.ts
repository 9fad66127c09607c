import { conflictsKey } from '../../cases/port/must-not-interpret.ts';
import type { AccountRole } from '../../shared/access/roles.ts';
import type { Key } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import type { Override } from './overrides.ts';
import { pageKey } from '../../sessions/port/page-items.ts';
import { calendarsOf, pageNames, type Booking, type PageName } from '../../sessions/port/roster.ts';
import { spansOf, type SessionTime } from '../../sessions/port/session-time.ts';
import { possibleReach } from './findings.ts';
import type { KnownHolidays } from './known-holidays.ts';
import { resourceKeys, type Resource } from './resource.ts';

/** A time that a session is to have, in place of any that it had. */
export interface Claim {
  readonly caseId: string;
  readonly sessionId: string;
  readonly time: SessionTime;
  /** Of a hold: until when. */
  readonly until?: Instant | undefined;
  readonly bookings: readonly Booking[];
  /** How is interpreted; consecutive unless said. */
  readonly mode?: InterpretingMode | undefined;
  readonly overrides: readonly Override[];
  /** Sessions at the same time that whoever is in both was let be in. */
  readonly beside?: ReadonlySet<string> | undefined;
  /**
   * Who is booked already and stays: asked for nothing, but what is offered instead must suit them too, and interpreters
   * among them share the work.
   */
  readonly others?: readonly Resource[] | undefined;
  /** Whoever asks, where it is somebody: what only others may set aside is not offered. */
  readonly by?: AccountRole | undefined;
  /** What the session takes so far. */
  readonly before?: { readonly time: SessionTime; readonly bookings: readonly Booking[] } | undefined;
}

/** All that must be read to judge a claim: whoever and whatever is booked, their holidays, and what they have taken on. */
export const claimKeys = (claim: Omit<Claim, 'overrides'>, holidays: KnownHolidays): readonly Key[] => [
  conflictsKey(claim.caseId),
  ...claim.bookings.flatMap(resourceKeys),
  ...holidays.keys(claim.time),
  ...pagesFor(claim).map(pageKey),
];

/** Every page that may have to be looked at or written for a claim. */
export const pagesFor = ({
  caseId,
  time,
  bookings,
  before,
}: Omit<Claim, 'overrides'>): readonly PageName[] => [
  ...bookings.flatMap((each) =>
    calendarsOf(caseId, each).flatMap((calendar) =>
      pageNames(calendar, possibleReach(each, spansOf(time, each.seat))),
    ),
  ),
  ...pagesTaken(caseId, before),
];

/** Every page on which a session stands. */
export const pagesTaken = (caseId: string, taken: Claim['before']): readonly PageName[] =>
  (taken?.bookings ?? []).flatMap((each) =>
    calendarsOf(caseId, each).flatMap((calendar) =>
      pageNames(calendar, taken === undefined ? [] : spansOf(taken.time, each.seat)),
    ),
  );
