import type { DeclaredEntry, EntryBy } from '../../custody/port/action.ts';
import { parseHead, prepareAppend } from '../../custody/port/append.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Change, Item } from '../../shared/store/store.ts';
import { newId, type RandomBytes } from '../../shared/values/ids.ts';

/** The published port of `cases` on its log: one entry of somebody's, in the transaction of what they did. */

/** Whoever acts, in which case, and when. */
export interface ActsInCase {
  readonly caseId: string;
  /** The head of the case's log, as it was read in this try (`headKey`). */
  readonly head: Item | undefined;
  readonly by: { readonly role: Role; readonly pseudonym: string };
  readonly now: Date;
  readonly randomBytes: RandomBytes;
}

/** @returns the changes of the log, and by what the entry is found: its id, and its leaf hash in base64 */
export function enterInCaseLog(
  { caseId, head, by: { role, pseudonym }, now, randomBytes }: ActsInCase,
  entry: (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry,
): { readonly changes: readonly Change[]; readonly entryId: string; readonly leafHash: string } {
  const entryId = newId(randomBytes);
  const made = entry({ entryId, actor: { role, pseudonym }, occurredAt: now.toISOString() });
  const {
    changes,
    leafHashes: [leafHash = ''],
  } = prepareAppend({ logId: caseId, caseId, head: parseHead(head), entries: [made], recordedAt: now });
  return { changes, entryId, leafHash };
}
