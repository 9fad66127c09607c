import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { memberKey, type Member } from '../cases/port/membership.ts';
import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import { approvalFor, approvalKey, type Approved } from './approval.ts';
import { seatFor } from './booking.ts';
import { chosenFor } from './book-session.ts';
import { resourceKeys, resourceOf } from '../availability/port/resource.ts';
import type * as contract from './contract.ts';
import { moveDoor, openPoints, type Door } from './port/door.ts';
import { kinds } from './port/kinds.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { assertMayOverride, overrideDetails, type Override } from '../availability/port/overrides.ts';
import { bookedFor, withBooking } from './port/roster.ts';
import { assertNotClosed } from './session.ts';
import { entryBy, loadSession, type LoadedSession } from './loaded-session.ts';
import { moveRoster } from './store.ts';
import { takeTime } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { suitable } from './port/bookings.ts';
import { pagesFor } from '../availability/port/claim.ts';
const seat = 'attending-officer';

/** Names the officer, or another in the officer's place: calendar, seat, gate and entry in one transaction. */
export const nameAttendingOfficer: Handler<
  typeof contract.nameAttendingOfficer,
  [holidays: KnownHolidays]
> = ({ actor: staff, params, body, now, context, commit }, holidays) =>
  commit(async () => {
    const { store, randomBytes } = context;
    const booking = { seat, personId: body.personId } as const;
    const loaded = await loadSession(store, params.sessionId, staff, ({ session, roster }) => [
      memberKey(session.caseId, booking.personId),
      personKey(staff.personId),
      approvalKey(params.sessionId, 'attending-officer'),
      ...resourceKeys(booking),
      ...holidays.keys(session),
      ...pagesFor({ ...claimFor(session, roster), bookings: [booking] }).map(pageKey),
    ]);
    const { session, door, roster, found, head } = loaded;
    const officer = assertOfficer(loaded, staff.personId, booking.personId);
    assertNotClosed(door, now);
    const overrides = body.overrides ?? [];
    assertMayOverride(overrides, staff.role);
    const bare = resourceOf(booking, found, loaded.viewpoint);
    const resources = await holidays.laidOver(store, found, session, [bare]);
    const claim = { ...claimFor(session, roster), bookings: [booking], overrides, by: staff.role };
    const taken = await takeTime(store, claim, resources, found, now);
    const approved = approvalOf(loaded, body.personId, taken.used, now);
    const after = seated(door, officer);
    const log = prepareAppend({
      logId: session.sessionId,
      caseId: session.caseId,
      head,
      entries: [
        namedEntry(
          loaded,
          officer,
          { ...overrideDetails(taken.used), ...approved.details },
          newId(randomBytes),
          now,
        ),
      ],
      recordedAt: now,
    });
    return {
      changes: [
        moveDoor(door, after),
        syncSoon(session.sessionId, now),
        moveRoster(withBooking(roster, booking, bookedFor(roster, seat)[0])),
        ...taken.changes,
        ...approved.changes,
        ...log.changes,
      ],
      answer: { gates: openPoints({ ...door, ...after }) },
    };
  });

/** An empty seat may be filled at any moment; another officer in place of one is a change like any other. */
function approvalOf(loaded: LoadedSession, personId: string, used: readonly Override[], now: Date): Approved {
  const before = bookedFor(loaded.roster, seat)[0]?.personId;
  return before === undefined || before === personId
    ? { changes: [], details: {} }
    : approvalFor(loaded, { what: seat, personId }, used, now);
}

/** The session's time for the officer alone, in place of whoever had the seat. */
const claimFor = (session: LoadedSession['session'], roster: LoadedSession['roster']) => ({
  caseId: session.caseId,
  sessionId: session.sessionId,
  time: session,
  before: { time: session, bookings: bookedFor(roster, seat) },
});

/**
 * @throws {Refusal} `not-your-role` for an authority that is not the host State's; `person-not-suitable` for an officer who
 * is not of the case, not of that role, or not the host State's, and in a session that has no such seat
 */
function assertOfficer(loaded: LoadedSession, callerId: string, officerId: string): Member {
  const { found, self, session } = loaded;
  const { hostState } = loaded.case;
  if (self.role !== 'central-authority' || parsePerson(found(personKey(callerId))).country !== hostState)
    throw new Refusal('not-your-role');
  const chosen = chosenFor(session.caseId, { seat, personId: officerId }, found);
  const { country } = suitable(chosen);
  const { may, needs } = kinds[session.kind];
  if (chosen.member === undefined || country !== hostState || ![...may, ...needs].includes(seat))
    throw new Refusal('person-not-suitable', { seat });
  return chosen.member;
}

const seated = ({ seats, gates }: Door, officer: Member): Pick<Door, 'seats' | 'gates'> => ({
  seats: [...seats.filter((other) => other.seat !== seat), seatFor(officer)],
  gates: gates.attendingOfficer === 'not-needed' ? gates : { ...gates, attendingOfficer: 'open' },
});

function namedEntry(
  loaded: LoadedSession,
  officer: Member,
  more: NonNullable<NewEntry['details']>,
  entryId: string,
  now: Date,
): NewEntry {
  const before = loaded.door.seats.find((other) => other.seat === seat);
  return {
    ...entryBy(loaded, entryId, now),
    action: 'attending-officer.named',
    details: {
      officer: officer.pseudonym,
      ...(before === undefined ? {} : { inPlaceOf: before.pseudonym }),
      ...more,
    },
  };
}
