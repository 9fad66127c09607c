import { assertLive } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';
import { roomResumed } from './actions.ts';
import type { resume as contract } from './contract.ts';
import { assertOfficerIn } from './conditions.ts';
import { asItStands } from './as-it-stands.ts';
import { assertDoorLets } from './may-enter.ts';
import { isRelayThere } from './machines/flowing.ts';
import { withoutRelay } from './machines/pause-for-stall.ts';
import { presidingSeat, wordOf } from './presiding/presides.ts';
import { resumed } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** The seat that paused lets go. Only the last one to let go brings a room back, and only if the door still allows it. */
export const resume: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, async ({ door: stored, room, me }) => {
    const { door, terms } = await asItStands(call.context.store, stored, call.now);
    assertLive(door);
    // Whoever only sits has the presiding judge's seat and not the pause.
    if (me.seat === 'judge') assertRuns(door, me);
    // A recess, or a pause for a line that was lost, is the judge's to end; the clerk says it on the judge's word.
    const onWord = call.body.onWordOf === undefined ? {} : wordOf(door, me, call.body);
    const resumes = onWord.onWordOf ?? me.seat;
    const letGo = resumed(room, resumes);
    const isDeaf = letGo.phase === 'open' && !(await isRelayThere(call.context.store, door, call.now));
    // Whoever paused for themselves has let go; the court alone is told to wait for the other side.
    if (isDeaf && resumes === presidingSeat(door)) throw new Refusal('relay-not-ready');
    const next = isDeaf ? withoutRelay(letGo, presidingSeat(door)) : letGo;
    // In a room that is closed nobody comes in by it.
    if (next.phase !== 'closed') assertDoorLets(door, me, call.now);
    if (next.phase === 'open') assertOfficerIn(terms, door, room);
    const entry: StepEntry = (acting, { phase, epoch }) =>
      roomResumed.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details: { goesOn: phase === 'open', epoch, ...onWord },
      });
    return { room: next, stands: door, entries: [entry] };
  });
