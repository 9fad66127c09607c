import type { Context } from '../../shared/http/call.ts';
import { Stale } from '../../shared/store/store.ts';
import { roomLost, roomRenewed } from '../actions.ts';
import { withoutRooms } from '../room.ts';
import { namesIn } from '../settled.ts';
import type { StepEntry } from '../snapshot.ts';
import { stepOfNobody } from '../step-of-nobody.ts';
import type { MediaServer } from './media-server.ts';

const authority = { kind: 'rule', ref: 'the media server no longer has the room' } as const;

/**
 * Gives those who were in a room that the media server has lost another one: a server that was killed comes up without its rooms. Nobody is
 * let in anew, since nobody was put out; that it was lost and that there is another are two entries. Any number of times does the same.
 * @returns whether one was lost
 * @throws {Refusal} `media-unreachable` while the server is not up again
 */
export const replaceLostRooms = (
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
): Promise<boolean> =>
  stepOfNobody(context, media, sessionId, async ({ room }) => {
    const names = namesIn(room);
    if (names.length === 0) return undefined;
    const there = await (await media()).present(names);
    if (there.length === names.length) return undefined;
    const lost: StepEntry = (acting) =>
      roomLost.entry({ ...acting, authority, details: { epoch: room.epoch } });
    const renewed: StepEntry = (acting, { epoch }) =>
      roomRenewed.entry({ ...acting, authority, details: { epoch } });
    const next = withoutRooms(room, (_key, { roomName }) => !there.includes(roomName));
    return { room: next, entries: [lost, renewed] };
  });

/**
 * Before a pass is minted the room that it is for is there: whoever lost it with the media server waits for no sweep.
 * @throws {Stale} when it had to be made anew first
 * @throws {Refusal} `media-unreachable`
 */
export async function assertRoomThere(
  context: Context,
  media: () => Promise<MediaServer>,
  sessionId: string,
  roomName: string,
): Promise<void> {
  const there = await (await media()).present([roomName]);
  if (there.length > 0) return;
  await replaceLostRooms(context, media, sessionId);
  throw new Stale();
}
