import type { Ground } from '../shared/http/mount.ts';
import { calendarKey } from './calendar-store.ts';
import type { Kept } from './keeping.ts';

/** The calendar of somebody or something that the caller keeps. */
export async function readCalendarOf({ store }: Ground, { ownerId, calendarIn }: Kept) {
  const [item] = await store.get([calendarKey(ownerId)]);
  const { version, value } = calendarIn(item);
  return { version, calendar: value };
}
