/**
 * The inbox: facts that are durable and have no place in their log yet. A fact is an item of its own that nobody else
 * writes, so filing one contends with nothing, however many come.
 */
import * as z from 'zod';
import type { Change, Item, Key, Store } from '../shared/store/store.ts';
import type { CheckedEntry } from './port/action.ts';
import { logClass } from './port/log-class.ts';
import { storedDisclosable } from './port/disclosure.ts';
import { storedPart } from './port/part.ts';
import { leafHash } from './tree.ts';

const table = 'custody';
/** Facts are spread over this many partitions by their log; the sweep looks into each. */
const INBOX_SHARDS = 8;
const partitionStart = 'inbox#';

const partition = (shard: number): string => `${partitionStart}${shard}`;
const partitionOf = (logId: string): string =>
  partition((leafHash(Buffer.from(logId))[0] as number) % INBOX_SHARDS);

/** What was filed, with all that its log needs to take it. */
export interface Fact extends CheckedEntry {
  readonly logId: string;
  readonly caseId: string;
  /** Our clock's instant when it was filed. */
  readonly filedAt: string;
}

/** In the order of filing; of facts of one millisecond, in any. */
const factKey = ({ logId, filedAt, facts: { entryId } }: Fact): Key => ({
  table,
  pk: partitionOf(logId),
  sk: `${logId}#${filedAt}#${entryId}`,
});

/** Without a condition: whoever files the same fact at the same instant again writes the same bytes. */
export function putFact(fact: Fact): Change {
  const { pk, sk } = factKey(fact);
  return { kind: 'put', table, item: { pk, sk, ...fact }, onRefused: 'retry' };
}

export const takeFact = (fact: Fact): Change => ({
  kind: 'delete',
  key: factKey(fact),
  when: 'present',
  onRefused: 'retry',
});

const factItem = z.object({
  logId: z.string(),
  caseId: z.string(),
  filedAt: z.string(),
  log: logClass,
  part: storedPart.optional(),
  disclosable: storedDisclosable.optional(),
  // It was held to its declaration when it was filed, and is held to the form of every entry when it becomes a leaf.
  facts: z.custom<Fact['facts']>((facts) => typeof facts === 'object' && facts !== null),
});

/** Facts of one log in the order of filing, up to an instant (included); at most `limit`. */
export async function readFacts(store: Store, logId: string, until: Date, limit: number): Promise<Fact[]> {
  const range = { from: `${logId}#`, to: `${logId}#${until.toISOString()}#\uffff`, limit };
  return (await store.query(table, partitionOf(logId), range)).map((item) => factItem.parse(item));
}

const logOf = (sk: string): string => sk.slice(0, sk.indexOf('#'));

/** Ids of the logs of which facts are pending: one short query for each, however many facts it has. */
export async function pendingLogs(store: Store): Promise<string[]> {
  const shards = Array.from({ length: INBOX_SHARDS }, (_, shard) => logsIn(store, partition(shard)));
  return (await Promise.all(shards)).flat();
}

async function logsIn(store: Store, pk: string): Promise<string[]> {
  const found: string[] = [];
  for (let from = ''; ;) {
    const [next]: readonly Item[] = await store.query(table, pk, {
      ...(from === '' ? {} : { from }),
      limit: 1,
    });
    if (next === undefined) return found;
    found.push(logOf(next.sk));
    from = `${logOf(next.sk)}#\uffff`;
  }
}

/** The log of which an item of our table is a fact; undefined for every other item. */
export const logOfFact = (pk: string, sk: string): string | undefined =>
  pk.startsWith(partitionStart) ? logOf(sk) : undefined;
