import type { Handler } from '../shared/http/call.ts';
import type { BodyOf } from '../shared/http/contract.ts';
import { Refusal } from '../shared/refusals.ts';
import type { Item } from '../shared/store/store.ts';
import { instantOf } from '../shared/values/instants.ts';
import type { Door } from '../sessions/port/door.ts';
import { doorIfMoved, whatIfKey } from '../sessions/port/what-if.ts';
import type * as contract from './contract.ts';
import { shownDrafts } from './planned.ts';
import { readSnapshotFor } from './snapshot.ts';
import { withDoor } from './door-step.ts';
import { nextNotices, type Appointment } from './next-notices.ts';
import { whenOf } from './when.ts';

/** What would be sent if the session were moved or cancelled now. */
export const previewOfNotices: Handler<typeof contract.previewNotices> = async ({
  actor: viewer,
  body: { sessionId, change },
  now: at,
  context: { store },
}) => {
  const now = instantOf(at.getTime());
  const [snapshot, [session]] = await Promise.all([
    readSnapshotFor(store, sessionId, viewer),
    store.get([whatIfKey(sessionId)]),
  ]);
  const { door, plan, seated, recipients } = snapshot;
  if (door.status === 'ended' || door.status === 'cancelled') throw new Refusal('room-ended');
  // Those who have just got a seat count as told already: what they are about to be told is not what the change brings.
  const before = withDoor(
    nextNotices(plan.told, appointmentOf(door), seated, recipients, now),
    snapshot,
    now,
  );
  const after = changed(door, session, change, at);
  const known = { ...snapshot, door: after, plan: { ...plan, ...before } };
  const step = nextNotices(before.told, appointmentOf(after), seated, recipients, now);
  return { notices: shownDrafts(viewer, snapshot, withDoor(step, known, now).drafts) };
};

export const appointmentOf = (door: Door): Appointment => ({ status: door.status, ...whenOf(door) });

/** @throws {Refusal} those of a move or of a change of length */
const changed = (
  door: Door,
  session: Item | undefined,
  change: BodyOf<typeof contract.previewNotices>['change'],
  now: Date,
): Door =>
  change.what === 'cancellation' ? { ...door, status: 'cancelled' } : doorIfMoved(door, session, change, now);
