import type { Key } from '../../shared/store/store.ts';
import { Refusal } from '../../shared/refusals.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import {
  workingTimeKey,
  workingTimeOf,
  parseRoom,
  profileKey,
  profileOf,
  roomWorkingTimeOf,
  roomKey,
} from '../../directory/port/working-time-store.ts';
import { visibilityOf, type Viewpoint, type Visibility } from '../../cases/port/who-may-know.ts';
import type { WorkingTime } from '../../directory/port/working-time.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import { supposedWorkingTime, witnessWorkingTime } from '../witness-working-time.ts';
import type { Resource } from './findings.ts';

/** All that must be read of whoever or whatever is booked, apart from the week pages. */
export const resourceKeys = ({ seat, personId, roomId }: Booking): readonly Key[] => {
  if (roomId !== undefined) return [roomKey(roomId), workingTimeKey(roomId)];
  if (personId === undefined) return [];
  return [
    personKey(personId),
    workingTimeKey(personId),
    ...(seat === 'interpreter' ? [profileKey(personId)] : []),
  ];
};

/**
 * Whoever or whatever is booked, as it was read. Holidays are another round (see `withHolidays`).
 * @param chosen whether the one who asks has named the room, and so knows it; else it is one that the session has already
 * @throws {Refusal} `not-found` for a person, `room-not-suitable` for a room that is not there
 */
export function resourceOf(booking: Booking, found: Found, viewpoint: Viewpoint, chosen = true): Resource {
  const { personId, roomId } = booking;
  const visibility = visibilityOf(viewpoint);
  const common = { booking, duty: undefined, holidays: new Set<number>() };
  const supposed = (own?: WorkingTime) =>
    supposedWorkingTime(visibility.clockBesideHer, viewpoint.hostState, own);
  if (roomId !== undefined) {
    const { hidden, workingTime } = roomResource(
      roomId,
      found,
      chosen ? visibility.room : visibility.bookedRoom,
    );
    return { ...common, binds: true, hidden, workingTime: hidden ? supposed(workingTime) : workingTime };
  }
  if (personId === undefined) {
    const hidden = !visibility.witness;
    const workingTime = hidden ? supposed() : witnessWorkingTime(viewpoint.witness.zone, viewpoint.hostState);
    return { ...common, workingTime, binds: false, hidden };
  }
  const person = parsePerson(found(personKey(personId)));
  const { version, value } = workingTimeOf(found(workingTimeKey(personId)), person);
  const hidden = !visibility.person(person);
  return {
    ...common,
    workingTime: hidden ? supposed(value) : value,
    binds: version > 0,
    duty: booking.seat === 'interpreter' ? profileOf(found(profileKey(personId)), person)?.duty : undefined,
    dutyZone: value.zone,
    hidden,
  };
}

function roomResource(roomId: string, found: Found, isKnown: Visibility['room']) {
  const item = found(roomKey(roomId));
  if (item === undefined) throw new Refusal('room-not-suitable', { room: roomId });
  return {
    workingTime: roomWorkingTimeOf(found(workingTimeKey(roomId))).value,
    hidden: !isKnown(parseRoom(item)),
  };
}
