import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { plain, put, question, type Question } from './questions.ts';
import { hideSession, meetStranger, type Stranger } from './stranger.ts';

/**
 * What a stranger can put together. Whoever opens a case types its members, so before their agencies took it nobody must
 * be able to date what they are booked for. Two worlds differ in nothing but the minute at which a hidden session begins
 * within one half day: whatever is asked, in whatever order, must be answered alike in both, to the letter. Then no series of
 * answers holds more than that half day.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The morning half of 20 March 2027 by UTC; a session of hers is on that day too. */
const morning = Date.UTC(2027, 2, 20) / 60_000;
const halfDay = 720;
/** Also over its end. */
const starts = fc.integer({ min: 0, max: halfDay - 1 });

async function answers(stranger: Stranger, cell: number, minute: number, asked: readonly Question[]) {
  await hideSession(stranger, minute);
  const told: string[] = [];
  for (const each of asked) told.push(await put(stranger, cell, each));
  return told;
}

describe('before their agencies took the case', () => {
  let stranger: Stranger;
  beforeAll(async () => {
    stranger = await meetStranger(false);
  });

  it.each([
    [0, 719],
    [61, 300],
    [359, 361],
  ])('all plain questions are answered alike, whether it begins at minute %i or %i', async (one, other) => {
    for (const cell of [morning, morning + halfDay, morning + 3 * halfDay])
      expect(await answers(stranger, cell, cell + one, plain)).toEqual(
        await answers(stranger, cell, cell + other, plain),
      );
  });

  it('and so is any series of any', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(morning, morning - halfDay, morning + 5 * halfDay),
        starts,
        starts,
        fc.array(question, { minLength: 6, maxLength: 12 }),
        async (cell, one, other, asked) => {
          expect(await answers(stranger, cell, cell + one, asked)).toEqual(
            await answers(stranger, cell, cell + other, asked),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('nobody of theirs is named in any answer, and they are counted', async () => {
    const { theirs, room } = stranger;
    const told = (await answers(stranger, morning, morning, plain.slice(0, 4))).join('\n');
    const ids = [...Object.values(theirs.people).map(({ personId }) => personId), room];
    expect(ids.filter((id) => told.includes(id))).toEqual([]);
    expect(told).toContain('"count":2,"fits":[{');
    expect(told).toContain('"count":1,"fits":[]');
    // A half day in which one of them has begun something, and the next, are not offered.
    expect(told).not.toMatch(/"start":"2027-03-20T/);
  });

  it('whoever is named is refused, and it is said whom to ask', async () => {
    const told = await answers(stranger, morning, morning, plain.slice(4));
    for (const each of told) expect(each).toMatch(/^\[409,\{.*"code":"case-not-taken"/);
  });
});

describe('once they did', () => {
  it('the same questions date it, so they would have before', async () => {
    const stranger = await meetStranger(true);
    const one = await answers(stranger, morning, morning + 60, plain);
    const other = await answers(stranger, morning, morning + 65, plain);
    const apart = plain.filter((_, index) => one[index] !== other[index]);
    expect(new Set(apart.map(({ what }) => what))).toEqual(new Set(['search', 'preview', 'book']));
    expect(apart.length).toBeGreaterThan(8);
  });
});
