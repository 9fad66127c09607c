import type { Staff } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Key, Store } from '../../shared/store/store.ts';
import {
  caseKey,
  parseCase,
  witnessesIn,
  witnessKeys,
  type Case,
  type CaseWitness,
  type Member,
} from '../../cases/port/membership.ts';
import type { Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import { headKey, parseHead, type Head } from '../../custody/port/append.ts';
import { heardIn, hostStateAt, type Door } from '../port/door.ts';
import { assertCourtOfKind } from '../port/bookings.ts';
import { enterSession } from '../port/enter-session.ts';
import { kinds } from '../port/kinds.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import { parseRoster, withParty, type Roster } from '../port/roster.ts';
import type { Session } from '../model/session.ts';
import { parseSession, rosterKey, sessionKey } from '../store.ts';

/** A session as it lies in the table, with the end of its log. */
export interface KnownSession {
  readonly session: Session;
  readonly door: Door;
  readonly roster: Roster;
  readonly head: Head | undefined;
}

/** A session that somebody of its case wants to change, with all that is decided from. */
export interface LoadedSession extends KnownSession {
  readonly self: Member;
  readonly case: Case;
  /** Who is heard in it. */
  readonly witnesses: readonly CaseWitness[];
  /** Those of the one who asks. */
  readonly viewpoint: Viewpoint;
  /** Whatever else was read. */
  readonly found: Found;
}

/**
 * Two rounds: the session, then its case, and whatever else the session says must be read.
 * @throws {Refusal} `not-found` for whoever is not a member of the case, and for a confidential session where the caller
 * has no seat; `not-your-role` where the role in the case is another, and for a court of another State
 */
export async function loadSession(
  store: Store,
  sessionId: string,
  staff: Staff,
  more: (known: KnownSession) => readonly Key[] = () => [],
): Promise<LoadedSession> {
  const knownFrom = (door: Door, found: Found): KnownSession => ({
    session: parseSession(found(sessionKey(sessionId))),
    door,
    roster: withParty(parseRoster(found(rosterKey(sessionId))), door),
    head: parseHead(found(headKey(sessionId))),
  });
  const { door, self, found } = await enterSession(store, sessionId, staff, {
    first: [sessionKey(sessionId), rosterKey(sessionId), headKey(sessionId)],
    next: (entered, before) => [
      caseKey(entered.caseId),
      ...witnessKeys(entered.caseId, heardIn(entered)),
      ...more(knownFrom(entered, before)),
    ],
  });
  const known = knownFrom(door, found);
  const { caseId } = door;
  const opened = parseCase(found(caseKey(caseId)));
  assertCourtOfKind(known.session.kind, staff, opened);
  const witnesses = witnessesIn(found, caseId, heardIn(door));
  return {
    ...known,
    self,
    case: opened,
    witnesses,
    viewpoint: { viewer: staff, witnesses, hostState: hostStateAt(door, opened, witnesses) },
    found,
  };
}

/**
 * Whoever holds a time may confirm it or let it go, also where others run sessions of that kind by now.
 * @throws {Refusal} `not-your-role` for whoever does not run sessions of this kind
 */
export function assertRuns({
  session,
  self,
  door,
  roster,
}: Pick<LoadedSession, 'session' | 'self' | 'door' | 'roster'>): void {
  const runs = kinds[session.kind].bookedBy.some((role) => role === self.role);
  const holds = door.status === 'held' && roster.heldBy === self.personId;
  if (!runs && !holds) throw new Refusal('not-your-role');
}
