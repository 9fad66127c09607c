import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import {
  addMember,
  memberKey,
  parseMember,
  parsePseudonyms,
  parseWitness,
  pseudonymsKey,
  witnessKey,
} from '../cases/membership.ts';
import { prepareAppend, type NewEntry } from '../custody/append.ts';
import { commit as seal, SALT_BYTES, type Commitment } from '../custody/disclosure.ts';
import { parsePerson, personKey } from '../directory/actor.ts';
import { bookingsOf, planBooking, type BookingPlan, type BookingRead } from './booking.ts';
import type * as contract from './contract.ts';
import { withoutOver } from './free-time.ts';
import { pageNames } from './roster.ts';
import type { Session } from './session.ts';
import { resolveTime } from './session-time.ts';
import { pageKey, parsePages, putPage, putSession } from './store.ts';

type Body = BodyOf<typeof contract.bookSession>;

/**
 * Books a session: one round of reads (another where something clashes), one transaction with every calendar, the session, its door, the first entry of
 * its log, and the record of the request. A custody log begins here, so there is no head to read.
 */
export const bookSession = ({ actor, body, now, ground, commit }: Call<unknown, Body>) =>
  commit(async () => {
    const staff = asStaff(actor);
    const { caseId, kind } = body;
    const sessionId = newId(ground.randomBytes);
    const session: Session = { sessionId, caseId, kind, ...resolveTime(body, now) };
    const read = await readForBooking(ground.store, session, staff.personId, body);
    if (read.self.role !== staff.role) throw new Refusal('not-your-role');
    const plan = planBooking(read, ground.randomBytes);
    const { zone, local, offset } = session.venue;
    const venue = seal('venue', JSON.stringify({ zone, local, offset }), ground.randomBytes(SALT_BYTES));
    const entry = bookedEntry(plan, session, venue, newId(ground.randomBytes), now);
    const log = prepareAppend({
      logId: sessionId,
      caseId,
      head: undefined,
      entries: [entry],
      recordedAt: now,
    });
    return {
      changes: [
        ...putSession(session, plan.door, plan.roster, venue),
        ...plan.pages.map(putPage),
        ...(plan.joins === undefined ? [] : addMember(plan.joins, read.pseudonyms)),
        ...log.changes,
      ],
      answer: { sessionId },
    };
  });

async function readForBooking(
  store: Store,
  session: Session,
  callerId: string,
  { seats }: Body,
): Promise<BookingRead> {
  const { caseId } = session;
  const booked = bookingsOf(callerId, seats);
  const names = pageNames(caseId, booked, session);
  const ids = [seats.clerk, seats.supportOfficer, seats.interpreter];
  const items = await store.get([
    memberKey(caseId, callerId),
    witnessKey(caseId),
    pseudonymsKey(caseId),
    ...ids.map((personId) => memberKey(caseId, personId)),
    ...ids.map(personKey),
    ...names.map(pageKey),
  ]);
  const optional = <Value>(index: number, parse: (item: unknown) => Value): Value | undefined =>
    items[index] === undefined ? undefined : parse(items[index]);
  const chosen = (order: number) => ({
    member: optional(3 + order, parseMember),
    person: optional(3 + ids.length + order, parsePerson),
  });
  return {
    session,
    // First of all: to whoever is not a member, the case does not exist.
    self: parseMember(items[0]),
    witness: parseWitness(items[1]),
    pseudonyms: parsePseudonyms(items[2]),
    clerk: { seat: 'clerk', ...chosen(0) },
    supportOfficer: { seat: 'support-officer', ...chosen(1) },
    interpreter: { seat: 'interpreter', ...chosen(2) },
    booked,
    pages: await withoutOver(store, parsePages(names, items.slice(3 + 2 * ids.length)), session),
  };
}

function bookedEntry(
  { door }: BookingPlan,
  { kind, start, end, venue }: Session,
  sealedVenue: Commitment,
  entryId: string,
  now: Date,
): NewEntry {
  const prosecutor = door.seats.find(({ seat }) => seat === 'prosecutor');
  return {
    entryId,
    action: 'session.booked',
    actor: { role: 'prosecutor', pseudonym: prosecutor?.pseudonym ?? '' },
    authority: { kind: 'role', ref: 'prosecutor' },
    subject: { kind: 'session', ref: door.sessionId },
    occurredAt: now.toISOString(),
    details: {
      kind,
      start,
      end,
      zoneTable: venue.zoneTable,
      seats: door.seats.map(({ seat, pseudonym }) => `${seat} ${pseudonym}`),
    },
    // The venue's zone can tell who is near whom.
    sealed: { venue: sealedVenue.digest },
  };
}
