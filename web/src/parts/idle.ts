/** When a page of staff locks: somebody went away from it, and whoever passes by could read and press. */

export const idleMinutes = 15;

interface Seen {
  /** Milliseconds since 1970: when somebody last did something, in any page of this site in this browser. */
  readonly lastActive: number;
  readonly now: number;
  readonly path: string;
}

/** In a room, or at its door, people sit and listen: there nobody is locked out. */
export const staysOpen = (path: string): boolean => /^\/sessions\/[^/]+\/room$/.test(path);

export const isIdle = ({ lastActive, now, path }: Seen): boolean =>
  !staysOpen(path) && now - lastActive >= idleMinutes * 60_000;
