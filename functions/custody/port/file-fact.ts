/**
 * The other published way into a log: for a fact that neither gives nor takes access, such as an arrival or what the media
 * server reports. What gives or takes access is appended (`append.ts`), since its entry must have its place before it
 * happens; a fact must be durable when it happens, and has its place within two seconds. So however many facts come, none
 * is at the log's head when a pause or a withdrawal wants it.
 *
 *     return { changes: [ownChange, fileFact({ logId: id, caseId, entry, filedAt: now })], answer };
 */
import type { Change } from '../../shared/store/store.ts';
import { checkedEntry, type DeclaredEntry } from './action.ts';
import { entryAt } from './append.ts';
import { fitsIds } from './log-class.ts';
import { leafText } from '../leaf.ts';
import { putFact } from '../inbox.ts';

export interface FiledFact {
  readonly logId: string;
  readonly caseId: string;
  /** One that was filed or appended before, under the same id, gets no second place. */
  readonly entry: DeclaredEntry;
  /**
   * Our clock's instant. It orders facts among themselves and is not in the entry: `recordedAt` there is when the entry got
   * its place, so that it never runs backwards along the log, and `occurredAt` is what the caller says.
   */
  readonly filedAt: Date;
}

/**
 * The one change that files a fact: a put of its own item. It reads nothing and has no condition.
 * @throws ZodError on an entry that does not fit its declaration or no log could hold; RangeError on one that is of neither a
 * session's nor an access log, or too large: whatever is wrong with a fact is found here and not where others wait behind it
 */
export function fileFact({ logId, caseId, entry, filedAt }: FiledFact): Change {
  const checked = checkedEntry(entry);
  if ((checked.log !== 'session' && checked.log !== 'access') || !fitsIds({ logId, caseId }, checked.log))
    throw new RangeError('only facts of a session, and readings, are filed');
  leafText(entryAt(checked, logId, Number.MAX_SAFE_INTEGER, filedAt));
  return putFact({ logId, caseId, filedAt: filedAt.toISOString(), ...checked });
}
