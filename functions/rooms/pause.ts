import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { roomPaused, roomStopped } from './actions.ts';
import type { pause as contract } from './contract.ts';
import { mayPause } from './may-pause.ts';
import { paused } from './room.ts';
import { authorityOf, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/**
 * Takes the room away until the same seat says go on. No gate is asked: a pause must work whatever else is wrong.
 * Pressing it again changes nothing, but a stop after a pause is a stop.
 */
export const pause: RoomHandler<typeof contract> = (call, media) =>
  step(patiently(call), media, ({ door, room, me }) => {
    const { kind } = call.body;
    if (!mayPause(door, me)) throw new Refusal('not-your-role');
    const again =
      room.phase === 'paused' && room.pauses.some((each) => each.seat === me.seat && each.kind === kind);
    if (again) return { room, entries: [] };
    const action = kind === 'stop' ? roomStopped : roomPaused;
    const entry: StepEntry = (acting) => action.entry({ ...acting, authority: authorityOf(call.actor) });
    return { room: paused(room, me, kind), entries: [entry] };
  });
