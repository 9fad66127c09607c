import type * as z from 'zod';
import {
  caseKey,
  filePartition,
  holdersOf,
  memberKey,
  memberNow,
  memberPrefix,
  membersIn,
  parseCase,
  witnessesIn,
  witnessKeys,
} from '../../cases/port/membership.ts';
import { parsePerson, personKey, readPeople } from '../../directory/port/actor.ts';
import { parseRoom, roomKey } from '../../directory/port/working-time-store.ts';
import type { Staff } from '../../shared/access/roles.ts';
import type { Handler } from '../../shared/http/call.ts';
import { queryAll } from '../../shared/store/query-all.ts';
import { readByKey, type Found } from '../../shared/store/read-by-key.ts';
import type { Store } from '../../shared/store/store.ts';
import type * as contract from '../contract.ts';
import type { ownSession } from '../contract.ts';
import { rowOf, type Session } from '../model/session.ts';
import { ownLinesFrom, ownPartition, parseOwnLine } from '../own-list/lines.ts';
import { waitsOf } from '../own-list/waits.ts';
import { doorKey, heardIn, hostStateAt, parseDoor, type Door } from '../port/door.ts';
import { hasSeat, isShownTo } from '../port/enter-session.ts';
import { parseRoster, roomsOf, type Roster } from '../port/roster.ts';
import { roomShownTo } from '../port/session-rooms.ts';
import { endOf } from '../port/session-time.ts';
import { fromPaperBy, type WhoseTurn } from '../port/whose-turn.ts';
import { parseSession, rosterKey, sessionKey } from '../store.ts';

/** A session on somebody's list, as it lies in the table. */
interface Listed {
  readonly session: Session;
  readonly door: Door;
  readonly roster: Roster;
}

/**
 * The sessions of the one who asks, soonest first: those in which they have a seat, and those with something that waits for
 * them. One read of their own list, and two of what stands on it, however many cases and sessions there are. The list only
 * says where to look: whoever has lost the seat, or is of the case no more, sees nothing of the session.
 */
export const ownSessions: Handler<typeof contract.listOwnSessions> = async ({
  actor,
  now,
  context: { store },
}) => {
  const lines = await queryAll(store, 'sessions', ownPartition(actor.personId), ownLinesFrom(now));
  const ids = lines.map((line) => parseOwnLine(line).sessionId);
  const found = await readByKey(store, [
    personKey(actor.personId),
    ...ids.flatMap((id) => [sessionKey(id), doorKey(id), rosterKey(id)]),
  ]);
  const listed = ids
    .map((id): Listed => ({
      session: parseSession(found(sessionKey(id))),
      door: parseDoor(found(doorKey(id))),
      roster: parseRoster(found(rosterKey(id))),
    }))
    .filter(({ door }) => isShownTo(door, actor));
  const around = await readByKey(
    store,
    listed.flatMap(({ session: { caseId }, door, roster }) => [
      caseKey(caseId),
      memberKey(caseId, actor.personId),
      ...witnessKeys(caseId, heardIn(door)),
      ...roomsOf(roster).map(roomKey),
    ]),
  );
  const { country } = parsePerson(found(personKey(actor.personId)));
  const cases = [...new Set(listed.map(({ session }) => session.caseId))];
  const authorities = actor.role === 'central-authority' ? await readAuthorities(store, cases) : undefined;
  return {
    sessions: listed
      .flatMap((each) => shownTo({ ...actor, country }, each, around, now, authorities) ?? [])
      .toSorted((one, other) =>
        `${one.start} ${one.sessionId}` < `${other.start} ${other.sessionId}` ? -1 : 1,
      ),
  };
};

type Authorities = (caseId: string) => Pick<WhoseTurn, 'members' | 'person'>;

/** For an officer of a central authority: whose authorities are of each case, which says who enters a paper. */
async function readAuthorities(store: Store, cases: readonly string[]): Promise<Authorities> {
  const files = await Promise.all(
    cases.map(async (caseId) => {
      const items = await queryAll(store, 'cases', filePartition(caseId), { prefix: memberPrefix });
      return [caseId, membersIn(items).filter(({ role }) => role === 'central-authority')] as const;
    }),
  );
  const of = new Map(files);
  const people = await readPeople(
    store,
    files.flatMap(([, members]) => members.map(({ personId }) => personId)),
  );
  return (caseId) => ({ members: of.get(caseId) ?? [], person: (personId) => people.get(personId) });
}

/** Undefined for a session that is no concern of theirs any more. */
function shownTo(
  viewer: Staff & { readonly country: string },
  { session, door, roster }: Listed,
  around: Found,
  now: Date,
  authorities: Authorities | undefined,
): z.input<typeof ownSession> | undefined {
  const { caseId, kind } = session;
  const self = memberNow(around(memberKey(caseId, viewer.personId)));
  if (self?.role !== viewer.role) return undefined;
  const opened = parseCase(around(caseKey(caseId)));
  const witnesses = witnessesIn(around, caseId, heardIn(door));
  const hostState = hostStateAt(door, opened, witnesses);
  const { requestingState } = opened;
  const paper = authorities && fromPaperBy({ ...authorities(caseId), hostState, requestingState });
  const whose = { hostState, holders: holdersOf(witnesses), fromPaperBy: paper };
  const waits = waitsOf(door, kind, viewer, whose, now);
  if (waits.length === 0 && !hasSeat(door, viewer.personId)) return undefined;
  const viewpoint = { viewer, witnesses, hostState };
  return {
    ...rowOf(session, door, now),
    reference: opened.reference,
    opensAt: door.opensAt,
    closesAt: door.closesAt,
    days: session.days.map((day) => ({ start: day.start, end: endOf(day) })),
    ...(hasSeat(door, viewer.personId) ? { mySeat: viewer.role } : {}),
    pseudonyms: door.seats.map(({ pseudonym }) => pseudonym),
    rooms: roomsOf(roster).flatMap((id) => {
      const room = around(roomKey(id));
      return room === undefined ? [] : [roomShownTo(viewpoint, parseRoom(room))];
    }),
    waits,
  };
}
