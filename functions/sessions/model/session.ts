import type * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import { addMinutes, type Instant } from '../../shared/values/instants.ts';
import type { InterpretingMode } from '../../shared/values/interpreting.ts';
import type { sessionRow, sessionStatus } from '../contract.ts';
import { assertLive, everyGateOpen, type Door } from '../port/door.ts';
import type { SessionKind } from '../port/kinds.ts';
import { type SessionTime } from '../port/session-time.ts';

/** What a session is, apart from its door. It changes only together with its door, whose version guards it. */
export interface Session extends SessionTime {
  readonly sessionId: string;
  readonly caseId: string;
  readonly kind: SessionKind;
  /** How is interpreted; consecutive unless said. */
  readonly mode?: InterpretingMode | undefined;
  /** Of which series it is, if of one. */
  readonly series?: string | undefined;
  /** Raised with each change of time or place, as a calendar file counts it. */
  readonly sequence: number;
}

/** `ready` is nothing that somebody sets: it is true while every gate is open; and `expired` comes by the clock. */
export function statusOf(door: Door, now: Date): z.infer<typeof sessionStatus> {
  if (door.status === 'held') return isOver(door, now) ? 'expired' : 'held';
  if (door.status !== 'booked') return door.status;
  return everyGateOpen(door) ? 'ready' : 'booked';
}

/** Whether a hold has ended by itself. */
export const isOver = ({ status, heldUntil }: Door, now: Date): boolean =>
  status === 'held' && (heldUntil ?? '') <= now.toISOString();

/** When a hold ends: at the latest when what it holds would begin. */
export const holdEnd = (heldUntil: Instant, { start }: Pick<SessionTime, 'start'>): Instant =>
  heldUntil < start ? heldUntil : start;

/** Whether the planned time is over. */
export const hasEnded = ({ end }: Pick<Door, 'end'>, now: Date): boolean => end <= now.toISOString();

/**
 * @throws {Refusal} those of `assertLive`; `room-ended` too where nobody ended the session, but its rooms have closed for
 * good, so that nobody can take part any more
 */
export function assertNotClosed(door: Door, now: Date): void {
  assertLive(door);
  if (door.closesAt <= now.toISOString()) throw new Refusal('room-ended');
}

/** @throws {Refusal} `room-ended`, `hold-over` where nothing of the session is to come */
export function assertNotOver(door: Door, now: Date): void {
  if (isOver(door, now)) throw new Refusal('hold-over');
  if ((door.status !== 'booked' && door.status !== 'held') || hasEnded(door, now))
    throw new Refusal('room-ended');
}

/** Minutes before the start from which a change needs the word of a second role. Source: domain notes A2. */
export const frozenBefore = 30;

/** Whether a change of a session needs the word of a second role: shortly before the start, and from then on. */
export const isFrozen = ({ start }: Pick<SessionTime, 'start'>, now: Date): boolean =>
  addMinutes(start, -frozenBefore) <= now.toISOString();

export const rowOf = (session: Session, door: Door, now: Date): z.input<typeof sessionRow> => ({
  sessionId: session.sessionId,
  caseId: session.caseId,
  kind: session.kind,
  status: statusOf(door, now),
  ...(door.status === 'held' && door.heldUntil !== undefined ? { heldUntil: door.heldUntil } : {}),
  start: session.start,
  end: session.end,
  venue: session.venue,
  ...(session.series === undefined ? {} : { series: session.series }),
});
