/**
 * The file a court takes away: JSON lines, each in canonical form, ended by one line end each. A header, every entry
 * with its leaf hash, and the signed checkpoint over exactly these entries. It holds nothing that the checkpoint or
 * the verifier does not bind, so that no byte can change unnoticed; who took it and when stands in the access log.
 */
import * as z from 'zod';
import { canonicalText } from './canonical.ts';
import { entrySchema, logIdSchema } from './port/entry.ts';
import { ownPart, type OwnPart } from './port/part.ts';

const EXPORT_FORMAT = 'saksi-custody-log';
const HOW_TO_VERIFY =
  'In a copy of saksi: npm run -s verify -- FILE --key KEY. Take KEY from a person or paper you trust, not from this ' +
  'file. Compare the number of entries with a receipt from elsewhere: a shorter log with its older checkpoint is ' +
  'complete in itself. Leaves are RFC 6962 over RFC 8785 JSON; the checkpoint is a C2SP signed note.';

const whole = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(1),
  howToVerify: z.literal(HOW_TO_VERIFY),
  logId: logIdSchema,
  origin: z.string(),
  /** Verifier key of the signer, so that the file can be checked for consistency; it proves no origin. */
  key: z.string(),
  size: z.int().min(1),
});
/** Of somebody who reads only their part: of the other entries it holds the leaf hashes. */
const inPart = whole.extend({ version: z.literal(2), part: ownPart });
export const headerSchema = z.discriminatedUnion('version', [whole, inPart]);
export type ExportHeader = z.infer<typeof headerSchema>;

export const entryLineSchema = z.strictObject({ entry: entrySchema, leafHash: z.base64().length(44) });
/** `part`: in a file of a part, and only there, the signed statement of which entries it shows (`part-statement.ts`). */
export const checkpointLineSchema = z.strictObject({ checkpoint: z.string(), part: z.string().optional() });
export const hiddenLineSchema = z.strictObject({ leafHash: z.base64().length(44) });

/** One entry as stored: its leaf is canonical text already and goes into the file as it is. */
export interface StoredLeaf {
  readonly leaf: string;
  /** base64 of the RFC 6962 leaf hash. */
  readonly leafHash: string;
  /** What its action says of those who read a part; never in a file. */
  readonly part?: Readonly<Record<string, string>> | undefined;
  /** Which of its sealed fields can be disclosed by order; never in a file. */
  readonly disclosable?: { readonly fields: readonly string[] } | undefined;
}

export const ENTRY_LINE_START = '{"entry":';
const lineTail = (hash: string): string => `,"leafHash":"${hash}"}`;

export const entryLine = ({ leaf, leafHash }: StoredLeaf): string =>
  ENTRY_LINE_START + leaf + lineTail(leafHash);

export const HIDDEN_LINE_START = '{"leafHash":';
/** An entry that the file does not show. */
export const hiddenLine = ({ leafHash }: Pick<StoredLeaf, 'leafHash'>): string => canonicalText({ leafHash });

/** The leaf inside a line that is known to be canonical and to have the form of an entry line. */
export const leafOfLine = (line: string, hash: string): string =>
  line.slice(ENTRY_LINE_START.length, line.length - lineTail(hash).length);

export interface About extends Pick<ExportHeader, 'logId' | 'origin' | 'key'> {
  /** Whose part it is. */
  readonly part?: OwnPart | undefined;
}

/** The first line. @param size entries that the file holds, hidden ones too */
export function headerLine({ part, ...about }: About, size: number): string {
  const common = { format: EXPORT_FORMAT, howToVerify: HOW_TO_VERIFY, ...about, size } as const;
  const header: ExportHeader =
    part === undefined ? { ...common, version: 1 } : { ...common, version: 2, part };
  return canonicalText(header);
}

/** The last line. @param checkpoint a signed note over exactly the entries before it */
export const checkpointLine = (checkpoint: string, part?: string): string =>
  canonicalText({ checkpoint, ...(part !== undefined && { part }) });
