/**
 * An export: a log on its way to the file that somebody takes away. The file is written part by part, each in a request of
 * its own, and nobody can read any of it before the last part was proved against the signature.
 */
import * as z from 'zod';
import { entryLine, headerLine, checkpointLine, type About, type StoredLeaf } from '../export-file.ts';
import { EMPTY_FRONTIER, extendFrontier, type Frontier, type Hash } from '../tree.ts';

/** What the object store joins no smaller parts than, but for the last. Some 9,000 entries. */
export const PART_BYTES = 5 * 1024 * 1024;
/** Entries read at a time while a part fills. */
const ENTRIES_AT_A_TIME = 500;
/** Minutes for which an export can be carried on and its file be fetched. */
const EXPORT_MINUTES = 60;

export interface Export {
  readonly exportId: string;
  readonly logId: string;
  /** Who began it, and who alone may carry it on. */
  readonly personId: string;
  /** The signed checkpoint over exactly what the file will hold. */
  readonly note: string;
  /** Entries that the file will hold. */
  readonly size: number;
  /** Instant after which it is as if it had never been. */
  readonly until: string;
  /** What is written of it: the tree over the entries, and how many parts they filled. */
  readonly written: { readonly frontier: Frontier; readonly parts: number };
  /** By what the object store knows the upload; absent before the first part. */
  readonly uploadId?: string | undefined;
  /** Whether all of it is written, proved and joined. */
  readonly whole: boolean;
}

export function newExport(
  about: Pick<Export, 'exportId' | 'logId' | 'personId' | 'note' | 'size'>,
  now: Date,
): Export {
  const until = new Date(now.getTime() + EXPORT_MINUTES * 60_000).toISOString();
  return { ...about, until, written: { frontier: EMPTY_FRONTIER, parts: 0 }, whole: false };
}

/** Whether this person may carry this export of this log on: to all others it is not there. */
export const isFor = (
  made: Export | undefined,
  asked: Pick<Export, 'logId' | 'personId'>,
  now: Date,
): made is Export =>
  made !== undefined &&
  made.logId === asked.logId &&
  made.personId === asked.personId &&
  now.getTime() < Date.parse(made.until);

/** The bytes of the next part, the same whoever makes them and however often, and the tree once they are written. */
export interface Part {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly frontier: Frontier;
  readonly isLast: boolean;
}

/** @param read the leaves `from` (included) to `to` (not included), all of them */
export async function nextPart(
  { size, note, written }: Export,
  about: About,
  read: (from: number, to: number) => Promise<readonly StoredLeaf[]>,
): Promise<Part> {
  let { frontier } = written;
  const lines: string[] = frontier.size === 0 ? [headerLine(about, size)] : [];
  for (let bytes = 0; frontier.size < size && bytes < PART_BYTES;) {
    const leaves = await read(frontier.size, Math.min(size, frontier.size + ENTRIES_AT_A_TIME));
    frontier = extendFrontier(frontier, leaves.map(hashOf));
    for (const line of leaves.map(entryLine)) {
      lines.push(line);
      bytes += Buffer.byteLength(line) + 1;
    }
  }
  const isLast = frontier.size === size;
  if (isLast) lines.push(checkpointLine(note));
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  return { number: written.parts + 1, bytes, frontier, isLast };
}

const hashOf = ({ leafHash }: StoredLeaf): Hash => Buffer.from(leafHash, 'base64');

/** As the table holds it. */
export const exportItem = z.object({
  exportId: z.string(),
  logId: z.string(),
  personId: z.string(),
  note: z.string(),
  size: z.int().min(1),
  until: z.string(),
  done: z.int().min(0),
  frontier: z.array(z.base64().length(44)),
  parts: z.int().min(0),
  uploadId: z.string().optional(),
  whole: z.boolean(),
});
