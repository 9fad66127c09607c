/** A bad line of the tests, as a rule: what it loses, and when it delivers the rest. The same seed makes the same line. */
export interface Line {
  /** Share of the packets that are lost, 0 to 1. */
  readonly loss: number;
  /** Milliseconds that each packet takes at least, one way. */
  readonly delay: number;
  /** Milliseconds that chance adds at the most; packets may overtake one another. */
  readonly jitter: number;
  /** Bits in a second. Absent where something else keeps the rate. */
  readonly rate?: number;
  /** Milliseconds of sending that may wait; what comes beyond is dropped. */
  readonly queue?: number;
}

/** What becomes of the next packet: when it arrives, by the clock of `now`; undefined when it is lost. */
export type Carry = (bytes: number, now: number) => number | undefined;

/** One way of a line. A packet that is lost took its time on the line all the same. */
export function line({ loss, delay, jitter, rate = Infinity, queue = 400 }: Line, seed: number): Carry {
  const chance = chances(seed);
  let freeAt = -Infinity;
  return (bytes, now) => {
    const begins = Math.max(now, freeAt);
    if (begins - now > queue) return undefined;
    freeAt = begins + (bytes * 8_000) / rate;
    const [isLost, late] = [chance() < loss, chance() * jitter];
    return isLost ? undefined : freeAt + delay + late;
  };
}

/** Numbers from 0 to 1, the same for the same seed: a 32-bit linear congruence, whose upper bits are good enough here. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
