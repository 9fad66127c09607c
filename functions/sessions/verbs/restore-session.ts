import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionRestored } from '../actions.ts';
import { changeTime } from '../changing/change-time.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { ourClocks, retimed } from '../model/retimed.ts';

/**
 * Takes a cancellation back. The time has been anybody's since, so everybody is asked again as for a new booking; and what
 * she agreed to may have changed while nothing could be recorded, so her consent is.
 */
export const restoreSession: Handler<typeof contract.restoreSession, [KnownHolidays]> = (call, holidays) =>
  changeTime(call, holidays, {
    change: { what: 'restoration' },
    action: sessionRestored,
    overrides: call.body.overrides,
    restores: true,
    assertMay: ({ door }) => {
      if (door.status !== 'cancelled') throw new Refusal('changed-meanwhile');
      // What was only held was never booked, and is not booked by being let go first.
      if (door.heldUntil !== undefined) throw new Refusal('hold-over');
    },
    time: (session) => {
      if (session.start <= call.now.toISOString()) throw new Refusal('time-not-possible');
      // The clocks may have changed since.
      const result = retimed(session, ourClocks);
      if (result.kind === 'lost') throw new Refusal('time-does-not-exist', { nearest: [] });
      return result.time;
    },
  });
