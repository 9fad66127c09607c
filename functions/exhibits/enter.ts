import { enterSession, type Entered } from '../sessions/port/enter-session.ts';
import type { Seat } from '../sessions/port/door.ts';
import type { Staff } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Key, Store } from '../shared/store/store.ts';
import type { Exhibit } from './store.ts';

/** Somebody who has a seat in the session. */
export interface Seated extends Entered {
  readonly me: Seat;
}

/**
 * The way to the exhibits of a session, for whoever has a seat in it by an account.
 * @throws {Refusal} those of `enterSession`; `not-your-role` for a member of the case who has no seat there
 */
export async function enterSeated(
  store: Store,
  sessionId: string,
  staff: Staff,
  first: readonly Key[] = [],
): Promise<Seated> {
  const entered = await enterSession(store, sessionId, staff, { first });
  const me = entered.door.seats.find(({ personId }) => personId === staff.personId);
  if (me === undefined || me.seat !== staff.role) throw new Refusal('not-your-role');
  return { ...entered, me };
}

/** Whether somebody sees an exhibit whether or not it is shown: whoever handed it in, and the court. */
export const seesAlways = (
  { seat, pseudonym }: Seat,
  exhibit: Pick<Exhibit, 'seat' | 'pseudonym'>,
): boolean =>
  seat === 'judge' || seat === 'clerk' || (seat === exhibit.seat && pseudonym === exhibit.pseudonym);
