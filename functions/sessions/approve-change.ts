import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { prepareAppend } from '../custody/port/append.ts';
import { approvalKey, newApproval, putApproval } from './approval.ts';
import type * as contract from './contract.ts';
import { checkDoor } from './port/door.ts';
import { kinds } from './port/kinds.ts';
import { assertNotClosed, isOver } from './session.ts';
import { entryBy, loadSession } from './loaded-session.ts';

/** Gives one's word for a change that somebody with another role is about to make. */
export const approveChange: Handler<typeof contract.approveChange> = ({
  actor,
  params: { sessionId },
  body,
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const { change } = body;
    const loaded = await loadSession(store, sessionId, actor, () => []);
    const { session, door, head, self } = loaded;
    if (!kinds[session.kind].approvedBy.some((role) => role === self.role))
      throw new Refusal('not-your-role');
    if (door.status === 'ended') throw new Refusal('room-ended');
    if (isOver(door, now)) throw new Refusal('hold-over');
    if (door.status === 'booked') assertNotClosed(door, now);
    const approval = newApproval(loaded, body, now);
    const entry = {
      ...entryBy(loaded, newId(randomBytes), now),
      action: 'session.change-approved',
      // Of what and not to when or whom: the change itself has an entry, and says so there.
      details: {
        what: change.what,
        until: approval.until,
        ...(approval.setAside.length === 0 ? {} : { setAside: approval.setAside }),
      },
    };
    const log = prepareAppend({
      logId: sessionId,
      caseId: session.caseId,
      head,
      entries: [entry],
      recordedAt: now,
    });
    return {
      changes: [checkDoor(door), putApproval(approvalKey(sessionId, change.what), approval), ...log.changes],
      answer: { until: approval.until },
    };
  });
