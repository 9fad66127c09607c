import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { placeGiven } from '../../cases/port/case-state.ts';
import { memberKey, type Member } from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { attendingOfficerNamed } from '../actions.ts';
import { approvalKey, type Approvable } from '../changing/approval.ts';
import { assertMayName, chosenFor } from '../booking/chosen-people.ts';
import { suitable } from '../port/bookings.ts';
import { neededKeys, takeNeeded } from '../changing/needed-time.ts';
import { changeSession } from '../changing/change-session.ts';
import type * as contract from '../changing/contract.ts';
import { kinds } from '../port/kinds.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { LoadedSession } from '../changing/loaded-session.ts';
import { assertMayOverride } from '../../availability/port/overrides.ts';
import { openPoints, type Door } from '../port/door.ts';
import { officerGate } from '../port/identity.ts';
import { assertMayOpen } from '../port/may-open-gate.ts';
import { bookedFor, withBooking, type Booking } from '../port/roster.ts';
import { seatFor } from '../model/new-door.ts';
import { assertNotClosed } from '../model/session.ts';

const seat = 'attending-officer';

/** Names the officer, or another in the officer's place: calendar, seat, gate and entry in one transaction. */
export const nameAttendingOfficer: Handler<typeof contract.nameAttendingOfficer, [KnownHolidays]> = (
  call,
  holidays,
) => {
  const { personId, overrides = [] } = call.body;
  const booking = { seat, personId } as const;
  return changeSession(call, {
    reads: (known) => [
      memberKey(known.session.caseId, personId),
      personKey(call.actor.personId),
      ...neededKeys(known, { bookings: [booking], inPlaceOf: bookedFor(known.roster, seat) }, holidays),
      approvalKey(known.session.sessionId, seat),
    ],
    decide: async (loaded) => {
      const { door, roster } = loaded;
      const officer = assertOfficer(loaded, call.actor.personId, personId);
      assertNotClosed(door, call.now);
      assertMayOverride(overrides, call.actor.role);
      await assertMayName(call.context.store, call.actor, loaded, [booking]);
      const inPlaceOf = bookedFor(roster, seat);
      const [before] = inPlaceOf;
      const needed = { bookings: [booking], inPlaceOf };
      const terms = { overrides, change: changeOf(before, personId) };
      const taken = await takeNeeded(call, loaded, needed, holidays, terms);
      const moved = seated(door, officer);
      return {
        door: moved,
        roster: withBooking(roster, booking, before),
        entry: (by) =>
          attendingOfficerNamed.entry({
            ...by,
            details: { officer: officer.pseudonym, ...inPlaceOfWhom(door), ...taken.details },
          }),
        changes: [placeGiven(loaded.case), ...taken.changes],
        answer: { gates: openPoints({ ...door, ...moved }) },
      };
    },
  });
};

/** An empty seat may be filled at any moment; another officer in place of one is a change like any other. */
const changeOf = (before: Booking | undefined, personId: string): Approvable | undefined =>
  before?.personId === undefined || before.personId === personId ? undefined : { what: seat, personId };

/**
 * @throws {Refusal} `not-your-role` for an authority that is not the host State's; `person-not-suitable` for an officer who
 * is not of the case, not of that role, or not the host State's, and in a session that has no such seat
 */
function assertOfficer(loaded: LoadedSession, callerId: string, officerId: string): Member {
  const { found, session } = loaded;
  const { hostState } = loaded.viewpoint;
  assertMayOpen('attendingOfficer', parsePerson(found(personKey(callerId))), { hostState });
  const chosen = chosenFor(session.caseId, { seat, personId: officerId }, found);
  const { country } = suitable(chosen);
  const { may, needs } = kinds[session.kind];
  if (chosen.member === undefined || country !== hostState || ![...may, ...needs].includes(seat))
    throw new Refusal('person-not-suitable', { seat });
  return chosen.member;
}

function seated(door: Door, officer: Member): Pick<Door, 'seats' | 'gates'> {
  const seats = [...door.seats.filter((other) => other.seat !== seat), seatFor(officer)];
  const isNone = door.gates.attendingOfficer === 'not-needed';
  const gates = isNone ? door.gates : { ...door.gates, attendingOfficer: 'open' as const };
  return { seats, gates: { ...gates, attendingOfficer: officerGate({ ...door, seats, gates }) } };
}

function inPlaceOfWhom({ seats }: Door): { readonly inPlaceOf?: string } {
  const before = seats.find((other) => other.seat === seat);
  return before === undefined ? {} : { inPlaceOf: before.pseudonym };
}
