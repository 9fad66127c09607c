import { asStaff } from '../shared/access/as-staff.ts';
import type { Call } from '../shared/http/mount.ts';
import { queryAll } from '../shared/store/query-all.ts';
import { filePartition, parseFile } from '../cases/membership.ts';
import { parsePerson, personKey } from '../directory/actor.ts';
import { bookingsOf, suitable } from './booking.ts';
import { previewQuery } from './contract.ts';
import { withoutOver } from './free-time.ts';
import { capitalZone } from './host-state.ts';
import { pageNames, takenSeats } from './roster.ts';
import { seatRows, type KnownSeat } from './seat-times.ts';
import { resolveTime } from './session-time.ts';
import { pageKey, parsePages } from './store.ts';

/** What a time would mean for each seat. A snapshot: only booking itself is certain. */
export async function preview({ actor, query, now, ground: { store } }: Call<unknown, unknown>) {
  const wanted = previewQuery.parse(query);
  const time = resolveTime(wanted, now);
  const viewerId = asStaff(actor).personId;
  const file = parseFile(await queryAll(store, 'cases', filePartition(wanted.caseId)), viewerId);
  const { case: opened, members, witness, self } = file;
  // A clerk looks for the prosecutor who runs the case; a prosecutor for herself.
  const booked = bookingsOf(self.role === 'prosecutor' ? viewerId : opened.openedBy, wanted);
  const names = pageNames(wanted.caseId, booked, time);
  const ids = booked.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  const items = await store.get([...ids.map(personKey), ...names.map(pageKey)]);
  const pages = await withoutOver(store, parsePages(names, items.slice(ids.length)), time);
  const taken = takenSeats(wanted.caseId, booked, pages, time);
  const seats = booked.map(({ seat, personId }): KnownSeat => {
    const availability = taken.includes(seat) ? 'booked' : 'available';
    if (personId === undefined) return { seat, pseudonym: witness.pseudonym, availability };
    const member = members.find((each) => each.personId === personId);
    const item = items[ids.indexOf(personId)];
    const person = item === undefined ? undefined : parsePerson(item);
    return { seat, pseudonym: member?.pseudonym, availability, person: suitable({ seat, member, person }) };
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
