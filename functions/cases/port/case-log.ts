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

type MakeEntry = (by: Pick<EntryBy, 'entryId' | 'actor' | 'occurredAt'>) => DeclaredEntry;

/** By what an entry is found: its id, and its leaf hash in base64. */
export interface EnteredInCaseLog {
  readonly entryId: string;
  readonly leafHash: string;
}

/** Where in the table of `cases` lies what opens the sealed fields of its entries, each under the id of its entry. */
export const disclosuresOf = (caseId: string): string => `disclosures#${caseId}`;

/** Several, one after another, as one thing that somebody did. */
export function enterAllInCaseLog(
  { caseId, head, by: { role, pseudonym }, now, randomBytes }: ActsInCase,
  entries: readonly MakeEntry[],
): { readonly changes: readonly Change[]; readonly entered: readonly EnteredInCaseLog[] } {
  const made = entries.map((entry) => {
    const entryId = newId(randomBytes);
    return { entryId, entry: entry({ entryId, actor: { role, pseudonym }, occurredAt: now.toISOString() }) };
  });
  const { changes, leafHashes } = prepareAppend({
    logId: caseId,
    caseId,
    head: parseHead(head),
    entries: made.map(({ entry }) => entry),
    recordedAt: now,
  });
  return {
    changes,
    entered: made.map(({ entryId }, at) => ({ entryId, leafHash: leafHashes[at] ?? '' })),
  };
}

/** @returns the changes of the log, and by what the entry is found */
export function enterInCaseLog(
  acts: ActsInCase,
  entry: MakeEntry,
): EnteredInCaseLog & { readonly changes: readonly Change[] } {
  const { changes, entered } = enterAllInCaseLog(acts, [entry]);
  const [only] = entered;
  if (only === undefined) throw new RangeError('One entry was to be made, and none was.');
  return { changes, ...only };
}
