import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { filePartition, parseFile, type CaseFile } from '../cases/membership.ts';
import { parsePerson, personKey, type Person } from '../directory/actor.ts';
import { bookingsOf, suitable } from './booking.ts';
import { resourceKeys, resourceOf } from './calendars.ts';
import { previewQuery } from './contract.ts';
import { capitalZone } from './host-state.ts';
import type { KnownHolidays } from './known-holidays.ts';
import { judge } from './overrides.ts';
import { readByKey, type Found } from './read-by-key.ts';
import type { Booking } from './roster.ts';
import { seatRows, type KnownSeat } from './seat-times.ts';
import { resolveTime } from './session-time.ts';
import { pageKey } from './store.ts';
import { obstaclesTo, pagesFor } from './take-time.ts';
import type { Role } from '../shared/access/roles.ts';

/** What a time would mean for each seat. A snapshot: only booking itself is certain. */
export async function preview(
  { actor, query, now, ground: { store } }: Call<unknown, unknown>,
  holidays: KnownHolidays,
) {
  const wanted = previewQuery.parse(query);
  const time = resolveTime(wanted, now);
  const viewerId = asStaff(actor).personId;
  const { caseId } = wanted;
  const file = parseFile(await queryAll(store, 'cases', filePartition(caseId)), viewerId);
  const { case: opened, witness, self } = file;
  // A clerk looks for the prosecutor who runs the case; a prosecutor for herself.
  const personId = self.role === 'prosecutor' ? viewerId : opened.openedBy;
  const bookings = bookingsOf('interview', { personId, role: 'prosecutor' }, wanted);
  const wish = { caseId, sessionId: '', time, bookings };
  const found = await readByKey(store, [
    ...bookings.flatMap(resourceKeys),
    ...holidays.keys(time),
    ...pagesFor(wish).map(pageKey),
  ]);
  const known = bookings.map((booking) => knownSeat(booking, file, found));
  const bare = bookings.map((booking) =>
    resourceOf(booking, found, { witness, self, hostState: opened.hostState }),
  );
  const resources = await holidays.laidOver(store, found, time, bare);
  const obstacles = await obstaclesTo(store, wish, resources, found, now);
  const seats = known.map((seat, index): KnownSeat => {
    const own = obstacles.filter(({ resource }) => resource === resources[index]);
    return { ...seat, availability: judge(own, []).kind === 'taken' ? 'booked' : 'available' };
  });
  return {
    start: time.start,
    end: time.end,
    seats: seatRows([...seats, { seat: 'attending-officer' }], {
      viewerId,
      witness,
      hostZone: capitalZone(opened.hostState),
      start: time.start,
      venueLocal: time.venue.local,
    }),
  };
}

/** @throws {Refusal} `person-not-suitable` for somebody who cannot have the seat */
function knownSeat({ seat, personId }: Booking, { members, witness }: CaseFile, found: Found): KnownSeat {
  if (personId === undefined) return { seat: 'witness', pseudonym: witness.pseudonym };
  const member = members.find((each) => each.personId === personId);
  const item = found(personKey(personId));
  const read: Person | undefined = item === undefined ? undefined : parsePerson(item);
  const person = suitable({ seat: seat as Role, member, person: read });
  return { seat: person.role, pseudonym: member?.pseudonym, person };
}
