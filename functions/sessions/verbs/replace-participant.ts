import type { Role } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Key } from '../../shared/store/store.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { placeGiven } from '../../cases/port/case-state.ts';
import { conflictsKey, parseConflicts, type Conflicts } from '../../cases/port/must-not-interpret.ts';
import { memberKey, parseMemberEver, pseudonymsKey, type Member } from '../../cases/port/membership.ts';
import { participantReplaced } from '../actions.ts';
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
import type { Session } from '../model/session.ts';
import { kinds, type SessionKind } from '../port/kinds.ts';
import { sitsWithClient } from '../port/may-meet.ts';
import { openPoints, seatNamed, type Door, type DoorMove, type Seat } from '../port/door.ts';
import { bookedFor, withBooking, type Booking } from '../port/roster.ts';
import { interpretersAnew } from '../port/standing.ts';
import { followIn } from '../following/follow-standing.ts';
import { seatFor } from '../model/new-door.ts';
import { assertNotClosed } from '../model/session.ts';

type Body = BodyOf<typeof contract.replaceParticipant>;

/**
 * Who may give a seat to somebody else: whoever runs sessions of that kind, whoever has such a seat themselves, and the clerk
 * who calls the interpreter.
 */
const mayReplace = (kind: SessionKind, seat: Body['seat'], role: Role): boolean =>
  kinds[kind].bookedBy.some((each) => each === role) ||
  role === seat ||
  (role === 'clerk' && seat === 'interpreter');

/**
 * Gives a seat to somebody else. The one before loses the time, the seat and the door in one transaction: from then on no
 * request of theirs is answered, and `rooms`, which follows the door, gives everybody else another room.
 */
export const replaceParticipant: Handler<typeof contract.replaceParticipant, [KnownHolidays]> = async (
  call,
  holidays,
) => {
  const answer = await replace(call, holidays);
  // Who may come into the one room goes by who has a seat. A pass asks anew in any case, and the sweep finds what fails here.
  await followIn(call.context, call.params.sessionId).catch(() => undefined);
  return answer;
};

const replace: Handler<typeof contract.replaceParticipant, [KnownHolidays]> = (call, holidays) => {
  const { reason, overrides = [], ...replacement } = call.body;
  const { seat, ids } = replacement;
  const booking = { seat, personId: ids[0] } as const;
  const change = { what: 'replacement', ...replacement } as const;
  return changeSession(call, {
    reads: (known) => {
      const inSeat = bookedFor(known.roster, seat);
      return [
        ...caseKeys(known.session, [booking, ...inSeat]),
        ...neededKeys(known, { bookings: [booking], inPlaceOf: inSeat, others: inSeat }, holidays),
        approvalKey(known.session.sessionId, 'replacement'),
      ];
    },
    decide: async (loaded) => {
      const { door, roster, found, self } = loaded;
      if (!mayReplace(loaded.session.kind, seat, self.role)) throw new Refusal('not-your-role');
      assertMayOverride(overrides, call.actor.role);
      assertNotClosed(door, call.now);
      const { before, had } = assertReplaceable(loaded, call.body);
      assertNoConflict([booking], found, loaded.case);
      const { after, joins } = assertSuitable(loaded, booking, call.context.randomBytes);
      await assertMayName(call.context.store, call.actor, loaded, [booking]);
      const others = bookedFor(roster, seat).filter((each) => each !== had);
      const needed = { bookings: [booking], inPlaceOf: [had], others };
      const taken = await takeNeeded(call, loaded, needed, holidays, { overrides, change });
      const conflicts = parseConflicts(found(conflictsKey(loaded.session.caseId)));
      const { session, viewpoint } = loaded;
      const moved = {
        ...seated(door, { before, after }, conflicts),
        ...(seat === 'interpreter'
          ? { interpretsFor: teamMinutes([...others, booking], found, viewpoint, session.mode) }
          : {}),
      };
      if (!sitsWithClient({ seat: after.role, pseudonym: after.pseudonym }, moved.seats, [after]))
        throw new Refusal('seats-not-possible', {}, [
          { pointer: '/ids/0', message: 'This counsel represents somebody who has no seat here.' },
        ]);
      const names = { participant: after.pseudonym, inPlaceOf: before.pseudonym };
      return {
        door: moved,
        roster: withBooking(roster, booking, had),
        entry: (by) =>
          participantReplaced.entry({ ...by, details: { seat, reason, ...names, ...taken.details } }),
        changes: [placeGiven(loaded.case), ...taken.changes, ...joins],
        answer: { pseudonym: after.pseudonym, gates: openPoints({ ...door, ...moved }) },
      };
    },
  });
};

const caseKeys = ({ caseId }: Session, bookings: readonly Booking[]): readonly Key[] => [
  pseudonymsKey(caseId),
  ...bookings.flatMap(({ personId }) => (personId === undefined ? [] : [memberKey(caseId, personId)])),
];

/**
 * Whoever comes, as a member of the case; an interpreter who is none yet joins it.
 * @throws {Refusal} `person-not-suitable` for somebody who cannot have the seat
 */
function assertSuitable(
  { session: { caseId }, found }: LoadedSession,
  booking: Booking,
  randomBytes: RandomBytes,
) {
  const { members, joins } = peopleFor(caseId, [booking], found, randomBytes);
  const [after] = members;
  if (after === undefined) throw new Refusal('person-not-suitable', { seat: booking.seat });
  return { after, joins };
}

/** Who is replaced, as the door and as the roster have them. */
interface Replaced {
  readonly before: Seat;
  readonly had: Booking;
}

/**
 * @throws {Refusal} `seats-not-possible` for a seat that is empty or that the one who is named does not have, and for
 * somebody who sits in the session already; `invalid-request` where several have it and none is named
 */
function assertReplaceable(
  { door, roster, found, session }: LoadedSession,
  { seat, ids, inPlaceOf }: Body,
): Replaced {
  const refuse = (pointer: string, message: string) =>
    new Refusal('seats-not-possible', {}, [{ pointer, message }]);
  const before = seatNamed(door, { seat, pseudonym: inPlaceOf }, '/inPlaceOf');
  const had = bookedFor(roster, seat).find(
    ({ personId = '' }) =>
      parseMemberEver(found(memberKey(session.caseId, personId))).pseudonym === before?.pseudonym,
  );
  if (before === undefined || had === undefined)
    throw inPlaceOf === undefined
      ? refuse('/seat', 'Nobody has this seat; there is nobody to replace.')
      : refuse('/inPlaceOf', 'Whoever is named does not have this seat.');
  if (roster.booked.some((each) => each.personId === ids[0]))
    throw refuse('/ids/0', 'That person has a seat in this session already.');
  return { before, had };
}

/**
 * Nobody has agreed to the new interpreter yet: languages, conflicts and undertaking are asked for again, and until then
 * the door is closed.
 */
function seated(
  { seats, gates }: Door,
  { before, after }: { readonly before: Seat; readonly after: Member },
  conflicts: Conflicts,
): DoorMove & Pick<Door, 'seats' | 'gates'> {
  const presides = before.presides === undefined ? {} : { presides: before.presides };
  const changed = seats.map((taken) =>
    taken.pseudonym === before.pseudonym ? { ...seatFor(after), ...presides } : taken,
  );
  return after.role === 'interpreter'
    ? { seats: changed, ...interpretersAnew({ seats: changed, gates }, conflicts) }
    : { seats: changed, gates };
}
