import type { Change, Item } from '../../functions/shared/store/store.ts';
import { headKey, markKey, prepareAppend, type Head } from '../../functions/custody/port/append.ts';
import { sampleEntry, sampleId } from './sample-log.ts';

/** A log that has grown, as items that are still to be written: the entries first, and then, at once, that they count. */
export interface Grown {
  readonly entries: readonly Item[];
  readonly head: Head;
  readonly counted: readonly Change[];
}

/**
 * Makes a log longer by so many entries, as if seats had come and gone for hours.
 * @param more details of each, to make it larger
 */
export function grown(before: Head, count: number, more: Readonly<Record<string, string>> = {}): Grown {
  const { logId, caseId } = before;
  const entries: Item[] = [];
  let head = before;
  let counted: readonly Change[] = [];
  for (let made = 0; made < count;) {
    const next = Array.from({ length: Math.min(40, count - made) }, (_, n) =>
      entryOf(logId, head.frontier.size + n, more),
    );
    const recordedAt = new Date(Date.UTC(2026, 10, 24) + made * 1000);
    const append = prepareAppend({ logId, caseId, head, entries: next, recordedAt });
    const puts = append.changes.filter((change) => change.kind === 'put');
    entries.push(...puts.map(({ item }) => item).filter(({ sk }) => sk.startsWith('entry#')));
    // The head moves over all of them at once, from what it was before the first.
    counted = puts
      .filter(({ item }) => [headKey(logId).sk, markKey(logId).sk].includes(item.sk))
      .map(({ table, item }) => ({ kind: 'put', table, item, onRefused: 'retry' }));
    head = append.head;
    made += next.length;
  }
  return { entries, head, counted };
}

const entryOf = (logId: string, n: number, more: Readonly<Record<string, string>>) =>
  sampleEntry(n, {
    log: logId,
    entryId: `${logId.slice(0, 14)}${sampleId(n).slice(-12)}`,
    details: { epoch: n, seat: 'witness', ...more },
  });
