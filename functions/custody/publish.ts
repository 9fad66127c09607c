/**
 * Publishes a log: proves the head from the leaves, writes entries and checkpoint where they are locked, signs, and
 * moves the checkpoint item. The order of entries is fixed in the table already, so any number of runs, crashes and
 * retries in any order give the same bytes, and no size is ever signed with two roots.
 */
import { faultName, logEvent } from '../shared/log.ts';
import { Stale, type Store } from '../shared/store/store.ts';
import { checkpointText, originOf, parseCheckpoint } from './checkpoint.ts';
import { entryLine, type StoredLeaf } from './export-file.ts';
import { openNote, signNote, type Signer } from './note.ts';
import { PublishFault } from './publish-fault.ts';
import { advancePublished, clearMark, type Published, readLeaves, readLog, readMarks } from './store.ts';
import { extendFrontier, type Frontier, rootOfFrontier, sameHash } from './tree.ts';

/** Where published bytes are locked against change. */
export interface Archive {
  /**
   * Writes an object that was not there. The same bytes again are no error.
   * @throws {PublishFault} `archive-differs` when other bytes are there already
   */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
}

export interface Publisher {
  readonly store: Store;
  readonly archive: Archive;
  readonly signer: () => Promise<Signer>;
}

/** Tries against others who publish the same log; each of them also gets it further. */
const MOST_TRIES = 5;

/**
 * Publishes all entries that the log has at this moment, and maybe later ones.
 * @returns the published state, which covers at least those entries
 * @throws {PublishFault} when stored data is not what was appended; nothing is signed then
 */
export async function publishLog(publisher: Publisher, logId: string): Promise<Published> {
  try {
    return await publishNow(publisher, logId);
  } catch (fault) {
    logEvent('custody.publish-failed', { fault: faultName(fault) });
    throw fault;
  }
}

/**
 * That a tree is the one which a checkpoint was signed over.
 * @throws {PublishFault} when it is not: a file of such leaves must not leave the house as if they had been signed
 */
export async function assertSigned({ signer }: Publisher, tree: Frontier, note: string): Promise<void> {
  try {
    const { size, root } = parseCheckpoint(openNote(note, await signer()).text);
    if (size !== BigInt(tree.size) || !sameHash(rootOfFrontier(tree), root))
      throw new PublishFault('root-differs');
  } catch (fault) {
    logEvent('custody.publish-failed', { fault: faultName(fault) });
    throw fault;
  }
}

const hashOf = ({ leafHash }: StoredLeaf): Buffer => Buffer.from(leafHash, 'base64');

async function publishNow(publisher: Publisher, logId: string): Promise<Published> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { head, published } = await readLog(publisher.store, logId);
    if (head === undefined) throw new PublishFault('head-missing');
    const [from, to] = [published.frontier.size, head.frontier.size];
    // After a restore from an old copy: what was signed must not be signed over.
    if (to < from) throw new PublishFault('head-behind-checkpoint');
    if (to === from) {
      assertSameRoot(published.frontier, head.frontier);
      await clearMark(publisher.store, logId, to);
      return published;
    }
    const leaves = await readLeaves(publisher.store, logId, from, to);
    const frontier = extendFrontier(published.frontier, leaves.map(hashOf));
    assertSameRoot(frontier, head.frontier);
    const note = await archiveAndSign(publisher, logId, from, leaves, frontier);
    if (await moved(publisher.store, logId, published, { frontier, note })) {
      logEvent('custody.published', { entries: to - from });
      await clearMark(publisher.store, logId, to);
      return { frontier, note };
    }
  }
  throw new PublishFault('busy');
}

function assertSameRoot(computed: Frontier, stored: Frontier): void {
  if (!sameHash(rootOfFrontier(computed), rootOfFrontier(stored))) throw new PublishFault('root-differs');
}

async function archiveAndSign(
  { archive, signer }: Publisher,
  logId: string,
  from: number,
  leaves: readonly StoredLeaf[],
  frontier: Frontier,
): Promise<string> {
  const by = await signer();
  const [first, end] = [padded(from), padded(frontier.size)];
  const lines = leaves.map((leaf) => `${entryLine(leaf)}\n`).join('');
  await archive.put(`logs/${logId}/entries-${first}-${end}.jsonl`, Buffer.from(lines, 'utf8'));
  const root = rootOfFrontier(frontier);
  const origin = originOf(by.name, logId);
  const note = await signNote(checkpointText({ origin, size: BigInt(frontier.size), root }), by);
  await archive.put(`logs/${logId}/checkpoint-${end}.txt`, Buffer.from(note, 'utf8'));
  return note;
}

const padded = (size: number): string => String(size).padStart(16, '0');

/** False when somebody else has published in the meantime. */
async function moved(store: Store, logId: string, before: Published, after: Published): Promise<boolean> {
  try {
    await store.write([advancePublished(logId, before, after)]);
    return true;
  } catch (fault) {
    if (fault instanceof Stale) return false;
    throw fault;
  }
}

/** Publishes each of these logs; one that cannot be is noted, wakes somebody, and does not hold up the others. */
export async function publishEach(publisher: Publisher, logIds: readonly string[]): Promise<number> {
  let published = 0;
  for (const logId of logIds) {
    try {
      await publishLog(publisher, logId);
      published += 1;
    } catch {
      // Noted already where it failed; the log stays marked, and the next sweep tries it again.
      continue;
    }
  }
  return published;
}

/** Repairs what the stream missed: every log that is marked as having something to publish. */
export async function sweep(publisher: Publisher): Promise<{ looked: number; repaired: number }> {
  const marks = await readMarks(publisher.store);
  const repaired = await publishEach(
    publisher,
    marks.map(({ logId }) => logId),
  );
  return { looked: marks.length, repaired };
}
