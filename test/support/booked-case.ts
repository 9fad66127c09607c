import { memoryStore } from './memory-store.ts';
import { prepareCase } from './prepared-case.ts';
import { book } from './session-verbs.ts';

/** A case with one session, an hour from 02:00 UTC on 2 March 2027, in a store of its own. */
export async function bookedCase() {
  const store = memoryStore();
  const prepared = await prepareCase(store);
  const { body } = await book(prepared, '2027-03-02T09:00');
  return { store, prepared, sessionId: body.sessionId as string };
}
