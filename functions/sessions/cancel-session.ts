import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { prepareAppend } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import type * as contract from './contract.ts';
import { moveDoor } from './port/door.ts';
import { holdsIn, letGo } from './holds.ts';
import { hasEnded } from './session.ts';
import { assertRuns, entryBy, loadSession } from './loaded-session.ts';
import { holdRoster } from './store.ts';
import { freeTime } from './take-time.ts';
import { pageKey } from './port/page-items.ts';
import { pagesTaken } from '../availability/port/claim.ts';

/** Cancels a session or lets a hold go: the door closes, every calendar is free again, and the log says why. */
export const cancelSession: Handler<typeof contract.cancelSession> = ({
  actor,
  params: { sessionId },
  body: { reason },
  now,
  context: { store, randomBytes },
  commit,
}) =>
  commit(async () => {
    const loaded = await loadSession(store, sessionId, actor, ({ session, roster }) => [
      ...pagesTaken(session.caseId, { time: session, bookings: roster.booked }).map(pageKey),
      ...holdsIn(roster),
    ]);
    assertRuns(loaded);
    const { session, door, roster, head, found } = loaded;
    if (door.status !== 'booked' && door.status !== 'held') throw new Refusal('room-ended');
    // Whoever came has been there; what did not take place after all is ended in its room.
    if (hasEnded(door, now)) throw new Refusal('room-ended');
    const { caseId } = session;
    const entry = {
      ...entryBy(loaded, newId(randomBytes), now),
      action: door.status === 'held' ? 'session.released' : 'session.cancelled',
      details: { reason },
    };
    const log = prepareAppend({ logId: sessionId, caseId, head, entries: [entry], recordedAt: now });
    return {
      changes: [
        // Of a hold it stays known that it was no more than that.
        moveDoor(door, { status: 'cancelled' }),
        syncSoon(sessionId, now),
        holdRoster(roster),
        ...letGo(loaded, now),
        ...freeTime(caseId, sessionId, { time: session, bookings: roster.booked }, found, now),
        ...log.changes,
      ],
      answer: { status: 'cancelled' as const },
    };
  });
