import { keyName, type Item, type Key, type Store } from './store.ts';

export type Found = (key: Key) => Item | undefined;

/**
 * One round of reads, in which each item is found again by its key; a key that is asked for twice is read once.
 * @param earlier what an earlier round read, in which a key is looked for that this one does not have
 * @throws RangeError when a key is looked up that was not read: a decision on what nobody looked at is a fault of ours
 */
export async function readByKey(store: Store, keys: readonly Key[], earlier?: Found): Promise<Found> {
  const unlike = [...new Map(keys.map((key) => [keyName(key), key]))];
  const items = await store.get(unlike.map(([, key]) => key));
  const found = new Map(unlike.map(([name], index) => [name, items[index]]));
  return (key) => {
    const name = keyName(key);
    if (found.has(name)) return found.get(name);
    if (earlier === undefined) throw new RangeError(`Nobody read ${key.table}.`);
    return earlier(key);
  };
}
