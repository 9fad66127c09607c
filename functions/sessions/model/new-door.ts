import type { Instant } from '../../shared/values/instants.ts';
import type { Member } from '../../cases/port/membership.ts';
import { lastDayOf, type Standing } from '../../cases/port/standing.ts';
import type { StandingOrder } from '../../orders/port/standing-orders.ts';
import { followingAround } from '../port/standing.ts';
import type { Described } from '../port/capacities.ts';
import { needsGate } from '../port/kinds.ts';
import type { Companion } from '../port/may-meet.ts';
import type { Door, Seat } from '../port/door.ts';
import { beginsAs, gateNames, onlyOf } from '../port/gates.ts';
import type { Roster } from '../port/roster.ts';
import { roomStateOf } from '../port/session-rooms.ts';
import { windowOf } from '../port/window.ts';
import { holdEnd, type Session } from './session.ts';
import type { SessionTime } from '../port/session-time.ts';

/** What the door of a session says of it: when it stands open, which gates it has, and who sits behind it. */

/**
 * How somebody’s seat stands in the door. Whoever has no account comes by invitation, so an interpreter’s id is not there.
 */
export const seatFor = ({ role, pseudonym, personId }: Member): Seat =>
  role === 'interpreter' ? { seat: role, pseudonym } : { seat: role, pseudonym, personId };

/** What a new door begins with. */
interface Around {
  readonly standings: readonly Standing[];
  /** Who is heard, as the case has them. */
  readonly heard?: readonly Described[];
  /** What the court ordered in the case, and counsel and support persons who come. */
  readonly orders?: readonly StandingOrder[];
  readonly companions?: readonly Companion[];
  readonly now: Instant;
  /** The State from which experts are heard, where nobody else is. */
  readonly expertsIn?: string;
  /** See the door. */
  readonly interpretsFor?: number | undefined;
  /** Nobody is heard from another State than the one that asks: no other has anything to permit. */
  readonly atHome?: boolean;
}

export function newDoor(
  session: Session,
  seats: readonly Seat[],
  roster: Pick<Roster, 'booked'>,
  held: Pick<Door, 'heldUntil'>,
  {
    standings,
    heard = [],
    orders = [],
    companions = [],
    now,
    expertsIn,
    interpretsFor,
    atHome = false,
  }: Around,
): Door {
  const { sessionId, caseId, kind, mode, start, end } = session;
  const taken = seats.map(({ seat }) => seat);
  const door: Door = {
    sessionId,
    caseId,
    kind,
    version: 1,
    status: held.heldUntil === undefined ? 'booked' : 'held',
    ...held,
    start,
    end,
    ...windowOf(session),
    gates: Object.fromEntries(
      gateNames.map((gate) => [
        gate,
        needsGate(kind, taken, gate) && !(atHome && onlyOf(gate) === 'host-state')
          ? beginsAs(gate)
          : 'not-needed',
      ]),
    ) as Door['gates'],
    rooms: roomStateOf(kind, roster),
    seats: presidedOver(seats),
    follows: 'standing',
    ...(mode === undefined ? {} : { mode }),
    ...(interpretsFor === undefined ? {} : { interpretsFor }),
    ...(expertsIn === undefined ? {} : { expertsIn }),
  };
  // Whoever must not interpret is not booked in the first place.
  const around = { standings, conflicts: undefined, heard, orders, companions };
  return { ...door, ...followingAround(door, around, now) };
}

/** Of the judges the first who was named presides. */
function presidedOver(seats: readonly Seat[]): Seat[] {
  const first = seats.find(({ seat }) => seat === 'judge');
  return seats.map((each) => (each === first ? { ...each, presides: true } : each));
}

/**
 * The door of a session at another time, and which gates that still holds for.
 * @param restores whether a cancellation is taken back
 */
export function doorAt(door: Door, { start, end, days }: Session, restores = false) {
  const { windows, ...window } = windowOf({ start, end, days });
  const held = door.heldUntil === undefined ? {} : { heldUntil: holdEnd(door.heldUntil, { start }) };
  const booked = restores ? ({ status: 'booked' } as const) : {};
  return { start, end, ...window, windows, ...held, ...booked, gates: gatesAt(door, end, restores) };
}

/** A permission names its last day; a session that ends later has none. The day is that of UTC, as the request says. */
function gatesAt(
  { gates, permittedUntil, follows }: Door,
  end: SessionTime['end'],
  restores: boolean,
): Door['gates'] {
  const covered = permittedUntil !== undefined && lastDayOf(end) <= permittedUntil;
  // What stands for the case says its last day only while it is a grant.
  const again = follows === 'standing' && gates.permission === 'missing' && covered;
  return {
    ...gates,
    ...(gates.permission === 'open' && !covered ? { permission: 'missing' } : {}),
    ...(again ? { permission: 'open' } : {}),
    // While a session was cancelled, nothing could be recorded on its own door.
    ...(restores && gates.consent === 'open' && follows === undefined ? { consent: 'missing' } : {}),
  };
}
