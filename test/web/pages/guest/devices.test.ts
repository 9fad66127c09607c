import { describe, expect, it } from 'vitest';
import { loudnessOf } from '../../../../web/src/pages/guest/devices.ts';

describe('loudness', () => {
  it('is 0 for silence, 1 at most, and grows with the swing', () => {
    expect(loudnessOf(new Uint8Array(64).fill(128))).toBe(0);
    expect(loudnessOf([])).toBe(0);
    const swing = (by: number) => Array.from({ length: 64 }, (_, at) => 128 + (at % 2 === 0 ? by : -by));
    expect(loudnessOf(swing(8))).toBeCloseTo(0.25);
    expect(loudnessOf(swing(16))).toBeCloseTo(0.5);
    expect(loudnessOf(swing(120))).toBe(1);
  });
});
