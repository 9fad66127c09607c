import { Room, RoomEvent } from '@livekit/rtc-node';
import type { MachinePass } from '../contract.ts';

/** Milliseconds for coming in. */
const patience = 8_000;

export interface InRoom {
  readonly room: Room;
  readonly closed: Promise<void>;
  /** Resolves when nothing of it is left, or was not gone after a second: what is then left is ended with the process. */
  readonly leave: () => Promise<void>;
}

/**
 * Enters a room of the media server and takes nothing there that was not asked for.
 * @param prepare is given the room before anything can happen in it
 * @throws when it did not come in in time, or nobody wanted it any more
 */
export async function enterRoom(
  { url, token }: MachinePass,
  ended: AbortSignal,
  prepare: (room: Room) => void,
): Promise<InRoom> {
  const room = new Room();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  room.on(RoomEvent.Disconnected, () => resolve());
  prepare(room);
  const leave = () => Promise.race([room.disconnect().catch(() => undefined), pause(1_000)]);
  const given = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
  const coming = room.connect(url, token, { autoSubscribe: false, dynacast: false });
  const late = new Promise<never>((_, reject) => {
    given.addEventListener('abort', () => reject(new Error('It did not come in in time.')), { once: true });
  });
  try {
    await Promise.race([coming, late]);
    ended.throwIfAborted();
  } catch (fault) {
    void coming.then(leave, () => undefined);
    throw fault;
  }
  return { room, closed, leave };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
