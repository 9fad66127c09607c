import type { Role } from '../../shared/access/roles.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { Member } from '../../cases/port/membership.ts';
import type { Person } from '../../directory/port/actor.ts';
import type { bookSession } from '../contract.ts';
import { kinds, type SessionKind } from './kinds.ts';
import { roomBooking, type Booking } from './roster.ts';
import type { BodyOf } from '../../shared/http/contract.ts';

export type Body = BodyOf<typeof bookSession>;

export type ChosenSeats = Body['seats'];

/** The seat of each name in a request. */
const seatOfField = {
  clerk: 'clerk',
  supportOfficer: 'support-officer',
  interpreter: 'interpreter',
  moreInterpreters: 'interpreter',
  authorities: 'central-authority',
} as const satisfies Record<keyof ChosenSeats, Role>;

const fields = Object.keys(seatOfField) as (keyof ChosenSeats)[];

/**
 * Everybody and everything whose time a booking takes, in the order in which a clash is named.
 * @param whole whether every seat that the kind needs must be there; else one that nobody was chosen for is left out
 * @throws {Refusal} `not-your-role` for whoever may not book that kind; `invalid-request` for a seat that the kind needs
 * and that was left out; `seats-not-possible` for one that it does not have, and for somebody who is named twice
 */
export function bookingsOf(
  kind: SessionKind,
  caller: Pick<Member, 'personId' | 'role'>,
  chosen: ChosenSeats,
  rooms: readonly string[] = [],
  whole = true,
): readonly Booking[] {
  const { bookedBy, needs, may } = kinds[kind];
  if (!bookedBy.some((role) => role === caller.role)) throw new Refusal('not-your-role');
  const seats = [...needs, ...may];
  for (const field of fields)
    if (chosen[field] !== undefined && !seats.includes(seatOfField[field]))
      throw seatsNotPossible(`/seats/${field}`, 'This kind of session has no such seat.');
  const booked = [
    ...seats.flatMap((seat) => inSeat(seat, caller, chosen, whole && needs.includes(seat))),
    ...rooms.map(roomBooking),
  ];
  assertEachOnce(booked);
  return booked;
}

/** @throws {Refusal} `seats-not-possible` for a mode of interpreting where nobody interprets */
export function assertInterpreted(bookings: readonly Booking[], mode: Body['mode']): void {
  if (mode !== undefined && !bookings.some(({ seat }) => seat === 'interpreter'))
    throw seatsNotPossible('/mode', 'Nobody interprets in this session.');
}

function inSeat(
  seat: Role,
  caller: Pick<Member, 'personId'>,
  chosen: ChosenSeats,
  needed: boolean,
): readonly Booking[] {
  if (seat === 'witness') return [{ seat }];
  if (seat === 'prosecutor') return [{ seat, personId: caller.personId }];
  if (seat === 'central-authority')
    return [caller.personId, ...(chosen.authorities ?? [])].map((personId) => ({ seat, personId }));
  const [first, ...others] = fields.filter((field) => seatOfField[field] === seat);
  if (first === undefined) return [];
  const more = others.flatMap((field) => chosen[field] ?? []);
  const personId = chosen[first];
  if (typeof personId === 'string') return [personId, ...more].map((each) => ({ seat, personId: each }));
  if (!needed && more.length === 0) return [];
  const message =
    more.length > 0 ? 'Name this one first.' : 'This kind of session needs somebody in this seat.';
  throw new Refusal('invalid-request', {}, [{ pointer: `/seats/${first}`, message }]);
}

function assertEachOnce(booked: readonly Booking[]): void {
  const seen = new Set<string>();
  for (const { seat, personId, roomId } of booked) {
    const who = roomId ?? personId;
    if (who === undefined) continue;
    if (seen.has(who))
      throw seatsNotPossible(
        roomId === undefined
          ? `/seats/${fields.findLast((field) => seatOfField[field] === seat) ?? ''}`
          : '/rooms',
        'The same is named twice.',
      );
    seen.add(who);
  }
}

const seatsNotPossible = (pointer: string, message: string) =>
  new Refusal('seats-not-possible', {}, [{ pointer, message }]);

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
