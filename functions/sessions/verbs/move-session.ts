import type { AnswerOf } from '../../shared/http/contract.ts';
import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionMoved } from '../actions.ts';
import type { SessionCall } from '../changing/change-session.ts';
import { changeTime } from '../changing/change-time.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import type { Override } from '../../availability/port/overrides.ts';
import { movedTime, type NewTime } from '../model/moved-time.ts';
import { hasEnded } from '../model/session.ts';

/** Moves a session with everybody and every room. */
export const moveSession: Handler<typeof contract.moveSession, [KnownHolidays]> = (call, holidays) => {
  const { overrides, ...to } = call.body;
  return moveTo(call, holidays, { to, overrides });
};

interface Wanted {
  readonly to: NewTime;
  readonly overrides: readonly Override[] | undefined;
  /** As the session was when this was decided; one that has changed since stays where it is. */
  readonly sequence?: number;
}

/** @throws {Refusal} those of a move; `changed-meanwhile` */
export const moveTo = (
  call: SessionCall,
  holidays: KnownHolidays,
  { to, overrides, sequence }: Wanted,
): Promise<AnswerOf<typeof contract.moveSession>> =>
  changeTime(call, holidays, {
    change: { what: 'move', zone: to.zone, days: [...to.days] },
    action: sessionMoved,
    overrides,
    assertMay: ({ door, session }) => {
      if (door.status === 'cancelled' || hasEnded(door, call.now)) throw new Refusal('room-ended');
      if (sequence !== undefined && session.sequence !== sequence) throw new Refusal('changed-meanwhile');
    },
    time: (session) => movedTime(session, to, call.now),
  });
