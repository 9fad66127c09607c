import { isIn, type InRoom } from '../../rooms/port/in-room.ts';
import { isOfScreenedSide } from '../../rooms/port/screened-side.ts';
import { isRunBy, type Door, type Seat } from '../../sessions/port/door.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Exhibit, Showing } from '../store.ts';

/**
 * Who may show an exhibit, and who is shown it: asked when it is shown, and once more whenever somebody looks. Nobody is shown anything
 * unless it was said, is in the room while it is open, and is not among those from whom the exhibit is kept. Pure.
 */

/** Whoever is heard, and whoever sits beside them by invitation. */
const besideWitness: readonly Role[] = ['witness', 'expert', 'guardian', 'support-person'];

/** Whether an exhibit is never sent to this seat. */
export const isKeptFrom = (
  door: Door,
  room: InRoom,
  { notFor }: Pick<Exhibit, 'notFor'>,
  seat: Seat,
): boolean =>
  (notFor.includes('witness') && besideWitness.includes(seat.seat)) ||
  (notFor.includes('screened') && isOfScreenedSide(door, room, seat));

/** Those who see it now. */
export const audience = (
  door: Door,
  room: InRoom,
  showing: Pick<Showing, 'to' | 'notFor'> | undefined,
): readonly Seat[] =>
  showing === undefined || room.phase !== 'open'
    ? []
    : door.seats.filter(
        (seat) =>
          isIn(room, seat.pseudonym) &&
          (showing.to === 'all' || showing.to.includes(seat.pseudonym)) &&
          !isKeptFrom(door, room, showing, seat),
      );

/** Of the court: the judge who presides, and the clerk. */
export const isOfCourt = (door: Door, me: Seat): boolean =>
  (me.seat === 'judge' || me.seat === 'clerk') && isRunBy(door, me);

/** Whether somebody may show it: the court, and its party once that is allowed. */
export const mayShow = (
  door: Door,
  me: Seat,
  exhibit: Pick<Exhibit, 'pseudonym' | 'seat' | 'allowed'>,
): boolean =>
  isOfCourt(door, me) || (exhibit.allowed && exhibit.pseudonym === me.pseudonym && exhibit.seat === me.seat);

/** Whether somebody may turn, point at and hide what is shown: the court, and whoever shows it. */
export const holds = (door: Door, me: Seat, showing: Pick<Showing, 'by'>): boolean =>
  isOfCourt(door, me) || showing.by === me.pseudonym;
