import type { Key } from '../shared/store/store.ts';
import { Refusal } from '../shared/refusals.ts';
import { parsePerson, personKey } from '../directory/actor.ts';
import {
  calendarKey,
  calendarOf,
  parseRoom,
  profileKey,
  profileOf,
  roomCalendarOf,
  roomKey,
} from '../directory/calendar-store.ts';
import type { CaseWitness, Member } from '../cases/membership.ts';
import type { Found } from './read-by-key.ts';
import type { Booking } from './roster.ts';
import { viewerOf, type Viewer } from './search/places.ts';
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

/** From whose case and for whose eyes. */
export interface Eyes {
  readonly witness: CaseWitness;
  readonly self: Pick<Member, 'personId'>;
  readonly hostState: string;
}

/**
 * Whoever or whatever is booked, as it was read. Holidays are another round (see `withHolidays`).
 * @throws {Refusal} `not-found` for a person, `room-not-suitable` for a room that is not there
 */
export function resourceOf(booking: Booking, found: Found, eyes: Eyes): Resource {
  const { personId, roomId } = booking;
  const viewer = viewerOf(eyes);
  const common = { booking, duty: undefined, holidays: new Set<number>() };
  if (roomId !== undefined) return { ...common, ...roomResource(roomId, found, viewer) };
  if (personId === undefined) {
    const { witness, hostState } = eyes;
    return {
      ...common,
      calendar: viewer.witness ? witnessCalendar(witness.zone, hostState) : supposedCalendar(hostState),
      binds: false,
      hidden: !viewer.witness,
    };
  }
  const person = parsePerson(found(personKey(personId)));
  const stored = calendarOf(found(calendarKey(personId)), person);
  return {
    ...common,
    calendar: stored.value,
    binds: stored.version > 0,
    duty: booking.seat === 'interpreter' ? profileOf(found(profileKey(personId)), person)?.duty : undefined,
    hidden: !viewer.person(person),
  };
}

function roomResource(roomId: string, found: Found, viewer: Viewer) {
  const item = found(roomKey(roomId));
  if (item === undefined) throw new Refusal('room-not-suitable', { room: roomId });
  return {
    calendar: roomCalendarOf(found(calendarKey(roomId))).value,
    binds: true,
    hidden: !viewer.room(parseRoom(item)),
  };
}
