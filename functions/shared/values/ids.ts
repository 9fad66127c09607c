import * as z from 'zod';

/**
 * Crockford's base 32: no I, L, O or U, so that an id read aloud or from paper cannot be mistaken.
 * Lower case, because some of the places where ids travel (host names, file systems) fold case.
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Gives `length` bytes that nobody can guess; handed in, so that rules stay pure. */
export type RandomBytes = (length: number) => Uint8Array;

/** 128 random bits in 26 characters; the first is at most 7, since 26 × 5 is two bits more than needed. */
export const id = z
  .string()
  .regex(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/, 'Not an id of this system: 26 characters of lower-case base 32.')
  .brand<'Id'>()
  .meta({ description: '128 random bits in base 32', examples: ['4x7k2q9d1m3n5p8r0s6t7v2w4y'] });

export type Id = z.infer<typeof id>;

/** @throws RangeError when the source does not give exactly 16 bytes. */
export function newId(randomBytes: RandomBytes): Id {
  let value = 0n;
  for (const byte of take(randomBytes, 16)) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < 26; at += 1) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text as Id;
}

/**
 * What follows the letter of a pseudonym. It is read aloud, so what sounds or looks alike is left out (0, 1, 5, 8, B,
 * S, …), and so are the vowels and the 3 that passes for one: nobody may be given a word for a name by chance.
 */
const SPOKEN = '24679CDFGHJKMNPQRTVWX';

/**
 * What stands for a person on screen and in the record, such as `W-4K7Q`: the letter says the role. It names, it never
 * authorises: 21⁴ is small, so the caller must see to it that two people of one case never get the same.
 */
export const pseudonym = z
  .string()
  .regex(/^[A-Z]-[24679CDFGHJKMNPQRTVWX]{4}$/, 'Not a pseudonym, which looks like W-4K7Q.')
  .brand<'Pseudonym'>()
  .meta({ description: 'Stands for a person', examples: ['W-4K7Q'] });

export type Pseudonym = z.infer<typeof pseudonym>;

/** `roleLetter` is one letter A–Z. Unbiased: a byte that would favour some letters is thrown away. */
export function newPseudonym(roleLetter: string, randomBytes: RandomBytes): Pseudonym {
  if (!/^[A-Z]$/.test(roleLetter)) throw new RangeError('The role letter of a pseudonym is one of A to Z.');
  const fair = 256 - (256 % SPOKEN.length);
  let text = '';
  for (let tries = 0; text.length < 4; tries += 1) {
    if (tries === 1_000) throw new RangeError('The source of randomness gives nothing usable.');
    const byte = take(randomBytes, 1)[0] ?? fair;
    if (byte < fair) text += SPOKEN.charAt(byte % SPOKEN.length);
  }
  return `${roleLetter}-${text}` as Pseudonym;
}

function take(randomBytes: RandomBytes, length: number): Uint8Array {
  const bytes = randomBytes(length);
  if (bytes.length !== length) throw new RangeError(`Wanted ${length} random bytes, got ${bytes.length}.`);
  return bytes;
}
