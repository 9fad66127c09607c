import type { Context } from '../shared/http/call.ts';
import { Stale } from '../shared/store/store.ts';
import { seatReplaced } from './actions.ts';
import type { MediaServer } from './media/media-server.ts';
import { formerOnes, withoutFormer } from './room.ts';
import type { Snapshot, StepEntry } from './snapshot.ts';
import { stepOfNobody } from './step-of-nobody.ts';

/**
 * Puts out whoever lost a seat because somebody else was given it; if they were in the room, the others get another one,
 * since a pass cannot be taken back. Any number of times does the same.
 */
export const evictReplaced = (
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> =>
  stepOfNobody(context, media, sessionId, ({ door, room }) => {
    const former = formerOnes(room, door.seats);
    if (former.length === 0 || room.phase === 'ended') return undefined;
    const entry: StepEntry = (acting, { epoch }) =>
      seatReplaced.entry({
        ...acting,
        authority: { kind: 'rule', ref: `door version ${door.version}` },
        details: { former: [...former], epoch },
      });
    return { room: withoutFormer(room, door.seats), entries: [entry] };
  });

/**
 * Before anything else happens in a room, whoever lost a seat in it is out of it: the stream of the door sees to that
 * within seconds, and this sees to it that nobody acts in between.
 * @throws {Stale} when somebody had to be put out first
 */
export async function assertNobodyFormer(
  context: Context,
  media: () => Promise<MediaServer>,
  { door, room }: Pick<Snapshot, 'door' | 'room'>,
): Promise<void> {
  if (room.phase === 'ended' || formerOnes(room, door.seats).length === 0) return;
  await evictReplaced(context, media, door.sessionId);
  throw new Stale();
}
