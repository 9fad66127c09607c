import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { placeGiven } from '../../cases/port/case-state.ts';
import { conflictsKey, parseConflicts } from '../../cases/port/must-not-interpret.ts';
import { memberKey, pseudonymsKey, type Member } from '../../cases/port/membership.ts';
import { interpreterAdded } from '../actions.ts';
import { approvalKey } from '../changing/approval.ts';
import { assertNoConflict } from '../../availability/port/conflicts.ts';
import { assertMayName, peopleFor } from '../booking/chosen-people.ts';
import { neededKeys, takeNeeded } from '../changing/needed-time.ts';
import { changeSession } from '../changing/change-session.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { LoadedSession } from '../changing/loaded-session.ts';
import { teamMinutes } from '../../availability/port/team-minutes.ts';
import { assertMayOverride } from '../../availability/port/overrides.ts';
import { assertNotTooMany } from '../port/bookings.ts';
import { kinds, needsGate } from '../port/kinds.ts';
import { openPoints, type Door } from '../port/door.ts';
import { interpretersAnew } from '../port/standing.ts';
import { bookedFor, withBooking } from '../port/roster.ts';
import { seatFor } from '../model/new-door.ts';
import { assertNotClosed } from '../model/session.ts';
import { mostInterpreters } from '../proposal/contract.ts';

const seat = 'interpreter';

/**
 * One more who interprets: a relay, somebody who checks, or a first one where it was thought that none was needed. Nobody is
 * replaced, so nobody’s work is longer for it; shortly before the start it needs a second role’s word as any change.
 * Whoever comes must be confirmed, and until then the door is closed, also in a room that is open.
 */
export const addInterpreter: Handler<typeof contract.addInterpreter, [KnownHolidays]> = (call, holidays) => {
  const { ids, overrides = [] } = call.body;
  const booking = { seat, personId: ids[0] } as const;
  const change = { what: 'another-interpreter', ids } as const;
  return changeSession(call, {
    reads: (known) => {
      const others = bookedFor(known.roster, seat);
      return [
        pseudonymsKey(known.session.caseId),
        memberKey(known.session.caseId, booking.personId),
        ...neededKeys(known, { bookings: [booking], inPlaceOf: [], others }, holidays),
        approvalKey(known.session.sessionId, change.what),
      ];
    },
    decide: async (loaded) => {
      const { door, roster, found, self, session } = loaded;
      if (self.role !== 'clerk' && !kinds[session.kind].bookedBy.some((each) => each === self.role))
        throw new Refusal('not-your-role');
      assertMayOverride(overrides, call.actor.role);
      assertNotClosed(door, call.now);
      assertRoomForOneMore(loaded, booking.personId);
      assertNoConflict([booking], found, loaded.case);
      const { members, joins } = peopleFor(session.caseId, [booking], found, call.context.randomBytes);
      const [member] = members;
      if (member === undefined) throw new Refusal('person-not-suitable', { seat });
      await assertMayName(call.context.store, call.actor, loaded, [booking]);
      const needed = { bookings: [booking], inPlaceOf: [], others: bookedFor(roster, seat) };
      const taken = await takeNeeded(call, loaded, needed, holidays, { overrides, change });
      const conflicts = parseConflicts(found(conflictsKey(session.caseId)));
      const seats = seated(door, session.kind, member);
      const all = [...needed.others, booking];
      const moved = {
        ...seats,
        ...interpretersAnew(seats, conflicts),
        interpretsFor: teamMinutes(all, found, loaded.viewpoint, session.mode),
      };
      return {
        door: moved,
        roster: withBooking(roster, booking, undefined),
        entry: (by) =>
          interpreterAdded.entry({ ...by, details: { participant: member.pseudonym, ...taken.details } }),
        changes: [placeGiven(loaded.case), ...taken.changes, ...joins],
        answer: { pseudonym: member.pseudonym, gates: openPoints({ ...door, ...moved }) },
      };
    },
  });
};

/** @throws {Refusal} `seats-not-possible` */
function assertRoomForOneMore({ session, roster, door }: LoadedSession, personId: string): void {
  const refuse = (message: string) => new Refusal('seats-not-possible', {}, [{ pointer: '/ids/0', message }]);
  const { may, needs } = kinds[session.kind];
  if (![...may, ...needs].includes(seat)) throw refuse('Nobody interprets in a session of this kind.');
  assertNotTooMany(door.seats.length + 1);
  if (roster.booked.some((each) => each.personId === personId))
    throw refuse('That person has a seat in this session already.');
  if (bookedFor(roster, seat).length >= mostInterpreters)
    throw refuse(`At most ${mostInterpreters} interpret in one session: replace one of them.`);
}

/** With one more behind it, and the gate of interpreters where there was none. */
function seated({ seats, gates }: Door, kind: LoadedSession['session']['kind'], member: Member) {
  const all = [...seats, seatFor(member)];
  const places = all.map((each) => each.seat);
  const needed = needsGate(kind, places, 'interpreter') ? 'missing' : 'not-needed';
  return { seats: all, gates: { ...gates, interpreter: needed } as const };
}
