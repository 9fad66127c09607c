import type * as z from 'zod';
import { isGuestSeat } from '../shared/access/roles.ts';
import {
  everyGateOpen,
  isRunBy,
  isSummonedTo,
  type Apart,
  type Door,
  type Seat,
} from '../sessions/port/door.ts';
import { identifier, identityOf } from '../sessions/port/identity.ts';
import type { roomView } from './contract.ts';
import { toldApart, whyKeptApart } from './kept-apart.ts';
import { mayPause } from './may-pause.ts';
import { withArrivals, withoutFormer, type Room } from './room.ts';
import { todayOf } from './today.ts';
import { mayKnowOf, whereSeen } from './seen-seats.ts';
import { consultationRoom, hearingRoom, screenedRoom } from './place.ts';
import { placesOf } from './settled.ts';
import { askingTooOften, type SeatUse } from './seat-use.ts';
import { workers } from './work.ts';

export type RoomView = z.input<typeof roomView>;

/** How things stand at one moment: all that a view is made from. */
export interface Standing {
  readonly door: Door;
  readonly room: Room;
  readonly uses: readonly SeatUse[];
}

/** What somebody who has this seat is shown now. */
export const viewAs = ({ door, room, uses }: Standing, seat: Seat, now: Date): RoomView =>
  viewOf(door, withoutFormer(withArrivals(room, uses), door.seats), seat, now, askingTooOften(uses, now));

/**
 * The room as one seat may see it. A guest who waits, or was put out, sees nobody and nothing of what goes on: neither who
 * else is there nor who is to come, neither a pause nor that the room was replaced; a pause of their own they may end. What
 * keeps the door closed is for staff alone. Devices, and who asks too often, are for whoever runs the session, who helps people with theirs.
 * @param tooOften pseudonyms of those who ask too often
 */
export function viewOf(
  door: Door,
  room: Room,
  me: Seat,
  now: Date,
  tooOften: ReadonlySet<string> = new Set(),
): RoomView {
  const { seat: mySeat, pseudonym: myPseudonym } = me;
  const runs = isRunBy(door, me);
  const myState = room.seats[myPseudonym]?.state ?? 'away';
  const isGuest = isGuestSeat(mySeat);
  const looksIn = !isGuest || myState === 'admitted';
  const seesOthers = !isGuest || (looksIn && room.phase !== 'closed' && room.phase !== 'ended');
  const today = todayOf(door, room, now);
  const todayFor = (pseudonym: string) => {
    const said = today.get(pseudonym);
    const isMine = pseudonym === myPseudonym || runs || mySeat === 'support-officer';
    return said === undefined || !isMine ? {} : { today: said };
  };
  const identifies = mySeat === identifier(door) && door.gates.permission !== 'not-needed';
  const identityFor = (pseudonym: string) => {
    const found = identityOf(door, pseudonym, now);
    return found === undefined || !(identifies || runs || mySeat === 'support-officer')
      ? {}
      : { identified: found };
  };
  const phase = door.status === 'cancelled' ? 'ended' : room.phase;
  const own = looksIn ? placesOf(room, myPseudonym) : [];
  return {
    sessionId: door.sessionId,
    phase: looksIn || phase === 'ended' ? phase : 'closed',
    epoch: looksIn ? (own[0]?.since ?? room.epoch) : 0,
    places: own.map(({ key, since, as }) => ({ room: key, since, ...(as === undefined ? {} : { as }) })),
    ...(looksIn ? shownOfCourse(door, room, me) : {}),
    // Everybody is out by then, and told all the same when to come again.
    ...(room.adjournedTo === undefined ? {} : { adjournedTo: room.adjournedTo }),
    start: door.start,
    end: door.end,
    mySeat,
    myPseudonym,
    myState,
    ...(room.seats[myPseudonym]?.putOut === undefined ? {} : { putOut: room.seats[myPseudonym].putOut }),
    pauses: room.pauses.filter(({ seat }) => (looksIn || seat === mySeat) && isKnown(door, room, me, seat)),
    ...(looksIn && mayPause(door, me) ? { mayPause: true as const } : {}),
    ...(runs ? { runs: true as const } : {}),
    ...(runs && room.carried !== undefined ? { carried: room.carried } : {}),
    ...(identifies ? { identifies: true as const } : {}),
    ...shownAtWork(door, room, { runs, myPseudonym }, now),
    ...(runs && room.alarms.length > 0 ? { alarms: room.alarms } : {}),
    seats: door.seats
      .filter((other) => other.pseudonym === myPseudonym || (seesOthers && mayKnowOf(door, room, me, other)))
      .map((taken) => ({
        ...seatOf(taken, room, runs),
        ...(runs && room.beside?.[taken.pseudonym] !== undefined
          ? { goesWith: room.beside[taken.pseudonym] }
          : {}),
        ...(myState === 'admitted' ? whereSeen(door, room, me, taken) : {}),
        ...todayFor(taken.pseudonym),
        ...identityFor(taken.pseudonym),
        ...(runs && taken.pseudonym !== myPseudonym ? outOf(whyKeptApart(door, taken)) : {}),
        ...(runs && tooOften.has(taken.pseudonym) ? { asksTooOften: true as const } : {}),
      })),
    ...outOf(toldApart(door, { pseudonym: myPseudonym })),
    ...(isGuest ? {} : { doorOpen: everyGateOpen(door) && door.status === 'booked' }),
  };
}

/** Whether somebody who has this seat may be known of: a pause says the seat, and not who. */
const isKnown = (door: Door, room: Room, me: Seat, seat: Seat['seat']): boolean =>
  door.seats.some((other) => other.seat === seat && mayKnowOf(door, room, me, other));

/** How the session goes, as everybody who is in it is shown. */
function shownOfCourse(door: Door, room: Room, { seat, pseudonym }: Seat) {
  const main = placesOf(room, pseudonym)[0]?.key;
  const relayIn = (key: string) => (main === key ? room.rooms[key]?.people['relay']?.identity : undefined);
  const relay = relayIn(screenedRoom);
  const carrier = seat === 'witness' ? relayIn(hearingRoom) : undefined;
  const consultations = Object.entries(room.consultations ?? {}).flatMap(([id, each]) =>
    each.people.includes(pseudonym) ? [{ consultation: id, room: consultationRoom(id), ...each }] : [],
  );
  return {
    ...(relay === undefined ? {} : { relay }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(isSummonedTo(door) ? { record: room.record ?? ('on' as const) } : {}),
    ...(room.inCamera === undefined ? {} : { inCameraNow: room.inCamera }),
    ...(consultations.length === 0 ? {} : { consultations }),
  };
}

/** Whoever runs the session sees all who interpret, and each of them sees themselves. */
function shownAtWork(
  door: Door,
  room: Room,
  { runs, myPseudonym }: { readonly runs: boolean; readonly myPseudonym: string },
  now: Date,
) {
  const shown = workers(door, room, now).filter(({ pseudonym }) => runs || pseudonym === myPseudonym);
  return shown.length === 0 ? {} : { atWork: shown.map(({ told: _told, ...each }) => each) };
}

function outOf(why: Apart['why'] | undefined) {
  if (why === undefined) return {};
  return why === 'in-camera' ? { inCamera: true as const } : { keptApart: true as const };
}

function seatOf({ seat, pseudonym }: Seat, room: Room, showsDevice: boolean) {
  const taken = room.seats[pseudonym];
  return {
    seat,
    pseudonym,
    state: taken?.state ?? ('away' as const),
    ...(taken?.hand === undefined ? {} : { hand: taken.hand }),
    ...(room.silenced?.includes(pseudonym) === true ? { silenced: true as const } : {}),
    ...(showsDevice && taken?.device !== undefined ? { device: taken.device } : {}),
  };
}
