import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../functions/sessions/search/bits.ts';
import { nearestStarts } from '../../../functions/sessions/search/nearest.ts';
import { findPossible } from '../../../functions/sessions/search/possible.ts';
import { startAt, type Question } from '../../../functions/sessions/search/question.ts';
import { naiveStarts } from './naive.ts';
import { question } from './sample-question.ts';

const startsOf = (asked: Question): number[] => {
  const { starts, frame } = findPossible(asked);
  return Array.from(membersOf(starts), (index) => startAt(frame, index));
};

describe('the nearest starts', () => {
  it('are those that no other possible start is nearer than', () => {
    fc.assert(
      fc.property(
        question,
        fc.integer({ min: -100, max: 2000 }),
        fc.integer({ min: 1, max: 4 }),
        (asked, after, most) => {
          const to = asked.from + after;
          const all = startsOf(asked).toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b);
          expect(nearestStarts(findPossible(asked), to, most)).toEqual(all.slice(0, most));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('possible starts', () => {
  it('are those of brute force, on any calendars, around any change of clocks', () => {
    let found = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const starts = startsOf(asked);
        found += starts.length > 0 ? 1 : 0;
        expect(starts).toEqual(naiveStarts(asked));
      }),
      { numRuns: 150 },
    );
    // Were nothing ever possible, nothing would have been compared.
    expect(found).toBeGreaterThan(10);
  }, 120_000);
});
