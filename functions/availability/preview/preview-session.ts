import type * as z from 'zod';
import type { Role } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { localOf } from '../../shared/values/zones.ts';
import {
  filePartition,
  hostStateOf,
  parseFile,
  witnessOf,
  type CaseFile,
} from '../../cases/port/membership.ts';
import { parsePerson, personKey, type Person } from '../../directory/port/actor.ts';
import { assertKnownByName } from '../port/by-name.ts';
import { countAsk } from '../asks.ts';
import { resourceOf } from '../port/resource.ts';
import { hasGate } from '../../sessions/port/kinds.ts';
import type { KnownHolidays } from '../port/known-holidays.ts';
import { judge } from '../port/overrides.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import { witnessesOf, type Booking } from '../../sessions/port/roster.ts';
import { assertRoomsSuitable } from '../../sessions/port/session-rooms.ts';
import { seatRows, type KnownSeat } from '../../sessions/port/seat-times.ts';
import { endOf, neededAt, type SessionDay } from '../../sessions/port/session-time.ts';
import { assertNoConflict } from '../port/conflicts.ts';
import { suitable } from '../../sessions/port/bookings.ts';
import { claimKeys } from '../port/claim.ts';
import { obstaclesTo } from '../port/obstacles.ts';
import { thoughtOut } from '../../sessions/port/thought-out.ts';
import { doorIfBooked } from '../../sessions/port/what-if.ts';
import { shownTo } from '../../sessions/port/may-meet.ts';
import { aroundIn, keptOutAround } from '../../sessions/port/standing.ts';
import { readStandingOrders } from '../../orders/port/standing-orders.ts';
import { instantOf } from '../../shared/values/instants.ts';
import type * as contract from './contract.ts';

type Day = z.input<(typeof contract.previewSession)['answer']>['moreDays'][number];

/**
 * What a time would mean for each seat, day by day. A snapshot: only booking itself is certain. As with the search,
 * whoever may look for times may ask about each kind of session; of a confidential one only those who may book it.
 */
export const preview: Handler<typeof contract.previewSession, [holidays: KnownHolidays]> = async (
  call,
  holidays,
) => {
  const { actor: viewer, body: proposal, now, context } = call;
  const { store } = context;
  const { caseId, kind } = proposal;
  await countAsk(call, caseId);
  const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), viewer.personId);
  const { time, bookings } = thoughtOut(proposal, file, now);
  const witnesses = witnessesOf(bookings).map((party) => witnessOf(file, party));
  const viewpoint = { viewer, witnesses, hostState: hostStateOf(file.case, witnesses) };
  const claim = { caseId, sessionId: '', time, bookings };
  const found = await readByKey(store, claimKeys(claim, holidays));
  assertNoConflict(bookings, found, file.case);
  const known = bookings.map((booking) => knownSeat(booking, file, found));
  assertRoomsSuitable(kind, proposal.rooms ?? [], found, viewpoint);
  const isMember = (personId: string) => file.members.some((member) => member.personId === personId);
  await assertKnownByName(store, { opened: file.case, viewer, isMember }, bookings, found);
  const bare = bookings.map((booking) => resourceOf(booking, found, viewpoint));
  const resources = await holidays.laidOver(store, found, time, bare);
  const onDay = async (day: SessionDay): Promise<Day> => {
    const only = { ...time, start: day.start, end: endOf(day), days: [day] };
    const obstacles = await obstaclesTo(store, { ...claim, time: only }, resources, found, now);
    const availability = (index: number) => {
      const own = obstacles.filter(({ resource }) => resource === resources[index]);
      return judge(own, []).kind === 'taken' ? ('booked' as const) : ('available' as const);
    };
    const seats = known.flatMap((seat, index): KnownSeat[] =>
      seat === undefined
        ? []
        : [{ ...seat, availability: availability(index), needed: neededAt(day, seat.seat) }],
    );
    const hostState = hasGate(kind, 'attendingOfficer') ? [{ seat: 'attending-officer' as const }] : [];
    return {
      start: day.start,
      end: endOf(day),
      seats: seatRows([...seats, ...hostState], {
        viewpoint,
        start: day.start,
        venueLocal: localOf(time.venue.zone, day.start).local,
      }),
      rooms: bookings.flatMap(({ roomId }, index) =>
        roomId === undefined ? [] : [{ roomId, availability: availability(index) }],
      ),
    };
  };
  const [first, ...moreDays] = await Promise.all(time.days.map(onDay));
  if (first === undefined) throw new RangeError('A session without a day.');
  return { ...first, moreDays, oneRoom: await inOneRoom(call, file) };
};

/** Who of those who would have a seat would have no way into the room, as far as the one who asks may know. */
async function inOneRoom(
  { body: proposal, now, context: { store } }: Parameters<Handler<typeof contract.previewSession>>[0],
  file: CaseFile,
) {
  const [door, orders] = await Promise.all([
    doorIfBooked(store, proposal, file, now),
    readStandingOrders(store, file.case.caseId),
  ]);
  return shownTo(file, keptOutAround(door, aroundIn(door, file, orders), instantOf(now.getTime())));
}

/** @returns undefined for a room; @throws {Refusal} `person-not-suitable` for somebody who cannot have the seat */
function knownSeat(
  { seat, personId, party, roomId }: Booking,
  { members }: CaseFile,
  found: Found,
): KnownSeat | undefined {
  if (roomId !== undefined) return undefined;
  if (personId === undefined) return { seat: seat as Role, pseudonym: party };
  const member = members.find((each) => each.personId === personId);
  const item = found(personKey(personId));
  const read: Person | undefined = item === undefined ? undefined : parsePerson(item);
  const person = suitable({ seat: seat as Role, member, person: read });
  return { seat: person.role, pseudonym: member?.pseudonym, person };
}
