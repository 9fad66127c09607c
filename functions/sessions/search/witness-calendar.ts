import { usualCalendar } from '../../directory/calendar-store.ts';
import type { Calendar } from '../../directory/calendar.ts';
import { capitalZone } from '../host-state.ts';

/**
 * When a witness should be heard: any day of the week, by daylight hours of where she is. She keeps no calendar, and what
 * she can bear is for her and her support officer to say, so this forbids nothing; but whoever knows where she is is
 * warned, and the search offers the middle of her night last.
 */
export function witnessCalendar(zone: string, hostState: string): Calendar {
  const hours = { from: '08:00', until: '18:00' };
  return {
    ...usualCalendar(zone, hostState),
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours })),
    bufferBefore: 0,
    bufferAfter: 0,
    sociable: hours,
  };
}

/**
 * The same for whoever may not know where she is: by the clock of the host State's capital, which everybody knows. So
 * she is not asked to speak at night, and nothing that is answered depends on where she really is.
 */
export const supposedCalendar = (hostState: string): Calendar =>
  witnessCalendar(capitalZone(hostState) ?? 'Etc/UTC', hostState);
