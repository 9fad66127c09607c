import type { Role } from '../shared/access/roles.ts';
import type { Door, Seat } from '../sessions/port/door.ts';

/** Who may pause and stop whatever was planned: whoever is heard, who speaks for a child, and those who are beside them. */
const always: readonly Role[] = ['witness', 'guardian', 'support-officer', 'attending-officer', 'clerk'];

/**
 * Others may where the risk plan of somebody who is heard says so. It goes by what the door has followed, so that a pause waits for
 * no further read; what a plan no longer says may count for seconds more, and a pause too many hurts nobody.
 */
export const mayPause = (door: Pick<Door, 'mayHalt'>, { seat }: Pick<Seat, 'seat'>): boolean =>
  always.includes(seat) || (door.mayHalt ?? []).includes(seat);
