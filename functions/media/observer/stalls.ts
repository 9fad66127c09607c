/**
 * For how long the relay has brought nothing, judged by what came and not by what it says of itself. Voice and picture are judged
 * apart, and of several tracks of one name the one that has been quiet for longest counts: whoever publishes another beside it
 * can hide nothing.
 */

/** The names of the relay's two tracks. */
export const standing = ['voice', 'picture'] as const;
export type Standing = (typeof standing)[number];

export interface StallWatch {
  /** A track is there; it has brought nothing yet. @param track its id */
  readonly came: (track: string, name: Standing) => void;
  readonly brought: (track: string, at: number) => void;
  /** Those that are there, by their ids. */
  readonly tracksOf: (name: Standing) => readonly string[];
  readonly went: (track: string) => void;
  /** Milliseconds since something came last, or since the watch began. */
  readonly quiet: (now: number) => number;
}

/** @param began milliseconds of a clock that only goes forward */
export function stallWatch(began: number): StallWatch {
  const tracks = new Map<string, { readonly name: Standing; last: number }>();
  /** Until a new track brings something, the silence before it goes on. */
  const before: Record<Standing, number> = { voice: began, picture: began };

  const lastOf = (name: Standing): number => {
    const there = [...tracks.values()].filter((track) => track.name === name).map(({ last }) => last);
    return there.length === 0 ? before[name] : Math.min(...there);
  };
  return {
    came: (track, name) => void tracks.set(track, { name, last: lastOf(name) }),
    brought: (track, at) => {
      const found = tracks.get(track);
      if (found !== undefined) found.last = Math.max(found.last, at);
    },
    tracksOf: (name) => [...tracks].flatMap(([track, each]) => (each.name === name ? [track] : [])),
    went: (track) => {
      const found = tracks.get(track);
      if (found === undefined) return;
      before[found.name] = lastOf(found.name);
      tracks.delete(track);
    },
    quiet: (now) => Math.max(...standing.map((name) => Math.round(now - lastOf(name)))),
  };
}
