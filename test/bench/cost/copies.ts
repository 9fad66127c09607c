import { randomBytes } from 'node:crypto';
import { newId } from '../../../functions/shared/values/ids.ts';
import { looksPartition, unsentPartition } from '../../../functions/notices/store.ts';
import { watchedPartition } from '../../../functions/rooms/store.ts';
import type { Item } from '../../../functions/shared/store/store.ts';

/** Items of one table. */
export interface TableItem {
  readonly table: string;
  readonly item: Item;
}

const marks = [looksPartition, unsentPartition, watchedPartition];

/** An id of ours, or the subject of an account; wherever in an item it stands. */
const ids = /\b[0-7][0-9a-hjkmnp-tv-z]{25}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/**
 * What others have left behind: everything that one interview wrote, with its office, once more under other ids, the same
 * for the same. What is not of a session, a case or a person is left out: logs, which are never read from the outside, memories
 * of answers, and marks of work to be done: that of others was done long ago, and what a sweep costs goes by what is due.
 */
export function copyOf(items: readonly TableItem[]): TableItem[] {
  const others = new Map<string, string>();
  const other = (known: string): string => {
    const made = others.get(known) ?? (known.includes('-') ? uuid() : newId(randomBytes));
    others.set(known, made);
    return made;
  };
  const copied: TableItem[] = [];
  for (const { table, item } of items) {
    if (table === 'custody' || item.pk.startsWith('once#') || marks.includes(item.pk)) continue;
    const copy = JSON.parse(JSON.stringify(item).replaceAll(ids, other)) as Item;
    // What has no id in its key is there once for everybody, such as the holidays of a country.
    if (copy.pk !== item.pk || copy.sk !== item.sk) copied.push({ table, item: copy });
  }
  return copied;
}

const uuid = (): string => {
  const hex = randomBytes(16).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
