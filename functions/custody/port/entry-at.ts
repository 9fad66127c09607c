/** The published port on one entry of a log, for whoever decides on what it seals: read by key, checked against its own hash. */
import * as z from 'zod';
import type { Item } from '../../shared/store/store.ts';
import { parseCanonical } from '../canonical.ts';
import { leafHash } from '../tree.ts';
import { storedDisclosable, type Disclosable } from './disclosure.ts';
import { entrySchema, type Entry } from './entry.ts';

export interface EntryAt {
  readonly entry: Entry;
  /** In base64. */
  readonly leafHash: string;
  readonly disclosable?: Disclosable | undefined;
}

const item = z.object({ leaf: z.string(), leafHash: z.string(), disclosable: storedDisclosable.optional() });

/**
 * @param found what lies under `entryKey`
 * @throws RangeError where it is not what was entered: on a damaged entry nobody decides anything
 */
export function parseEntryAt(found: Item | undefined): EntryAt | undefined {
  if (found === undefined) return undefined;
  const { leaf, leafHash: stored, disclosable } = item.parse(found);
  if (Buffer.from(leafHash(Buffer.from(leaf, 'utf8'))).toString('base64') !== stored)
    throw new RangeError('custody entry is damaged');
  return { entry: entrySchema.parse(parseCanonical(leaf)), leafHash: stored, disclosable };
}
