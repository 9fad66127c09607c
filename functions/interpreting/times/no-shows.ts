import * as z from 'zod';
import { queryAll } from '../../shared/store/query-all.ts';
import type { Change, Store } from '../../shared/store/store.ts';
import type { Interval } from '../../shared/values/instants.ts';
import { noShowReasons, type NoShowReason } from './contract.ts';

/** Who of an agency did not come, by month: for its own administrator, who learns of no case. */

const table = 'interpreting';
const partition = (agencyId: string): string => `agency#${agencyId}`;
const prefix = (month: string): string => `no-show#${month}`;

const line = z.object({ personId: z.string(), why: z.enum(noShowReasons) });
type Line = z.infer<typeof line>;

interface OfDay extends Line {
  readonly agencyId: string;
  readonly sessionId: string;
  readonly day: number;
  readonly why: NoShowReason;
}

/** Said again of the same day it is one still, with the last reason. */
export const putNoShow = (
  { agencyId, sessionId, personId, day, why }: OfDay,
  span: Interval | undefined,
): Change => ({
  kind: 'put',
  table,
  item: {
    pk: partition(agencyId),
    sk: `${prefix((span?.start ?? '').slice(0, 7))}#${sessionId}#${personId}#${day}`,
    personId,
    why,
  },
  onRefused: 'retry',
});

/** @param month `YYYY-MM`, in UTC */
export const readNoShows = async (store: Store, agencyId: string, month: string): Promise<readonly Line[]> =>
  (await queryAll(store, table, partition(agencyId), { prefix: `${prefix(month)}#` })).map((item) =>
    line.parse(item),
  );
