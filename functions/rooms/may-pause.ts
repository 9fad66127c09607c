import type { Role } from '../shared/access/roles.ts';
import { isRunBy, type Door, type Seat } from '../sessions/port/door.ts';

/** Who may pause and stop whatever was planned: whoever is heard, who speaks for a child, and those who are beside them. */
const always: readonly Role[] = ['witness', 'guardian', 'support-officer', 'attending-officer', 'clerk'];

/**
 * Others may where the risk plan of somebody who is heard says so. It goes by what the door has followed, so that a pause waits for
 * no further read; what a plan no longer says may count for seconds more, and a pause too many hurts nobody.
 */
export const mayPause = (door: Door, me: Pick<Seat, 'seat' | 'presides'>): boolean =>
  always.includes(me.seat) ||
  (door.mayHalt ?? []).includes(me.seat) ||
  // Of the court's own hearing the judge who presides.
  (me.seat === 'judge' && isRunBy(door, me));
