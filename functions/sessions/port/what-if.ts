import { instantOf } from '../../shared/values/instants.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Item, Key, Store } from '../../shared/store/store.ts';
import type { CaseFile } from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import type { Door, Seat } from './door.ts';
import { withLength } from '../model/length.ts';
import { movedTime, type NewTime } from '../model/moved-time.ts';
import type { Proposal } from './proposal.ts';
import { parseSession, sessionKey } from '../store.ts';
import { suitable } from './bookings.ts';
import { doorAt, newDoor } from '../model/new-door.ts';
import { thoughtOut } from './thought-out.ts';

/**
 * The published port of `sessions` on what is only thought of: the door that a session would have at another time, and the
 * one that a booking would have, by the very rules of moving and of booking. Nothing is written.
 */

/** What is read of a session to think of another time for it. */
export const whatIfKey = (sessionId: string): Key => sessionKey(sessionId);

/** A change of when the session is: another time, or another length of the main part. */
export type OtherTime = NewTime | { readonly minutes: number };

/**
 * @param item the session as it was read
 * @throws {Refusal} those of a move or of a change of length
 */
export function doorIfMoved(door: Door, item: Item | undefined, to: OtherTime, now: Date): Door {
  const session = parseSession(item);
  const time = 'minutes' in to ? withLength(session, to.minutes, now) : movedTime(session, to, now);
  return { ...door, ...doorAt(door, { ...session, ...time }) };
}

/**
 * The door of a session that nobody has booked yet; of a seat that nobody was chosen for it knows nothing. In it each seat
 * has its person, an interpreter's too. Whoever is to join the case with the booking has no pseudonym yet, and the id stands
 * in its place, which must not be shown.
 * @throws {Refusal} those of a preview
 */
export async function doorIfBooked(
  store: Store,
  proposal: Proposal,
  file: CaseFile,
  now: Date,
): Promise<Door> {
  const { time, bookings } = thoughtOut(proposal, file, now);
  const ids = bookings.flatMap(({ personId }) => personId ?? []);
  const people = await store.get(ids.map(personKey));
  const seats = bookings.flatMap(({ seat, personId, party }): Seat[] => {
    if (party !== undefined) return [{ seat: seat as Role, pseudonym: party }];
    if (personId === undefined) return [];
    const item = people[ids.indexOf(personId)];
    const member = file.members.find((each) => each.personId === personId);
    const person = item === undefined ? undefined : parsePerson(item);
    const { role } = suitable({ seat: seat as Role, member, person });
    return [{ seat: role, pseudonym: member?.pseudonym ?? personId, personId }];
  });
  const session = { sessionId: '', caseId: proposal.caseId, kind: proposal.kind, sequence: 0, ...time };
  const at = { standings: file.standings, heard: file.witnesses, now: instantOf(now.getTime()) };
  return newDoor(session, seats, { booked: [...bookings] }, {}, at);
}
