/**
 * The published port of custody: any capability that changes state appends the entry in the same transaction.
 *
 * The caller reads the head of the log together with its own items (`headKey`, `parseHead`), and adds the returned
 * changes to its own. Nothing here reads or writes, so an append costs no round trip of its own, and its cost does
 * not depend on the length of the log. If the head moved, the write is refused as stale: read again, decide again.
 *
 *     const [session, headItem] = await store.get([sessionKey(id), headKey(id)]);
 *     const { changes } = prepareAppend({ logId: id, caseId, head: parseHead(headItem), entries, recordedAt: now });
 *     return { changes: [ownChange, ...changes], answer };
 */
import * as z from 'zod';
import { Refusal } from '../../shared/refusals.ts';
import type { Change, Item, Key } from '../../shared/store/store.ts';
import { checkedEntry, type CheckedEntry, type DeclaredEntry } from './action.ts';
import { type Entry, ENTRY_VERSION, logIdSchema } from './entry.ts';
import { fitsIds, isOfClass, logClass, type LogClass, type Owned } from './log-class.ts';
import { leafText } from '../leaf.ts';
import { EMPTY_FRONTIER, extendFrontier, type Frontier, frontierLength, leafHash } from '../tree.ts';

/**
 * Where a log stands: how many entries, the compact range over them, of which class it is and whose case it belongs to. The
 * last two decide who may read; they are held beside the log and never in a leaf.
 */
export interface Head extends Owned {
  readonly frontier: Frontier;
  /** A sealed log takes no more entries. */
  readonly sealed: boolean;
}

export interface AppendRequest {
  readonly logId: string;
  readonly caseId: string;
  /** The head as read in this try; `undefined` when the log does not exist yet. */
  readonly head: Head | undefined;
  /** 1 to 40, so that the caller's own items fit beside them in one transaction of 100 changes. */
  readonly entries: readonly DeclaredEntry[];
  /** Our clock's instant, for all of them. */
  readonly recordedAt: Date;
}

interface CheckedRequest extends Omit<AppendRequest, 'entries'> {
  readonly entries: readonly CheckedEntry[];
}

export interface Append {
  /** Head, marker, and two changes for each entry; all on the custody table, each refused as `retry`. */
  readonly changes: readonly Change[];
  readonly head: Head;
  readonly entries: readonly Entry[];
  /** Of each entry, in base64: by them another log can name it. */
  readonly leafHashes: readonly string[];
}

const table = 'custody';
export const MAX_ENTRIES_PER_APPEND = 40;
/** Marks of logs with something to publish are spread over this many partitions; the sweep queries each. */
export const MARK_SHARDS = 8;

/** Key of a log's head; read it in the same round as your own items. */
export const headKey = (logId: string): Key => ({ table, pk: `log#${logId}`, sk: 'head' });

/** Zero-padded to the 16 digits of 2^53 - 1, so that the order of the sort key is the order of the log. */
export const entryKey = (logId: string, index: number): Key => ({
  table,
  pk: `log#${logId}`,
  sk: `entry#${String(index).padStart(16, '0')}`,
});

/** Where the entry with this id went: `{ logId, index, leafHash }`. Lets a webhook sent twice be recognised. */
export const placeKey = (entryId: string): Key => ({ table, pk: `entry#${entryId}`, sk: 'place' });

export const markPartition = (shard: number): string => `unpublished#${shard}`;

/** The mark says: this log has entries that no published checkpoint covers. */
export function markKey(logId: string): Key {
  const shard = (leafHash(Buffer.from(logId))[0] as number) % MARK_SHARDS;
  return { table, pk: markPartition(shard), sk: logId };
}

const headItemSchema = z.object({
  logId: logIdSchema,
  caseId: z.string().min(1),
  class: logClass.optional(),
  size: z.int().min(1),
  frontier: z.array(z.base64().length(44)),
  sealed: z.boolean(),
});

/** @throws when a stored head is not one: a broken head must stop appends, not start a second log. */
export function parseHead(item: Item | undefined): Head | undefined {
  if (item === undefined) return undefined;
  const { frontier, size, ...head } = headItemSchema.parse(item);
  const hashes = frontier.map((hash) => Buffer.from(hash, 'base64'));
  if (hashes.length !== frontierLength(size)) throw new RangeError('custody head is damaged');
  return { ...head, frontier: { size, hashes } };
}

/**
 * The changes that append these entries to this log. Of which class it is, the entries' actions say; a log is of one class for
 * as long as it lasts. An entry whose id stands in any log already is refused as
 * `retry`; the next try must find it, by the caller's own record of the request or by `placeKey`.
 * @throws {Refusal} `room-ended` when the log is sealed
 * @throws ZodError on an entry that does not fit its declaration; RangeError on too many, too large, the head of another log,
 * or entries that belong into a log of another class
 */
export function prepareAppend({ entries, ...request }: AppendRequest): Append {
  return appendChecked({ ...request, entries: entries.map(checkedEntry) });
}

/** What `prepareAppend` is made of, for custody's own sequencer: the declarations were asked when the facts were filed. */
export function appendChecked({ logId, caseId, head, entries: checked, recordedAt }: CheckedRequest): Append {
  if (checked.length === 0 || checked.length > MAX_ENTRIES_PER_APPEND) {
    throw new RangeError(`an append takes 1 to ${MAX_ENTRIES_PER_APPEND} entries`);
  }
  if (head !== undefined && (head.logId !== logId || head.caseId !== caseId)) {
    throw new RangeError('the head belongs to another log');
  }
  if (head?.sealed === true) throw new Refusal('room-ended');
  const of = classOf(checked, head ?? { logId, caseId });
  const before = head?.frontier ?? EMPTY_FRONTIER;
  const placed = checked.map((entry, offset) => place(entry, logId, before.size + offset, recordedAt));
  const after: Head = {
    logId,
    caseId,
    class: of,
    frontier: extendFrontier(
      before,
      placed.map(({ hash }) => hash),
    ),
    sealed: false,
  };
  return {
    changes: [advance(head, after), mark(after), ...placed.flatMap(putPlaced)],
    head: after,
    entries: placed.map(({ entry }) => entry),
    leafHashes: placed.map(({ hash }) => toBase64(hash)),
  };
}

/** The one class of log that all these entries belong into, which must be the log's own. */
function classOf(entries: readonly CheckedEntry[], owned: Owned): LogClass {
  const [first, ...others] = new Set(entries.map(({ log }) => log));
  if (first === undefined || others.length > 0)
    throw new RangeError('the entries belong into logs of several classes');
  if (!isOfClass(owned, first) || !fitsIds(owned, first))
    throw new RangeError('the entries belong into a log of another class');
  return first;
}

interface Placed extends Pick<CheckedEntry, 'part' | 'disclosable'> {
  readonly entry: Entry;
  readonly leaf: string;
  readonly hash: Uint8Array;
}

function place(checked: CheckedEntry, logId: string, index: number, recordedAt: Date): Placed {
  const entry = entryAt(checked, logId, index, recordedAt);
  const leaf = leafText(entry);
  const { part, disclosable } = checked;
  return { entry, leaf, hash: leafHash(Buffer.from(leaf, 'utf8')), part, disclosable };
}

/** The entry that this becomes at its place. */
export const entryAt = ({ facts }: CheckedEntry, logId: string, index: number, recordedAt: Date): Entry => ({
  ...facts,
  version: ENTRY_VERSION,
  logId,
  index,
  recordedAt: recordedAt.toISOString(),
});

/** The condition is all that was read of the head: its size, that it is not sealed, and its class or that it had none. */
function advance(before: Head | undefined, { logId, caseId, class: of, frontier, sealed }: Head): Change {
  const { pk, sk } = headKey(logId);
  const hashes = frontier.hashes.map(toBase64);
  return {
    kind: 'put',
    table,
    item: { pk, sk, logId, caseId, class: of, size: frontier.size, frontier: hashes, sealed },
    when:
      before === undefined ? 'absent' : { size: before.frontier.size, class: before.class, sealed: false },
    onRefused: 'retry',
  };
}

function mark({ logId, frontier }: Head): Change {
  const { pk, sk } = markKey(logId);
  return { kind: 'put', table, item: { pk, sk, size: frontier.size }, onRefused: 'retry' };
}

function putPlaced({ entry, leaf, hash, part, disclosable }: Placed): Change[] {
  const at = entryKey(entry.logId, entry.index);
  const by = placeKey(entry.entryId);
  const { logId, index } = entry;
  return [
    {
      kind: 'put',
      table,
      item: {
        pk: at.pk,
        sk: at.sk,
        leaf,
        leafHash: toBase64(hash),
        ...(part && { part }),
        ...(disclosable && { disclosable }),
      },
      when: 'absent',
      onRefused: 'retry',
    },
    {
      kind: 'put',
      table,
      item: { pk: by.pk, sk: by.sk, logId, index, leafHash: toBase64(hash) },
      when: 'absent',
      onRefused: 'retry',
    },
  ];
}

const toBase64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
