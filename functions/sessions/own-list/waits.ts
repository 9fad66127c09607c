import type * as z from 'zod';
import type { AccountRole } from '../../shared/access/roles.ts';
import type { wait } from '../contract.ts';
import { isOver } from '../model/session.ts';
import { openPoints, turnAt, type Door } from '../port/door.ts';
import { hasSeat } from '../port/enter-session.ts';
import { gates, onlyOf, type GateName } from '../port/gates.ts';
import { kinds, type SessionKind } from '../port/kinds.ts';
import { mayOpen, type Opener, type WhoseCase } from '../port/may-open-gate.ts';

/** Whoever looks at their own list. */
export type ListReader = Opener & { readonly role: AccountRole };

/**
 * What of a session waits for somebody: gates that they may open, and a hold that is theirs to confirm. A gate that anybody of
 * its role may open waits for whoever has the seat of that role, and for all of the case where nobody has. One that was
 * decided against waits for nobody.
 */
export function waitsOf(
  door: Door,
  kind: SessionKind,
  reader: ListReader,
  whose: WhoseCase,
  now: Date,
): z.infer<typeof wait>[] {
  const { personId, role } = reader;
  if (door.status === 'held')
    return !isOver(door, now) && hasSeat(door, personId) && kinds[kind].bookedBy.includes(role)
      ? ['confirmation']
      : [];
  if (door.status !== 'booked' || door.closesAt <= now.toISOString()) return [];
  return openPoints(door).flatMap(({ gate, state, aside }) =>
    state === 'missing' && aside !== true && isTurnOf(door, gate, reader, whose) ? [gate] : [],
  );
}

/** Whether a gate that is missing waits for this reader. */
export function isTurnOf(door: Door, gate: GateName, reader: Opener, whose: WhoseCase): boolean {
  const { personId, role } = reader;
  const sits = hasSeat(door, personId) || !door.seats.some(({ seat }) => seat === role);
  const turn = turnAt(door, gate);
  // The second word on what another has entered is no matter of who may enter it.
  if (turn !== gates[gate].turn) return turn === role && sits;
  // From its paper the host State's word is entered by whoever asked for it.
  if (gate === 'permission' && whose.fromPaperBy !== undefined)
    return role === turn && reader.country === whose.fromPaperBy;
  return mayOpen(gate, reader, whose) && (onlyOf(gate) !== undefined || sits);
}
