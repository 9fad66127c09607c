import type { Handler } from '../../shared/http/call.ts';
import { holdersOf, witnessOf } from '../../cases/port/membership.ts';
import { instantOf } from '../../shared/values/instants.ts';
import { parsePerson, personKey } from '../../directory/port/actor.ts';
import { parseRoom, roomKey } from '../../directory/port/working-time-store.ts';
import type * as contract from '../contract.ts';
import { isCourtOfKind } from '../port/bookings.ts';
import { heardIn, hostStateAt, openPoints, type Door } from '../port/door.ts';
import { enterSessionWithFile, isBoundToSeat } from '../port/enter-session.ts';
import { onlyOf } from '../port/gates.ts';
import { mayOpen } from '../port/may-open-gate.ts';
import { fromPaperBy } from '../port/whose-turn.ts';
import { parseRoster, roomsOf } from '../port/roster.ts';
import { roomShownTo } from '../port/session-rooms.ts';
import { seatRows, type KnownSeat } from '../port/seat-times.ts';
import { followingOf, type Stands } from '../port/standing.ts';
import { isTurnOf } from '../own-list/waits.ts';
import { rowOf } from '../model/session.ts';
import { neededAt, partsOf } from '../port/session-time.ts';
import { parseSession, rosterKey, sessionKey } from '../store.ts';

/** One session as the caller may see it; `not-found` for whoever is not a member of its case. */
export const readOneSession: Handler<typeof contract.readSession> = async ({
  actor: viewer,
  params: { sessionId },
  now,
  context: { store },
}) => {
  const viewerId = viewer.personId;
  const {
    door: stored,
    file,
    found,
  } = await enterSessionWithFile(store, sessionId, viewer, [sessionKey(sessionId), rosterKey(sessionId)]);
  const door = asItStands(stored, { ...file, heard: file.witnesses }, now);
  const session = parseSession(found(sessionKey(sessionId)));
  const roster = parseRoster(found(rosterKey(sessionId)));
  const authorities = file.members.filter(({ role }) => role === 'central-authority');
  const ids = [
    ...new Set([
      viewerId,
      ...roster.booked.flatMap(({ personId }) => personId ?? []),
      ...authorities.map(({ personId }) => personId),
    ]),
  ];
  const [people, rooms] = await Promise.all([
    store.get(ids.map(personKey)),
    store.get(roomsOf(roster).map(roomKey)),
  ]);
  const witnesses = heardIn(door).map((pseudonym) => witnessOf(file, pseudonym));
  const hostState = hostStateAt(door, file.case, witnesses);
  const viewpoint = { viewer, witnesses, hostState };
  const known = people.flatMap((item) => (item === undefined ? [] : [parsePerson(item)]));
  const seats = withHostState(door).map((each): KnownSeat => {
    // Whoever comes by invitation stands in the door by pseudonym alone; the case knows who that is.
    const member = file.members.find(({ pseudonym }) => pseudonym === each.pseudonym);
    const { personId = member?.personId, ...shown } = each;
    const [first] = session.days;
    return {
      ...shown,
      person: known.find((person) => person.personId === personId),
      needed: first === undefined ? undefined : neededAt(first, each.seat),
    };
  });
  const opener = known.find(({ personId }) => personId === viewerId);
  const paper = fromPaperBy({
    members: authorities,
    hostState,
    requestingState: file.case.requestingState,
    person: (id) => known.find(({ personId }) => personId === id),
  });
  const whose = { hostState, holders: holdersOf(witnesses), fromPaperBy: paper };
  const bound = isBoundToSeat(viewer.role);
  const mine = door.seats.find(({ personId }) => personId === viewerId);
  return {
    ...rowOf(session, door, now),
    sequence: session.sequence,
    opensAt: door.opensAt,
    closesAt: door.closesAt,
    days: session.days.map((day) => ({
      local: day.local,
      offset: day.offset,
      parts: partsOf(day).map(({ kind, start, end }) => ({ kind, start, end })),
    })),
    ...(session.mode === undefined ? {} : { mode: session.mode }),
    seats: seatRows(bound ? seats.map(withoutLabel) : seats, {
      viewpoint,
      start: session.start,
      venueLocal: session.venue.local,
    }),
    rooms: rooms.map((item) => roomShownTo(viewpoint, parseRoom(item))),
    roomState: door.rooms,
    // Whether a witness consents, or is safe, is nothing that the other side is told.
    gates: (bound ? [] : openPoints(door)).map((point) => ({
      ...point,
      ...(point.gate === 'consent' && door.byOrder !== undefined ? { byOrder: door.byOrder } : {}),
      only: onlyOf(point.gate),
      mine: opener !== undefined && mayOpen(point.gate, opener, whose),
      myTurn:
        point.state === 'missing' &&
        point.aside !== true &&
        opener !== undefined &&
        isTurnOf(door, point.gate, opener, whose),
    })),
    ...(mine === undefined ? {} : { mySeat: mine.seat }),
    ownCourt: isCourtOfKind(session.kind, viewer, file.case),
  };
};

/** What stands for the case is read along, so nobody waits until the door has followed it; what is over stays as it was. */
const asItStands = (door: Door, stands: Stands, now: Date): Door =>
  door.status === 'ended' ? door : { ...door, ...followingOf(door, stands, instantOf(now.getTime())) };

/** What somebody does can tell where. */
const withoutLabel = ({ person, ...seat }: KnownSeat): KnownSeat => ({
  ...seat,
  ...(person === undefined ? {} : { person: { ...person, label: '' } }),
});

/** The host State has its row from the beginning, also while nobody is named. */
const withHostState = ({
  seats,
  gates,
}: Door): (KnownSeat & { readonly personId?: string | undefined })[] => {
  const named = seats.some(({ seat }) => seat === 'attending-officer');
  return named || gates.attendingOfficer === 'not-needed'
    ? [...seats]
    : [...seats, { seat: 'attending-officer' as const }];
};
