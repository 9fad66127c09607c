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

export function memoryStore(): MemoryStore {
  const items = new Map<string, Item>();
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
      const found = [...items.entries()]
        .filter(([at]) => (JSON.parse(at) as string[])[0] === table)
        .map(([, item]) => item)
        .filter((item) => item.pk === pk && item.sk.startsWith(prefix) && item.sk >= from && item.sk <= to)
        .sort((a, b) => (a.sk < b.sk ? -1 : 1));
      return Promise.resolve((descending ? found.toReversed() : found).slice(0, limit));
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
