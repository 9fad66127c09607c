import { canonicalText } from './canonical.ts';
import { type Entry, entrySchema } from './port/entry.ts';

/** Bytes; a leaf above this is refused: an entry is a statement, not a document; documents are entered by hash. */
const MAX_LEAF_BYTES = 8192;

/**
 * The leaf of an entry: its canonical JSON text. What is hashed is the UTF-8 of it.
 * @throws ZodError when the entry is not one, RangeError when it is too large.
 */
export function leafText(entry: Entry): string {
  const text = canonicalText(entrySchema.parse(entry));
  if (Buffer.byteLength(text) > MAX_LEAF_BYTES) throw new RangeError('custody entry is too large');
  return text;
}
