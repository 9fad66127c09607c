import { headKey, parseHead } from '../../functions/custody/port/append.ts';
import { entrySchema, type Entry } from '../../functions/custody/port/entry.ts';
import { queryAll } from '../../functions/shared/store/query-all.ts';
import type { Store } from '../../functions/shared/store/store.ts';

/** Entries in the log of a session; 0 where there is none. */
export async function logSize(store: Store, sessionId: string): Promise<number> {
  const [head] = await store.get([headKey(sessionId)]);
  return parseHead(head)?.frontier.size ?? 0;
}

/** What stands in a log, read behind the API: oldest first. */
export async function entriesIn(store: Store, logId: string): Promise<Entry[]> {
  const items = await queryAll(store, 'custody', `log#${logId}`, { prefix: 'entry#' });
  return items.map(({ leaf }) => entrySchema.parse(JSON.parse(String(leaf))));
}
