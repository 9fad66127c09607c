import type { Change } from '../../shared/store/store.ts';

/**
 * The published port of `notices`: whoever moves a door in a way that people must be told of adds this to the same
 * transaction. The stream brings the news sooner, but a stream may lose something; what stands in the table cannot be lost.
 *
 *     return { changes: [moveDoor(door, after), syncSoon(sessionId, now), ...log.changes], answer };
 */
export const syncSoon = (sessionId: string, now: Date): Change => ({
  kind: 'put',
  table: 'notices',
  item: { pk: 'looks', sk: `${now.toISOString()}#${sessionId}` },
  onRefused: 'retry',
});
