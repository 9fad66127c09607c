import { patiently } from '../shared/http/patiently.ts';
import { Refusal } from '../shared/refusals.ts';
import { isRunBy, seatNamed } from '../sessions/port/door.ts';
import { seatRemoved } from './actions.ts';
import type { remove as contract } from './contract.ts';
import { removed } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf, subjectSeat, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** Whoever runs the session puts one seat out, and the others get another room. A seat that runs it stays. */
export const remove: RoomHandler<typeof contract> = (call, media) =>
  step(patiently(call), media, async ({ door, room, me }) => {
    assertRuns(door, me);
    const seat = seatNamed(door, call.body);
    if (seat === undefined) throw new Refusal('not-admitted');
    if (isRunBy(door, seat)) throw new Refusal('not-your-role');
    const entry: StepEntry = (acting, { epoch }) =>
      seatRemoved.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(seat),
        details: { epoch, ...(call.body.why === undefined ? {} : { why: call.body.why }) },
      });
    return { room: removed(room, seat.pseudonym, call.body.why), entries: [entry] };
  });
