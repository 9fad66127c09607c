import type { Store } from '../shared/store/store.ts';
import { doorKey, parseDoor } from './door.ts';
import { clashes, withoutSessions, type Page, type Wanted } from './week-pages.ts';

/**
 * The pages without the reservations of sessions that are over. A session that ended early keeps its place on the pages,
 * since whoever ends it must not have to touch six calendars; but it ended in the past, and what is wanted lies ahead.
 * Costs a round of reads only where something clashes. A session that is over stays so, so nothing can cross this.
 */
export async function withoutOver(
  store: Store,
  pages: readonly Page[],
  wanted: Wanted,
): Promise<readonly Page[]> {
  const found = [
    ...new Set(pages.flatMap((page) => clashes(page, wanted).map(({ sessionId }) => sessionId))),
  ];
  if (found.length === 0) return pages;
  const doors = await store.get(found.map(doorKey));
  const over = found.filter((_, index) => parseDoor(doors[index]).status !== 'booked');
  return pages.map((page) => withoutSessions(page, over));
}
