import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionLengthChanged } from '../actions.ts';
import { changeTime } from '../changing/change-time.ts';
import type * as contract from '../changing/contract.ts';
import type { KnownHolidays } from '../../availability/port/known-holidays.ts';
import { withLength } from '../model/length.ts';

/** Makes a session shorter or longer, also while it goes on. */
export const changeLength: Handler<typeof contract.changeLength, [KnownHolidays]> = (call, holidays) => {
  const { minutes, overrides } = call.body;
  return changeTime(call, holidays, {
    change: { what: 'length', minutes },
    action: sessionLengthChanged,
    overrides,
    assertMay: ({ door }) => {
      if (door.status === 'cancelled' || door.closesAt <= call.now.toISOString())
        throw new Refusal('room-ended');
    },
    time: (session) => withLength(session, minutes, call.now),
  });
};
