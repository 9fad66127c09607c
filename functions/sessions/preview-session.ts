import type * as z from 'zod';
import type { Role } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import type { QueryOf } from '../shared/http/contract.ts';
import { Refusal } from '../shared/refusals.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { localOf } from '../shared/values/zones.ts';
import { filePartition, parseFile, type CaseFile } from '../cases/port/membership.ts';
import { parsePerson, personKey, type Person } from '../directory/port/actor.ts';
import { assertNoConflict, bookingsOf, suitable } from './booking.ts';
import { resourceKeys, resourceOf } from './resources.ts';
import type * as contract from './contract.ts';
import { kinds } from './kinds.ts';
import type { KnownHolidays } from './known-holidays.ts';
import { judge } from './overrides.ts';
import { readByKey, type Found } from './read-by-key.ts';
import type { Booking } from './roster.ts';
import { assertRoomsSuitable } from './session-rooms.ts';
import { seatRows, type KnownSeat } from './seat-times.ts';
import {
  endOf,
  neededAt,
  resolveTime,
  type Segment,
  type SessionDay,
  type WantedTime,
} from './session-time.ts';
import { pageKey } from './store.ts';
import { obstaclesTo, pagesFor } from './take-time.ts';

type Asked = QueryOf<typeof contract.previewSession>;
type Day = z.input<(typeof contract.previewSession)['answer']>['moreDays'][number];

/**
 * What a time would mean for each seat, day by day. A snapshot: only booking itself is certain. As with the search,
 * whoever may look for times may ask about each kind of session; of a confidential one only those who may book it.
 */
export const preview: Handler<typeof contract.previewSession, [holidays: KnownHolidays]> = async (
  { actor: viewer, query: asked, now, context: { store } },
  holidays,
) => {
  const { caseId, kind } = asked;
  const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), viewer.personId);
  const viewpoint = { viewer, witness: file.witness, hostState: file.case.hostState };
  const { time, bookings } = thoughtOut(asked, file, now);
  const proposal = { caseId, sessionId: '', time, bookings };
  const found = await readByKey(store, [
    ...bookings.flatMap(resourceKeys),
    ...holidays.keys(time),
    ...pagesFor(proposal).map(pageKey),
  ]);
  assertNoConflict(bookings, found, file.case);
  const known = bookings.map((booking) => knownSeat(booking, file, found));
  assertRoomsSuitable(kind, asked.rooms ?? [], found, viewpoint);
  const bare = bookings.map((booking) => resourceOf(booking, found, viewpoint));
  const resources = await holidays.laidOver(store, found, time, bare);
  const onDay = async (day: SessionDay): Promise<Day> => {
    const only = { ...time, start: day.start, end: endOf(day), days: [day] };
    const obstacles = await obstaclesTo(store, { ...proposal, time: only }, resources, found, now);
    const availability = (index: number) => {
      const own = obstacles.filter(({ resource }) => resource === resources[index]);
      return judge(own, []).kind === 'taken' ? ('booked' as const) : ('available' as const);
    };
    const seats = known.flatMap((seat, index): KnownSeat[] =>
      seat === undefined
        ? []
        : [{ ...seat, availability: availability(index), needed: neededAt(day, seat.seat) }],
    );
    const hostState = kinds[kind].gates.attendingOfficer ? [{ seat: 'attending-officer' as const }] : [];
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
  return { ...first, moreDays };
};

/**
 * What would be booked: when, and who and what, as far as anybody was chosen.
 * @throws {Refusal} those of `resolveTime` and `bookingsOf`
 */
export const thoughtOut = (asked: Asked, file: CaseFile, now: Date) => ({
  time: resolveTime(wantedTime(asked), now),
  bookings: bookingsOf(asked.kind, bookerOf(asked, file), asked, asked.rooms, false),
});

/**
 * By whom it would be booked: a prosecutor looks for herself, others for the prosecutor who runs the case.
 * @throws {Refusal} `not-your-role` for a confidential kind that the one who asks may not book
 */
function bookerOf({ kind }: Asked, { case: { openedBy }, self }: CaseFile) {
  const { bookedBy, confidential } = kinds[kind];
  if (bookedBy.some((role) => role === self.role)) return self;
  const [role] = bookedBy;
  if (confidential || role === undefined) throw new Refusal('not-your-role');
  return { personId: openedBy, role };
}

/** @throws {Refusal} `segments-not-possible` where nothing is left between the time with her before and after */
function wantedTime({ pre, post, minutes, moreDays, local, zone, offset }: Asked): WantedTime {
  const main = minutes - (pre ?? 0) - (post ?? 0);
  if (main < 5)
    throw new Refusal('segments-not-possible', {}, [
      { pointer: '/minutes', message: 'Before and after leave no time for the session itself.' },
    ]);
  const segments: Segment[] = [
    ...(pre === undefined ? [] : [{ kind: 'pre' as const, at: 0, minutes: pre }]),
    { kind: 'main', at: pre ?? 0, minutes: main },
    ...(post === undefined ? [] : [{ kind: 'post' as const, at: minutes - post, minutes: post }]),
  ];
  return { local, zone, offset, minutes, segments, moreDays: moreDays?.map(dayOf) };
}

/** A wall time that may have its offset, as an address carries it. */
export const dayOf = (text: string) => {
  const offset = /[+-]\d{2}:\d{2}$/.exec(text.slice(16))?.[0];
  return { local: text.slice(0, text.length - (offset?.length ?? 0)), offset };
};

/** @returns undefined for a room; @throws {Refusal} `person-not-suitable` for somebody who cannot have the seat */
function knownSeat(
  { seat, personId, roomId }: Booking,
  { members, witness }: CaseFile,
  found: Found,
): KnownSeat | undefined {
  if (roomId !== undefined) return undefined;
  if (personId === undefined) return { seat: 'witness', pseudonym: witness.pseudonym };
  const member = members.find((each) => each.personId === personId);
  const item = found(personKey(personId));
  const read: Person | undefined = item === undefined ? undefined : parsePerson(item);
  const person = suitable({ seat: seat as Role, member, person: read });
  return { seat: person.role, pseudonym: member?.pseudonym, person };
}
