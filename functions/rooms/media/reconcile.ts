import type { Context } from '../../shared/http/call.ts';
import { newId } from '../../shared/values/ids.ts';
import { logEvent } from '../../shared/log.ts';
import type { MediaServer } from './media-server.ts';
import { meetIntruder, recognise } from './meet-intruder.ts';
import { namesIn } from '../settled.ts';
import { parseRoom, roomKey } from '../store.ts';

/**
 * Compares who is in a session's rooms with whom we let in, since a report of the media server can be lost: an intruder is
 * met then as if they had been reported.
 */
export async function reconcileRoom(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const [item] = await context.store.get([roomKey(sessionId)]);
  for (const roomName of namesIn(parseRoom(item, sessionId)))
    await reconcileOne(context, media, sessionId, roomName);
}

async function reconcileOne(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  roomName: string,
): Promise<void> {
  for (const present of await (await media()).participants(roomName)) {
    const kind = await recognise(context, roomName, present);
    if (kind !== undefined)
      return meetIntruder(context, media, { sessionId, roomName, kind, identity: present.identity });
  }
}

/** Everything here depends on a room that is gone staying gone: the server is asked, and an alarm rings if it is not so. */
export async function proveAbsence(context: Context, media: () => Promise<MediaServer>): Promise<void> {
  const refused = await (await media()).refusesAbsentRoom(newId(context.randomBytes));
  if (!refused) logEvent('media.room-not-refused', { rooms: 1 });
}
