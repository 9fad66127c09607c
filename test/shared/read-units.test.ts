import { describe, expect, test } from 'vitest';
import { unitsOfKeys, unitsOfRange } from '../../functions/shared/read-units.ts';

/** What DynamoDB's documentation says each value takes, beside the bytes of its name. */
const sizes: readonly [string, unknown, number][] = [
  ['a text', 'abcd', 4],
  ['a text in another script, by its bytes', 'ไทย', 9],
  ['a number, by each two of its digits', 123456, 4],
  ['a truth value', true, 1],
  ['nothing', null, 1],
  ['an empty list', [], 3],
  ['a list, with one more for each that is in it', ['ab', 'cd', 12], 3 + (1 + 2) + (1 + 2) + (1 + 2)],
  ['an empty map', {}, 3],
  ['a map, with one more for each and its name', { ab: 'cd', ef: 'g' }, 3 + (1 + 4) + (1 + 3)],
  ['a list of maps', [{ a: 'b' }, {}], 3 + (1 + 3 + 1 + 2) + (1 + 3)],
];

/** An item of so many bytes with this value in it, which takes `size` of them. */
const itemOf = (bytes: number, value: unknown, size: number) => ({
  pk: 'p',
  v: value,
  filler: 'x'.repeat(bytes - 'pkp'.length - 'v'.length - size - 'filler'.length),
});

describe('a unit is 4 KB that are begun', () => {
  test.each(sizes)('%s', (_name, value, size) => {
    const [full, over] = [itemOf(4096, value, size), itemOf(4097, value, size)];
    expect([unitsOfKeys(1, [full]), unitsOfRange([full])]).toEqual([1, 1]);
    expect([unitsOfKeys(1, [over]), unitsOfRange([over])]).toEqual([2, 2]);
  });

  test('each key for itself, also one under which nothing is', () => {
    const small = { pk: 'p' };
    expect(unitsOfKeys(3, [])).toBe(3);
    expect(unitsOfKeys(3, [small, itemOf(9000, '', 0)])).toBe(1 + 3 + 1);
  });

  test('a range by what was found in all, and one where nothing was', () => {
    expect(unitsOfRange([])).toBe(1);
    expect(unitsOfRange(Array.from({ length: 8 }, () => itemOf(1024, '', 0)))).toBe(2);
    expect(unitsOfRange(Array.from({ length: 9 }, () => itemOf(1024, '', 0)))).toBe(3);
  });
});
