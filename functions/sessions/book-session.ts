import type { Role } from '../shared/access/roles.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Key } from '../shared/store/store.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import { addMinutes, parseInstant } from '../shared/values/instants.ts';
import {
  addMembers,
  caseKey,
  memberKey,
  parseCase,
  parseMember,
  parsePseudonyms,
  parseWitness,
  pseudonymsKey,
  witnessKey,
  type Member,
} from '../cases/port/membership.ts';
import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import { commitment, SALT_BYTES, type Commitment } from '../custody/port/disclosure.ts';
import { parsePerson, personKey } from '../directory/port/actor.ts';
import type * as contract from './contract.ts';
import { joinersOf, newDoor, newRoster, seatFor, witnessSeat } from './booking.ts';
import { resourceKeys, resourceOf } from '../availability/port/resource.ts';
import type { Door } from './port/door.ts';
import { holdsKey, parseHolds, withHold } from './holds.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { assertMayOverride, overrideDetails } from '../availability/port/overrides.ts';
import { readByKey, type Found } from '../shared/store/read-by-key.ts';
import type { Booking } from './port/roster.ts';
import { assertRoomsSuitable } from './port/session-rooms.ts';
import { holdEnd, type Session } from './session.ts';
import { resolveTime, type SessionTime } from './port/session-time.ts';
import { atOnce, putSession } from './store.ts';
import { atKnownVenue } from './venue.ts';
import { takeTime, type Taken } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { assertNoConflict } from '../availability/port/conflicts.ts';
import { assertInterpreted, bookingsOf, type Chosen } from './port/bookings.ts';
import { pagesFor, type Claim } from '../availability/port/claim.ts';

/**
 * Books or holds a session: one round of reads, one transaction with every calendar, the session, its door, the first
 * entry of its log, and the record of the request. A custody log begins here, so there is no head to read. Other reads
 * come only where something clashes, and where a country's holidays are asked for the first time.
 */
export const bookSession: Handler<typeof contract.bookSession, [holidays: KnownHolidays]> = (
  { actor: staff, body, now, context, commit },
  holidays,
) =>
  commit(async () => {
    const { randomBytes, store } = context;
    const { caseId } = body;
    const overrides = body.overrides ?? [];
    const asked = attempt(() => {
      const time = resolveTime(body, now);
      const bookings = bookingsOf(body.kind, staff, body.seats, body.rooms);
      assertInterpreted(bookings, body.mode);
      return { time, bookings };
    });
    const sessionId = newId(randomBytes);
    const keys = 'value' in asked ? keysFor({ caseId, sessionId, ...asked.value }, holidays) : [];
    const holder = holdsKey(staff.personId);
    const found = await readByKey(store, [
      memberKey(caseId, staff.personId),
      caseKey(caseId),
      ...(body.holdMinutes === undefined ? [] : [holder]),
      ...keys,
    ]);
    // First of all: to whoever is not a member, the case does not exist.
    const self = parseMember(found(memberKey(caseId, staff.personId)));
    if (self.role !== staff.role) throw new Refusal('not-your-role');
    if (!('value' in asked)) throw asked.refused;
    const { bookings } = asked.value;
    const opened = parseCase(found(caseKey(caseId)));
    const time = atKnownVenue(asked.value.time, staff, opened.hostState);
    assertMayOverride(overrides, staff.role);
    const heldUntil =
      body.holdMinutes === undefined
        ? undefined
        : holdEnd(addMinutes(parseInstant(now.toISOString()), body.holdMinutes), time);
    const { kind, mode } = body;
    const said = mode === undefined ? {} : { mode };
    const session: Session = { sessionId, caseId, kind, ...said, sequence: 0, ...time };
    const pseudonyms = parsePseudonyms(found(pseudonymsKey(caseId)));
    const people = bookings.flatMap((each) =>
      each.personId === undefined ? [] : [chosenFor(caseId, each, found)],
    );
    const joiners = joinersOf(caseId, people, pseudonyms, randomBytes);
    const witness = parseWitness(found(witnessKey(caseId)));
    assertNoConflict(bookings, found, opened);
    const viewpoint = { viewer: staff, witness, hostState: opened.hostState };
    assertRoomsSuitable(kind, body.rooms ?? [], found, viewpoint);
    const bare = bookings.map((booking) => resourceOf(booking, found, viewpoint));
    const resources = await holidays.laidOver(store, found, time, bare);
    const claim: Claim = {
      caseId,
      sessionId,
      time,
      until: heldUntil,
      bookings,
      mode,
      overrides,
      by: staff.role,
    };
    const taken = await takeTime(store, claim, resources, found, now);
    const held = heldUntil === undefined ? {} : { heldUntil };
    const holds =
      heldUntil === undefined
        ? []
        : [withHold(parseHolds(staff.personId, found(holder)), sessionId, heldUntil, now)];
    const seats = bookings.flatMap((booking) => {
      if (booking.seat === 'witness') return [witnessSeat(witness)];
      const { personId } = booking;
      if (personId === undefined) return [];
      const member =
        chosenFor(caseId, booking, found).member ?? joiners.find((each) => each.personId === personId);
      return member === undefined ? [] : [seatFor(member)];
    });
    const roster = newRoster(session, bookings, heldUntil === undefined ? undefined : staff.personId);
    const door = newDoor(session, seats, roster, held);
    const venue = sealedVenue(session, randomBytes);
    const entry = bookedEntry({ session, door, self, taken, venue }, newId(randomBytes), now);
    const log = prepareAppend({
      logId: sessionId,
      caseId,
      head: undefined,
      entries: [entry],
      recordedAt: now,
    });
    return {
      changes: atOnce([
        ...putSession(session, door, roster, venue),
        ...taken.changes,
        ...holds,
        // Of a hold nobody is told.
        ...(heldUntil === undefined ? [syncSoon(sessionId, now)] : []),
        ...addMembers(joiners, pseudonyms),
        ...log.changes,
      ]),
      answer: { sessionId, ...held },
    };
  });

/** What is refused whatever is read; told only once it is certain that the one who asks may know the case. */
function attempt<Value>(work: () => Value): { readonly value: Value } | { readonly refused: Refusal } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error };
    throw error;
  }
}

const keysFor = (
  claim: Pick<Claim, 'caseId' | 'sessionId' | 'bookings'> & { readonly time: SessionTime },
  holidays: KnownHolidays,
): readonly Key[] => [
  witnessKey(claim.caseId),
  pseudonymsKey(claim.caseId),
  ...claim.bookings.flatMap(({ personId }) =>
    personId === undefined ? [] : [memberKey(claim.caseId, personId)],
  ),
  ...claim.bookings.flatMap(resourceKeys),
  ...holidays.keys(claim.time),
  ...pagesFor(claim).map(pageKey),
];

/** Whoever was named for a seat, as read. */
export function chosenFor(caseId: string, { seat, personId = '' }: Booking, found: Found): Chosen {
  const [member, person] = [found(memberKey(caseId, personId)), found(personKey(personId))];
  return {
    seat: seat as Role,
    member: member === undefined ? undefined : parseMember(member),
    person: person === undefined ? undefined : parsePerson(person),
  };
}

/** The venue's zone can tell who is near whom, so the log holds it sealed. */
export function sealedVenue(
  { venue: { zone, local, offset } }: Session,
  randomBytes: RandomBytes,
): Commitment {
  return commitment('venue', JSON.stringify({ zone, local, offset }), randomBytes(SALT_BYTES));
}

interface Booked {
  readonly session: Session;
  readonly door: Door;
  readonly self: Member;
  readonly taken: Taken;
  readonly venue: Commitment;
}

function bookedEntry({ session, door, self, taken, venue }: Booked, entryId: string, now: Date): NewEntry {
  const { kind, mode, start, end, days } = session;
  return {
    entryId,
    action: door.status === 'held' ? 'session.held' : 'session.booked',
    actor: { role: self.role, pseudonym: self.pseudonym },
    authority: { kind: 'role', ref: self.role },
    subject: { kind: 'session', ref: door.sessionId },
    occurredAt: now.toISOString(),
    details: {
      kind,
      ...(mode === undefined ? {} : { mode }),
      start,
      end,
      ...(days.length === 1 ? {} : { days: days.map((day) => day.start) }),
      ...(door.heldUntil === undefined ? {} : { heldUntil: door.heldUntil }),
      zoneTable: session.venue.zoneTable,
      seats: door.seats.map(({ seat, pseudonym }) => `${seat} ${pseudonym}`),
      ...overrideDetails(taken.used),
    },
    sealed: { venue: venue.digest },
  };
}
