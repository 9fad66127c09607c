import type { Handler } from '../shared/http/call.ts';
import { changeTime } from './change-time.ts';
import type * as contract from './contract.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { movedTime } from './moved-time.ts';
import type { Session } from './session.ts';

/** Moves a session with everybody and every room. */
export const moveSession: Handler<typeof contract.moveSession, [holidays: KnownHolidays]> = (
  { actor, params, body, now, context, commit },
  holidays,
) =>
  commit(() => {
    const { overrides = [], ...time } = body;
    const move = {
      sessionId: params.sessionId,
      staff: actor,
      time: (session: Session) => movedTime(session, time, now),
      overrides,
      change: { what: 'move', ...time },
      action: 'session.moved',
    } as const;
    return changeTime(context, holidays, move, now);
  });
