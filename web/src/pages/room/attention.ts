import { useEffect, useRef, useState } from 'react';
import { bellIsOn, ring } from '../../own-day/bell.ts';
import type { RoomView } from '../../video/room-view.ts';

type Seen = Pick<RoomView, 'phase' | 'myState' | 'mySeat' | 'pauses' | 'alarms'>;

/**
 * Whether something came about of which somebody must know who looks at another window: they were let in or put out, somebody
 * paused or asks to stop, the room goes on or the session is over, or there is an alarm of which they are to take note. What they did themselves calls nobody.
 */
export function calls(before: Seen, after: Seen): boolean {
  if ((after.alarms ?? []).some((alarm) => !(before.alarms ?? []).some(({ at }) => at === alarm.at)))
    return true;
  if (before.myState !== after.myState) return before.myState === 'waiting' || after.myState === 'away';
  if (after.myState === 'away') return false;
  if (before.phase !== after.phase) {
    const isMine = after.phase === 'paused' && after.pauses.every(({ seat }) => seat === after.mySeat);
    return !isMine;
  }
  const paused = new Set(before.pauses.map(({ seat, kind }) => `${seat} ${kind}`));
  return after.pauses.some(({ seat, kind }) => seat !== after.mySeat && !paused.has(`${seat} ${kind}`));
}

/**
 * Rings while the page is hidden and something calls.
 * @returns how much called since the page was last looked at
 */
export function useCalls(view: Seen | undefined): number {
  const [called, setCalled] = useState(0);
  const last = useRef(view);
  useEffect(() => {
    const before = last.current;
    last.current = view;
    if (before === undefined || view === undefined || !document.hidden || !calls(before, view)) return;
    setCalled((count) => count + 1);
    if (bellIsOn()) ring();
  }, [view]);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) setCalled(0);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return called;
}
