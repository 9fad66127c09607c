import { isRunBy, type Door, type Seat } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';

/**
 * Whoever opens a room, lets people in and ends it: the clerk of a hearing, of the court's own also the judge who presides, the
 * support officer of a visit, a rehearsal and a debrief (`runBy` of each kind).
 * @throws {Refusal} `not-your-role` for any other seat of the session
 */
export function assertRuns(door: Door, me: Pick<Seat, 'seat' | 'presides'>): void {
  if (!isRunBy(door, me)) throw new Refusal('not-your-role');
}
