import { usualWorkingTime } from '../directory/port/working-time-store.ts';
import type { WorkingTime } from '../directory/port/working-time.ts';

/**
 * When a witness should be heard: any day of the week, by daylight hours of where she is. She keeps no calendar, and what
 * she can bear is for her and her support officer to say, so this forbids nothing; but whoever knows where she is is
 * warned, and the search offers the middle of her night last.
 */
export function witnessWorkingTime(zone: string, hostState: string): WorkingTime {
  const hours = { from: '08:00', until: '18:00' };
  return {
    ...usualWorkingTime(zone, hostState),
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours })),
    bufferBefore: 0,
    bufferAfter: 0,
    sociable: hours,
  };
}

/**
 * What may be supposed of somebody, or of a room, whose place the one who asks may not know: daylight hours by a clock that
 * is no secret to the one who asks. So nobody is asked to speak at night, and nothing that is answered depends on where
 * they really are.
 * @param clock `clockBesideHer` of who-may-know-a-place.ts
 * @param own the calendar: what is taken, and for how long before and after, is so wherever it is
 */
export const supposedWorkingTime = (
  clock: string | undefined,
  hostState: string,
  own?: WorkingTime,
): WorkingTime => ({
  ...witnessWorkingTime(clock ?? 'Etc/UTC', hostState),
  ...(own === undefined ? {} : takenIn(own)),
});

const takenIn = ({ blocks, daysOff, bufferBefore, bufferAfter, notice }: WorkingTime) => ({
  blocks,
  daysOff,
  bufferBefore,
  bufferAfter,
  notice,
});
