import type { Ground } from '../shared/http/mount.ts';
import { calendarKey } from './port/working-time-store.ts';
import type { Kept } from './port/keeping.ts';

/** The calendar of somebody or something that the caller keeps. */
export async function readCalendarOf({ store }: Ground, { ownerId, calendarIn }: Kept) {
  const [item] = await store.get([calendarKey(ownerId)]);
  const { version, value } = calendarIn(item);
  return { version, calendar: value };
}
