import { describe, expect, it } from 'vitest';
import { judgeLine } from '../../../web/src/pages/guest/connection.ts';
import { loudnessOf } from '../../../web/src/pages/guest/devices.ts';

describe('the line', () => {
  it('is good when answers come quickly', () => {
    expect(judgeLine({ milliseconds: [80, 300, 120] })).toBe('good');
  });

  it('one slow answer among quick ones does not make it weak', () => {
    expect(judgeLine({ milliseconds: [80, 4000, 120] })).toBe('good');
  });

  it('is weak when answers are slow, missing, or the browser knows it is narrow', () => {
    expect(judgeLine({ milliseconds: [1300, 1500, 900] })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, undefined, 120] })).toBe('weak');
    expect(judgeLine({ milliseconds: [] })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, 90, 100], downlink: 0.15 })).toBe('weak');
    expect(judgeLine({ milliseconds: [80, 90, 100], downlink: 1.5 })).toBe('good');
  });
});

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
