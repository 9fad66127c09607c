import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { RandomBytes } from '../../shared/values/ids.ts';
import {
  freePseudonym,
  memberKey,
  parseMember,
  type Member,
  type Pseudonyms,
} from '../../cases/port/membership.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import type { Found } from '../../shared/store/read-by-key.ts';
import type { Booking } from '../port/roster.ts';
import { type Chosen, suitable } from '../port/bookings.ts';

/** Whoever was named for a seat, as read. */
export function chosenFor(caseId: string, { seat, personId = '' }: Booking, found: Found): Chosen {
  const [member, person] = [found(memberKey(caseId, personId)), found(personKey(personId))];
  return {
    seat: seat as Role,
    member: member === undefined ? undefined : parseMember(member),
    person: person === undefined ? undefined : parsePerson(person),
  };
}

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
