import { unitsOfKeys, unitsOfRange } from '../../functions/shared/read-units.ts';
import type { Store } from '../../functions/shared/store/store.ts';

/** A store that counts the read units that its questions cost. */
export interface MeteredStore extends Store {
  /** What a piece of work costs of them. */
  readonly unitsOf: (work: () => Promise<unknown>) => Promise<number>;
}

export function meteredStore(store: Store): MeteredStore {
  let units = 0;
  return {
    async get(keys) {
      const items = await store.get(keys);
      units += unitsOfKeys(
        keys.length,
        items.filter((item) => item !== undefined),
      );
      return items;
    },
    async query(table, pk, range) {
      const items = await store.query(table, pk, range);
      units += unitsOfRange(items);
      return items;
    },
    write: (changes) => store.write(changes),
    async unitsOf(work) {
      const before = units;
      await work();
      return units - before;
    },
  };
}
