import { describe, expect, it } from 'vitest';
import {
  afterLook,
  firstOfVoices,
  type LineLook,
  type Pictures,
  type VoicesFirst,
} from '../../../web/src/video/voices-first.ts';

/** On a weak line voices go first: what rests when, and when it comes back. One look is a second. */

const good: LineLook = { loss: 0, roundTrip: 80 };
const of = (loss: number, roundTrip = 80): LineLook => ({ loss, roundTrip });
/** So many seconds of one line. */
const after = (state: VoicesFirst, seconds: number, look: LineLook): VoicesFirst =>
  Array.from({ length: seconds }).reduce<VoicesFirst>((now) => afterLook(now, look), state);
/** Seconds until it is these pictures; 1000 if never. */
const until = (pictures: Pictures, state: VoicesFirst, look: LineLook): number => {
  let now = state;
  for (let seconds = 0; seconds < 1_000; seconds += 1) {
    if (now.pictures === pictures) return seconds;
    now = afterLook(now, look);
  }
  return 1_000;
};

describe('a line that', () => {
  it('is good keeps all pictures, and one bad second of it is chance', () => {
    expect(after(firstOfVoices, 600, good).pictures).toBe('all');
    expect(after(afterLook(after(firstOfVoices, 60, good), of(0.15)), 60, good).pictures).toBe('all');
  });

  it('loses one packet in ten has voices alone within five seconds', () => {
    expect(until('none', firstOfVoices, of(0.1, 600))).toBeLessThanOrEqual(5);
  });

  it('loses a few in a hundred has nobody’s picture come in, and if that does not help none go out', () => {
    const narrow = of(0.04);
    expect(until('own', firstOfVoices, narrow)).toBeLessThanOrEqual(6);
    const own = after(firstOfVoices, until('own', firstOfVoices, narrow), narrow);
    expect(until('none', own, narrow)).toBe(8);
    expect(after(own, 5, good).pictures).toBe('own');
  });

  it('is late by seconds gives way too, since a full queue loses nothing yet', () => {
    expect(until('own', firstOfVoices, of(0, 1_500))).toBe(2);
    expect(until('none', firstOfVoices, of(0, 3_000))).toBe(2);
  });

  it('says nothing of itself changes nothing', () => {
    const unknown = { loss: undefined, roundTrip: undefined };
    expect(after(firstOfVoices, 100, unknown).pictures).toBe('all');
    expect(after(after(firstOfVoices, 5, of(0.1)), 3, unknown).pictures).toBe('none');
  });
});

describe('pictures', () => {
  const bad = of(0.1);
  const down = after(firstOfVoices, 5, bad);

  it('come back one after the other, once the line was good for a while', () => {
    const own = until('own', down, good);
    expect(own).toBeGreaterThanOrEqual(20);
    expect(until('all', down, good)).toBeGreaterThanOrEqual(2 * 20);
    expect(until('all', down, good)).toBeLessThan(120);
  });

  it('that did not last are tried ever more rarely, and never more than five minutes apart', () => {
    let now = down;
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const wait = until('own', now, good);
      waits.push(wait);
      now = after(after(now, wait, good), 5, bad);
      expect(now.pictures).toBe('none');
    }
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.7);
    expect(waits.at(-1)).toBeLessThan(330);
  });

  it('are tried as soon as the first time again, after a line that stayed good', () => {
    const rough = after(after(after(down, 100, good), 5, bad), 1_000, good);
    expect(rough.pictures).toBe('all');
    expect(until('own', after(rough, 5, bad), good)).toBe(until('own', down, good));
  });
});
