/**
 * Several voices as one, which goes on whether anybody speaks or not: who came, went or muted themselves cannot be told from it.
 */

/** Samples of 10 ms, the piece in which media is taken and given. */
export const piece = 480;

/** Of one voice: at the most so many pieces wait for their turn, or a voice that was held up would be heard later and later. */
const mostWaiting = 6;

/** What waits of each voice, by the id of its track. */
export interface Mixer {
  /** The next 10 ms of a voice. */
  readonly add: (voice: string, samples: Int16Array) => void;
  /** A voice is no more. */
  readonly drop: (voice: string) => void;
  /** The next 10 ms of all of them; silence where nobody speaks. */
  readonly next: () => Int16Array;
}

export function voiceMixer(): Mixer {
  const waiting = new Map<string, Int16Array[]>();
  return {
    add: (voice, samples) => {
      const mine = waiting.get(voice) ?? [];
      waiting.set(voice, [...mine, samples].slice(-mostWaiting));
    },
    drop: (voice) => void waiting.delete(voice),
    next: () => {
      const sum = new Int32Array(piece);
      for (const mine of waiting.values())
        for (const [at, sample] of (mine.shift() ?? []).entries()) sum[at] = (sum[at] ?? 0) + sample;
      return Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value)));
    },
  };
}
