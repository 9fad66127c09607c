import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sample } from './sample.ts';

test('a sample is of different ones of them, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.integer(), (all, count, seed) => {
      const taken = sample(all, count, seed);
      expect(taken).toHaveLength(Math.min(count, all.length));
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.every((each) => all.includes(each))).toBe(true);
      expect(sample(all, count, seed)).toEqual(taken);
    }),
  );
});

test('another seed takes others, and each has its chance', () => {
  const all = Array.from({ length: 20 }, (_, at) => at);
  const taken = Array.from({ length: 200 }, (_, seed) => sample(all, 3, seed));
  expect(new Set(taken.map(String)).size).toBeGreaterThan(150);
  expect(new Set(taken.flat()).size).toBe(20);
});
