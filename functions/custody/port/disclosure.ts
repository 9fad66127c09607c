/**
 * Salted commitments to personal fields, in the disclosure form of SD-JWT (RFC 9901, section 4.2): the entry holds the
 * digest, the disclosure is kept elsewhere and can be shown field by field, or erased for good.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { RandomBytes } from '../../shared/values/ids.ts';

export interface Commitment {
  /** base64url SHA-256 of the disclosure's ASCII; goes into the entry's `sealed` field of the same name. */
  readonly digest: string;
  /** base64url of the UTF-8 JSON array [salt, name, value]; never goes into an entry. */
  readonly disclosure: string;
}

/** Capabilities in whose tables lies what opens sealed fields of a case's log. */
export const keepers = ['cases', 'interpreting', 'orders', 'preparation', 'witnesses'] as const;

/** Sealed fields that can be disclosed by order, and in whose table what opens them lies. */
export interface Disclosable<Field extends string = string> {
  readonly keeper: (typeof keepers)[number];
  readonly fields: readonly Field[];
}
/** As it lies beside a leaf. */
export const storedDisclosable = z.object({ keeper: z.enum(keepers), fields: z.array(z.string()) });

/** Fewer than 128 random bits could be guessed together with the value. */
export const SALT_BYTES = 16;

/** @throws RangeError when the salt is shorter than 128 bits. */
export function commitment(name: string, value: string, salt: Uint8Array): Commitment {
  if (salt.length < SALT_BYTES) throw new RangeError('a commitment needs at least 128 random bits');
  const array = JSON.stringify([Buffer.from(salt).toString('base64url'), name, value]);
  const disclosure = Buffer.from(array, 'utf8').toString('base64url');
  return { digest: disclosureDigest(disclosure), disclosure };
}

export interface Sealed<Name extends string> {
  /** For the entry's `sealed`. */
  readonly digests: Readonly<Record<Name, string>>;
  /** What opens them; stays in the table of whoever seals. */
  readonly disclosures: Readonly<Record<Name, string>>;
}

/** A commitment for each field, with a salt of its own. */
export function sealAll<Name extends string>(
  fields: Readonly<Record<Name, string>>,
  randomBytes: RandomBytes,
): Sealed<Name> {
  const names = Object.keys(fields) as Name[];
  const made = names.map((name) => [name, commitment(name, fields[name], randomBytes(SALT_BYTES))] as const);
  return {
    digests: Object.fromEntries(made.map(([name, { digest }]) => [name, digest])) as Record<Name, string>,
    disclosures: Object.fromEntries(made.map(([name, { disclosure }]) => [name, disclosure])) as Record<
      Name,
      string
    >,
  };
}

function disclosureDigest(disclosure: string): string {
  return createHash('sha256').update(disclosure, 'ascii').digest('base64url');
}

const disclosureSchema = z.tuple([z.string().min(22), z.string(), z.string()]);

/**
 * Opens a disclosure against a digest. The digest is over the text as it came, so spelling of the JSON does not matter.
 * @returns the field's name and value, or `undefined` when it does not belong to the digest or is not one.
 */
export function openDisclosure(
  disclosure: string,
  digest: string,
): { name: string; value: string } | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(disclosure) || disclosureDigest(disclosure) !== digest) return undefined;
  const bytes = Buffer.from(disclosure, 'base64url');
  if (bytes.toString('base64url') !== disclosure) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const parsed = disclosureSchema.safeParse(JSON.parse(text));
    return parsed.success ? { name: parsed.data[1], value: parsed.data[2] } : undefined;
  } catch {
    // Not UTF-8 or not JSON: the same answer as any other thing that is no disclosure.
    return undefined;
  }
}
