import { Refusal } from '../shared/refusals.ts';
import type { RandomBytes } from '../shared/values/ids.ts';
import { freePseudonym, type CaseWitness, type Member, type Pseudonyms } from '../cases/port/membership.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import type { Door, Seat } from './port/door.ts';
import { gateNames } from './port/gates.ts';
import { needsGate } from './port/kinds.ts';
import type { Found } from '../shared/store/read-by-key.ts';
import { type Booking, type Roster } from './port/roster.ts';
import { roomStateOf } from './port/session-rooms.ts';
import { type Session } from './session.ts';
import { windowOf } from './port/window.ts';
import { type Chosen, suitable } from './port/bookings.ts';

/**
 * @param found what was read of everybody who is booked
 * @throws {Refusal} `person-not-suitable` naming the seat of somebody who has left since, or has another role
 */
export function assertStillThere(bookings: readonly Booking[], found: Found): void {
  for (const { seat, personId } of bookings) {
    if (personId === undefined) continue;
    const { disabled, role } = parsePerson(found(personKey(personId)));
    if (disabled === true || role !== seat) throw new Refusal('person-not-suitable', { seat });
  }
}

/**
 * The interpreters as members for whom this is the first booking in the case.
 * @throws {Refusal} `person-not-suitable` for the first who cannot have the seat
 */
export function joinersOf(
  caseId: string,
  chosen: readonly Chosen[],
  { taken }: Pseudonyms,
  randomBytes: RandomBytes,
): readonly Member[] {
  const joiners: Member[] = [];
  for (const each of chosen) {
    const { personId, role, label } = suitable(each);
    if (each.member !== undefined) continue;
    const known = [...taken, ...joiners.map(({ pseudonym }) => pseudonym)];
    joiners.push({ caseId, personId, role, pseudonym: freePseudonym(role, known, randomBytes), label });
  }
  return joiners;
}

/**
 * How somebody’s seat stands in the door. Whoever has no account comes by invitation, so an interpreter’s id is not there.
 */
export const seatFor = ({ role, pseudonym, personId }: Member): Seat =>
  role === 'interpreter' ? { seat: role, pseudonym } : { seat: role, pseudonym, personId };

export const witnessSeat = ({ pseudonym }: CaseWitness): Seat => ({ seat: 'witness', pseudonym });

export function newDoor(
  session: Session,
  seats: readonly Seat[],
  roster: Pick<Roster, 'booked'>,
  held: Pick<Door, 'heldUntil'>,
): Door {
  const { sessionId, caseId, kind, start, end } = session;
  const taken = seats.map(({ seat }) => seat);
  return {
    sessionId,
    caseId,
    kind,
    version: 1,
    status: held.heldUntil === undefined ? 'booked' : 'held',
    ...held,
    start,
    end,
    ...windowOf(session),
    gates: Object.fromEntries(
      gateNames.map((gate) => [gate, needsGate(kind, taken, gate) ? 'missing' : 'not-needed']),
    ) as Door['gates'],
    rooms: roomStateOf(kind, roster),
    seats: [...seats],
  };
}

export const newRoster = (
  { sessionId, caseId }: Session,
  booked: readonly Booking[],
  heldBy: string | undefined,
): Roster => ({
  sessionId,
  caseId,
  version: 1,
  booked: [...booked],
  ...(heldBy === undefined ? {} : { heldBy }),
});
