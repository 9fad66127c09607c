import type { Session } from './session.ts';
import { lengthOf, resolveTime, type SessionTime, type WantedTime } from '../port/session-time.ts';

/** When a session is to be instead: its first day, and its further days where they do not simply follow. */
export type NewTime = Pick<WantedTime, 'local' | 'zone' | 'offset' | 'moreDays'>;

/**
 * The session at another time, with the same parts on each day. Where only the first day is said, the others follow as many
 * days and hours after it as they did, on the wall of the venue.
 * @param parts of each day, where they are to be others
 * @throws {Refusal} as `resolveTime`
 */
export const movedTime = (
  session: Session,
  to: NewTime,
  now: Date,
  parts = partsOfDay(session),
): SessionTime =>
  resolveTime({ ...to, ...parts, moreDays: to.moreDays ?? followingDays(session, to.local) }, now);

const partsOfDay = ({ days: [first] }: Session): Pick<WantedTime, 'minutes' | 'segments'> =>
  first === undefined ? { minutes: 0 } : { minutes: lengthOf(first), segments: first.segments };

function followingDays({ days }: Session, local: string): WantedTime['moreDays'] {
  const [first, ...rest] = days.map((day) => wallMs(day.local));
  const shift = wallMs(local) - (first ?? 0);
  // What is no time at all is refused when the first day is.
  return Number.isNaN(shift)
    ? []
    : rest.map((at) => ({ local: new Date(at + shift).toISOString().slice(0, 16) }));
}

/** A wall time as a number, for counting on the wall: no clock is asked. */
const wallMs = (local: string): number => Date.parse(`${local}Z`);
