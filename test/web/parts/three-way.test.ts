import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { same, threeWay } from '../../../web/src/parts/three-way.ts';
import { rebased } from '../../../web/src/parts/use-draft.ts';

interface Hours {
  readonly notice: number;
  readonly daysOff: readonly string[];
  readonly from?: string;
}
const base: Hours = { notice: 60, daysOff: ['2027-01-04'] };

describe('two people changed the same thing', () => {
  test('what only the other changed is taken over, also where it was taken away or is new', () => {
    const mine = { ...base, notice: 120 };
    const theirs: Hours = { ...base, daysOff: [], from: '08:00' };
    expect(threeWay(base, mine, theirs)).toEqual({
      value: { notice: 120, daysOff: [], from: '08:00' },
      taken: ['daysOff', 'from'],
      clashes: [],
    });
    expect(threeWay<Hours>({ ...base, from: '08:00' }, { ...mine, from: '08:00' }, base).value).toEqual(mine);
  });

  test('what both changed stays as it was typed, and is named; the same change by both is none', () => {
    const mine = { ...base, notice: 120, daysOff: ['2027-01-05'] };
    const theirs = { notice: 240, daysOff: ['2027-01-05'] };
    expect(threeWay<Hours>(base, mine, theirs)).toEqual({ value: mine, taken: [], clashes: ['notice'] });
  });

  const side = fc.record({ a: fc.integer({ max: 3, min: 0 }), b: fc.array(fc.boolean(), { maxLength: 2 }) });
  test('no change is ever lost unseen', () => {
    fc.assert(
      fc.property(side, side, side, (from, mine, theirs) => {
        const { value, clashes } = threeWay(from, mine, theirs);
        for (const field of ['a', 'b'] as const) {
          if (!same(mine[field], from[field])) expect(value[field]).toEqual(mine[field]);
          else expect(value[field]).toEqual(theirs[field]);
          const bothChanged = !same(mine[field], from[field]) && !same(theirs[field], from[field]);
          expect(clashes.includes(field)).toBe(bothChanged && !same(mine[field], theirs[field]));
        }
      }),
    );
  });
});

describe('a newer version comes in', () => {
  const typed = (value: Hours, sent = base) => ({
    base: { version: 1, value: base },
    value,
    sent,
    moved: false,
    taken: [],
    clashes: [],
  });
  const theirs = { version: 2, value: { ...base, notice: 240 } };

  test('over nothing typed: it is simply shown', () => {
    expect(rebased(typed(base), theirs)).toMatchObject({ base: theirs, value: theirs.value, moved: false });
  });

  test('over something typed: that stays, and the reader is told', () => {
    const mine = { ...base, daysOff: [] };
    expect(rebased(typed(mine), theirs)).toMatchObject({
      base: theirs,
      value: { notice: 240, daysOff: [] },
      moved: true,
      taken: ['notice'],
    });
  });

  test('that is the own one: nobody else has changed anything', () => {
    const mine = { ...base, notice: 240 };
    expect(rebased(typed(mine, mine), theirs)).toMatchObject({ value: mine, moved: false });
  });
});

test('the order of fields says nothing, that of a list does', () => {
  expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  expect(same(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(same(undefined, null)).toBe(false);
});
