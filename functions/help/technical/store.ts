import * as z from 'zod';
import { role, staffRole } from '../../shared/access/roles.ts';
import type { Change, Key, Store } from '../../shared/store/store.ts';
import { instant } from '../../shared/values/instants.ts';
import { troubles } from './contract.ts';

/** One call of each seat that asked, beside the alarms of the same session; opened again where they ask again. */

const table = 'help';
const prefix = 'technical#';
/** Seconds for which a call is kept; what was asked and done, the log says. */
const callKept = 30 * 24 * 3600;

const technicalItem = z.object({
  sessionId: z.string(),
  seat: role,
  pseudonym: z.string(),
  version: z.int(),
  since: instant,
  state: z.enum(['ringing', 'coming', 'over']),
  what: z.enum(troubles).optional(),
  coming: z.object({ personId: z.string(), role: staffRole, pseudonym: z.string(), at: instant }).optional(),
});
export type TechnicalCall = z.infer<typeof technicalItem>;

export const technicalKey = (sessionId: string, pseudonym: string): Key => ({
  table,
  pk: `session#${sessionId}`,
  sk: `${prefix}${pseudonym}`,
});

export const parseTechnical = (item: unknown): TechnicalCall | undefined =>
  item === undefined ? undefined : technicalItem.parse(item);

/** The oldest first. */
export async function readTechnical(store: Store, sessionId: string): Promise<readonly TechnicalCall[]> {
  const items = await store.query(table, `session#${sessionId}`, { prefix });
  return items
    .map((item) => technicalItem.parse(item))
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
}

/** A call's next state, only over the one that was read. */
export const putTechnical = (before: TechnicalCall | undefined, after: TechnicalCall, now: Date): Change => {
  const { pk, sk } = technicalKey(after.sessionId, after.pseudonym);
  return {
    kind: 'put',
    table,
    item: {
      ...after,
      pk,
      sk,
      version: (before?.version ?? 0) + 1,
      expiresAt: Math.floor(now.getTime() / 1000) + callKept,
    },
    when: before === undefined ? 'absent' : { version: before.version },
    onRefused: 'retry',
  };
};
