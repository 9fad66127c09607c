import type { Handler } from '../../shared/http/call.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionBooked } from '../actions.ts';
import { changeSession, type SessionCall } from '../changing/change-session.ts';
import type * as contract from '../booking/contract.ts';
import { holdsIn, letGo } from '../booking/holds-of-one-person.ts';
import { keptTime, ownPages } from '../booking/pages.ts';
import { assertRuns } from '../changing/loaded-session.ts';
import { isOver, statusOf } from '../model/session.ts';

/**
 * Makes a hold a booking. Nothing is looked for anew: the time was found free when it was held, and has been the
 * session's ever since. What must be sure is that it still is: a hold that has ended may be gone from a page.
 */
export const confirmSession: Handler<typeof contract.confirmSession> = (call) => confirmOne(call);

export const confirmOne = (call: SessionCall): Promise<AnswerOf<typeof contract.confirmSession>> =>
  changeSession(call, {
    reads: (known) => [...ownPages(known), ...holdsIn(known.roster)],
    decide: (loaded) => {
      assertRuns(loaded);
      const { session, door } = loaded;
      if (door.status === 'ended' || door.status === 'cancelled') throw new Refusal('room-ended');
      if (door.status === 'booked') throw new Refusal('changed-meanwhile');
      if (isOver(door, call.now) || session.start <= call.now.toISOString()) throw new Refusal('hold-over');
      const booked = { status: 'booked', heldUntil: undefined } as const;
      return {
        door: booked,
        entry: (by) =>
          sessionBooked.entry({
            ...by,
            details: { start: session.start, end: session.end, from: 'hold' },
          }),
        changes: [...letGo(loaded, call.now), ...keptTime(loaded, call.now)],
        answer: { status: statusOf({ ...door, ...booked }, call.now) },
      };
    },
  });
