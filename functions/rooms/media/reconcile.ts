import type { Context } from '../../shared/http/call.ts';
import { newId } from '../../shared/values/ids.ts';
import { logEvent } from '../../shared/log.ts';
import { sendsTooMuch } from './intruder.ts';
import type { MediaServer } from './media-server.ts';
import { meetIntruder, recognise } from './meet-intruder.ts';
import { newIn, type Listed } from '../presence/presence.ts';
import { putSighting, readSeen } from '../presence/store.ts';
import { readSnapshotWithoutSeat } from '../snapshot.ts';

/**
 * Compares who is in a session's rooms with whom we let in, since a report of the media server can be lost: an intruder is
 * met then as if they had been reported, and who is there, or not any more, is kept beside what was reported (presence/presence.ts).
 */
export async function reconcileRoom(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<void> {
  const { door, room } = await readSnapshotWithoutSeat(context.store, sessionId);
  for (const { roomName, people } of Object.values(room.rooms))
    await reconcileOne(context, media, sessionId, roomName, (identity) => {
      const own = Object.entries(people).find(([, each]) => each.identity === identity);
      const seat = door.seats.find(({ pseudonym }) => pseudonym === own?.[0]);
      return seat && { whose: `${seat.seat} ${seat.pseudonym}`, isHidden: own?.[1].as === 'viewer' };
    });
}

type WhoseIs = (identity: string) => { readonly whose: string; readonly isHidden: boolean } | undefined;

async function reconcileOne(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  roomName: string,
  whoseIs: WhoseIs,
): Promise<void> {
  const { store } = context;
  // What was said before the list was asked for: whoever came since is on none.
  const { sightings } = await readSeen(store, roomName);
  const askedAt = context.now();
  const there = await (await media()).participants(roomName);
  for (const present of there) {
    const known = await recognise(context, roomName, present);
    const kind = known ?? (sendsTooMuch(present) ? ('foreign-track' as const) : undefined);
    if (kind !== undefined)
      return meetIntruder(context, media, { sessionId, roomName, kind, identity: present.identity });
  }
  const listed = there.flatMap(({ identity, connection }): Listed[] => {
    const own = whoseIs(identity);
    return own === undefined
      ? []
      : [{ connection, whose: own.whose, ...(own.isHidden ? { hidden: true } : {}) }];
  });
  const news = newIn(sightings, listed, askedAt.getTime());
  if (news.length > 0)
    await store.write(news.slice(0, 100).map((each) => putSighting(roomName, each, askedAt)));
}

/** Everything here depends on a room that is gone staying gone: the server is asked, and an alarm rings if it is not so. */
export async function proveAbsence(context: Context, media: () => Promise<MediaServer>): Promise<void> {
  const refused = await (await media()).refusesAbsentRoom(newId(context.randomBytes));
  if (!refused) logEvent('media.room-not-refused', { rooms: 1 });
}
