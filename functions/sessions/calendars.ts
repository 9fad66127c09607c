import type { Key } from '../shared/store/store.ts';
import { Refusal } from '../shared/refusals.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import {
  calendarKey,
  calendarOf,
  parseRoom,
  profileKey,
  profileOf,
  roomCalendarOf,
  roomKey,
} from '../directory/port/working-time-store.ts';
import { sightOf, type Eyes, type Sight } from '../cases/port/who-may-know.ts';
import type { Calendar } from '../directory/port/working-time.ts';
import type { Found } from './read-by-key.ts';
import type { Booking } from './roster.ts';
import { supposedCalendar, witnessCalendar } from './search/witness-calendar.ts';
import type { Resource } from './working-time.ts';

/** All that must be read of whoever or whatever is booked, apart from the week pages. */
export const resourceKeys = ({ seat, personId, roomId }: Booking): readonly Key[] => {
  if (roomId !== undefined) return [roomKey(roomId), calendarKey(roomId)];
  if (personId === undefined) return [];
  return [
    personKey(personId),
    calendarKey(personId),
    ...(seat === 'interpreter' ? [profileKey(personId)] : []),
  ];
};

/**
 * Whoever or whatever is booked, as it was read. Holidays are another round (see `withHolidays`).
 * @param chosen whether the one who asks has named the room, and so knows it; else it is one that the session has already
 * @throws {Refusal} `not-found` for a person, `room-not-suitable` for a room that is not there
 */
export function resourceOf(booking: Booking, found: Found, eyes: Eyes, chosen = true): Resource {
  const { personId, roomId } = booking;
  const sight = sightOf(eyes);
  const common = { booking, duty: undefined, holidays: new Set<number>() };
  const supposed = (own?: Calendar) => supposedCalendar(sight.clockBesideHer, eyes.hostState, own);
  if (roomId !== undefined) {
    const { hidden, calendar } = roomResource(roomId, found, chosen ? sight.room : sight.bookedRoom);
    return { ...common, binds: true, hidden, calendar: hidden ? supposed(calendar) : calendar };
  }
  if (personId === undefined) {
    const hidden = !sight.witness;
    const calendar = hidden ? supposed() : witnessCalendar(eyes.witness.zone, eyes.hostState);
    return { ...common, calendar, binds: false, hidden };
  }
  const person = parsePerson(found(personKey(personId)));
  const { version, value } = calendarOf(found(calendarKey(personId)), person);
  const hidden = !sight.person(person);
  return {
    ...common,
    calendar: hidden ? supposed(value) : value,
    binds: version > 0,
    duty: booking.seat === 'interpreter' ? profileOf(found(profileKey(personId)), person)?.duty : undefined,
    dutyZone: value.zone,
    hidden,
  };
}

function roomResource(roomId: string, found: Found, isKnown: Sight['room']) {
  const item = found(roomKey(roomId));
  if (item === undefined) throw new Refusal('room-not-suitable', { room: roomId });
  return {
    calendar: roomCalendarOf(found(calendarKey(roomId))).value,
    hidden: !isKnown(parseRoom(item)),
  };
}
