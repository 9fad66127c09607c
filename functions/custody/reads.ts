import { createHash } from 'node:crypto';
import * as z from 'zod';
import { role } from '../shared/access/roles.ts';
import { queryAll } from '../shared/store/query-all.ts';
import type { Change, Item, Store } from '../shared/store/store.ts';
import type { ReadOnce } from './browsing.ts';

/**
 * An index of who read what, beside the access logs: by agency and day, an item for each reader, hour and thing. Of it the sums
 * are made, and by it unusual browsing is seen; the table forgets it after a quarter of a year, while the logs stay.
 */

const keptSeconds = 100 * 24 * 3600;

const readItem = z.object({
  agencyId: z.string(),
  personId: z.string(),
  role,
  /** In the case, or in the agency where it is of no case. */
  pseudonym: z.string(),
  hour: z.string(),
  kind: z.enum(['case', 'search']),
  what: z.string(),
  caseId: z.string().optional(),
  party: z.string().optional(),
});
export type ReadItem = z.infer<typeof readItem> & ReadOnce;

/** `YYYY-MM-DDTHH` in UTC. */
export const hourOf = (at: Date): string => at.toISOString().slice(0, 13);
const dayOf = (hour: string): string => hour.slice(0, 10);

export const readsPrefix = 'reads#';
const partition = (agencyId: string, day: string): string => `${readsPrefix}${agencyId}#${day}`;

const shortly = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Without a condition: the same read again in the same hour writes the same bytes. */
export function putRead(read: ReadItem): Change {
  const { agencyId, personId, hour, kind, what, caseId = '', party = '' } = read;
  const expiresAt = Math.floor(Date.parse(`${hour}:00:00Z`) / 1000) + keptSeconds;
  return {
    kind: 'put',
    table: 'custody',
    item: {
      pk: partition(agencyId, dayOf(hour)),
      sk: `${personId}#${hour}#${shortly([kind, what, caseId, party].join(' '))}`,
      ...read,
      expiresAt,
    },
    onRefused: 'retry',
  };
}

const parseRead = (item: Item): ReadItem => readItem.parse(item);

/** What one reader read on a day, or in an hour of it. */
export async function readsOf(
  store: Store,
  { agencyId, personId }: Pick<ReadItem, 'agencyId' | 'personId'>,
  day: string,
  hour = '',
): Promise<readonly ReadItem[]> {
  const prefix = `${personId}#${hour}`;
  return (await queryAll(store, 'custody', partition(agencyId, day), { prefix })).map(parseRead);
}

/** What everybody of an agency read on a day. */
export const readsOfAgency = async (
  store: Store,
  agencyId: string,
  day: string,
): Promise<readonly ReadItem[]> =>
  (await queryAll(store, 'custody', partition(agencyId, day))).map(parseRead);
