/**
 * Several voices as one, which goes on whether anybody speaks or not: who came, went or muted themselves cannot be told from it.
 */

/** Samples of 10 ms, the piece in which media is taken and given. */
export const piece = 480;

/** Of one voice: at the most so many pieces wait for their turn, or a voice that was held up would be heard later and later. */
const mostWaiting = 6;
/** Pieces after which it is looked whether one voice waits for nothing. */
const look = 50;

/** What waits of each voice, by the id of its track. */
export interface Mixer {
  /** The next 10 ms of a voice. */
  readonly add: (voice: string, samples: Int16Array) => void;
  /** A voice is no more. */
  readonly drop: (voice: string) => void;
  /** The next 10 ms of all of them; silence where nobody speaks. */
  readonly next: () => Int16Array;
}

interface Waiting {
  pieces: Int16Array[];
  /** The fewest pieces that waited since it was looked last, and how many were given since. */
  fewest: number;
  given: number;
}

export function voiceMixer(): Mixer {
  const voices = new Map<string, Waiting>();

  /** Both sides go equally fast, so what once waited too long would for ever: of what was never needed all but one is left out. */
  const catchUp = (voice: Waiting) => {
    voice.fewest = Math.min(voice.fewest, voice.pieces.length);
    voice.given += 1;
    if (voice.given < look) return;
    voice.pieces.splice(0, Math.max(0, voice.fewest - 1));
    voice.fewest = mostWaiting;
    voice.given = 0;
  };

  return {
    add: (name, samples) => {
      const voice = voices.get(name) ?? { pieces: [], fewest: mostWaiting, given: 0 };
      voice.pieces = [...voice.pieces, samples].slice(-mostWaiting);
      voices.set(name, voice);
    },
    drop: (voice) => void voices.delete(voice),
    next: () => {
      const sum = new Int32Array(piece);
      for (const voice of voices.values()) {
        catchUp(voice);
        for (const [at, sample] of (voice.pieces.shift() ?? []).entries()) sum[at] = (sum[at] ?? 0) + sample;
      }
      return Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value)));
    },
  };
}
