import { isIn, type InRoom } from '../../rooms/port/in-room.ts';
import { isRunBy, type Door, type Seat } from '../../sessions/port/door.ts';
import { apartOf } from '../../sessions/port/one-room.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Exhibit, Showing } from '../store.ts';

/**
 * Who may show an exhibit, and who is shown it: asked when it is shown, and once more whenever somebody looks. Nobody is shown anything
 * unless it was said, is in the room while it is open, and is not among those from whom the exhibit is kept. Pure.
 */

type SeatsOf = Pick<Door, 'sessionId' | 'seats' | 'apart'>;

/** Whoever is heard, and whoever sits beside them by invitation. */
const besideWitness: readonly Role[] = ['witness', 'expert', 'guardian', 'support-person'];
const screened: readonly Role[] = ['accused', 'custody-officer'];

/** Whether an exhibit is never sent to this seat. */
export function isKeptFrom(
  door: SeatsOf,
  { notFor }: Pick<Exhibit, 'notFor'>,
  { seat, pseudonym }: Seat,
): boolean {
  const isApart = apartOf(door).some((each) => each.pseudonym === pseudonym && each.why !== 'in-camera');
  return (
    (notFor.includes('witness') && besideWitness.includes(seat)) ||
    (notFor.includes('screened') && (screened.includes(seat) || isApart))
  );
}

/** Those who see it now. */
export const audience = (
  door: SeatsOf,
  room: InRoom,
  showing: Pick<Showing, 'to' | 'notFor'> | undefined,
): readonly Seat[] =>
  showing === undefined || room.phase !== 'open'
    ? []
    : door.seats.filter(
        (seat) =>
          isIn(room, seat.pseudonym) &&
          (showing.to === 'all' || showing.to.includes(seat.pseudonym)) &&
          !isKeptFrom(door, showing, seat),
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
