import { describe, expect, it } from 'vitest';
import {
  coarse,
  coarseHeight,
  coarseWidth,
  noPicture,
} from '../../../functions/media/relay/coarse-picture.ts';
import fc from 'fast-check';

/** A picture of a certain size whose brightness is what `at` says, with both colours. */
function picture(width: number, height: number, at: (x: number, y: number) => number) {
  const data = new Uint8Array((width * height * 3) / 2).fill(128);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data[y * width + x] = at(x, y);
  return { data, width, height };
}

const brightness = ({ data }: { data: Uint8Array }, x: number, y: number) => data[y * coarseWidth + x];

describe('a coarse picture', () => {
  it('is of the same size whatever camera it came from', () => {
    for (const [width, height] of [
      [640, 360],
      [360, 640],
      [1280, 720],
      [160, 90],
      [2, 2],
    ] as const)
      expect(coarse(picture(width, height, () => 50))).toMatchObject({
        width: coarseWidth,
        height: coarseHeight,
      });
  });

  it('has one value in a block, the mean of what is behind it', () => {
    const half = coarse(picture(640, 384, (x) => (x < 320 ? 40 : 200)));
    expect(brightness(half, 0, 0)).toBe(40);
    expect(brightness(half, coarseWidth - 1, coarseHeight - 1)).toBe(200);
    for (let x = 0; x < 16; x += 1) expect(brightness(half, x, 7)).toBe(brightness(half, 0, 0));
  });

  it('has at the most so many values as there are blocks, of any picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        let state = seed;
        const random = () => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16) & 255;
        const { data } = coarse(picture(320, 180, random));
        // Each row of 16 pixels has one value, and so has each column of 16.
        const value = (x: number, y: number) => data[y * coarseWidth + x] ?? 0;
        const changes = (x: number, y: number) =>
          (x % 16 === 0 ? 0 : value(x, y) - value(x - 1, y)) ||
          (y % 16 === 0 ? 0 : value(x, y) - value(x, y - 1));
        const within = Array.from({ length: coarseHeight * coarseWidth }, (_, at) =>
          changes(at % coarseWidth, Math.floor(at / coarseWidth)),
        );
        expect(within.every((change) => change === 0)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps the colours of a block, each its mean', () => {
    const { data } = picture(320, 192, () => 100);
    data.fill(30, 320 * 192, 320 * 192 * 1.25);
    data.fill(220, 320 * 192 * 1.25);
    const out = coarse({ data, width: 320, height: 192 }).data;
    expect(new Set(out.subarray(320 * 192, 320 * 192 * 1.25))).toEqual(new Set([30]));
    expect(new Set(out.subarray(320 * 192 * 1.25))).toEqual(new Set([220]));
  });

  it('is grey where there is none', () => {
    expect(new Set(noPicture().data)).toEqual(new Set([128]));
  });
});
