import type * as z from 'zod';
import type { Call, Handler } from '../../shared/http/call.ts';
import type { Plan } from '../../shared/store/commit.ts';
import type { Change } from '../../shared/store/store.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import { addMembers, type Member } from '../../cases/port/membership.ts';
import { sessionBooked, sessionHeld } from '../actions.ts';
import { assertNoConflict } from '../../availability/port/conflicts.ts';
import { chosenFor, joinersOf } from '../booking/chosen-people.ts';
import { holdsKey, parseHolds, withHold } from '../booking/holds-of-one-person.ts';
import { offeringOthers } from '../booking/offer-others.ts';
import { takeTime } from '../booking/take-time.ts';
import { loadWanted, type WantedSession } from '../booking/wanted-session.ts';
import type * as contract from '../booking/contract.ts';
import { actBy, atVenue, changesOfBeginning, type AtVenue, type Beginning } from '../changing/decision.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { assertMayOverride, overrideDetails, type Override } from '../../availability/port/overrides.ts';
import type { Door, Seat } from '../port/door.ts';
import { resourceOf } from '../../availability/port/resource.ts';
import { newRoster } from '../port/roster.ts';
import { newDoor, seatFor, witnessSeat } from '../model/new-door.ts';
import { assertRoomsSuitable } from '../port/session-rooms.ts';

type Route = typeof contract.bookSession;

/**
 * Books or holds a session: one round of reads, one transaction with every calendar, the session, its door, the first
 * entry of its log, and the record of the request. A custody log begins here, so there is no head to read. Other reads
 * come only where something clashes, and where a country's holidays are asked for the first time.
 */
export const bookSession: Handler<Route, [KnownHolidays]> = (call, holidays) =>
  offeringOthers(call, () => call.commit(() => decideBooking(call, holidays)));

async function decideBooking(
  call: Call<Route>,
  holidays: KnownHolidays,
): Promise<Plan<z.input<Route['answer']>>> {
  const { actor, now, context } = call;
  const { overrides = [], rooms = [] } = call.body;
  const wanted = await loadWanted(call, holidays);
  const { session, bookings, heldUntil, self, viewpoint, found } = wanted;
  assertMayOverride(overrides, actor.role);
  const joiners = joinersTo(wanted, context.randomBytes);
  assertNoConflict(bookings, found, wanted.case);
  assertRoomsSuitable(session.kind, rooms, found, viewpoint);
  const bare = bookings.map((booking) => resourceOf(booking, found, viewpoint));
  const resources = await holidays.laidOver(context.store, found, session, bare);
  const { caseId, sessionId, mode } = session;
  const by = actor.role;
  const claim = { caseId, sessionId, time: session, until: heldUntil, bookings, mode, overrides, by };
  const taken = await takeTime(context.store, claim, resources, found, now);
  const held = heldUntil === undefined ? {} : { heldUntil };
  const roster = newRoster(session, bookings, heldUntil === undefined ? undefined : self.personId);
  const door = newDoor(session, seatsOf(wanted, joiners), roster, held);
  const begun = atVenue(session, context.randomBytes);
  const beginning: Beginning = {
    ...begun,
    door,
    roster,
    entry: bookedEntry(begun, door, taken.used),
    changes: [...taken.changes, ...countedHold(wanted, now), ...addMembers(joiners, wanted.pseudonyms)],
  };
  return {
    changes: changesOfBeginning(beginning, actBy(self, now, context.randomBytes)),
    answer: { sessionId, ...held },
  };
}

/** Those who are of the case from now on. @throws {Refusal} `person-not-suitable` for the first who cannot have the seat */
function joinersTo(
  { session: { caseId }, bookings, pseudonyms, found }: WantedSession,
  randomBytes: RandomBytes,
) {
  const people = bookings.filter(({ personId }) => personId !== undefined);
  return joinersOf(
    caseId,
    people.map((booking) => chosenFor(caseId, booking, found)),
    pseudonyms,
    randomBytes,
  );
}

const seatsOf = (
  { session: { caseId }, bookings, witness, found }: WantedSession,
  joiners: readonly Member[],
): readonly Seat[] =>
  bookings.flatMap((booking) => {
    if (booking.seat === 'witness') return [witnessSeat(witness)];
    const { personId } = booking;
    if (personId === undefined) return [];
    const { member = joiners.find((each) => each.personId === personId) } = chosenFor(caseId, booking, found);
    return member === undefined ? [] : [seatFor(member)];
  });

/** A hold counts among those of whoever holds the time. @throws {Refusal} `too-much-taken` */
const countedHold = (
  { session: { sessionId }, heldUntil, self: { personId }, found }: WantedSession,
  now: Date,
): readonly Change[] =>
  heldUntil === undefined
    ? []
    : [withHold(parseHolds(personId, found(holdsKey(personId))), sessionId, heldUntil, now)];

function bookedEntry(
  { session, venue }: AtVenue,
  { heldUntil, seats }: Door,
  used: readonly Override[],
): Beginning['entry'] {
  const { kind, mode, start, end, days } = session;
  const details = {
    kind,
    mode,
    start,
    end,
    days: days.length === 1 ? undefined : days.map((day) => day.start),
    zoneTable: session.venue.zoneTable,
    seats: seats.map(({ seat, pseudonym }) => `${seat} ${pseudonym}`),
    ...overrideDetails(used),
  };
  const sealed = { venue: venue.digest };
  return (by) =>
    heldUntil === undefined
      ? sessionBooked.entry({ ...by, details, sealed })
      : sessionHeld.entry({ ...by, details: { ...details, heldUntil }, sealed });
}
