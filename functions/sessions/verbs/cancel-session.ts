import type * as z from 'zod';
import type { Handler } from '../../shared/http/call.ts';
import type { AnswerOf } from '../../shared/http/contract.ts';
import { patiently } from '../../shared/http/patiently.ts';
import { sessionCancelled, sessionReleased } from '../actions.ts';
import { Refusal } from '../../shared/refusals.ts';
import { changeSession, type SessionCall } from '../changing/change-session.ts';
import type * as contract from '../booking/contract.ts';
import { holdsIn, letGo } from '../booking/holds-of-one-person.ts';
import { freeTime, ownPages } from '../booking/pages.ts';
import { assertRuns } from '../changing/loaded-session.ts';
import type { cancellationReason } from '../contract.ts';
import { hasEnded } from '../model/session.ts';

type CancellationReason = z.infer<typeof cancellationReason>;

/** Cancels a session or lets a hold go: the door closes, every calendar is free again, and the log says why. */
export const cancelSession: Handler<typeof contract.cancelSession> = (call) =>
  cancelOne(patiently(call), call.body.reason);

export const cancelOne = (
  call: SessionCall,
  reason: CancellationReason,
): Promise<AnswerOf<typeof contract.cancelSession>> =>
  changeSession(call, {
    reads: (known) => [...ownPages(known), ...holdsIn(known.roster)],
    decide: (loaded) => {
      assertRuns(loaded);
      const { door } = loaded;
      if (door.status !== 'booked' && door.status !== 'held') throw new Refusal('room-ended');
      // Whoever came has been there; what did not take place after all is ended in its room.
      if (hasEnded(door, call.now)) throw new Refusal('room-ended');
      return {
        // Of a hold it stays known that it was no more than that.
        door: { status: 'cancelled' },
        entry: (by) =>
          (door.status === 'held' ? sessionReleased : sessionCancelled).entry({
            ...by,
            details: { reason },
          }),
        changes: [...letGo(loaded, call.now), ...freeTime(loaded, call.now)],
        answer: { status: 'cancelled' },
      };
    },
  });
