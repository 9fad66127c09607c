import type { Standing } from '../../cases/port/standing.ts';
import type { Change, Key } from '../../shared/store/store.ts';

/** Holds what stands as it was read: a decision that comes between goes first. */
export const asItStood = (key: Key, stood: Standing | undefined): Change => ({
  kind: 'check',
  key,
  when: stood === undefined ? 'absent' : { version: stood.version },
  onRefused: 'retry',
});
