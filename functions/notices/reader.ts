import { createHash } from 'node:crypto';
import { sealAll } from '../custody/port/disclosure.ts';
import { newId, type RandomBytes } from '../shared/values/ids.ts';
import type { Notice } from './notice.ts';
import { factsOf } from './notice-kinds.ts';

/** How an entry about a message says who its reader is, and under which id it stands. */
interface Reader {
  readonly entryId: string;
  readonly details: Pick<Notice, 'kind' | 'seat'> & Partial<Pick<Notice, 'pseudonym'>>;
  readonly sealed?: { readonly pseudonym: string };
  /** What opens it; stays with the message. */
  readonly disclosures?: Readonly<Record<string, string>>;
}

/**
 * By name, an entry has an id by which it can be made only once. Sealed, it has one of chance: that of the message can be
 * computed from the few names that it could be, and the message's version keeps it from being made twice.
 */
export function readerOf(
  { noticeId, kind, seat, pseudonym }: Notice,
  about: 'sent' | 'returned',
  randomBytes: RandomBytes,
): Reader {
  if (factsOf(kind).sealsReader === true) {
    const { digests, disclosures } = sealAll({ pseudonym }, randomBytes);
    return { entryId: newId(randomBytes), details: { kind, seat }, sealed: digests, disclosures };
  }
  const entryId =
    about === 'sent' ? noticeId : createHash('sha256').update(`returned ${noticeId}`).digest('base64url');
  return { entryId, details: { kind, seat, pseudonym } };
}
