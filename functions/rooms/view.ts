import type * as z from 'zod';
import { isGuestSeat } from '../shared/access/roles.ts';
import { everyGateOpen, isRunBy, type Apart, type Door, type Seat } from '../sessions/port/door.ts';
import { identifier, identityOf } from '../sessions/port/identity.ts';
import type { roomView } from './contract.ts';
import { toldApart, whyKeptApart } from './kept-apart.ts';
import { mayPause } from './may-pause.ts';
import { withArrivals, withoutFormer, type Room } from './room.ts';
import { todayOf } from './today.ts';
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
  return {
    sessionId: door.sessionId,
    phase: looksIn || phase === 'ended' ? phase : 'closed',
    epoch: looksIn ? epochFor(room, myPseudonym) : 0,
    start: door.start,
    end: door.end,
    mySeat,
    myPseudonym,
    myState,
    pauses: room.pauses.filter(({ seat }) => looksIn || seat === mySeat),
    ...(looksIn && mayPause(door, me) ? { mayPause: true as const } : {}),
    ...(runs ? { runs: true as const } : {}),
    ...(identifies ? { identifies: true as const } : {}),
    ...shownAtWork(door, room, { runs, myPseudonym }, now),
    ...(runs && room.alarms.length > 0 ? { alarms: room.alarms } : {}),
    seats: door.seats
      .filter(({ pseudonym }) => seesOthers || pseudonym === myPseudonym)
      .map((taken) => ({
        ...seatOf(taken, room, { identity: myState === 'admitted', device: runs }),
        ...todayFor(taken.pseudonym),
        ...identityFor(taken.pseudonym),
        ...(runs && taken.pseudonym !== myPseudonym ? outOf(whyKeptApart(door, taken)) : {}),
        ...(runs && tooOften.has(taken.pseudonym) ? { asksTooOften: true as const } : {}),
      })),
    ...outOf(toldApart(door, { pseudonym: myPseudonym })),
    ...(isGuest ? {} : { doorOpen: everyGateOpen(door) && door.status === 'booked' }),
  };
}

/** By which a page knows that it needs another pass: since when somebody is where they are now. */
const epochFor = ({ rooms, epoch }: Room, pseudonym: string): number =>
  Object.values(rooms).find(({ people }) => people[pseudonym] !== undefined)?.people[pseudonym]?.since ??
  epoch;

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

function seatOf({ seat, pseudonym }: Seat, room: Room, show: { identity: boolean; device: boolean }) {
  const taken = room.seats[pseudonym];
  const identity = room.rooms['hearing']?.people[pseudonym]?.identity;
  return {
    seat,
    pseudonym,
    state: taken?.state ?? ('away' as const),
    ...(show.identity && identity !== undefined ? { identity } : {}),
    ...(show.device && taken?.device !== undefined ? { device: taken.device } : {}),
  };
}
