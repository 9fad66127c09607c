import { witnessOf } from '../../cases/port/membership.ts';
import { visibilityOf, type Viewpoint, type Visibility } from '../../cases/port/who-may-know-a-place.ts';
import { parsePerson, personKey, type Person } from '../../directory/port/actor.ts';
import {
  parseRoom,
  profileKey,
  profileOf,
  roomKey,
  roomWorkingTimeOf,
  workingTimeKey,
  workingTimeOf,
} from '../../directory/port/working-time-store.ts';
import type { Duty } from '../../directory/port/duty.ts';
import type { InterpreterProfile, WorkingTime } from '../../directory/port/working-time.ts';
import type { Booking } from '../../sessions/port/roster.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Key } from '../../shared/store/store.ts';
import { supposedWorkingTime, witnessWorkingTime } from '../witness-working-time.ts';
import { calendarInHalfDays } from './half-days.ts';

/** Somebody or something whose time is looked for or taken: the same for search, booking and what is offered instead. */
export interface Resource {
  /** Of a person or a room; of the witness the party. */
  readonly id: string;
  readonly booking: Booking;
  readonly workingTime: WorkingTime;
  /**
   * Whether the working time was set by somebody. One that never was is a guess: it is shown, ranked and warned by, but it
   * forbids nothing.
   */
  readonly binds: boolean;
  /** Of an interpreter: what they can do, and by which rules they work; for how long without others see team.ts. */
  readonly profile?: InterpreterProfile | undefined;
  readonly duty?: Duty | undefined;
  /** By whose days their minutes are counted, where the working time is not the own one; that one's, unless said. */
  readonly dutyZone?: string | undefined;
  /** Holidays of the working time's country, as days since 1970-01-01. They are another round: see known-holidays.ts. */
  readonly holidays: ReadonlySet<number>;
  /**
   * Of whom the one who asks may learn nothing but available or not: the working time is then what may be supposed. By its
   * hours and holidays it is ranked, and they forbid nothing; nothing of it is ever set aside, and nothing is said of it.
   */
  readonly hidden: boolean;
  /**
   * Somebody or something that the case may not know by name: hidden, and what is taken is told by half days. Counted among
   * those who could come, and never said which.
   */
  readonly unnamed?: true;
}

/** What of the one who asks decides how much of somebody may be known, and what is supposed of the rest. */
export interface View {
  readonly visibility: Visibility;
  readonly witness: (party: string) => Resource;
  readonly supposed: (own?: WorkingTime) => WorkingTime;
}

const noHolidays: ReadonlySet<number> = new Set();

export function viewOf(viewpoint: Viewpoint): View {
  const visibility = visibilityOf(viewpoint);
  const { witnesses, hostState } = viewpoint;
  const supposed = (own?: WorkingTime) => supposedWorkingTime(visibility.clockBesideHer, hostState, own);
  return {
    visibility,
    supposed,
    witness: (party) => {
      const witness = witnessOf({ witnesses }, party);
      const hidden = !visibility.witness(party);
      return {
        id: party,
        booking: { seat: 'witness', party },
        workingTime: hidden ? supposed() : witnessWorkingTime(witness.zone, hostState),
        binds: false,
        holidays: noHolidays,
        hidden,
      };
    },
  };
}

/**
 * @param stored the working time, as it was read
 * @param profile of whoever interprets in the seat
 */
export function personResource(
  { visibility, supposed }: View,
  booking: Booking,
  person: Person,
  stored: unknown,
  profile?: InterpreterProfile,
): Resource {
  const { version, value } = workingTimeOf(stored, person);
  const hidden = !visibility.person(person);
  return {
    id: person.personId,
    booking,
    workingTime: hidden ? supposed(value) : value,
    binds: version > 0,
    ...(profile === undefined ? {} : { profile, duty: profile.duty }),
    dutyZone: value.zone,
    holidays: noHolidays,
    hidden,
  };
}

/** Of whoever a case knows by pseudonym alone nothing is known but what is taken, so nothing else stands in the way. */
const partyResource = ({ supposed }: View, booking: Booking): Resource => ({
  id: booking.party ?? '',
  booking,
  workingTime: supposed(),
  binds: false,
  holidays: noHolidays,
  hidden: true,
});

/** @param hidden whether the one who asks may not know the room */
export function roomResource({ supposed }: View, roomId: string, stored: unknown, hidden: boolean): Resource {
  const { value } = roomWorkingTimeOf(stored);
  return {
    id: roomId,
    booking: { seat: 'room', roomId },
    workingTime: hidden ? supposed(value) : value,
    binds: true,
    holidays: noHolidays,
    hidden,
  };
}

/** Of whoever or whatever may not be known by name: that there is one, and what is taken by half days. */
export const unnamed = (
  { id, booking, binds, holidays }: Resource,
  { supposed }: View,
  stored: WorkingTime,
): Resource => ({
  id,
  booking,
  workingTime: calendarInHalfDays(supposed(stored)),
  binds,
  holidays,
  hidden: true,
  unnamed: true,
});

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
 * Whoever or whatever is booked, as it was read.
 * @param chosen whether the one who asks has named the room, and so knows it; else it is one that the session has already
 * @throws {Refusal} `not-found` for a person, `room-not-suitable` for a room that is not there
 */
export function resourceOf(booking: Booking, found: Found, viewpoint: Viewpoint, chosen = true): Resource {
  const { seat, personId, roomId, party } = booking;
  const view = viewOf(viewpoint);
  const { room, bookedRoom } = view.visibility;
  if (roomId !== undefined) {
    const item = found(roomKey(roomId));
    if (item === undefined) throw new Refusal('room-not-suitable', { room: roomId });
    const hidden = !(chosen ? room : bookedRoom)(parseRoom(item));
    return { ...roomResource(view, roomId, found(workingTimeKey(roomId)), hidden), booking };
  }
  if (personId === undefined)
    return seat === 'witness' ? { ...view.witness(party ?? ''), booking } : partyResource(view, booking);
  const person = parsePerson(found(personKey(personId)));
  const profile = seat === 'interpreter' ? profileOf(found(profileKey(personId)), person) : undefined;
  return personResource(view, booking, person, found(workingTimeKey(personId)), profile);
}
