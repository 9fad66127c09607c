import { describe, expect, it } from 'vitest';
import { sampleRate, voiceAlterer } from '../../../functions/media/relay/altered-voice.ts';
import { piece, voiceMixer } from '../../../functions/media/relay/mixed-voices.ts';

/** A tone of so many hertz, in pieces of 10 ms. */
const tone = (hertz: number, pieces: number): Int16Array[] =>
  Array.from({ length: pieces }, (_, at) =>
    Int16Array.from({ length: piece }, (__, index) =>
      Math.round(10_000 * Math.sin((2 * Math.PI * hertz * (at * piece + index)) / sampleRate)),
    ),
  );

/** How strong a tone is in a sound (Goertzel). */
function strength(samples: readonly number[], hertz: number): number {
  const [turn, rate] = [(2 * Math.PI * hertz) / sampleRate, samples.length];
  let [re, im] = [0, 0];
  for (const [at, sample] of samples.entries()) {
    re += sample * Math.cos(turn * at);
    im += sample * Math.sin(turn * at);
  }
  return Math.hypot(re, im) / rate;
}

describe('an altered voice', () => {
  const altered = (pitch: number): number[] => {
    const alter = voiceAlterer(pitch);
    // The first pieces fill what the readers read.
    return tone(400, 60)
      .map(alter)
      .slice(10)
      .flatMap((samples) => [...samples]);
  };

  it.each([
    [0.8, 320],
    [1.25, 500],
  ])('at %d of its pitch is heard there, and hardly where it was', (pitch, hertz) => {
    const heard = altered(pitch);
    // Within the width that the two readers give it.
    const near = Math.max(...[-25, 0, 25].map((off) => strength(heard, hertz + off)));
    expect(near).toBeGreaterThan(5 * strength(heard, 400));
  });

  it('has as many samples as were said, none of them beyond what can be played', () => {
    const alter = voiceAlterer(0.8);
    const loud = new Int16Array(piece).fill(32_767);
    for (let time = 0; time < 20; time += 1) {
      const heard = alter(loud);
      expect(heard).toHaveLength(piece);
      expect(Math.max(...heard)).toBeLessThanOrEqual(32_767);
    }
  });
});

describe('mixed voices', () => {
  const level = (value: number) => new Int16Array(piece).fill(value);

  it('go on in silence where nobody speaks', () => {
    const mixer = voiceMixer();
    expect(mixer.next()).toEqual(level(0));
    mixer.add('a', level(7));
    expect(mixer.next()).toEqual(level(7));
    expect(mixer.next()).toEqual(level(0));
  });

  it('are the sum of all, and no louder than can be played', () => {
    const mixer = voiceMixer();
    mixer.add('a', level(1000));
    mixer.add('b', level(-400));
    expect(mixer.next()).toEqual(level(600));
    mixer.add('a', level(30_000));
    mixer.add('b', level(30_000));
    expect(mixer.next()).toEqual(level(32_767));
  });

  it('drop what would be heard too late, the oldest first', () => {
    const mixer = voiceMixer();
    for (let at = 1; at <= 20; at += 1) mixer.add('a', level(at));
    expect(mixer.next()).toEqual(level(15));
    mixer.drop('a');
    expect(mixer.next()).toEqual(level(0));
  });

  it('catch up within a second with what was held up once, and keep one piece for what comes unevenly', () => {
    const mixer = voiceMixer();
    // Six come at once, and from then on one as often as one is taken.
    for (let at = 1; at <= 5; at += 1) mixer.add('a', level(at));
    let heard = 0;
    for (let at = 6; at <= 105; at += 1) {
      mixer.add('a', level(at));
      heard = mixer.next()[0] ?? 0;
    }
    expect(heard).toBe(105);
    // Two come after two were taken: of them nothing is left out.
    const all: number[] = [];
    for (let at = 106; at <= 305; at += 2) {
      mixer.add('a', level(at));
      mixer.add('a', level(at + 1));
      all.push(mixer.next()[0] ?? 0, mixer.next()[0] ?? 0);
    }
    expect(all).toEqual(Array.from({ length: 200 }, (_, at) => 106 + at));
  });
});
