import type { Item, Range, Store } from './store.ts';

/** Items of one round of reading; some 100 kB of ours, far below the 1 MB at which DynamoDB cuts an answer short. */
const roundOf = 200;

/** Every item of a partition, or of a part of it, however many rounds it takes: a list is never cut silently. */
export async function queryAll(
  store: Store,
  table: string,
  pk: string,
  within: Pick<Range, 'prefix' | 'from' | 'to'> = {},
): Promise<readonly Item[]> {
  const { to = `${within.prefix ?? ''}\uffff` } = within;
  const first = await store.query(table, pk, { ...within, limit: roundOf });
  const found = [...first];
  for (let round = first; round.length === roundOf;) {
    const from = `${round.at(-1)?.sk ?? ''}\u0000`;
    round = await store.query(table, pk, { from, to, limit: roundOf });
    found.push(...round);
  }
  return found;
}
