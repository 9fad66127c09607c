import { usualCalendar } from '../../directory/calendar-store.ts';
import type { Calendar } from '../../directory/calendar.ts';

/**
 * When a witness may be heard: any day of the week, by daylight hours of where she is. She keeps no calendar, and what
 * she can bear is for her and her support officer to say; but a search must not offer the middle of her night, least of
 * all to somebody who may not know where she is and would not see it.
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
