/**
 * One custody entry. Its canonical JSON bytes are the leaf of the log (leaf.ts), so this schema is what the courts read and
 * nothing outside it can enter a log. No personal data: people are a role and a pseudonym, anything personal is a
 * salted commitment in `sealed` (disclosure.ts). Field list after the notes of ISO/IEC 27037 and CASE: who, what,
 * when (claimed and recorded apart), under what authority, about what.
 */
import * as z from 'zod';
import { pseudonym } from '../../shared/values/ids.ts';

export const ENTRY_VERSION = 1;

/** Printable ASCII passes every rule below; asking that first spares most texts the slower questions. */
const PLAIN = /^[\x20-\x7e]*$/;

const isFixedText = (text: string): boolean =>
  PLAIN.test(text) || (text.isWellFormed() && text === text.normalize('NFC') && !/\p{Cc}/u.test(text));

/** NFC, well-formed, no control characters: the same letters always give the same bytes. */
const plainText = (max: number) =>
  z.string().min(1).max(max).refine(isFixedText, 'must be well-formed NFC text without control characters');

/** `Date.parse` turns 30 February and 24:00 into the day after, so the day must come back unchanged. */
const instantExists = (text: string): boolean =>
  new Date(Date.parse(text)).getUTCDate() === Number(text.slice(8, 10));

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { abort: true })
  .refine(instantExists, 'must be an instant that exists, in UTC with milliseconds');

const word = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(64);
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
const digest = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** An id of ours (of the session or case), with `-access` for the log of who read it. Never a name or file number. */
export const logIdSchema = z.string().regex(/^[0-7][0-9a-hjkmnp-tv-z]{25}(-access)?$/);
/** 128 random bits (or a digest of a webhook's event id) chosen by the caller, so that a retry is recognised. */
const entryIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

const actorSchema = z.union([z.strictObject({ role: word, pseudonym }), z.strictObject({ system: word })]);

const authoritySchema = z.strictObject({
  kind: z.enum(['role', 'invitation', 'permission', 'consent', 'order', 'rule']),
  ref: plainText(128),
});

const detail = z.union([plainText(512), z.int(), z.boolean(), z.array(plainText(256)).max(64)]);

/** An entry as a log holds it, of whatever action: also one that this version does not know. */
export const entrySchema = z.strictObject({
  version: z.literal(ENTRY_VERSION),
  logId: logIdSchema,
  index: z.int().min(0),
  recordedAt: instant,
  entryId: entryIdSchema,
  action: z
    .string()
    .regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/)
    .max(64),
  actor: actorSchema,
  authority: authoritySchema,
  subject: z.strictObject({ kind: word, ref: plainText(128) }).optional(),
  occurredAt: instant,
  details: z.record(fieldName, detail),
  sealed: z.record(fieldName, digest).optional(),
});

export type Entry = z.infer<typeof entrySchema>;
