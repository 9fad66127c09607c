import type { Change } from '../../shared/store/store.ts';

/**
 * The published port of `rooms` for whoever shows something on the pages of the room: an item in their own table, of each seat how
 * often something changed that it is shown. `rooms` follows that table, and tells the pages of those whose number rose to look again
 * (pages/moves.ts). Counted only, so that nobody waits for anybody.
 */
export const tellPages = (table: string, sessionId: string, pseudonyms: readonly string[]): Change => ({
  kind: 'update',
  key: { table, pk: `session#${sessionId}`, sk: 'told' },
  set: { sessionId },
  add: Object.fromEntries(pseudonyms.map((pseudonym) => [pseudonym, 1])),
  onRefused: 'retry',
});
