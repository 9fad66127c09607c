import { describe, expect, test } from 'vitest';
import { indexTyped, turnsFrom } from '../../../../web/src/pages/log/pages.ts';

describe('turning the pages of a log', () => {
  test.each([
    ['at the beginning of a long one', 0, 100_000, { first: 0, earlier: 0, later: 100, last: 99_900 }],
    ['in the middle', 5_050, 100_000, { first: 0, earlier: 4_950, later: 5_150, last: 99_900 }],
    ['near the beginning', 30, 100_000, { first: 0, earlier: 0, later: 130, last: 99_900 }],
    ['on the last page', 99_900, 100_000, { first: 0, earlier: 99_800, later: 99_900, last: 99_900 }],
    ['at the very last entry', 99_999, 100_000, { first: 0, earlier: 99_899, later: 99_999, last: 99_999 }],
    ['of a short one', 0, 100, { first: 0, earlier: 0, later: 0, last: 0 }],
    ['of one entry more than a page', 0, 101, { first: 0, earlier: 0, later: 100, last: 1 }],
  ])('%s', (_, from, size, turns) => {
    expect(turnsFrom(from, size, 100)).toEqual(turns);
  });
});

test.each([
  ['0', 0],
  ['41', 41],
  ['99999999', 99],
  ['', undefined],
  ['12a', undefined],
  ['-3', undefined],
  ['9'.repeat(16), undefined],
])('the entry typed as "%s"', (typed, index) => {
  expect(indexTyped(typed, 100)).toBe(index);
});
