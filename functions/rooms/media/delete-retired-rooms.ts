import { faultName, logEvent } from '../../shared/log.ts';
import type { Store } from '../../shared/store/store.ts';
import { Stale } from '../../shared/store/store.ts';
import type { MediaServer } from './media-server.ts';
import { namesIn } from '../settled.ts';
import { parseRoom, roomKey } from '../store.ts';

/**
 * Deletes every retired room at the media server and puts out whoever has another identity by now, so that it agrees with the state,
 * and strikes them off the lists once that is confirmed. Called after each step, by the table's stream, and by the sweep; any number of times does the same.
 * @param made rooms that were made for a step and are only wanted if the step came to be
 * @throws {Refusal} `media-unreachable` when the media server did not confirm; the list then stays as it is
 */
export async function deleteRetiredRooms(
  store: Store,
  media: () => Promise<MediaServer>,
  sessionId: string,
  made: ReadonlySet<string> = new Set(),
): Promise<number> {
  const [item] = await store.get([roomKey(sessionId)]);
  const room = parseRoom(item, sessionId);
  const wanted = new Set(namesIn(room));
  // Once each: where another step followed the one that it was made for, it is on the list already.
  const unwanted = [...new Set([...room.retired, ...made])].filter((name) => !wanted.has(name));
  const leaving = room.leaving ?? [];
  if (unwanted.length === 0 && leaving.length === 0) return 0;
  try {
    const server = await media();
    await Promise.all([
      ...unwanted.map((name) => server.takeRoomAway(name)),
      ...leaving.map(({ roomName, identity }) => server.putOut(roomName, identity)),
    ]);
  } catch (error) {
    logEvent('media.room-not-removed', { rooms: unwanted.length, fault: faultName(error) });
    throw error;
  }
  logEvent('media.room-removed', { rooms: unwanted.length });
  if (room.retired.length === 0 && leaving.length === 0) return unwanted.length;
  try {
    await store.write([
      {
        kind: 'update',
        key: roomKey(sessionId),
        set: { retired: [], leaving: [], version: room.version + 1 },
        when: { version: room.version },
        onRefused: 'retry',
      },
    ]);
  } catch (error) {
    // Somebody moved the room in between; whoever did takes away what is still on the list.
    if (!(error instanceof Stale)) throw error;
  }
  return unwanted.length;
}
