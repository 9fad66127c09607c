import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { changeTime } from './change-time.ts';
import type * as contract from './contract.ts';
import type { KnownHolidays } from './known-holidays.ts';
import type { Session } from './session.ts';
import { lengthOf, resolveTime } from './session-time.ts';

type Route = typeof contract.moveSession;
type Body = BodyOf<Route>;

/** Moves a session with everybody and every room. */
export const moveSession = (
  { actor, params, body, now, ground, commit }: Call<ParamsOf<Route>, Body>,
  holidays: KnownHolidays,
) =>
  commit(() => {
    const { overrides = [], ...time } = body;
    const move = {
      sessionId: params.sessionId,
      staff: asStaff(actor),
      time: (session: Session) =>
        resolveTime({ ...time, ...sameParts(session), moreDays: daysFor(session, body) }, now),
      overrides,
      change: { what: 'move', ...time },
      action: 'session.moved',
    } as const;
    return changeTime(ground, holidays, move, now);
  });

export const sameParts = ({ days: [first] }: Session) =>
  first === undefined ? { minutes: 0 } : { minutes: lengthOf(first), segments: first.segments };

/** Where only the first day is said, the others follow as many days and hours after it as they did. */
function daysFor({ days }: Session, { local, moreDays }: Pick<Body, 'local' | 'moreDays'>): Body['moreDays'] {
  if (moreDays !== undefined) return moreDays;
  const [first, ...rest] = days.map((day) => wallMs(day.local));
  const shift = wallMs(local) - (first ?? 0);
  // What is no time at all is refused when the first day is.
  return Number.isNaN(shift)
    ? []
    : rest.map((at) => ({ local: new Date(at + shift).toISOString().slice(0, 16) }));
}

/** A wall time as a number, for counting on the wall: no clock is asked. */
const wallMs = (local: string): number => Date.parse(`${local}Z`);
