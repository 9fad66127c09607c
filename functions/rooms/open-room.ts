import { assertEveryGateOpen, assertInWindow, assertLive } from '../sessions/port/door.ts';
import type { openRoom as contract } from './contract.ts';
import { opened } from './room.ts';
import { authorityOf } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** The clerk opens the hearing room; on an open room it gives everybody a new one, e.g. after the media server fell. */
export const openRoom: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, async ({ door, room, me }, fresh) => {
    assertLive(door);
    assertEveryGateOpen(door);
    assertInWindow(door, call.now);
    const next = opened(room, me.pseudonym, fresh);
    await fresh.make();
    const action = room.phase === 'open' ? 'room.renewed' : 'room.opened';
    const details = { epoch: next.epoch };
    return { room: next, entries: [{ action, authority: authorityOf(call.actor), details }] };
  });
