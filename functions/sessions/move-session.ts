import { asStaff } from '../shared/access/as-staff.ts';
import type { BodyOf, ParamsOf } from '../shared/http/contract.ts';
import type { Call } from '../shared/http/mount.ts';
import { changeTime } from './change-time.ts';
import type * as contract from './contract.ts';
import type { KnownHolidays } from './known-holidays.ts';
import { movedTime } from './moved-time.ts';
import type { Session } from './session.ts';

type Route = typeof contract.moveSession;

/** Moves a session with everybody and every room. */
export const moveSession = (
  { actor, params, body, now, context, commit }: Call<ParamsOf<Route>, BodyOf<Route>>,
  holidays: KnownHolidays,
) =>
  commit(() => {
    const { overrides = [], ...time } = body;
    const move = {
      sessionId: params.sessionId,
      staff: asStaff(actor),
      time: (session: Session) => movedTime(session, time, now),
      overrides,
      change: { what: 'move', ...time },
      action: 'session.moved',
    } as const;
    return changeTime(context, holidays, move, now);
  });
