import { plannedIn } from '../../sessions/port/one-room.ts';
import type { Door } from '../../sessions/port/door.ts';
import { measuresBetween } from '../../orders/port/measures.ts';
import { orderedAt } from '../../orders/port/standing-orders.ts';
import { levels, type Level } from '../../orders/measures/contract.ts';
import type { Passage } from '../../media/contract.ts';
import { instantOf } from '../../shared/values/instants.ts';
import type { AsItStands } from '../as-it-stands.ts';
import { isScreened } from '../kept-apart.ts';
import { hearingRoom, sideOf } from '../place.ts';
import type { Room } from '../room.ts';

/**
 * What of those in the hearing is carried over to the screened side: the court as it is; whoever is heard as plan and order allow the
 * strictest of those who are on that side; of whoever goes with them the interpreter's voice, where theirs is carried too, and
 * nothing else. Voices into a language pass where the court said that the language is carried: those of the court's interpreters
 * into the court's languages and the screened side's own; those of whoever interprets for somebody who is heard into the court's alone,
 * since what is said to that person would tell what they speak.
 */
export function passageIn(
  { door, orders, standings }: Pick<AsItStands, 'door' | 'orders' | 'standings'>,
  room: Room,
  now: Date,
): Readonly<Record<string, Passage>> {
  const screened = door.seats.filter((seat) => isScreened(door, seat));
  const planned = plannedIn(standings);
  const ordered = orderedAt(orders, instantOf(now.getTime()));
  const between = (pseudonym: string): Passage => {
    const one = door.seats.find((seat) => seat.pseudonym === pseudonym);
    if (one === undefined || screened.length === 0) return nothing;
    const all = screened.map((each) => measuresBetween(planned, ordered, each, one));
    const heard = strictest(all.map(({ hear }) => hear));
    const isChannel = one.seat === 'interpreter' && heard !== 'not' && channelsIn(room).length > 0;
    return {
      heard,
      seen: strictest(all.map(({ see }) => see)),
      ...(isChannel ? { channels: channelsIn(room) } : {}),
    };
  };
  const people = Object.entries(room.rooms[hearingRoom]?.people ?? {});
  return Object.fromEntries(
    people.flatMap(([who, { identity, as }]) => {
      const seat = door.seats.find(({ pseudonym }) => pseudonym === who);
      return seat === undefined || as === 'viewer' ? [] : [[identity, ofSeat(door, room, seat, between)]];
    }),
  );
}

function ofSeat(
  door: Door,
  room: Room,
  seat: Door['seats'][number],
  between: (pseudonym: string) => Passage,
): Passage {
  const side = sideOf(door, room, seat);
  if (side.of !== 'heard') return between(seat.pseudonym);
  const theirs = between(side.whom);
  if (seat.pseudonym === side.whom) return theirs;
  const own = between(seat.pseudonym);
  const isCarried = seat.seat === 'interpreter' && theirs.heard !== 'not';
  if (!isCarried || own.heard === 'not') return nothing;
  const { court = [] } = room.carried ?? {};
  return { heard: own.heard, seen: 'not', ...(court.length === 0 ? {} : { channels: court }) };
}

/** The languages that have a channel on the screened side. They stand there from the opening on, so that none tells who came or speaks. */
export const channelsIn = ({ carried }: Pick<Room, 'carried'>): string[] =>
  [...new Set([...(carried?.court ?? []), ...(carried?.screened ?? [])])].toSorted();

const nothing: Passage = { heard: 'not', seen: 'not' };
const strictest = (all: readonly Level[]): Level =>
  all.reduce((one, other) => (levels.indexOf(one) > levels.indexOf(other) ? one : other), 'as-is');
