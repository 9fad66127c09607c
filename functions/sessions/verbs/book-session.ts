import type * as z from 'zod';
import { isPartySeat } from '../../shared/access/roles.ts';
import type { Call, Handler } from '../../shared/http/call.ts';
import type { BodyOf } from '../../shared/http/contract.ts';
import type { Change } from '../../shared/store/store.ts';
import { instantOf } from '../../shared/values/instants.ts';
import type { Plan } from '../../shared/store/commit.ts';
import { finishSoon } from '../finish-sessions.ts';
import { sessionBooked, sessionHeld } from '../actions.ts';
import { assertCaseOpen, placeGiven } from '../../cases/port/case-state.ts';
import { assertBookable, assertMayName, type People } from '../booking/chosen-people.ts';
import { teamMinutes } from '../../availability/port/team-minutes.ts';
import { takeHold } from '../booking/holds-of-one-person.ts';
import { offeringOthers } from '../booking/offer-others.ts';
import { takeAsked, type Taken } from '../booking/take-time.ts';
import { loadWanted, type WantedSession } from '../booking/wanted-session.ts';
import type * as contract from '../booking/contract.ts';
import { actBy, atVenue, changesOfBeginning, type AtVenue, type Beginning } from '../changing/decision.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { Door, Seat } from '../port/door.ts';
import { newDoor, seatFor } from '../model/new-door.ts';
import { shownTo } from '../port/may-meet.ts';
import { keptOutAround } from '../port/standing.ts';

type Route = typeof contract.bookSession;

/**
 * Books or holds a session: one round of reads, one transaction with every calendar, the session, its door, the first
 * entry of its log, and the record of the request. A custody log begins here, so there is no head to read. Other reads
 * come only where something clashes, and where a country's holidays are asked for the first time.
 */
export const bookSession: Handler<Route, [KnownHolidays]> = async (call, holidays) => {
  let changes: readonly Change[] = [];
  const answer = await offeringOthers(call, () =>
    call.commit(async () => {
      const plan = await decideBooking(call, holidays);
      ({ changes } = plan);
      return plan;
    }),
  );
  await finishSoon(call.context, answer.sessionId, changes);
  return answer;
};

async function decideBooking(
  call: Call<Route>,
  holidays: KnownHolidays,
): Promise<Plan<z.input<Route['answer']>>> {
  const { now } = call;
  const { randomBytes } = call.context;
  const wanted = await loadWanted(call, holidays);
  assertCaseOpen(wanted.case);
  const people = assertBookable(wanted, randomBytes);
  await assertMayName(call.context.store, call.actor, wanted, wanted.roster.booked);
  const taken = await takeAsked(call, claimOf(wanted, call.body), wanted, holidays);
  const { session, roster, heldUntil, self } = wanted;
  const held = heldUntil === undefined ? {} : { heldUntil };
  const door = newDoor(session, seatsOf(wanted, people), roster, held, {
    standings: wanted.standings,
    heard: wanted.witnesses,
    orders: wanted.orders,
    companions: [...wanted.companions, ...people.members],
    ...(wanted.expertsIn === undefined ? {} : { expertsIn: wanted.expertsIn }),
    interpretsFor: teamMinutes(roster.booked, wanted.found, wanted.viewpoint, session.mode),
    atHome: wanted.expertsIn === wanted.case.requestingState,
    now: instantOf(now.getTime()),
  });
  const begun = atVenue(session, randomBytes);
  const beginning: Beginning = {
    ...begun,
    door,
    roster,
    entry: bookedEntry(begun, door, taken, call.body),
    changes: [placeGiven(wanted.case), ...taken.changes, ...takeHold(wanted, now), ...people.joins],
  };
  return {
    changes: changesOfBeginning(beginning, actBy(self, now, randomBytes)),
    answer: { sessionId: session.sessionId, ...held, ...inOneRoom(wanted, people, door, now) },
  };
}

/** Who has a seat and no way into the room, as far as whoever books may know. */
function inOneRoom({ self, ...wanted }: WantedSession, { members }: People, door: Door, now: Date) {
  const { standings, orders, witnesses, companions } = wanted;
  // Whoever must not interpret is not booked in the first place.
  const around = {
    standings,
    conflicts: undefined,
    orders,
    heard: witnesses,
    companions: [...companions, ...members],
  };
  const shown = shownTo({ self, witnesses }, keptOutAround(door, around, instantOf(now.getTime())));
  return shown.unsaid || shown.keptOut.length > 0 ? { oneRoom: shown } : {};
}

/** What the session is to take of calendars. */
const claimOf = ({ session, roster, heldUntil }: WantedSession, { overrides = [] }: BodyOf<Route>) => {
  const { caseId, sessionId, mode } = session;
  return { caseId, sessionId, time: session, until: heldUntil, bookings: roster.booked, mode, overrides };
};

const seatsOf = ({ roster }: WantedSession, { members }: People): readonly Seat[] =>
  roster.booked.flatMap(({ seat, personId, party }): Seat[] =>
    party !== undefined && isPartySeat(seat)
      ? [{ seat, pseudonym: party }]
      : members.filter((member) => member.personId === personId).map(seatFor),
  );

function bookedEntry(
  { session, venue }: AtVenue,
  { heldUntil, seats }: Door,
  taken: Taken,
  { interpreting }: Pick<BodyOf<Route>, 'interpreting'>,
): Beginning['entry'] {
  const { kind, mode, start, end, days } = session;
  const details = {
    kind,
    mode,
    interpreting,
    start,
    end,
    days: days.length === 1 ? undefined : days.map((day) => day.start),
    zoneTable: session.venue.zoneTable,
    seats: seats.map(({ seat, pseudonym }) => `${seat} ${pseudonym}`),
    ...taken.details,
  };
  const sealed = { venue: venue.digest };
  return (by) =>
    heldUntil === undefined
      ? sessionBooked.entry({ ...by, details, sealed })
      : sessionHeld.entry({ ...by, details: { ...details, heldUntil }, sealed });
}
