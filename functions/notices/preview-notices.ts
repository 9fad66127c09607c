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
  const { told } = nextNotices(plan.told, appointmentOf(door), seated, recipients, now);
  const { drafts } = nextNotices(told, changed(door, session, change, at), seated, recipients, now);
  return { notices: shownDrafts(viewer, snapshot, drafts) };
};

export const appointmentOf = (door: Door): Appointment => ({ status: door.status, ...whenOf(door) });

/** @throws {Refusal} those of a move or of a change of length */
const changed = (
  door: Door,
  session: Item | undefined,
  change: BodyOf<typeof contract.previewNotices>['change'],
  now: Date,
): Appointment =>
  change.what === 'cancellation'
    ? { ...appointmentOf(door), status: 'cancelled' }
    : appointmentOf(doorIfMoved(door, session, change, now));
