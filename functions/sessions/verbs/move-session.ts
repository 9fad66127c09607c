import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionMoved } from '../actions.ts';
import { changeTime } from '../changing/change-time.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { movedTime } from '../model/moved-time.ts';
import { hasEnded } from '../model/session.ts';

/** Moves a session with everybody and every room. */
export const moveSession: Handler<typeof contract.moveSession, [KnownHolidays]> = (call, holidays) => {
  const { overrides, ...to } = call.body;
  return changeTime(call, holidays, {
    change: { what: 'move', ...to },
    action: sessionMoved,
    overrides,
    assertMay: ({ door }) => {
      if (door.status === 'cancelled' || hasEnded(door, call.now)) throw new Refusal('room-ended');
    },
    time: (session) => movedTime(session, to, call.now),
  });
};
