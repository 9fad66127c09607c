import { expect, it } from 'vitest';
import { line } from './line.ts';

/** The line of the tests loses, delays and slows as much as it says; else what is tried over it proves nothing. */

const free = { loss: 0, delay: 0, jitter: 0 };
/** What becomes of so many packets, one each so many milliseconds. */
const sent = (carry: ReturnType<typeof line>, count: number, bytes: number, every: number) =>
  Array.from({ length: count }, (_, index) => ({ at: index * every, arrives: carry(bytes, index * every) }));

it('loses one in ten where it says so, and the same ones by the same seed', () => {
  const lost = (seed: number) =>
    sent(line({ ...free, loss: 0.1 }, seed), 10_000, 100, 20).flatMap(({ arrives }, index) =>
      arrives === undefined ? [index] : [],
    );
  expect(lost(1).length).toBeGreaterThan(900);
  expect(lost(1).length).toBeLessThan(1_100);
  expect(lost(1)).toEqual(lost(1));
  expect(lost(1)).not.toEqual(lost(2));
  expect(sent(line(free, 1), 1_000, 100, 20).every(({ arrives }) => arrives !== undefined)).toBe(true);
});

it('takes its time, and no more than its jitter besides', () => {
  const took = sent(line({ ...free, delay: 300, jitter: 40 }, 3), 2_000, 100, 20).map(
    ({ at, arrives = Infinity }) => arrives - at,
  );
  expect(Math.min(...took)).toBeGreaterThanOrEqual(300);
  expect(Math.min(...took)).toBeLessThan(305);
  expect(Math.max(...took)).toBeGreaterThan(335);
  expect(Math.max(...took)).toBeLessThanOrEqual(340);
});

it('carries no more than its rate, whatever is asked of it, and drops what would wait too long', () => {
  const asked = 3;
  const rate = 300_000;
  // Three times as much as it can carry, for ten seconds.
  const count = (10 * rate * asked) / 8 / 1_000;
  const came = sent(line({ ...free, rate, queue: 200 }, 4), count, 1_000, 10_000 / count).filter(
    ({ arrives }) => arrives !== undefined,
  );
  const last = Math.max(...came.map(({ arrives = 0 }) => arrives));
  expect((came.length * 8_000) / (last / 1_000)).toBeLessThanOrEqual(rate * 1.001);
  expect((came.length * 8_000) / (last / 1_000)).toBeGreaterThan(rate * 0.98);
  const waited = came.map(({ at, arrives = 0 }) => arrives - at);
  expect(Math.max(...waited)).toBeLessThanOrEqual(200 + (8_000 / rate) * 1_000 + 1e-6);
});

it('is free again after a rest', () => {
  const carry = line({ ...free, rate: 300_000 }, 5);
  sent(carry, 100, 1_000, 1);
  expect(carry(375, 60_000)).toBe(60_010);
});
