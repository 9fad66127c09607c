import type { Store } from '../../shared/store/store.ts';
import { parseInstant, type Instant } from '../../shared/values/instants.ts';
import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import type { Reservation } from '../../sessions/port/week-pages.ts';

/**
 * What is over of these sessions, by their doors: a session that ended early keeps its place on the pages, since whoever
 * ends it must not have to touch every calendar, but the rest of its time is free. A session that is over stays so, so
 * nothing can cross this.
 */
export async function endsOf(
  store: Store,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const unlike = [...new Set(sessionIds)];
  const doors = await store.get(unlike.map(doorKey));
  const over = unlike.map((sessionId, index) => [sessionId, parseDoor(doors[index])] as const);
  return new Map(
    over.flatMap(([sessionId, { status, start, endedAt }]) =>
      status === 'ended' ? [[sessionId, endedAt ?? parseInstant(start)] as const] : [],
    ),
  );
}

/** What of these reservations is taken when sessions ended at these instants. */
export const untilTheirEnd = (
  taken: readonly Reservation[],
  ends: ReadonlyMap<string, Instant>,
): readonly Reservation[] =>
  taken.flatMap((each) => {
    const end = ends.get(each.sessionId);
    if (end === undefined || end >= each.end) return [each];
    return end > each.start ? [{ ...each, end }] : [];
  });
