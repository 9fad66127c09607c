/** So many of these, by chance that comes out alike for the same seed; all where there are no more. */
export function sample<Each>(all: readonly Each[], count: number, seed: number): Each[] {
  const chance = chanceFrom(seed);
  const rest = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => {
    const [taken] = rest.splice(Math.floor(chance() * rest.length), 1);
    return taken as Each;
  });
}

/** Mulberry32: numbers in [0, 1). */
function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
