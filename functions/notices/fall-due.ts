import { logEvent } from '../shared/log.ts';
import { commit } from '../shared/store/commit.ts';
import { instantOf } from '../shared/values/instants.ts';
import { checkDoor } from '../sessions/port/door.ts';
import { draftsOf } from './drafts-of-due.ts';
import { deliver } from './deliver.ts';
import type { DueCall, NoticeContext } from './context.ts';
import { sameDue } from './due.ts';
import { duesOf } from './dues-of-session.ts';
import { writeNew } from './outbox.ts';
import { readSnapshot } from './snapshot.ts';
import { waitingIn } from './turns.ts';

/**
 * Something is due. What it was planned for is read again: what is not due any more, since the session was moved or
 * cancelled or that day has begun, is not spoken of, and the door is held while the messages are written, so that none goes out after a cancellation. It may come late,
 * and more than once.
 */
export async function fallDue(context: NoticeContext, { sessionId, due, start }: DueCall): Promise<void> {
  const notices = await commit(context, async () => {
    const now = instantOf(context.now().getTime());
    const snapshot = await readSnapshot(context.store, sessionId);
    const { door, plan, recipients } = snapshot;
    const dues = await duesOf(context, snapshot, plan, now);
    const stale = door.start !== start || !dues.some((each) => sameDue(each, due));
    if (stale) return { changes: [], answer: undefined };
    const drafts = draftsOf(
      due,
      { door, told: plan.told, recipients, waiting: waitingIn(snapshot, now) },
      now,
    );
    const written = await writeNew(context.store, door, drafts, context.sender, now);
    const changes = written.changes.length === 0 ? [] : [checkDoor(door), ...written.changes];
    return { changes, answer: written.notices };
  });
  logEvent(notices === undefined ? 'due.stale' : 'due.done', { kind: due.kind });
  await deliver(context, notices ?? []);
}
