import type { Papers } from '../../functions/shared/paper/papers.ts';

/** The bucket of papers; what lies in it can be looked at. */
export interface MemoryPapers extends Papers {
  readonly unfinished: Map<string, Uint8Array>;
  readonly kept: Map<string, Uint8Array>;
}

export function papersInMemory(): MemoryPapers {
  const [unfinished, kept] = [new Map<string, Uint8Array>(), new Map<string, Uint8Array>()];
  return {
    unfinished,
    kept,
    putUnfinished: async (place, bytes) => void unfinished.set(place, bytes),
    getUnfinished: async (place) => unfinished.get(place),
    keep: async (place, bytes) => void kept.set(place, bytes),
    getKept: async (place) => kept.get(place),
  };
}
