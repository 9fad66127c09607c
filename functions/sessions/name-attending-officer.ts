import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Store } from '../shared/store/store.ts';
import { newId } from '../shared/values/ids.ts';
import { caseKey, memberKey, parseCase, parseMember, type Member } from '../cases/membership.ts';
import { headKey, parseHead, prepareAppend, type Head, type NewEntry } from '../custody/append.ts';
import { parsePerson, personKey } from '../directory/actor.ts';
import { staffSeat, suitable } from './booking.ts';
import type * as contract from './contract.ts';
import { assertLive, doorKey, moveDoor, openPoints, parseDoor, type Door } from './door.ts';
import { withoutOver } from './free-time.ts';
import { assertFree, pageNames, parseRoster, withBooking, type Roster } from './roster.ts';
import type { Session } from './session.ts';
import { moveRoster, pageKey, parsePages, parseSession, putPage, rosterKey, sessionKey } from './store.ts';
import { release, reserve, type Page } from './week-pages.ts';

type Route = typeof contract.nameAttendingOfficer;
const seat = 'attending-officer';

/** Names the officer, or another in the officer's place: calendar, seat, gate and entry in one transaction. */
export const nameAttendingOfficer = ({
  actor,
  params,
  body: { personId },
  now,
  ground,
  commit,
}: Call<ParamsOf<Route>, BodyOf<Route>>) =>
  commit(async () => {
    const callerId = asStaff(actor).personId;
    const read = await readForNaming(ground.store, params.sessionId, callerId, personId);
    const { session, door, roster, pages, officer } = read;
    const { sessionId, caseId, start, end } = session;
    assertLive(door);
    assertFree(caseId, [{ seat, personId }], pages, session);
    const after = seated(door, officer);
    const entry = namedEntry(read, newId(ground.randomBytes), now);
    const log = prepareAppend({
      logId: sessionId,
      caseId,
      head: read.head,
      entries: [entry],
      recordedAt: now,
    });
    return {
      changes: [
        moveDoor(door, after),
        moveRoster(withBooking(roster, { seat, personId })),
        ...pages.map((page) => putPage(reserve(page, { start, end, sessionId }))),
        ...read.freed.map((page) => putPage(release(page, sessionId))),
        ...log.changes,
      ],
      answer: { gates: openPoints({ ...door, ...after }) },
    };
  });

const seated = ({ seats, gates }: Door, officer: Member): Pick<Door, 'seats' | 'gates'> => ({
  seats: [...seats.filter((other) => other.seat !== seat), staffSeat(officer)],
  gates: { ...gates, attendingOfficer: 'open' },
});

interface NamingRead {
  readonly session: Session;
  readonly door: Door;
  readonly roster: Roster;
  readonly head: Head | undefined;
  readonly self: Member;
  readonly officer: Member;
  /** The officer's calendar. */
  readonly pages: readonly Page[];
  /** The calendar of the officer named before, where it was another. */
  readonly freed: readonly Page[];
}

/**
 * @throws {Refusal} `not-found` for whoever is not a member; `not-your-role` for an authority that is not the host
 * State's; `person-not-suitable` for an officer who is not of the case, not of that role, or not the host State's
 */
async function readForNaming(
  store: Store,
  sessionId: string,
  callerId: string,
  officerId: string,
): Promise<NamingRead> {
  const [sessionItem, doorItem, rosterItem, headItem] = await store.get([
    sessionKey(sessionId),
    doorKey(sessionId),
    rosterKey(sessionId),
    headKey(sessionId),
  ]);
  const [session, door, roster] = [parseSession(sessionItem), parseDoor(doorItem), parseRoster(rosterItem)];
  const { caseId } = session;
  const before = roster.booked.filter((each) => each.seat === seat && each.personId !== officerId);
  const names = pageNames(caseId, [{ seat, personId: officerId }], session);
  const freed = pageNames(caseId, before, session);
  const [selfItem, caseItem, memberItem, callerItem, officerItem, ...items] = await store.get([
    memberKey(caseId, callerId),
    caseKey(caseId),
    memberKey(caseId, officerId),
    personKey(callerId),
    personKey(officerId),
    ...[...names, ...freed].map(pageKey),
  ]);
  const self = parseMember(selfItem);
  const { hostState } = parseCase(caseItem);
  if (self.role !== 'central-authority' || parsePerson(callerItem).country !== hostState)
    throw new Refusal('not-your-role');
  const member = memberItem === undefined ? undefined : parseMember(memberItem);
  const person = officerItem === undefined ? undefined : parsePerson(officerItem);
  const { country } = suitable({ seat, member, person });
  if (member === undefined || country !== hostState) throw new Refusal('person-not-suitable', { seat });
  return {
    session,
    door,
    roster,
    head: parseHead(headItem),
    self,
    officer: member,
    pages: await withoutOver(store, parsePages(names, items), session),
    freed: parsePages(freed, items.slice(names.length)),
  };
}

function namedEntry({ door, self, officer }: NamingRead, entryId: string, now: Date): NewEntry {
  const before = door.seats.find((other) => other.seat === seat);
  return {
    entryId,
    action: 'attending-officer.named',
    actor: { role: self.role, pseudonym: self.pseudonym },
    authority: { kind: 'role', ref: self.role },
    subject: { kind: 'session', ref: door.sessionId },
    occurredAt: now.toISOString(),
    details: {
      officer: officer.pseudonym,
      ...(before === undefined ? {} : { inPlaceOf: before.pseudonym }),
    },
  };
}
