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
import { exportItem, type Export } from './export/export.ts';
import type { StoredLeaf } from './export-file.ts';
import { storedDisclosable } from './port/disclosure.ts';
import { storedPart } from './port/part.ts';
import { PublishFault } from './publish-fault.ts';
import { readingSchema, type Reading } from './reading.ts';
import { EMPTY_FRONTIER, type Frontier, frontierLength, leafHash } from './tree.ts';

const table = 'custody';

/** The last published state of a log; the empty one before the first. */
export interface Published {
  readonly frontier: Frontier;
  /** The signed checkpoint; empty before the first. */
  readonly note: string;
}

const nothingPublished: Published = { frontier: EMPTY_FRONTIER, note: '' };

const toBase64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
const fromBase64 = (hash: string): Buffer => Buffer.from(hash, 'base64');
/** When the table may forget an item of which this instant is the end. */
const forgottenAfter = (until: string): number => Math.ceil(Date.parse(until) / 1000);

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
  return { frontier: { size, hashes: frontier.map(fromBase64) }, note };
}

/** Where a log stands and what is published of it, in one round. */
export async function readLog(
  store: Store,
  logId: string,
): Promise<{ head: Head | undefined; published: Published }> {
  const [head, published] = await store.get([headKey(logId), checkpointKey(logId)]);
  return { head: parseHead(head), published: parsePublished(published) };
}

const leafItem = z.object({
  leaf: z.string(),
  leafHash: z.base64().length(44),
  part: storedPart.optional(),
  disclosable: storedDisclosable.optional(),
});

/** Items asked for at once; an answer of the table is cut at 1 MB anyhow. */
const LEAVES_AT_ONCE = 1_000;

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
    const limit = Math.min(LEAVES_AT_ONCE, to - next);
    const range = { from: entryKey(logId, next).sk, to: entryKey(logId, to - 1).sk, limit };
    const items = await store.query(table, headKey(logId).pk, range);
    if (items.length === 0) throw new PublishFault('entry-missing');
    for (const [offset, item] of items.entries()) {
      if (item.sk !== entryKey(logId, next + offset).sk) throw new PublishFault('entry-missing');
      const stored = leafItem.parse(item);
      const hash = toBase64(leafHash(Buffer.from(stored.leaf, 'utf8')));
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
  const frontier = hashes.map(toBase64);
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

/** What somebody is reading of a log at the moment, if anything. */
export const readingKey = (logId: string, personId: string): Key => ({
  table,
  pk: `reading#${logId}`,
  sk: `person#${personId}`,
});

export const parseReading = (item: Item | undefined): Reading | undefined =>
  item === undefined ? undefined : readingSchema.parse(item);

/** Begins a reading, unless another window of the same reader has meanwhile. */
export function putReading({ pk, sk }: Key, before: Reading | undefined, reading: Reading): Change {
  return {
    kind: 'put',
    table,
    item: { pk, sk, ...reading, expiresAt: forgottenAfter(reading.until) },
    when: before === undefined ? 'absent' : { role: before.role, until: before.until },
    onRefused: 'retry',
  };
}

const exportKey = (exportId: string): Key => ({ table, pk: `export#${exportId}`, sk: 'export' });

export async function readExport(store: Store, exportId: string): Promise<Export | undefined> {
  const [item] = await store.get([exportKey(exportId)]);
  if (item === undefined) return undefined;
  const { done, frontier, shown, parts, ...made } = exportItem.parse(item);
  const written = {
    frontier: { size: done, hashes: frontier.map(fromBase64) },
    shown: shown === undefined ? EMPTY_FRONTIER : { size: shown.size, hashes: shown.hashes.map(fromBase64) },
    parts,
  };
  return { ...made, written };
}

/** Moves an export on, only from what it was when it was read. */
export function putExport(before: Export | undefined, { written, ...made }: Export): Change {
  const { pk, sk } = exportKey(made.exportId);
  const { size: done, hashes } = written.frontier;
  return {
    kind: 'put',
    table,
    item: {
      pk,
      sk,
      ...made,
      done,
      frontier: hashes.map(toBase64),
      ...(made.part && { shown: { size: written.shown.size, hashes: written.shown.hashes.map(toBase64) } }),
      parts: written.parts,
      expiresAt: forgottenAfter(made.until),
    },
    when: before === undefined ? 'absent' : { parts: before.written.parts, whole: before.whole },
    onRefused: 'retry',
  };
}
