import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { id, newId, newPseudonym, pseudonym } from '../../../functions/shared/values/ids.ts';

const given = (bytes: Uint8Array) => () => bytes;

describe('ids', () => {
  test.each([
    [new Uint8Array(16), '0'.repeat(26)],
    [new Uint8Array(16).fill(255), `7${'z'.repeat(25)}`],
    [Uint8Array.from({ length: 16 }, (_, at) => (at === 15 ? 1 : 0)), `${'0'.repeat(25)}1`],
    [Uint8Array.from({ length: 16 }, (_, at) => (at === 0 ? 128 : 0)), `4${'0'.repeat(25)}`],
  ])('keep every bit: %j', (bytes, text) => {
    expect(newId(given(bytes))).toBe(text);
  });

  test('of different bytes differ, fit the schema and need no escaping anywhere', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (a, b) => {
          const text = newId(given(a));
          expect(id.parse(text)).toBe(text);
          expect(encodeURIComponent(text)).toBe(text);
          expect(text).not.toMatch(/[ilouA-Z]/);
          expect(text === newId(given(b))).toBe(Buffer.from(a).equals(Buffer.from(b)));
        },
      ),
    );
  });

  test('ask for exactly 16 bytes, and refuse another number', () => {
    expect(newId(randomBytes)).not.toBe(newId(randomBytes));
    expect(() => newId(given(new Uint8Array(15)))).toThrow(RangeError);
    expect(() => newId(given(new Uint8Array(17)))).toThrow(RangeError);
  });

  test.each([
    '',
    '8'.repeat(26),
    '0'.repeat(25),
    '0'.repeat(27),
    `0${'I'.repeat(25)}`,
    `0${'u'.repeat(25)}`,
    `0${'A'.repeat(25)}`,
    `${'0'.repeat(25)}/`,
    `${'0'.repeat(26)}\n`,
    'b6f7c9c0-1d0e-4b0e-8f59-2f6f4b0c9d11',
    null,
    7,
  ])('no id: %j', (wrong) => {
    expect(id.safeParse(wrong).success).toBe(false);
  });
});

describe('pseudonyms', () => {
  test('are a role letter and four letters that cannot be misheard', () => {
    for (let times = 0; times < 2_000; times += 1) {
      const name = newPseudonym('W', randomBytes);
      expect(pseudonym.parse(name)).toBe(name);
      expect(name).toMatch(/^W-[^01358AEBILOSUYZ]{4}$/);
    }
  });

  test('favour no letter: every byte that is used stands for equally many', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      let at = 0;
      // The byte under test, then one known to be usable for the rest.
      const name = newPseudonym('W', () => Uint8Array.of(at++ === 0 ? byte : 0));
      if (at === 4) counts.set(name.charAt(2), (counts.get(name.charAt(2)) ?? 0) + 1);
    }
    expect(counts.size).toBe(21);
    expect(new Set(counts.values())).toEqual(new Set([12]));
  });

  test('refuse a source that gives nothing usable, and a wrong role letter', () => {
    expect(() => newPseudonym('W', given(Uint8Array.of(255)))).toThrow(RangeError);
    expect(() => newPseudonym('W', given(new Uint8Array(0)))).toThrow(RangeError);
    for (const letter of ['', 'w', 'WW', '1', 'É'])
      expect(() => newPseudonym(letter, randomBytes)).toThrow(RangeError);
  });

  test.each(['', 'W4K7Q', 'W-4K7', 'W-4K7QQ', 'w-4k7q', 'W-0K7Q', 'W-OK7Q', 'Ploy', 'W-4K7Q\n'])(
    'no pseudonym: %j',
    (wrong) => {
      expect(pseudonym.safeParse(wrong).success).toBe(false);
    },
  );
});
