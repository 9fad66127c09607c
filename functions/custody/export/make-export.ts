/**
 * Taking a log away as a file. It is made in requests of which each does a bounded piece of work, so that a log may be of
 * any length; that somebody takes it is entered, once, before the first of them.
 */
import { Refusal } from '../../shared/refusals.ts';
import type { Call } from '../../shared/http/call.ts';
import type { Plan } from '../../shared/store/commit.ts';
import { newId } from '../../shared/values/ids.ts';
import { logExported } from '../actions.ts';
import { originOf } from '../checkpoint.ts';
import { encodeVerifierKey } from '../note.ts';
import { enterAccess, type Opened } from '../open-log.ts';
import { headKey } from '../port/append.ts';
import type { PartOfLog } from '../part-reader.ts';
import { signPart } from '../part-statement.ts';
import { accessLogId } from '../port/log-class.ts';
import type { OwnPart } from '../port/part.ts';
import { sequenceFacts } from '../port/sequence-facts.ts';
import { assertSigned, publishLog, type Publisher } from '../publish.ts';
import { putExport, readExport, readLeaves } from '../store.ts';
import type { Frontier } from '../tree.ts';
import { type Export, isFor, newExport, nextPart } from './export.ts';

/** Where files lie until they are fetched. Each step may be run again, and by two at once. */
export interface ExportFiles {
  /** Begins to write the file of an export. @returns by what this upload is known */
  readonly begin: (exportId: string) => Promise<string>;
  /** Writes one part; the same number again replaces it. Nothing of it can be read yet. */
  readonly putPart: (upload: Upload, number: number, bytes: Uint8Array) => Promise<void>;
  /** Makes the file of the parts. */
  readonly join: (upload: Upload) => Promise<void>;
  /** An address of the file for some minutes, good for whoever has it. */
  readonly addressOf: (exportId: string) => Promise<string>;
}

export interface Upload {
  readonly exportId: string;
  readonly uploadId: string;
}

export interface ExportMeans {
  readonly publisher: Publisher;
  readonly files: ExportFiles;
}

type ExportCall = Pick<Call, 'now' | 'context' | 'commit'>;

/** What the caller is told of an export. */
export interface Progress {
  readonly exportId: string;
  readonly size: number;
  readonly done: number;
  readonly download?: string;
}

/** Enters that the log is taken away, as it stands and is signed now. */
export async function beginExport(
  { context, now, commit }: ExportCall,
  opened: Opened,
  { publisher }: ExportMeans,
): Promise<Progress> {
  const { logId } = opened.head;
  // What was filed before the file was asked for is in it.
  await sequenceFacts(context, logId, true);
  const { frontier, note } = await publishLog(publisher, logId);
  const { size } = frontier;
  const [exportId, entryId] = [newId(context.randomBytes), newId(context.randomBytes)];
  const { personId, part } = opened;
  const made = newExport({ exportId, logId, personId, note, size, ...(part && { part: part.of }) }, now);
  return commit(async () => {
    const [reader, [accessHead]] = await Promise.all([
      opened.reader(),
      context.store.get([headKey(accessLogId(logId))]),
    ]);
    const at = { accessHead, entryId, occurredAt: now, recordedAt: context.now() };
    const details = { size, part: part && (true as const) };
    const entered = enterAccess(opened, reader, at, (by) => logExported.entry({ ...by, details }));
    return { changes: [...entered, putExport(undefined, made)], answer: { exportId, size, done: 0 } };
  });
}

/**
 * Writes the next part of an export, or says where its file lies.
 * @throws {Refusal} `not-found` alike for one that is not there, is over, or is another's or another log's
 * @throws {PublishFault} when the entries are not what was signed; there is no file then
 */
export async function carryOn(
  { context, now, commit }: ExportCall,
  { head: { logId }, personId, part }: Opened,
  exportId: string,
  means: ExportMeans,
): Promise<Progress> {
  return commit(async (): Promise<Plan<Progress>> => {
    const made = await readExport(context.store, exportId);
    if (!isFor(made, { logId, personId, part: part?.of }, now)) throw new Refusal('not-found');
    const after = made.whole ? made : await writePart(made, part, means);
    return {
      changes: after === made ? [] : [putExport(made, after)],
      answer: await progressOf(after, means),
    };
  });
}

async function progressOf(
  { exportId, size, written, whole }: Export,
  { files }: ExportMeans,
): Promise<Progress> {
  const progress = { exportId, size, done: written.frontier.size };
  return whole ? { ...progress, download: await files.addressOf(exportId) } : progress;
}

async function writePart(
  made: Export,
  ofLog: PartOfLog | undefined,
  { publisher, files }: ExportMeans,
): Promise<Export> {
  const { exportId, logId, note } = made;
  const signer = await publisher.signer();
  const about = { logId, origin: originOf(signer.name, logId), key: encodeVerifierKey(signer) };
  const read = async (from: number, to: number) => {
    const leaves = await readLeaves(publisher.store, logId, from, to);
    const isShown = await ofLog?.isIn(leaves);
    return leaves.map((leaf, n) => ({ ...leaf, isShown: isShown === undefined || isShown[n] === true }));
  };
  const sign = (of: OwnPart, shown: Frontier) =>
    signPart({ origin: about.origin, part: of, size: made.size, shown }, signer);
  const part = await nextPart(made, about, read, sign);
  if (part.isLast) await assertSigned(publisher, part.frontier, note);
  const uploadId = made.uploadId ?? (await files.begin(exportId));
  await files.putPart({ exportId, uploadId }, part.number, part.bytes);
  if (part.isLast) await files.join({ exportId, uploadId });
  const written = { frontier: part.frontier, shown: part.shown, parts: part.number };
  return { ...made, uploadId, written, whole: part.isLast };
}
