import * as z from 'zod';
import { route } from '../shared/http/contract.ts';
import { tells } from '../shared/values/personal-fields.ts';
import { id } from '../shared/values/ids.ts';
import { entrySchema } from './port/entry.ts';
import { partReader, readersOf } from './port/log-class.ts';

const sessionParams = z.strictObject({ sessionId: id });
const readers = readersOf.session;

/** Most entries in one answer of `listEntries`; ask again from the index after the last. */
export const entriesPerPage = 100;

/** Minutes from the first page on in which whatever somebody reads of a log is one reading, entered once. */
export const readingMinutes = 60;

/** An entry as the page shows it, beside the hash of its leaf (base64, RFC 6962). */
export const shownEntry = z.strictObject({
  entry: entrySchema,
  leafHash: z.string(),
  /** Sealed fields that can be disclosed by order; for those who read the whole log. */
  disclosable: z.array(tells('office', z.string())).optional(),
});

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
    /** That the caller reads only their part, and as what; `entries` are then those of it among the next hundred. */
    part: partReader.optional(),
    entries: z.array(shownEntry),
  }),
} as const;

/** How far an export has come. */
const exportProgress = z.strictObject({
  exportId: id,
  /** Entries that the file will hold. */
  size: z.int().min(1),
  /** Entries that are written. */
  done: z.int().min(0),
  /** Once the file is whole: its address, good for five minutes and for whoever has it. Asking again gives another. */
  download: z.url().optional(),
});

/** How a log is taken away as a file, whoever's log it is. */
export const exportBegun = { body: z.strictObject({}), answer: exportProgress, status: 201 } as const;
export const exportCarriedOn = { body: z.strictObject({ exportId: id }), answer: exportProgress } as const;

export const exportLog = route({
  method: 'POST',
  path: '/api/custody/logs/:sessionId/exports',
  freshSignIn: true,
  summary:
    'Begins to make a file of the log of a session, which can be verified offline: JSON lines with a signed checkpoint. Of ' +
    'entries that the caller may not read it holds the hashes. Enters itself in the access log.',
  who: readers,
  params: sessionParams,
  ...exportBegun,
});

export const carryOnExport = route({
  method: 'POST',
  path: '/api/custody/logs/:sessionId/exports/parts',
  summary:
    'Writes the next part of a file that the caller began within the hour; answers its address once all are written.',
  who: readers,
  params: sessionParams,
  ...exportCarriedOn,
});

export const listEntries = route({
  method: 'GET',
  path: '/api/custody/logs/:sessionId/entries',
  summary:
    'A page of the entries of a session’s log, in order. The reading is entered once: all that the caller asks for within ' +
    'an hour of its first page belongs to it.',
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
