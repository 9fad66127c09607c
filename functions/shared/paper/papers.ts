/** Where files lie that people hand in, and the pages made of them; each capability has a place of its own. */
export interface Papers {
  /** A part of a file that is not handed in yet. The same place again is written over. */
  readonly putUnfinished: (place: string, bytes: Uint8Array) => Promise<void>;
  /** @returns undefined where there is none, or none any more */
  readonly getUnfinished: (place: string) => Promise<Uint8Array | undefined>;
  /** What stays. The same bytes may be put again. */
  readonly keep: (place: string, bytes: Uint8Array) => Promise<void>;
  readonly getKept: (place: string) => Promise<Uint8Array | undefined>;
}
