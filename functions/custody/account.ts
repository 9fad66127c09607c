/** What the sequencer keeps of a log in the custody table: its account, and the places of facts that were only counted. */
import * as z from 'zod';
import type { Change, Item, Key } from '../shared/store/store.ts';
import { headKey, placeKey } from './port/append.ts';
import { newAccount, type Account } from './sequencing.ts';
import type { Fact } from './inbox.ts';

const { table } = headKey('');

export const accountKey = (logId: string): Key => ({ ...headKey(logId), sk: 'account' });

const accountItem = z.object({
  version: z.int().min(1),
  minute: z.string(),
  entered: z.record(z.string(), z.int()),
  countedAt: z.string(),
  leftOut: z.record(
    z.string(),
    z.object({
      subject: z.object({ kind: z.enum(['seat', 'part']), ref: z.string() }),
      of: z.string(),
      counts: z.record(z.string(), z.int()),
      first: z.string(),
      last: z.string(),
    }),
  ),
});

export const parseAccount = (item: Item | undefined): Account =>
  item === undefined ? newAccount : accountItem.parse(item);

/** The account one step further, only from the step that was read. */
export function putAccount(logId: string, { version, ...rest }: Account): Change {
  const { pk, sk } = accountKey(logId);
  return {
    kind: 'put',
    table,
    item: { pk, sk, version, ...rest },
    when: version === 1 ? 'absent' : { version: version - 1 },
    onRefused: 'retry',
  };
}

/** So that a fact that was counted is known when it is filed again. */
export function placeCounted({ logId, facts }: Fact): Change {
  const { pk, sk } = placeKey(facts.entryId);
  return { kind: 'put', table, item: { pk, sk, logId, leftOut: true }, when: 'absent', onRefused: 'retry' };
}
