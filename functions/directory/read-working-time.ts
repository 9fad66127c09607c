import type { Context } from '../shared/http/call.ts';
import { workingTimeKey } from './port/working-time-store.ts';
import type { Kept } from './port/keeping.ts';

/** The calendar of somebody or something that the caller keeps. */
export async function readWorkingTimeOf({ store }: Context, { ownerId, workingTimeIn }: Kept) {
  const [item] = await store.get([workingTimeKey(ownerId)]);
  const { version, value } = workingTimeIn(item);
  return { version, calendar: value };
}
