import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { id } from '../shared/values/ids.ts';
import { entrySchema } from './port/entry.ts';
import { readersOf } from './port/log-class.ts';

const sessionParams = z.strictObject({ sessionId: id });
const readers = readersOf.session;

/** Most entries in one answer of `listEntries`; ask again from the index after the last. */
export const entriesPerPage = 100;

/** An entry as the page shows it, beside the hash of its leaf (base64, RFC 6962). */
export const shownEntry = z.strictObject({ entry: entrySchema, leafHash: z.string() });

/** How the entries of a log are asked for and shown, whoever's log it is. */
export const entriesPage = {
  query: z.strictObject({
    /** Index of the first entry wanted; 0 unless given. */
    from: z
      .string()
      .regex(/^(0|[1-9]\d{0,14})$/, 'Not an index.')
      .transform(Number)
      .optional(),
  }),
  answer: z.strictObject({
    /** Entries in the log at this moment. */
    size: z.int(),
    /** Entries that the last published checkpoint covers. */
    publishedSize: z.int(),
    entries: z.array(shownEntry),
  }),
} as const;

export const exportLog = route({
  method: 'GET',
  path: '/api/custody/logs/:sessionId',
  summary:
    'The whole log of a session as one file that can be verified offline: JSON lines with a signed checkpoint. ' +
    'Enters itself in the access log first.',
  who: readers,
  params: sessionParams,
  answer: z.string(),
});

export const listEntries = route({
  method: 'GET',
  path: '/api/custody/logs/:sessionId/entries',
  summary:
    'The entries of a session’s log for the screen, in order. A page with entries is itself entered as a read.',
  who: readers,
  params: sessionParams,
  ...entriesPage,
});

export const readKey = route({
  method: 'GET',
  path: '/api/custody/key',
  summary: 'The key that signs the logs, for comparing with a copy that came by another way.',
  who: 'anyone',
  answer: z.strictObject({
    /** `name+id+key` as c2sp.org/signed-note defines it; what `verify --key` takes. */
    key: z.string(),
    /** SHA-256 of the 32 bytes of the public key, in groups of four hexadecimal digits, for reading aloud. */
    fingerprint: z.string(),
  }),
});
