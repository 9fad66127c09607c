import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { changeTime } from './change-time.ts';
import type * as contract from './contract.ts';
import type { KnownHolidays } from '../availability/port/known-holidays.ts';
import { ourClocks, retimed } from './retime.ts';
import type { Session } from './session.ts';

/**
 * Takes a cancellation back. The time has been anybody's since, so everybody is asked again as for a new booking; and what
 * she agreed to may have changed while nothing could be recorded, so her consent is.
 */
export const restoreSession: Handler<typeof contract.restoreSession, [holidays: KnownHolidays]> = (
  { actor, params, body, now, context, commit },
  holidays,
) =>
  commit(() => {
    const restore = {
      sessionId: params.sessionId,
      staff: actor,
      time: (session: Session) => {
        if (session.start <= now.toISOString()) throw new Refusal('time-not-possible');
        // The clocks may have changed since.
        const result = retimed(session, ourClocks);
        if (result.kind === 'lost') throw new Refusal('time-does-not-exist', { nearest: [] });
        return result.time;
      },
      overrides: body.overrides ?? [],
      change: { what: 'restoration' },
      action: 'session.restored',
    } as const;
    return changeTime(context, holidays, restore, now);
  });
