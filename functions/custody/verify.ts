/**
 * Checks an exported log, offline, from its bytes alone and a key from elsewhere. Every byte counts: a line that is
 * not in its one right spelling fails, whatever it says. Gives a verdict for each check, never one green tick.
 */
import { createHash } from 'node:crypto';
import { parseCanonical } from './canonical.ts';
import { type Checkpoint, originOf, parseCheckpoint } from './checkpoint.ts';
import type { Entry } from './port/entry.ts';
import {
  checkpointLineSchema,
  ENTRY_LINE_START,
  HIDDEN_LINE_START,
  hiddenLineSchema,
  entryLineSchema,
  type ExportHeader,
  headerSchema,
  leafOfLine,
} from './export-file.ts';
import { faultsOfPart } from './part-statement.ts';
import type { OwnPart } from './port/part.ts';
import { encodeVerifierKey, openNote, parseNote, parseVerifierKey, type VerifierKey } from './note.ts';
import { readDisclosures, type Disclosed, type ReadDisclosures, type Sealing } from './verify-disclosures.ts';
import { EMPTY_FRONTIER, extendFrontier, type Hash, leafHash, rootOfFrontier, sameHash } from './tree.ts';

export const VERIFIER = 'saksi-verify 1.2.0';

type CheckVerdict = 'pass' | 'fail' | 'not checked';

interface Check {
  readonly name: string;
  readonly verdict: CheckVerdict;
  /** What failed and where; for an entry: its index, action and id. */
  readonly found: readonly string[];
}

export interface Report {
  /** `consistent` means: fits together, but no key from elsewhere was given, so anybody may have made it. */
  readonly verdict: 'intact' | 'consistent' | 'failed';
  readonly checks: readonly Check[];
  /** Oddities that are no failure, e.g. a recording time that goes backwards. */
  readonly notes: readonly string[];
  readonly fileSha256: string;
  readonly logId: string | undefined;
  readonly origin: string | undefined;
  readonly key: string | undefined;
  readonly size: number;
  /** Whose part of the log it is, where it is not the whole. */
  readonly part: OwnPart | undefined;
  /** Entries that can be read in it; of all others it has the hashes alone. */
  readonly shown: number;
  /** base64 of the recomputed root. */
  readonly root: string;
  /** Of a disclosures file what opens a field of the log; what does not is named among the checks. */
  readonly disclosed: readonly Disclosed[];
}

export interface VerifyOptions {
  /** Verifier key that came by another way than the file. */
  readonly key?: VerifierKey | undefined;
  /** Number of entries the log must have, from elsewhere. */
  readonly expectSize?: number | undefined;
  /** A checkpoint of the same log that came by another way: the file must hold all that it covers. */
  readonly receipt?: string | undefined;
  /** A disclosures file of this log (`port/disclosures-file.ts`). */
  readonly disclosures?: Uint8Array | undefined;
}

/** What no verification of a log can show; printed with every report. */
export const NOT_PROVED = [
  'that what an entry claims was true when it was entered',
  'who sat behind an account or a device',
  'that the clock behind the recorded times was right: no outside time stamp is in this file',
  'that nothing was entered after the last entry here: compare the size with a receipt from elsewhere',
  'that the signer did not show others a different log: that needs receipts or outside witnesses',
] as const;

/** The same of the file of a part. */
export const NOT_PROVED_OF_A_PART =
  'anything about the entries that stand as hashes alone, but that they were there';

export function verifyExport(bytes: Uint8Array, options: VerifyOptions = {}): Report {
  const form = readLines(bytes);
  const header = readHeader(form.lines[0]);
  const rest = splitClosing(form.lines.slice(1));
  const entries = readEntries(rest.entries, header.value);
  const root = rootOfFrontier(extendFrontier(EMPTY_FRONTIER, entries.hashes));
  const checkpoint = readCheckpoint(rest.closing, header.value);
  const opened =
    options.disclosures && readDisclosures(options.disclosures, { ...entries, logId: header.value?.logId });
  const checks: Check[] = [
    check('file form: UTF-8 lines, nothing before, between or after', form.found),
    check('header', header.found),
    check('every entry: canonical form, schema, leaf hash', entries.found),
    check('order: indices from 0 without gap, one log, no entry twice', entries.order),
    check('checkpoint: form, origin', checkpoint.found),
    check(
      'completeness: the checkpoint covers exactly these entries',
      covers(checkpoint.value, header, entries, root),
    ),
    check('signature by the key named in the file', checkpoint.signature),
    ...checkPart(header.value, entries, checkpoint.part),
    checkOrigin(header.value, options.key),
    checkSize(entries.hashes.length, options.expectSize),
    checkReceipt(options, header.value, entries.hashes),
    ...checkDisclosures(opened),
  ];
  return {
    verdict: verdictOf(checks, options),
    checks,
    notes: entries.notes,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    logId: header.value?.logId,
    origin: header.value?.origin,
    key: header.value?.key,
    size: entries.hashes.length,
    part: partIn(header.value),
    shown: entries.shown.length,
    root: Buffer.from(root).toString('base64'),
    disclosed: opened?.disclosed ?? [],
  };
}

/** The last line is the checkpoint, unless it begins as an entry does: then the checkpoint was cut off or run into. */
function splitClosing(lines: readonly Line[]): { entries: readonly Line[]; closing: Line } {
  const closing = lines.at(-1);
  if ([ENTRY_LINE_START, HIDDEN_LINE_START].some((start) => closing?.startsWith(start)))
    return { entries: lines, closing: undefined };
  return { entries: lines.slice(0, -1), closing };
}

const check = (name: string, found: readonly string[]): Check => ({
  name,
  verdict: found.length === 0 ? 'pass' : 'fail',
  found,
});

function verdictOf(checks: readonly Check[], { key }: VerifyOptions): Report['verdict'] {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'failed';
  return key === undefined ? 'consistent' : 'intact';
}

/** A line as text; `undefined` when it is missing or not UTF-8. */
type Line = string | undefined;

function readLines(bytes: Uint8Array): { lines: Line[]; found: string[] } {
  const found: string[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: Line[] = [];
  let start = 0;
  for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, start)) {
    lines.push(decode(buffer.subarray(start, end)));
    start = end + 1;
  }
  if (start < buffer.length) {
    found.push('The file does not end with a line end: something was cut off or added at the end.');
    lines.push(decode(buffer.subarray(start)));
  }
  for (const [i, line] of lines.entries()) if (line === undefined) found.push(`Line ${i + 1} is not UTF-8.`);
  if (lines.length < 3) found.push('The file has no entry, or lacks its header or its checkpoint.');
  return { lines, found };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    // The caller reports the line by its number.
    return undefined;
  }
}

interface Read<Value> {
  readonly value: Value | undefined;
  readonly found: readonly string[];
}

function readHeader(line: Line): Read<ExportHeader> {
  const parsed = parseLine(line, (value) => headerSchema.parse(value));
  if (parsed.value === undefined)
    return { value: undefined, found: [`The first line is no header: ${parsed.why}.`] };
  const found: string[] = [];
  try {
    const key = parseVerifierKey(parsed.value.key);
    if (parsed.value.origin !== originOf(key.name, parsed.value.logId)) {
      found.push('The origin in the header is not that of this key and log.');
    }
  } catch (fault) {
    found.push(`The key in the header: ${reason(fault)}`);
  }
  return { value: parsed.value, found };
}

const partIn = (header: ExportHeader | undefined): OwnPart | undefined =>
  header?.version === 2 ? header.part : undefined;

interface Entries {
  readonly hashes: readonly Hash[];
  /** Of those that can be read. */
  readonly shown: readonly Hash[];
  /** Of those the ones that seal something. */
  readonly sealing: readonly Sealing[];
  readonly found: readonly string[];
  readonly order: readonly string[];
  readonly notes: readonly string[];
}

function readEntries(lines: readonly Line[], header: ExportHeader | undefined): Entries {
  const logId = header?.logId;
  const [hashes, shown, found, order, notes]: [Hash[], Hash[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const sealing: Sealing[] = [];
  const seen = new Map<string, number>();
  let previous: Entry | undefined;
  for (const [position, line] of lines.entries()) {
    const hidden = partIn(header) && hiddenHash(line);
    if (hidden !== undefined) {
      hashes.push(hidden);
      continue;
    }
    const parsed = parseLine(line, (value) => entryLineSchema.parse(value));
    if (parsed.value === undefined || line === undefined) {
      found.push(`${nameLine(position, line)}: ${parsed.why}.`);
      // Some hash must stand in its place; the check has failed already.
      hashes.push(leafHash(Buffer.from(line ?? '')));
      continue;
    }
    const { entry, leafHash: stated } = parsed.value;
    const hash = leafHash(Buffer.from(leafOfLine(line, stated), 'utf8'));
    hashes.push(hash);
    shown.push(hash);
    if (entry.sealed !== undefined) sealing.push({ entry, leafHash: stated });
    const who = nameEntry(position, entry);
    if (Buffer.from(hash).toString('base64') !== stated)
      found.push(`${who}: its content does not have its leaf hash.`);
    if (entry.index !== position)
      order.push(`${who}: stands at place ${position} but says it is number ${entry.index}.`);
    if (logId !== undefined && entry.logId !== logId) order.push(`${who}: belongs to another log.`);
    const twin = seen.get(entry.entryId);
    if (twin !== undefined) order.push(`${who}: has the id of entry ${twin}.`);
    seen.set(entry.entryId, position);
    notes.push(...oddities(who, entry, previous));
    previous = entry;
  }
  return { hashes, shown, sealing, found, order, notes };
}

/** The hash of an entry that is not shown; undefined where the line is none. In the file of a whole log no line is. */
function hiddenHash(line: Line): Hash | undefined {
  if (line?.startsWith(HIDDEN_LINE_START) !== true) return undefined;
  const { value } = parseLine(line, (each) => hiddenLineSchema.parse(each));
  return value === undefined ? undefined : Buffer.from(value.leafHash, 'base64');
}

/** In the file of a part: that it shows all that was to be shown, and nothing else. */
function checkPart(
  header: ExportHeader | undefined,
  { shown, hashes }: Entries,
  statement: string | undefined,
): readonly Check[] {
  const part = partIn(header);
  const name = 'part: the entries shown are those that were signed for this reader';
  if (header === undefined || part === undefined)
    return statement === undefined ? [] : [check(name, ['It is stated of a part, and the file is no part.'])];
  if (statement === undefined) return [check(name, ['There is no statement of which entries it shows.'])];
  const of = { origin: header.origin, part, size: hashes.length };
  try {
    const tree = extendFrontier(EMPTY_FRONTIER, shown);
    return [check(name, faultsOfPart(statement, { ...of, shown: tree }, parseVerifierKey(header.key)))];
  } catch (fault) {
    return [check(name, [reason(fault)])];
  }
}

function oddities(who: string, entry: Entry, previous: Entry | undefined): string[] {
  const notes: string[] = [];
  if (previous !== undefined && entry.recordedAt < previous.recordedAt) {
    notes.push(
      `${who}: recorded at ${entry.recordedAt}, before the entry above it (${previous.recordedAt}).`,
    );
  }
  if (entry.occurredAt > entry.recordedAt) {
    notes.push(`${who}: claimed for ${entry.occurredAt}, after it was recorded (${entry.recordedAt}).`);
  }
  return notes;
}

interface ReadCheckpoint extends Read<Checkpoint> {
  /** What is signed of a part. */
  readonly part?: string | undefined;
  readonly signature: readonly string[];
}

function readCheckpoint(line: Line, header: ExportHeader | undefined): ReadCheckpoint {
  const parsed = parseLine(line, (value) => checkpointLineSchema.parse(value));
  const unread = 'There is no readable checkpoint to check it on.';
  if (parsed.value === undefined) {
    return {
      value: undefined,
      found: [`The last line is no checkpoint: ${parsed.why}.`],
      signature: [unread],
    };
  }
  try {
    const note = parseNote(parsed.value.checkpoint);
    const value = parseCheckpoint(note.text);
    const found: string[] = [];
    if (header !== undefined && value.origin !== header.origin)
      found.push('The checkpoint is of another log.');
    // A line that this version cannot check would be a line in which bytes could change unnoticed.
    if (note.signatures.length !== 1)
      found.push('The checkpoint of this file format has exactly one signature.');
    const { checkpoint, part } = parsed.value;
    return { value, found, part, signature: signatureFaults(checkpoint, header) };
  } catch (fault) {
    return { value: undefined, found: [reason(fault)], signature: [unread] };
  }
}

function signatureFaults(note: string, header: ExportHeader | undefined): string[] {
  if (header === undefined) return ['There is no readable header to take the key from.'];
  try {
    openNote(note, parseVerifierKey(header.key));
    return [];
  } catch (fault) {
    return [reason(fault)];
  }
}

function covers(
  checkpoint: Checkpoint | undefined,
  header: Read<ExportHeader>,
  entries: Entries,
  root: Hash,
): string[] {
  if (checkpoint === undefined) return ['There is no readable checkpoint.'];
  const count = entries.hashes.length;
  const found: string[] = [];
  if (checkpoint.size !== BigInt(count))
    found.push(`The checkpoint covers ${checkpoint.size} entries, the file has ${count}.`);
  if (header.value !== undefined && header.value.size !== count) {
    found.push(`The header says ${header.value.size} entries, the file has ${count}.`);
  }
  if (!sameHash(checkpoint.root, root))
    found.push('The root recomputed from the entries is not the signed root.');
  return found;
}

function checkOrigin(header: ExportHeader | undefined, key: VerifierKey | undefined): Check {
  const name = 'origin: the file is signed by the key given';
  if (key === undefined) return { name, verdict: 'not checked', found: ['No key was given (--key).'] };
  return check(
    name,
    header?.key === encodeVerifierKey(key) ? [] : ['The key in the file is not the key given.'],
  );
}

function checkSize(size: number, expected: number | undefined): Check {
  const name = 'size as known from elsewhere';
  if (expected === undefined)
    return { name, verdict: 'not checked', found: ['No size was given (--expect-size).'] };
  return check(name, size === expected ? [] : [`The file has ${size} entries; ${expected} were expected.`]);
}

/** The receipt must be a prefix of the file: else entries were cut off, or the log was forked. */
function checkReceipt(
  options: VerifyOptions,
  header: ExportHeader | undefined,
  hashes: readonly Hash[],
): Check {
  const name = 'receipt: everything it covers is in the file, unchanged';
  if (options.receipt === undefined)
    return { name, verdict: 'not checked', found: ['No receipt was given (--receipt).'] };
  if (header === undefined) return check(name, ['There is no readable header.']);
  try {
    const receipt = parseCheckpoint(
      openNote(options.receipt, options.key ?? parseVerifierKey(header.key)).text,
    );
    if (receipt.origin !== header.origin) return check(name, ['The receipt is of another log.']);
    if (receipt.size > BigInt(hashes.length)) {
      return check(name, [`The receipt covers ${receipt.size} entries, the file has only ${hashes.length}.`]);
    }
    const root = rootOfFrontier(extendFrontier(EMPTY_FRONTIER, hashes.slice(0, Number(receipt.size))));
    return check(
      name,
      sameHash(root, receipt.root) ? [] : ['The entries that the receipt covers are not those of the file.'],
    );
  } catch (fault) {
    return check(name, [reason(fault)]);
  }
}

/** Nothing is said of disclosures where there are none to check. */
const checkDisclosures = (opened: ReadDisclosures | undefined): readonly Check[] =>
  opened === undefined ? [] : [check('disclosures: each opens the field of that name', opened.found)];

type Parsed<Value> =
  | { readonly value: Value; readonly why: '' }
  | { readonly value: undefined; readonly why: string };

function parseLine<Value>(line: Line, schema: (value: unknown) => Value): Parsed<Value> {
  if (line === undefined) return { value: undefined, why: 'it is missing or not UTF-8' };
  let value: unknown;
  try {
    value = parseCanonical(line);
  } catch {
    return { value: undefined, why: 'it is not JSON in canonical form' };
  }
  try {
    return { value: schema(value), why: '' };
  } catch {
    return { value: undefined, why: 'its fields are not those the format has' };
  }
}

const nameEntry = (position: number, { action, entryId }: Pick<Entry, 'action' | 'entryId'>): string =>
  `entry ${position} (${action}, ${entryId})`;

/** Names a line that cannot be read by what can still be made out in it. */
function nameLine(position: number, line: Line): string {
  const pick = (field: string) =>
    new RegExp(`"${field}":"([\\w.-]{1,64})"`).exec(line ?? '')?.[1] ?? 'not readable';
  return nameEntry(position, { action: pick('action'), entryId: pick('entryId') });
}

const reason = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
