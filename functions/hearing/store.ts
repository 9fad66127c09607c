import * as z from 'zod';
import type { Series } from '../shared/store/numbered-series.ts';
import type { Change, Key } from '../shared/store/store.ts';
import { act, type Act } from './act.ts';

/** The items of the hearing table: acts, each an item; whose pages have something new; and the light. */

const table = 'hearing';

export const acts: Series<Act> = { table, name: 'act', item: act };
export const hearingPartition = (sessionId: string): string => `session#${sessionId}`;

/**
 * Of each seat how often something changed that it is shown: `rooms` follows it, and tells the pages of those whose number rose to
 * look again (rooms/pages/moves.ts). Counted only, so that nobody waits for anybody.
 */
export const tell = (sessionId: string, pseudonyms: readonly string[]): Change => ({
  kind: 'update',
  key: { table, pk: hearingPartition(sessionId), sk: 'told' },
  set: { sessionId },
  add: Object.fromEntries(pseudonyms.map((pseudonym) => [pseudonym, 1])),
  onRefused: 'retry',
});

/** Whoever asks the speaker to wait; each who interprets has a light of their own. */
const light = z.object({
  pseudonym: z.string(),
  version: z.int(),
  /** Since when it is lit; absent where it is out. */
  since: z.string().optional(),
  /** The minute in which it is counted how often it changes. */
  windowStart: z.string(),
  changes: z.int(),
});
export type Light = z.infer<typeof light>;

export const lightStart = 'light#';
export const lightKey = (sessionId: string, pseudonym: string): Key => ({
  table,
  pk: hearingPartition(sessionId),
  sk: `${lightStart}${pseudonym}`,
});
export const parseLight = (item: unknown): Light | undefined =>
  item === undefined ? undefined : light.parse(item);
export const putLight = (
  sessionId: string,
  before: Light | undefined,
  after: Omit<Light, 'version'>,
): Change => {
  const { pk, sk } = lightKey(sessionId, after.pseudonym);
  const version = (before?.version ?? 0) + 1;
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...after, version },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
};
