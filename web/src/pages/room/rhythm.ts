import type { RoomView } from '../../video/room-view.ts';

const QUICK = 2_000;
const SLOW = 10_000;
/** While somebody says when to look. */
const TOLD = 30_000;

interface Pace {
  /** Milliseconds that were waited the last time. */
  readonly last: number;
  /** There is a socket by which the page is told to look. */
  readonly listens: boolean;
  /** In [0, 1), the page's own: so that a session's pages do not all ask at once. */
  readonly chance: number;
}

/**
 * Milliseconds until the room is looked at again without being told to: every half minute or so while the page listens.
 * Without that every 2 s where things happen, slower and slower while one waits.
 */
export function roomRhythm(view: RoomView | undefined, { last, listens, chance }: Pace): number | false {
  if (view?.phase === 'ended') return false;
  if (listens) return Math.round(TOLD * (1 + chance / 5));
  if (view === undefined) return QUICK;
  const runsIt = view.mySeat === 'clerk';
  if (runsIt || view.phase !== 'closed' || view.myState === 'admitted') return QUICK;
  return Math.min(SLOW, Math.max(QUICK, last * 1.4));
}
