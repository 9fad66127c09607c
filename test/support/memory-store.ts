import {
  keyName,
  Stale,
  type Change,
  type Item,
  type Key,
  type Store,
  type When,
} from '../../functions/shared/store/store.ts';
import { Refusal } from '../../functions/shared/refusals.ts';

/**
 * The store port in memory, for properties that need thousands of runs and crashes at chosen places. That DynamoDB
 * behaves as this does is shown by one suite that runs on both (test/shared/store).
 */
export interface MemoryStore extends Store {
  readonly items: Map<string, Item>;
}

const keyOf = (change: Change): Key =>
  change.kind === 'put' ? { table: change.table, pk: change.item.pk, sk: change.item.sk } : change.key;

function holds(when: When | undefined, item: Item | undefined): boolean {
  if (when === undefined) return true;
  if (when === 'absent') return item === undefined;
  if (when === 'present') return item !== undefined;
  return Object.entries(when).every(([name, value]) => item?.[name] === value);
}

/** As after a round trip through the database, which keeps no field without a value. */
const copy = (item: Item): Item =>
  structuredClone(
    Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item,
  );

function updated(
  before: Item | undefined,
  { key: { pk, sk }, set, add = {} }: Extract<Change, { kind: 'update' }>,
): Item {
  const after: Record<string, unknown> = { ...before, ...set };
  for (const [name, value] of Object.entries(set)) if (value === undefined) delete after[name];
  for (const [name, amount] of Object.entries(add)) after[name] = Number(after[name] ?? 0) + amount;
  return copy({ ...after, pk, sk });
}

/** Items by key, which also knows the sort keys of each partition in order, so that a long log is read quickly. */
class SortedItems extends Map<string, Item> {
  readonly #partitions = new Map<string, string[]>();

  override set(name: string, item: Item): this {
    const isNew = !this.has(name);
    super.set(name, item);
    if (!isNew) return this;
    const at = partitionOf(name);
    const known = this.#partitions.get(at);
    if (known === undefined) this.#partitions.set(at, [item.sk]);
    else known.splice(placeIn(known, item.sk), 0, item.sk);
    return this;
  }

  override delete(name: string): boolean {
    const item = this.get(name);
    const known = this.#partitions.get(partitionOf(name));
    if (item !== undefined && known !== undefined) known.splice(placeIn(known, item.sk), 1);
    return super.delete(name);
  }

  override clear(): void {
    super.clear();
    this.#partitions.clear();
  }

  /** The sort keys of a partition that are neither below `from` nor above `to`, in order. */
  within(table: string, pk: string, from: string, to: string): readonly string[] {
    const known = this.#partitions.get(JSON.stringify([table, pk])) ?? [];
    return known.slice(placeIn(known, from), placeIn(known, `${to}\u0000`));
  }
}

const partitionOf = (name: string): string => JSON.stringify((JSON.parse(name) as string[]).slice(0, 2));

/** How many of these, which are in order, come before that one. */
function placeIn(sorted: readonly string[], sk: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < sk) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param before what stands in it already: what is made for every run of a property can be made once */
export function memoryStore(before: Pick<MemoryStore, 'items'> = { items: new Map() }): MemoryStore {
  const items = new SortedItems();
  for (const [name, item] of before.items) items.set(name, item);
  const apply = (change: Change): void => {
    const at = keyName(keyOf(change));
    if (change.kind === 'put') items.set(at, copy(change.item));
    if (change.kind === 'delete') items.delete(at);
    if (change.kind === 'update') {
      items.set(at, updated(items.get(at), change));
    }
  };
  return {
    items,
    get: (keys) => Promise.resolve(keys.map((key) => items.get(keyName(key)))),
    query(table, pk, { prefix = '', from = '', to = '\uffff', limit = 200, descending = false } = {}) {
      const found = items.within(table, pk, from, to).filter((sk) => sk.startsWith(prefix));
      const wanted = (descending ? found.toReversed() : found).slice(0, limit);
      return Promise.resolve(wanted.map((sk) => items.get(keyName({ table, pk, sk })) as Item));
    },
    async write(changes) {
      await Promise.resolve();
      if (changes.length > 100) throw new RangeError('a transaction takes at most 100 changes');
      if (new Set(changes.map((change) => keyName(keyOf(change)))).size < changes.length) {
        throw new RangeError('a transaction takes one change for each item');
      }
      const broken = changes.filter((change) => !holds(change.when, items.get(keyName(keyOf(change)))));
      for (const { onRefused } of broken) if (onRefused !== 'retry') throw new Refusal(onRefused);
      if (broken.length > 0) throw new Stale();
      for (const change of changes) apply(change);
    },
  };
}
