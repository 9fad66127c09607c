import type fc from 'fast-check';
import { Stale, type Change, type Item, type Key, type Store } from '../../functions/shared/store/store.ts';

/**
 * What can go wrong with one write:
 * - `conflict`: another transaction was at one of the items; nothing is written, and the store says so
 * - `throttled`: nothing is written, and the caller gets a fault that is no answer
 * - `lost`: everything is written, but the answer never arrives
 */
export type Fault = 'none' | 'conflict' | 'throttled' | 'lost';

/** Called before each write, numbered from 1; may let others act first, and says what goes wrong. */
export type Trouble = (write: number) => Fault | Promise<Fault>;

/** A store that does what the real one does, except that its writes meet trouble. */
export function faultyStore(store: Store, trouble: Trouble): Store {
  let writes = 0;
  return {
    get: (keys) => store.get(keys),
    query: (table, pk, range) => store.query(table, pk, range),
    async write(changes) {
      writes += 1;
      const fault = await trouble(writes);
      if (fault === 'conflict') throw new Stale(new Error('TransactionConflict'));
      if (fault === 'throttled') throw new Error('ThrottlingException');
      await store.write(changes);
      if (fault === 'lost') throw new Error('socket hang up');
    },
  };
}

/**
 * A store that notes what went through it, in the order in which it was written.
 * @param noted what is put down of a change; undefined for one that is of no interest
 */
export const notingStore = (
  store: Store,
  written: string[],
  noted: (change: Change) => string | undefined,
): Store => ({
  get: (keys) => store.get(keys),
  query: (table, pk, range) => store.query(table, pk, range),
  async write(changes) {
    await store.write(changes);
    written.push(...changes.flatMap((change) => noted(change) ?? []));
  },
});

/** A pass that is given. */
export const isPass = (change: Change): boolean =>
  change.kind === 'put' && change.item.sk.startsWith('pass#');

/**
 * A store whose rounds of reads are torn: what `early` picks is read first, then, once, `meanwhile` runs, and only then
 * the rest is read. Reads of one round are no snapshot, so this can happen to anybody.
 */
export function tornStore(
  store: Store,
  early: (key: Key) => boolean,
  meanwhile: () => Promise<unknown>,
): Store {
  let torn = false;
  return {
    query: (table, pk, range) => store.query(table, pk, range),
    write: (changes) => store.write(changes),
    async get(keys) {
      if (torn || !keys.some(early)) return store.get(keys);
      torn = true;
      const found = new Map<Key, Item | undefined>();
      const read = async (some: readonly Key[]) => {
        const items = await store.get(some);
        for (const [index, key] of some.entries()) found.set(key, items[index]);
      };
      await read(keys.filter(early));
      await meanwhile();
      await read(keys.filter((key) => !early(key)));
      return keys.map((key) => found.get(key));
    },
  };
}

/** A store of which every step waits for its turn, in an order that fast-check chooses and can find again. */
export const scheduledStore = (store: Store, scheduler: fc.Scheduler): Store => {
  const turn = (name: string) => scheduler.schedule(Promise.resolve(), name);
  return {
    get: (keys) => turn('get').then(() => store.get(keys)),
    query: (table, pk, range) => turn('query').then(() => store.query(table, pk, range)),
    write: (changes) => turn('write').then(() => store.write(changes)),
  };
};

/** Something that goes wrong with the first write alone, and what others do meanwhile. */
export const firstWrite = (fault: Fault, meanwhile?: () => Promise<unknown>) => async (write: number) => {
  if (write > 1) return 'none';
  await meanwhile?.();
  return fault;
};
