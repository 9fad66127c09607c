import type { Door, Seat } from '../sessions/port/door.ts';
import type { Role } from '../shared/access/roles.ts';
import { Refusal } from '../shared/refusals.ts';

/**
 * Screening while a session has one media room: whoever is on the accused's side is never in it with a witness, neither before
 * nor during nor after. Their counsel neither, until a judge's order and rooms of their own say otherwise. Whoever holds contact
 * can say at any hour that a witness is protected, so each counts as protected here. Why it is so: infra/decisions/kept-apart.md.
 */
const accusedSide: readonly Role[] = ['accused', 'custody-officer', 'defence-counsel'];

/** Whether somebody must not be in the room of this session. */
export const isKeptApart = ({ seats }: Pick<Door, 'seats'>, { seat }: Pick<Seat, 'seat'>): boolean =>
  accusedSide.includes(seat) && seats.some((each) => each.seat === 'witness');

/** @throws {Refusal} `kept-apart` */
export function assertNotKeptApart(door: Pick<Door, 'seats'>, me: Pick<Seat, 'seat'>): void {
  if (isKeptApart(door, me)) throw new Refusal('kept-apart');
}
