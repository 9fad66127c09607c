import type { Handler } from '../shared/http/call.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { prepareAppend } from '../custody/port/append.ts';
import { syncSoon } from '../notices/port/sync-soon.ts';
import type * as contract from './contract.ts';
import { moveDoor } from './port/door.ts';
import { holdsIn, letGo } from './holds.ts';
import { calendarIdOf, pageNames } from './port/roster.ts';
import { isOver, statusOf } from './session.ts';
import { spansOf } from './port/session-time.ts';
import { assertRuns, entryBy, loadSession, type LoadedSession } from './loaded-session.ts';
import { holdRoster } from './store.ts';
import { rewritten } from './port/week-pages.ts';
import { pageKey, parsePage, putPage } from './port/page-items.ts';
import { pagesTaken } from '../availability/port/claim.ts';

/**
 * Makes a hold a booking. Nothing is looked for anew: the time was found free when it was held, and has been the
 * session's ever since. What must be sure is that it still is: a hold that has ended may be gone from a page.
 */
export const confirmSession: Handler<typeof contract.confirmSession> = ({
  actor,
  params: { sessionId },
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
    const { session, door, roster, head } = loaded;
    if (door.status === 'ended' || door.status === 'cancelled') throw new Refusal('room-ended');
    if (door.status === 'booked') throw new Refusal('changed-meanwhile');
    if (isOver(door, now) || session.start <= now.toISOString()) throw new Refusal('hold-over');
    const entry = { ...entryBy(loaded, newId(randomBytes), now), action: 'session.booked' };
    const log = prepareAppend({
      logId: sessionId,
      caseId: session.caseId,
      head,
      entries: [{ ...entry, details: { start: session.start, end: session.end, from: 'hold' } }],
      recordedAt: now,
    });
    const booked = { status: 'booked', heldUntil: undefined } as const;
    return {
      changes: [
        moveDoor(door, booked),
        syncSoon(session.sessionId, now),
        holdRoster(roster),
        ...letGo(loaded, now),
        ...kept(loaded, now),
        ...log.changes,
      ],
      answer: { status: statusOf({ ...door, ...booked }, now) },
    };
  });

/** @throws {Refusal} `hold-over` where somebody else has been given the time */
function kept({ session, roster, found }: LoadedSession, now: Date) {
  const { sessionId, caseId } = session;
  const pages = new Map(
    roster.booked.flatMap((booking) => {
      const spans = spansOf(session, booking.seat);
      return pageNames(calendarIdOf(caseId, booking), spans).map((name) => {
        const page = parsePage(name, found(pageKey(name)));
        if (!page.taken.some((each) => each.sessionId === sessionId)) throw new Refusal('hold-over');
        return [
          `${name.calendar} ${name.week}`,
          putPage(rewritten(page, { sessionId }, spans, now)),
        ] as const;
      });
    }),
  );
  return [...pages.values()];
}
