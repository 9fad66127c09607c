import { assertInWindow, assertLive } from '../sessions/port/door.ts';
import { seatArrived } from './actions.ts';
import type { arrive as contract } from './contract.ts';
import { arrived } from './room.ts';
import { authorityOf, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** Somebody's device was checked and they wait at the door. */
export const arrive: RoomHandler<typeof contract> = async (call, media) => {
  const view = await step(call, media, ({ door, room, me }) => {
    assertLive(door);
    assertInWindow(door, call.now);
    const next = arrived(room, me.pseudonym, call.body);
    const entry: StepEntry = (acting) =>
      seatArrived.entry({ ...acting, authority: authorityOf(call.actor), details: call.body });
    return { room: next, entries: [entry] };
  });
  return { state: view.myState };
};
