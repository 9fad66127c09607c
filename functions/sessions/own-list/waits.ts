import type * as z from 'zod';
import type { StaffRole } from '../../shared/access/roles.ts';
import type { wait } from '../contract.ts';
import { isOver } from '../model/session.ts';
import { openPoints, type Door } from '../port/door.ts';
import { hasSeat } from '../port/enter-session.ts';
import { kinds, type SessionKind } from '../port/kinds.ts';

/** Whoever looks at their own list. */
export interface ListReader {
  readonly personId: string;
  readonly role: StaffRole;
  /** The State of their agency. */
  readonly country: string;
}

/**
 * What of a session waits for somebody: gates that it is their turn to open, and a hold that is theirs to confirm. A gate
 * waits for whoever has the seat of its role, and where nobody has for all of that role in the case; what a central authority
 * decides waits for the host State's. One that was decided against waits for nobody.
 */
export function waitsOf(
  door: Door,
  kind: SessionKind,
  { personId, role, country }: ListReader,
  hostState: string,
  now: Date,
): z.infer<typeof wait>[] {
  if (door.status === 'held')
    return !isOver(door, now) && hasSeat(door, personId) && kinds[kind].bookedBy.includes(role)
      ? ['confirmation']
      : [];
  if (door.status !== 'booked' || door.closesAt <= now.toISOString()) return [];
  const isTheirs =
    (hasSeat(door, personId) || !door.seats.some(({ seat }) => seat === role)) &&
    (role !== 'central-authority' || country === hostState);
  return isTheirs
    ? openPoints(door).flatMap(({ gate, state, turn }) =>
        state === 'missing' && turn === role ? [gate] : [],
      )
    : [];
}
