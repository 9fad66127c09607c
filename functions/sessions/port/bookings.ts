import { isPartySeat, type Role, type Staff } from '../../shared/access/roles.ts';
import { doesNotFit, Refusal } from '../../shared/refusals.ts';
import type { Case, Member } from '../../cases/port/membership.ts';
import { assertOwnCourt, isOwnCourt } from '../../cases/port/own-court.ts';
import type { Person } from '../../directory/port/actor.ts';
import type { OfCase } from '../../orders/port/measures.ts';
import { kinds, type SessionKind } from './kinds.ts';
import { sitsWithClient } from './may-meet.ts';
import type { Proposal } from './proposal.ts';
import { roomBooking, type Booking } from './roster.ts';

type Booker = Pick<Member, 'personId' | 'role'>;
type Proposed = Pick<Proposal, 'kind' | 'seats' | 'rooms' | 'interpreting'>;

/**
 * A court's hearings are booked and changed by its own clerks and judges; by those of another State, nothing of them is.
 * @throws {Refusal} `not-your-role`
 */
export function assertCourtOfKind(
  kind: SessionKind,
  by: Pick<Staff, 'role' | 'country'>,
  opened: Case,
): void {
  if (isBookedBy(kind, by.role)) assertOwnCourt(by, opened);
}

/** Whether `assertCourtOfKind` lets somebody go on. */
export const isCourtOfKind = (
  kind: SessionKind,
  by: Pick<Staff, 'role' | 'country'>,
  opened: Pick<Case, 'requestingState'>,
): boolean => !isBookedBy(kind, by.role) || isOwnCourt(by, opened);

const isBookedBy = (kind: SessionKind, role: Role): boolean =>
  kinds[kind].bookedBy.some((each) => each === role);

/**
 * Everybody and everything whose time a booking takes, in the order in which a clash is named.
 * @param whole whether every seat that the kind needs must be there; else one that nobody was chosen for is left out
 * @throws {Refusal} `not-your-role` for whoever may not book that kind; `does-not-fit` for a seat that the kind needs
 * and that was left out, and where nobody interprets and it is not said that nobody has to; `seats-not-possible` for one that it does not have, for somebody who is named twice, for a second
 * one in a seat for one, and for a seat of those who book that is given to others
 */
export function bookingsOf(proposal: Proposed, booker: Booker, whole = true): readonly Booking[] {
  const { bookedBy, needs, may } = kinds[proposal.kind];
  if (!bookedBy.some((role) => role === booker.role)) throw new Refusal('not-your-role');
  assertSeatsOf(proposal, booker);
  assertNotTooMany(proposal.seats.flatMap(({ ids }) => ids).length);
  assertEachOnce(proposal);
  const missing = needs.find((seat) => !proposal.seats.some((each) => each.seat === seat));
  if (whole && missing !== undefined)
    throw doesNotFit('/seats', `This kind of session needs somebody in the seat "${missing}".`);
  assertInterpretingSaid(proposal, whole);
  if (whole) assertBeside(proposal);
  return [...needs, ...may]
    .flatMap((seat) => bookedIn(proposal, seat, booker))
    .concat((proposal.rooms ?? []).map(roomBooking));
}

/**
 * People whom one session can have. A pass holds what is ordered between its seat and each other one, and whoever must go is put
 * out together with all who must: both in one transaction, which has a hundred changes (infra/decisions/twenty-calendars.md).
 */
export const mostSeats = 40;

/** @throws {Refusal} `seats-not-possible` for more people than one session can have */
export function assertNotTooMany(people: number): void {
  if (people > mostSeats)
    throw seatsNotPossible(
      '/seats',
      `A session has at most ${mostSeats} people. Leave observers out, or book several sessions as a series.`,
    );
}

/** Seats that whoever of that role books has, or is one of those who have it. */
const ofTheBooker: readonly Role[] = ['prosecutor', 'central-authority'];
/** Seats that several can have. */
const forSeveral: readonly Role[] = [
  'interpreter',
  'central-authority',
  'judge',
  'defence-counsel',
  'victim-counsel',
  'custody-officer',
  'technician',
  'accused',
  'observer',
];

function assertSeatsOf({ kind, seats }: Proposed, booker: Booker): void {
  const { needs, may } = kinds[kind];
  for (const [index, { seat, ids }] of seats.entries()) {
    if (![...needs, ...may].includes(seat))
      throw seatsNotPossible(`/seats/${index}/seat`, 'This kind of session has no such seat.');
    if (seat === 'attending-officer')
      throw seatsNotPossible(
        `/seats/${index}/seat`,
        'The host State names its officer once the session is booked.',
      );
    if (ids.length > 1 && !forSeveral.includes(seat))
      throw seatsNotPossible(`/seats/${index}/ids/1`, 'This session has one such seat.');
    if (isOfTheBooker(seat, booker) && !ids.includes(booker.personId))
      throw seatsNotPossible(`/seats/${index}/ids`, 'Whoever books has this seat.');
  }
}

/** @throws {Refusal} `seats-not-possible` for a seat, a person or a room that stands there twice */
export function assertEachOnce({ seats, rooms = [] }: Pick<Proposed, 'seats' | 'rooms'>, under = ''): void {
  const seen = new Set<string>();
  const once = (what: string, pointer: string, message: string) => {
    if (seen.size === seen.add(what).size) throw seatsNotPossible(`${under}${pointer}`, message);
  };
  for (const [index, { seat, ids }] of seats.entries()) {
    once(`seat ${seat}`, `/seats/${index}/seat`, 'This seat stands here twice.');
    for (const [at, id] of ids.entries()) once(id, `/seats/${index}/ids/${at}`, 'The same is named twice.');
  }
  for (const [index, id] of rooms.entries())
    once(`room ${id}`, `/rooms/${index}`, 'The same is named twice.');
}

const isOfTheBooker = (seat: Role, { role }: Booker): boolean => role === seat && ofTheBooker.includes(seat);

function bookedIn({ seats }: Proposed, seat: Role, booker: Booker): readonly Booking[] {
  const ids = seats.find((each) => each.seat === seat)?.ids ?? [];
  if (isPartySeat(seat)) return ids.map((party) => ({ seat, party }));
  // Whoever books comes first, as the one who asks the others.
  const first = isOfTheBooker(seat, booker) ? ids.filter((id) => id === booker.personId) : [];
  return [...first, ...ids.filter((id) => !first.includes(id))].map((personId) => ({ seat, personId }));
}

/** Who has a seat only beside somebody else. */
const beside: readonly { readonly seat: Role; readonly whom: Role; readonly message: string }[] = [
  { seat: 'custody-officer', whom: 'accused', message: 'A custody officer comes with an accused alone.' },
  { seat: 'guardian', whom: 'witness', message: 'A guardian comes with the child who is heard.' },
  { seat: 'support-person', whom: 'witness', message: 'A support person comes with whoever is heard.' },
];

/** @throws {Refusal} `seats-not-possible` for somebody who comes without the one whom they come with */
function assertBeside({ seats }: Proposed): void {
  const taken = (seat: Role) => seats.findIndex((each) => each.seat === seat);
  for (const { seat, whom, message } of beside)
    if (taken(seat) >= 0 && taken(whom) < 0) throw seatsNotPossible(`/seats/${taken(seat)}/seat`, message);
}

/**
 * @param members those of the case who are booked, as it has them
 * @throws {Refusal} `seats-not-possible` for counsel whose client has no seat where another one has
 */
export function assertWithClient(bookings: readonly Booking[], members: readonly Member[]): void {
  const seats = bookings.flatMap(({ seat, personId, party }): OfCase[] => {
    const pseudonym = party ?? members.find((each) => each.personId === personId)?.pseudonym;
    return seat === 'room' || pseudonym === undefined ? [] : [{ seat, pseudonym }];
  });
  if (!seats.every((me) => sitsWithClient(me, seats, members)))
    throw seatsNotPossible(
      '/seats',
      'Counsel comes with whom they represent: give their client a seat too, or leave this counsel out.',
    );
}

/** @throws {Refusal} `does-not-fit` where what is said of interpreting, and who interprets, do not agree */
function assertInterpretingSaid({ kind, seats, interpreting }: Proposed, whole: boolean): void {
  const refuse = (message: string) => {
    throw doesNotFit('/interpreting', message);
  };
  const someone = seats.some(({ seat }) => seat === 'interpreter');
  if (someone && interpreting !== undefined)
    refuse('Somebody interprets, and this says that nobody has to: leave out the one or the other.');
  if (whole && !someone && interpreting === undefined && kinds[kind].may.includes('interpreter'))
    refuse('Name an interpreter, or say "not-needed" here where everybody understands one another.');
}

/** @throws {Refusal} `seats-not-possible` for a mode of interpreting where nobody interprets */
export function assertInterpreted(bookings: readonly Booking[], mode: Proposal['mode']): void {
  if (mode !== undefined && !bookings.some(({ seat }) => seat === 'interpreter'))
    throw seatsNotPossible('/mode', 'Nobody interprets in this session.');
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
 * who join at their first booking) not of the case, or no more
 */
export function suitable({ seat, member, person }: Chosen): Person {
  const belongs =
    member === undefined ? seat === 'interpreter' : member.role === seat && member.left === undefined;
  if (person === undefined || person.disabled === true || person.role !== seat || !belongs)
    throw new Refusal('person-not-suitable', { seat });
  return person;
}
