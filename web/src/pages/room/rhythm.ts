import type { RoomView } from '../../video/room-view.ts';

const QUICK = 2_000;
const SLOW = 10_000;

/** Milliseconds until the room is looked at again: every 2 s where things happen, slower and slower while one waits. */
export function roomRhythm(view: RoomView | undefined, last: number): number | false {
  if (view === undefined) return QUICK;
  if (view.phase === 'ended') return false;
  const runsIt = view.mySeat === 'clerk';
  if (runsIt || view.phase !== 'closed' || view.myState === 'admitted') return QUICK;
  return Math.min(SLOW, Math.max(QUICK, last * 1.4));
}
