/**
 * An export: a log on its way to the file that somebody takes away. The file is written part by part, each in a request of
 * its own, and nobody can read any of it before the last part was proved against the signature.
 */
import * as z from 'zod';
import {
  checkpointLine,
  entryLine,
  headerLine,
  hiddenLine,
  type About,
  type StoredLeaf,
} from '../export-file.ts';
import { ownPart, type OwnPart } from '../port/part.ts';
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
  /** Whose part it is, where it is not the whole. */
  readonly part?: OwnPart | undefined;
  /** Instant after which it is as if it had never been. */
  readonly until: string;
  /** What is written of it: the tree over the entries, that over those which are shown, and how many parts they filled. */
  readonly written: Written;
  /** By what the object store knows the upload; absent before the first part. */
  readonly uploadId?: string | undefined;
  /** Whether all of it is written, proved and joined. */
  readonly whole: boolean;
}

interface Written {
  readonly frontier: Frontier;
  readonly shown: Frontier;
  readonly parts: number;
}

export function newExport(
  about: Pick<Export, 'exportId' | 'logId' | 'personId' | 'note' | 'size' | 'part'>,
  now: Date,
): Export {
  const until = new Date(now.getTime() + EXPORT_MINUTES * 60_000).toISOString();
  const written = { frontier: EMPTY_FRONTIER, shown: EMPTY_FRONTIER, parts: 0 };
  return { ...about, until, written, whole: false };
}

/** Whether this person may carry this export of this log on, reading as much of it as then: to all others it is not there. */
export const isFor = (
  made: Export | undefined,
  asked: Pick<Export, 'logId' | 'personId' | 'part'>,
  now: Date,
): made is Export =>
  made !== undefined &&
  made.logId === asked.logId &&
  made.personId === asked.personId &&
  made.part?.role === asked.part?.role &&
  now.getTime() < Date.parse(made.until);

/** The bytes of the next part, the same whoever makes them and however often, and the tree once they are written. */
export interface Part {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly frontier: Frontier;
  readonly shown: Frontier;
  readonly isLast: boolean;
}

/** A leaf with whether the file shows it. */
export type ReadLeaf = StoredLeaf & { readonly isShown: boolean };

/**
 * @param read the leaves `from` (included) to `to` (not included), all of them
 * @param sign what is signed of a part once all of it is written; asked for nothing else
 */
export async function nextPart(
  { size, note, part, written }: Export,
  about: Omit<About, 'part'>,
  read: (from: number, to: number) => Promise<readonly ReadLeaf[]>,
  sign: (part: OwnPart, shown: Frontier) => Promise<string>,
): Promise<Part> {
  let { frontier, shown } = written;
  const lines: string[] = frontier.size === 0 ? [headerLine({ ...about, part }, size)] : [];
  for (let bytes = 0; frontier.size < size && bytes < PART_BYTES;) {
    const leaves = await read(frontier.size, Math.min(size, frontier.size + ENTRIES_AT_A_TIME));
    frontier = extendFrontier(frontier, leaves.map(hashOf));
    shown = extendFrontier(shown, leaves.filter(({ isShown }) => isShown).map(hashOf));
    for (const line of leaves.map((leaf) => (leaf.isShown ? entryLine(leaf) : hiddenLine(leaf)))) {
      lines.push(line);
      bytes += Buffer.byteLength(line) + 1;
    }
  }
  const isLast = frontier.size === size;
  if (isLast) lines.push(checkpointLine(note, part && (await sign(part, shown))));
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  return { number: written.parts + 1, bytes, frontier, shown, isLast };
}

const hashOf = ({ leafHash }: StoredLeaf): Hash => Buffer.from(leafHash, 'base64');

const frontierItem = z.strictObject({ size: z.int().min(0), hashes: z.array(z.base64().length(44)) });

/** As the table holds it. */
export const exportItem = z.object({
  exportId: z.string(),
  logId: z.string(),
  personId: z.string(),
  note: z.string(),
  size: z.int().min(1),
  part: ownPart.optional(),
  until: z.string(),
  done: z.int().min(0),
  frontier: z.array(z.base64().length(44)),
  /** Of a part. */
  shown: frontierItem.optional(),
  parts: z.int().min(0),
  uploadId: z.string().optional(),
  whole: z.boolean(),
});
