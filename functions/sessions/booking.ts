import type { Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { RandomBytes } from '../shared/values/ids.ts';
import { freePseudonym, type CaseWitness, type Member, type Pseudonyms } from '../cases/membership.ts';
import type { Person } from '../directory/actor.ts';
import { gateNames, type bookSession } from './contract.ts';
import type { Door, Seat } from './door.ts';
import { assertFree, type Booking, type Roster } from './roster.ts';
import { windowOf, type Session } from './session.ts';
import { reserve, type Page } from './week-pages.ts';
import type { BodyOf } from '../shared/http/contract.ts';

export type ChosenSeats = BodyOf<typeof bookSession>['seats'];

/** Everybody whose time a booking takes, in the order in which a clash is named. */
export const bookingsOf = (prosecutorId: string, chosen: ChosenSeats): readonly Booking[] => [
  { seat: 'prosecutor', personId: prosecutorId },
  { seat: 'clerk', personId: chosen.clerk },
  { seat: 'support-officer', personId: chosen.supportOfficer },
  { seat: 'witness' },
  { seat: 'interpreter', personId: chosen.interpreter },
];

/** Somebody chosen for a seat, as read: the case’s record if a member, the directory’s if known. */
export interface Chosen {
  readonly seat: Role;
  readonly member: Member | undefined;
  readonly person: Person | undefined;
}

/**
 * The directory’s record of somebody who can have the seat.
 * @throws {Refusal} `person-not-suitable` naming the seat: unknown, disabled, of another role, or (but for interpreters,
 * who join at their first booking) not of the case
 */
export function suitable({ seat, member, person }: Chosen): Person {
  const belongs = member === undefined ? seat === 'interpreter' : member.role === seat;
  if (person === undefined || person.disabled === true || person.role !== seat || !belongs)
    throw new Refusal('person-not-suitable', { seat });
  return person;
}

/** All that a booking is decided from. */
export interface BookingRead {
  readonly session: Session;
  readonly self: Member;
  readonly clerk: Chosen;
  readonly supportOfficer: Chosen;
  readonly interpreter: Chosen;
  readonly witness: CaseWitness;
  readonly pseudonyms: Pseudonyms;
  readonly booked: readonly Booking[];
  readonly pages: readonly Page[];
}

export interface BookingPlan {
  readonly door: Door;
  readonly roster: Roster;
  readonly pages: readonly Page[];
  /** The interpreter, where this is the first booking in the case. */
  readonly joins: Member | undefined;
}

/** @throws {Refusal} `person-not-suitable`, `already-booked`, each naming the seat */
export function planBooking(read: BookingRead, randomBytes: RandomBytes): BookingPlan {
  const { session, self, booked, witness, pages } = read;
  const { sessionId, caseId } = session;
  for (const chosen of [read.clerk, read.supportOfficer]) suitable(chosen);
  const joins = joiner(read, randomBytes);
  assertFree(caseId, booked, pages, session);
  const interpreter = read.interpreter.member ?? joins;
  const seats: Seat[] = [
    ...[self, read.clerk.member, read.supportOfficer.member].flatMap((member) =>
      member === undefined ? [] : [staffSeat(member)],
    ),
    { seat: 'witness', pseudonym: witness.pseudonym },
    // No person id: whoever has no account comes by invitation.
    ...(interpreter === undefined ? [] : [{ seat: interpreter.role, pseudonym: interpreter.pseudonym }]),
  ];
  const { start, end } = session;
  return {
    door: {
      sessionId,
      caseId,
      version: 1,
      status: 'booked',
      start,
      end,
      ...windowOf(session),
      gates: closedGates(),
      seats,
    },
    roster: { sessionId, caseId, version: 1, booked: [...booked] },
    pages: pages.map((page) => reserve(page, { start, end, sessionId })),
    joins,
  };
}

export const staffSeat = ({ role, pseudonym, personId }: Member): Seat => ({
  seat: role,
  pseudonym,
  personId,
});

function joiner({ session, interpreter, pseudonyms }: BookingRead, randomBytes: RandomBytes) {
  const { personId, role, label } = suitable(interpreter);
  if (interpreter.member !== undefined) return undefined;
  const pseudonym = freePseudonym(role, pseudonyms.taken, randomBytes);
  return { caseId: session.caseId, personId, role, pseudonym, label } satisfies Member;
}

const closedGates = () =>
  Object.fromEntries(gateNames.map((gate) => [gate, 'missing' as const])) as Door['gates'];
