import type { Handler } from '../../shared/http/call.ts';
import { Refusal } from '../../shared/refusals.ts';
import { sessionChangeApproved } from '../actions.ts';
import { approvalKey, newApproval, putApproval } from '../changing/approval.ts';
import { changeSession } from '../changing/change-session.ts';
import type * as contract from '../changing/contract.ts';
import { kinds } from '../port/kinds.ts';
import { assertNotClosed, isOver } from '../model/session.ts';

/** Gives one's word for a change that somebody with another role is about to make. */
export const approveChange: Handler<typeof contract.approveChange> = (call) =>
  changeSession(call, {
    decide: (loaded) => {
      const { session, door, self } = loaded;
      const { what } = call.body.change;
      if (!kinds[session.kind].approvedBy.some((role) => role === self.role))
        throw new Refusal('not-your-role');
      if (door.status === 'ended') throw new Refusal('room-ended');
      if (isOver(door, call.now)) throw new Refusal('hold-over');
      if (door.status === 'booked') assertNotClosed(door, call.now);
      const approval = newApproval(loaded, call.body, call.now);
      const { until, setAside } = approval;
      return {
        // Of what and not to when or whom: the change itself has an entry, and says so there.
        entry: (by) =>
          sessionChangeApproved.entry({
            ...by,
            details: { what, until, setAside: setAside.length === 0 ? undefined : setAside },
          }),
        changes: [putApproval(approvalKey(session.sessionId, what), approval)],
        answer: { until },
      };
    },
  });
