import type { Staff } from '../../shared/access/roles.ts';
import type { Call } from '../../shared/http/call.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Key } from '../../shared/store/store.ts';
import { newId } from '../../shared/values/ids.ts';
import { addMinutes, instantOf, type Instant } from '../../shared/values/instants.ts';
import {
  caseKey,
  filePartition,
  holdersOf,
  hostStateOf,
  memberKey,
  memberPrefix,
  membersIn,
  parseCase,
  parseMember,
  witnessesIn,
  pseudonymsKey,
  witnessKeys,
  type Case,
  type CaseWitness,
  type Member,
} from '../../cases/port/membership.ts';
import { assertParties, expertsIn, partiesIn, partyKeys, type Party } from '../../cases/port/parties.ts';
import { standingKeys, standingsIn, type Standing } from '../../cases/port/standing.ts';
import { readStandingOrders, type StandingOrder } from '../../orders/port/standing-orders.ts';
import type { Viewpoint } from '../../cases/port/who-may-know-a-place.ts';
import type { bookSession } from './contract.ts';
import { claimKeys } from '../../availability/port/claim.ts';
import { assertMayOverride } from '../../availability/port/overrides.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import { listedFor } from '../own-list/lines.ts';
import { newRoster, permittedOf, witnessesOf, type Booking, type Roster } from '../port/roster.ts';
import { holdEnd } from '../model/session.ts';
import type { Session } from '../model/session.ts';
import { resolveTime, type SessionTime } from '../port/session-time.ts';
import { atKnownVenue } from '../model/venue.ts';
import { assertCourtOfKind, assertInterpreted, bookingsOf } from '../port/bookings.ts';
import { holdsKey } from './holds-of-one-person.ts';

/** A session that somebody wants to book, with all that was read to decide it by. */
export interface WantedSession {
  readonly session: Session;
  /** Who and what is to be booked for it, and by whom it is held, where it is to be held only. */
  readonly roster: Roster;
  /** Where the time is to be held only: until when. */
  readonly heldUntil: Instant | undefined;
  readonly self: Member;
  readonly case: Case;
  /** Who is to be heard, and what stands for them. */
  readonly witnesses: readonly CaseWitness[];
  readonly standings: readonly Standing[];
  /** What the court ordered in the case, and whom the case has beside witnesses. */
  readonly orders: readonly StandingOrder[];
  readonly companions: readonly Party[];
  /** The State from which experts are heard, where nobody else is. */
  readonly expertsIn: string | undefined;
  readonly viewpoint: Viewpoint;
  /** Everybody and everything that is booked, with their pages. */
  readonly found: Found;
}

/**
 * One round of reads.
 * @throws {Refusal} `not-found` for whoever is not a member of the case, before anything else; `not-your-role` where the
 * role in the case is another, and for a court of another State; those of `resolveTime`, `bookingsOf`, `assertMayOverride`, `witnessesIn` and `assertParties`
 */
export async function loadWanted(
  { actor, body, now, context: { store, randomBytes } }: Call<typeof bookSession>,
  holidays: KnownHolidays,
): Promise<WantedSession> {
  const { caseId, kind, mode, holdMinutes } = body;
  const asked = attempt(() => wantedBy(actor, body, now));
  const sessionId = newId(randomBytes);
  const [found, file, orders] = await Promise.all([
    readByKey(store, [
      memberKey(caseId, actor.personId),
      caseKey(caseId),
      ...(holdMinutes === undefined ? [] : [holdsKey(actor.personId)]),
      ...('value' in asked ? keysFor({ caseId, sessionId, ...asked.value }, holidays) : []),
    ]),
    queryAll(store, 'cases', filePartition(caseId), { prefix: memberPrefix }),
    readStandingOrders(store, caseId),
  ]);
  // First of all: to whoever is not a member, the case does not exist.
  const self = parseMember(found(memberKey(caseId, actor.personId)));
  if (self.role !== actor.role) throw new Refusal('not-your-role');
  if (!('value' in asked)) throw asked.refused;
  const opened = parseCase(found(caseKey(caseId)));
  assertCourtOfKind(kind, actor, opened);
  const witnesses = witnessesIn(found, caseId, witnessesOf(asked.value.bookings));
  const parties = partiesIn(found, caseId, asked.value.bookings);
  assertParties(asked.value.bookings, parties);
  const time = atKnownVenue(asked.value.time, actor, hostStateOf(opened, witnesses));
  const session = { sessionId, caseId, kind, ...(mode === undefined ? {} : { mode }), sequence: 0, ...time };
  const isHeld = holdMinutes !== undefined;
  return {
    session,
    roster: newRoster(
      session,
      asked.value.bookings,
      isHeld ? self.personId : undefined,
      listedFor(kind, asked.value.bookings, {
        members: membersIn(file),
        holders: holdersOf(witnesses),
      }),
    ),
    heldUntil: isHeld ? holdEnd(addMinutes(instantOf(now.getTime()), holdMinutes), time) : undefined,
    self,
    case: opened,
    witnesses,
    standings: standingsIn(found, caseId, permittedOf(asked.value.bookings)),
    orders,
    companions: parties,
    expertsIn: witnesses.length === 0 ? expertsIn(parties) : undefined,
    viewpoint: { viewer: actor, witnesses, hostState: hostStateOf(opened, witnesses) },
    found,
  };
}

function wantedBy(staff: Staff, proposal: BodyOf<typeof bookSession>, now: Date) {
  const time = resolveTime(proposal, now);
  const bookings = bookingsOf(proposal, staff);
  assertInterpreted(bookings, proposal.mode);
  assertMayOverride(proposal.overrides ?? [], staff.role);
  return { time, bookings };
}

/** What is refused whatever is read; told only once it is certain that the one who asks may know the case. */
function attempt<Value>(work: () => Value): { readonly value: Value } | { readonly refused: Refusal } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

interface Asked {
  readonly caseId: string;
  readonly sessionId: string;
  readonly time: SessionTime;
  readonly bookings: readonly Booking[];
}

const keysFor = (asked: Asked, holidays: KnownHolidays): readonly Key[] => [
  ...witnessKeys(asked.caseId, witnessesOf(asked.bookings)),
  ...partyKeys(asked.caseId, asked.bookings),
  ...standingKeys(asked.caseId, permittedOf(asked.bookings)),
  pseudonymsKey(asked.caseId),
  ...asked.bookings.flatMap(({ personId }) =>
    personId === undefined ? [] : [memberKey(asked.caseId, personId)],
  ),
  ...claimKeys(asked, holidays),
];
