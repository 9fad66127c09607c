import * as z from 'zod';
import { tellPages } from '../rooms/port/tell-pages.ts';
import type { Series } from '../shared/store/numbered-series.ts';
import type { Change, Key } from '../shared/store/store.ts';
import { act, type Act } from './act.ts';

/** The items of the hearing table: acts, each an item; whose pages have something new; and the light. */

const table = 'hearing';

export const acts: Series<Act> = { table, name: 'act', item: act };
export const hearingPartition = (sessionId: string): string => `session#${sessionId}`;

/** Whose pages have something new. */
export const tell = (sessionId: string, pseudonyms: readonly string[]): Change =>
  tellPages(table, sessionId, pseudonyms);

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
