import type * as z from 'zod';
import { addMinutes, type Instant } from '../shared/values/instants.ts';
import type { sessionRow, sessionStatus } from './contract.ts';
import { everyGateOpen, type Door } from './door.ts';
import type { SessionTime } from './session-time.ts';

/** Minutes before the start from which rooms admit: staff open the room an hour before (checklist, T-60 min). */
export const opensBefore = 60;
/** Minutes after the planned end until which they do: a hearing must not be cut off because it runs late. */
export const closesAfter = 120;

export const windowOf = ({ start, end }: { readonly start: Instant; readonly end: Instant }) => ({
  opensAt: addMinutes(start, -opensBefore),
  closesAt: addMinutes(end, closesAfter),
});

/** What a session is, apart from its door; none of it changes after booking. */
export interface Session extends SessionTime {
  readonly sessionId: string;
  readonly caseId: string;
  readonly kind: 'interview';
}

/** `ready` is nothing that somebody sets: it is true while every gate is open. */
export function statusOf(door: Door): z.infer<typeof sessionStatus> {
  if (door.status !== 'booked') return door.status;
  return everyGateOpen(door) ? 'ready' : 'booked';
}

export const rowOf = (session: Session, door: Door): z.input<typeof sessionRow> => ({
  sessionId: session.sessionId,
  caseId: session.caseId,
  kind: session.kind,
  status: statusOf(door),
  start: session.start,
  end: session.end,
  venue: session.venue,
});
