import { followStanding } from '../../functions/sessions/following/follow-standing.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { contextOver } from './in-process.ts';
import { now } from './prepared-case.ts';

/** What the stream does on a stack: the doors of every session follow what stands for whoever is heard in the case. */
export async function follow(
  store: Store,
  { caseId, witness }: { readonly caseId: string; readonly witness: string },
  at = now,
): Promise<number> {
  return followStanding(contextOver(store, at), { caseId, pseudonym: witness });
}
