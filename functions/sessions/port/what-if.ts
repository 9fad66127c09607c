import type * as z from 'zod';
import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Item, Key, Store } from '../../shared/store/store.ts';
import type { Instant } from '../../shared/values/instants.ts';
import type { CaseFile } from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import type { previewQuery } from '../contract.ts';
import type { Door, Seat } from './door.ts';
import { movedTime } from '../model/moved-time.ts';
import type { Session } from '../model/session.ts';
import { resolveDays, wallTimeAt, type SessionTime } from './session-time.ts';
import { parseSession, sessionKey } from '../store.ts';
import { suitable } from './bookings.ts';
import { doorAt, newDoor } from '../model/session-door.ts';
import { dayOf, thoughtOut } from './thought-out.ts';

/**
 * The published port of `sessions` on what is only thought of: the door that a session would have at another time, and the
 * one that a booking would have, by the very rules of moving and of booking. Nothing is written.
 */

/** What is read of a session to think of another time for it. */
export const whatIfKey = (sessionId: string): Key => sessionKey(sessionId);

export interface OtherTime {
  /** Of the first day. */
  readonly start: Instant;
  /** The venue, where it is another one then. */
  readonly zone?: string | undefined;
  /** Of each day, where that changes. */
  readonly minutes?: number | undefined;
  /** Further days, as a preview names them: `2027-10-31T02:30+01:00`. */
  readonly moreDays?: readonly string[] | undefined;
}

/**
 * @param item the session as it was read
 * @throws {Refusal} those of a move or of a change of length
 */
export function doorIfMoved(door: Door, item: Item | undefined, to: OtherTime, now: Date): Door {
  const session = parseSession(item);
  return { ...door, ...doorAt(door, { ...session, ...timeIfMoved(session, to, now) }) };
}

function timeIfMoved(session: Session, { start, minutes, ...to }: OtherTime, now: Date): SessionTime {
  const { zone = session.venue.zone } = to;
  const moreDays = to.moreDays?.map(dayOf);
  const [first, ...rest] = session.days;
  if (first === undefined) throw new RangeError('A session without a day.');
  // A session that only gets shorter or longer may be going on.
  if (start === first.start && minutes !== undefined && moreDays === undefined) {
    const { local, offset } = first;
    const time = resolveDays({ zone: session.venue.zone, local, offset, minutes, moreDays: rest });
    if (time.end <= now.toISOString()) throw new Refusal('time-not-possible');
    return time;
  }
  const wanted = { zone, ...wallTimeAt(zone, start), moreDays };
  return movedTime(session, wanted, now, minutes === undefined ? undefined : { minutes });
}

/**
 * The door of a session that nobody has booked yet; of a seat that nobody was chosen for it knows nothing. In it each seat
 * has its person, an interpreter's too. Whoever is to join the case with the booking has no pseudonym yet, and the id stands
 * in its place, which must not be shown.
 * @throws {Refusal} those of a preview
 */
export async function doorIfBooked(
  store: Store,
  asked: z.output<typeof previewQuery>,
  file: CaseFile,
  now: Date,
): Promise<Door> {
  const { time, bookings } = thoughtOut(asked, file, now);
  const ids = bookings.flatMap(({ personId }) => personId ?? []);
  const people = await store.get(ids.map(personKey));
  const seats = bookings.flatMap(({ seat, personId }): Seat[] => {
    if (seat === 'witness') return [{ seat, pseudonym: file.witness.pseudonym }];
    if (personId === undefined) return [];
    const item = people[ids.indexOf(personId)];
    const member = file.members.find((each) => each.personId === personId);
    const person = item === undefined ? undefined : parsePerson(item);
    const { role } = suitable({ seat: seat as Role, member, person });
    return [{ seat: role, pseudonym: member?.pseudonym ?? personId, personId }];
  });
  const session = { sessionId: '', caseId: asked.caseId, kind: asked.kind, sequence: 0, ...time };
  return newDoor(session, seats, { booked: [...bookings] }, {});
}
