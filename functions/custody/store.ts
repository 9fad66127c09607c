/** What custody reads and writes of its own table beside the appends: the checkpoint, the leaves, the marks. */
import * as z from 'zod';
import { Stale, type Change, type Item, type Key, type Store } from '../shared/store/store.ts';
import {
  entryKey,
  headKey,
  type Head,
  MARK_SHARDS,
  markKey,
  markPartition,
  parseHead,
} from './port/append.ts';
import type { StoredLeaf } from './export-file.ts';
import { PublishFault } from './publish-fault.ts';
import { EMPTY_FRONTIER, type Frontier, frontierLength, leafHash } from './tree.ts';

const table = 'custody';

/** The last published state of a log; the empty one before the first. */
export interface Published {
  readonly frontier: Frontier;
  /** The signed checkpoint; empty before the first. */
  readonly note: string;
}

const nothingPublished: Published = { frontier: EMPTY_FRONTIER, note: '' };

const checkpointKey = (logId: string): Key => ({ table, pk: `log#${logId}`, sk: 'checkpoint' });

const publishedItem = z.object({
  size: z.int().min(1),
  frontier: z.array(z.base64().length(44)),
  note: z.string().min(1),
});

function parsePublished(item: Item | undefined): Published {
  if (item === undefined) return nothingPublished;
  const { size, frontier, note } = publishedItem.parse(item);
  if (frontier.length !== frontierLength(size)) throw new PublishFault('checkpoint-damaged');
  return { frontier: { size, hashes: frontier.map((hash) => Buffer.from(hash, 'base64')) }, note };
}

/** Where a log stands and what is published of it, in one round. */
export async function readLog(
  store: Store,
  logId: string,
): Promise<{ head: Head | undefined; published: Published }> {
  const [head, published] = await store.get([headKey(logId), checkpointKey(logId)]);
  return { head: parseHead(head), published: parsePublished(published) };
}

const leafItem = z.object({ leaf: z.string(), leafHash: z.base64().length(44) });

/**
 * The leaves `from` (included) to `to` (not included), each checked against its own hash.
 * @throws {PublishFault} `entry-missing` or `entry-damaged`
 */
export async function readLeaves(
  store: Store,
  logId: string,
  from: number,
  to: number,
): Promise<StoredLeaf[]> {
  const leaves: StoredLeaf[] = [];
  while (from + leaves.length < to) {
    const next = from + leaves.length;
    // A page may hold fewer than asked for; the gapless index says where the next one begins.
    const range = { from: entryKey(logId, next).sk, to: entryKey(logId, to - 1).sk };
    const items = await store.query(table, headKey(logId).pk, range);
    if (items.length === 0) throw new PublishFault('entry-missing');
    for (const [offset, item] of items.entries()) {
      if (item.sk !== entryKey(logId, next + offset).sk) throw new PublishFault('entry-missing');
      const stored = leafItem.parse(item);
      const hash = Buffer.from(leafHash(Buffer.from(stored.leaf, 'utf8'))).toString('base64');
      if (hash !== stored.leafHash) throw new PublishFault('entry-damaged');
      leaves.push(stored);
    }
  }
  return leaves;
}

/** Replaces the published state, only if it is still what it was. */
export function advancePublished(logId: string, before: Published, after: Published): Change {
  const { pk, sk } = checkpointKey(logId);
  const { size, hashes } = after.frontier;
  const frontier = hashes.map((hash) => Buffer.from(hash).toString('base64'));
  return {
    kind: 'put',
    table,
    item: { pk, sk, size, frontier, note: after.note },
    when: before.frontier.size === 0 ? 'absent' : { size: before.frontier.size, note: before.note },
    onRefused: 'retry',
  };
}

/** Takes the mark away unless an append has set it anew; then it stays for the next run. */
export async function clearMark(store: Store, logId: string, size: number): Promise<void> {
  try {
    await store.write([{ kind: 'delete', key: markKey(logId), when: { size }, onRefused: 'retry' }]);
  } catch (fault) {
    // Moved or gone: either way it is not ours to take away any more.
    if (!(fault instanceof Stale)) throw fault;
  }
}

/** Logs that have something to publish: at most 200 from each partition; the next sweep takes the rest. */
export async function readMarks(store: Store): Promise<{ logId: string; size: number }[]> {
  const shards = Array.from({ length: MARK_SHARDS }, (_, shard) => store.query(table, markPartition(shard)));
  const items = (await Promise.all(shards)).flat();
  return items.map((item) => ({ logId: item.sk, size: z.int().parse(item['size']) }));
}
