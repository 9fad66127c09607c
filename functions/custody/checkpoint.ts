/** The text of a checkpoint as c2sp.org/tlog-checkpoint defines it: origin, size, root; one line each. */
import { MAX_TREE_SIZE, type Hash, HASH_BYTES } from './tree.ts';
import { NoteError, strictBase64 } from './note.ts';

export interface Checkpoint {
  /** Which log: `<key name>/<log id>`. */
  readonly origin: string;
  /** Number of entries covered; at most 2^63 - 1, so a bigint. */
  readonly size: bigint;
  readonly root: Hash;
}

/** One key signs many logs, so the origin is the key's name and the opaque id of the log. */
export const originOf = (keyName: string, logId: string): string => `${keyName}/${logId}`;

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/**
 * Stricter than some readers in use: no leading zeros, exactly 32 bytes of root. Extension lines may follow.
 * @throws NoteError with what is wrong.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin, sizeText, rootText] = lines;
  if (!text.endsWith('\n') || lines.length < 4 || lines.slice(0, -1).includes('')) {
    throw new NoteError('The checkpoint does not have its three lines.');
  }
  if (!/^(0|[1-9]\d{0,18})$/.test(sizeText as string) || BigInt(sizeText as string) > MAX_TREE_SIZE) {
    throw new NoteError('The size in the checkpoint is not a size.');
  }
  const root = strictBase64(rootText as string);
  if (root?.length !== HASH_BYTES) throw new NoteError('The root in the checkpoint is not a SHA-256 hash.');
  return { origin: origin as string, size: BigInt(sizeText as string), root };
}
