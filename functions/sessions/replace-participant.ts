import type { StaffRole } from '../shared/access/roles.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import {
  addMembers,
  memberKey,
  parseMember,
  parsePseudonyms,
  pseudonymsKey,
  type Member,
} from '../cases/port/membership.ts';
import { prepareAppend, type NewEntry } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import { approvalFor, approvalKey } from './approval.ts';
import { joinersOf, seatFor } from './booking.ts';
import { chosenFor } from './book-session.ts';
import { resourceKeys, resourceOf } from '../availability/port/resource.ts';
import type * as contract from './contract.ts';
import { moveDoor, openPoints, seatNamed, type Door, type Seat } from './port/door.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { assertMayOverride, overrideDetails } from '../availability/port/overrides.ts';
import { bookedFor, withBooking, type Booking } from './port/roster.ts';
import { assertNotClosed } from './session.ts';
import { entryBy, loadSession, type LoadedSession } from './loaded-session.ts';
import { moveRoster } from './store.ts';
import { takeTime } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { assertNoConflict } from '../availability/port/conflicts.ts';
import { pagesFor } from '../availability/port/claim.ts';

type Route = typeof contract.replaceParticipant;
type Body = BodyOf<Route>;

/** Who may give a seat to somebody else: whoever runs the case, the clerk who calls the interpreter, and her officer. */
const mayReplace: Readonly<Record<Body['seat'], readonly StaffRole[]>> = {
  prosecutor: ['prosecutor'],
  clerk: ['prosecutor', 'clerk'],
  'support-officer': ['prosecutor', 'support-officer'],
  interpreter: ['prosecutor', 'clerk'],
};

/**
 * Gives a seat to somebody else. The one before loses the time, the seat and the door in one transaction: from then on no
 * request of theirs is answered, and `rooms`, which follows the door, gives everybody else another room.
 */
export const replaceParticipant: Handler<typeof contract.replaceParticipant, [holidays: KnownHolidays]> = (
  { actor, params, body, now, context, commit },
  holidays,
) =>
  commit(async () => {
    const { store, randomBytes } = context;
    const { seat, pseudonym, personId, overrides = [] } = body;
    const booking = { seat, personId } as const;
    const change = { what: 'replacement', seat, pseudonym, personId } as const;
    const loaded = await loadSession(store, params.sessionId, actor, ({ session, roster }) => [
      memberKey(session.caseId, personId),
      ...bookedFor(roster, seat).flatMap((each) => [
        ...(each.personId === undefined ? [] : [memberKey(session.caseId, each.personId)]),
        ...resourceKeys(each),
      ]),
      pseudonymsKey(session.caseId),
      ...resourceKeys(booking),
      ...holidays.keys(session),
      ...pagesFor({ ...claimFor(session, bookedFor(roster, seat)), bookings: [booking] }).map(pageKey),
      approvalKey(session.sessionId, 'replacement'),
    ]);
    const { session, door, roster, found, head } = loaded;
    const { caseId, sessionId } = session;
    if (!mayReplace[seat].some((role) => role === actor.role)) throw new Refusal('not-your-role');
    assertMayOverride(overrides, actor.role);
    assertNotClosed(door, now);
    const { before, had } = assertReplaceable(loaded, body);
    assertNoConflict([booking], found, loaded.case);
    const chosen = chosenFor(caseId, booking, found);
    const pseudonyms = parsePseudonyms(found(pseudonymsKey(caseId)));
    const joiners = joinersOf(caseId, [chosen], pseudonyms, randomBytes);
    const after = chosen.member ?? joiners[0];
    if (after === undefined) throw new Refusal('person-not-suitable', { seat });
    const by = actor.role;
    const stay = bookedFor(roster, seat).filter((each) => each !== had);
    const bare = [booking, ...stay].map((each) => resourceOf(each, found, loaded.viewpoint));
    const all = await holidays.laidOver(store, found, session, bare);
    const claim = {
      ...claimFor(session, [had]),
      bookings: [booking],
      others: all.slice(1),
      overrides,
      by,
    };
    const taken = await takeTime(store, claim, all.slice(0, 1), found, now);
    const approved = approvalFor(loaded, change, taken.used, now);
    const moved = seated(door, before, after);
    const entry: NewEntry = {
      ...entryBy(loaded, newId(randomBytes), now),
      action: 'participant.replaced',
      details: {
        seat,
        participant: after.pseudonym,
        inPlaceOf: before.pseudonym,
        reason: body.reason,
        ...overrideDetails(taken.used),
        ...approved.details,
      },
    };
    const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
    return {
      changes: [
        moveDoor(door, moved),
        syncSoon(sessionId, now),
        moveRoster(withBooking(roster, booking, had)),
        ...taken.changes,
        ...addMembers(joiners, pseudonyms),
        ...approved.changes,
        ...log.changes,
      ],
      answer: { pseudonym: after.pseudonym, gates: openPoints({ ...door, ...moved }) },
    };
  });

/** The session's time for the newcomer alone, in place of whoever had the seat. */
const claimFor = (session: LoadedSession['session'], bookings: readonly Booking[]) => ({
  caseId: session.caseId,
  sessionId: session.sessionId,
  mode: session.mode,
  time: session,
  before: { time: session, bookings },
});

/** Who is replaced, as the door and as the roster have them. */
interface Replaced {
  readonly before: Seat;
  readonly had: Booking;
}

/**
 * @throws {Refusal} `seats-not-possible` for a seat that is empty or that the one who is named does not have, and for
 * somebody who sits in the session already; `invalid-request` where several have it and none is named
 */
function assertReplaceable({ door, roster, found, session }: LoadedSession, body: Body): Replaced {
  const refuse = (pointer: string, message: string) =>
    new Refusal('seats-not-possible', {}, [{ pointer, message }]);
  const before = seatNamed(door, body);
  const had = bookedFor(roster, body.seat).find(
    ({ personId = '' }) =>
      parseMember(found(memberKey(session.caseId, personId))).pseudonym === before?.pseudonym,
  );
  if (before === undefined || had === undefined)
    throw body.pseudonym === undefined
      ? refuse('/seat', 'Nobody has this seat; there is nobody to replace.')
      : refuse('/pseudonym', 'Whoever is named does not have this seat.');
  if (roster.booked.some((each) => each.personId === body.personId))
    throw refuse('/personId', 'That person has a seat in this session already.');
  return { before, had };
}

/**
 * Nobody has agreed to the new interpreter yet: languages, conflicts and undertaking are asked for again, and until then
 * the door is closed.
 */
function seated({ seats, gates }: Door, before: Seat, after: Member): Pick<Door, 'seats' | 'gates'> {
  const changed = seats.map((taken) => (taken.pseudonym === before.pseudonym ? seatFor(after) : taken));
  const asked = after.role === 'interpreter' && gates.interpreter !== 'not-needed';
  return { seats: changed, gates: asked ? { ...gates, interpreter: 'missing' } : gates };
}
