import type { Store } from '../../functions/shared/store/store.ts';
import { castInProcess, shortlyBefore } from '../support/cast-in-process.ts';
import { memoryStore } from '../support/memory-store.ts';
import { wholeApi } from '../support/whole-api.ts';

/** All capabilities over one store in memory, with people who may ask them everything, and each write of theirs counted. */
export async function watchedApi() {
  const memory = memoryStore();
  const cast = await castInProcess(memory);
  let writes = 0;
  const store: Store = {
    ...memory,
    write: (changes) => {
      writes += 1;
      return memory.write(changes);
    },
  };
  return { memory, cast, app: wholeApi(store, shortlyBefore), writes: () => writes };
}
