import { Refusal } from '../shared/refusals.ts';
import { assertNamed } from '../requests/port/terms.ts';
import {
  assertEveryGateOpen,
  assertInWindow,
  assertLive,
  heardIn,
  seatNamed,
} from '../sessions/port/door.ts';
import { seatAdmitted } from './actions.ts';
import type { admit as contract } from './contract.ts';
import { asItStands } from './as-it-stands.ts';
import { assertIdentified } from './identified.ts';
import { assertNotKeptApart, isScreened, toldApart, whyKeptApart } from './kept-apart.ts';
import { assertRelayFlows } from './machines/flowing.ts';
import { admitted } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf, subjectSeat, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import { assertWished } from './wishes.ts';
import type { RoomHandler } from './handler.ts';

/** Whoever runs the session lets one waiting seat in. Letting in somebody who is in changes nothing. */
export const admit: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, async ({ door: stored, room, me }) => {
    assertRuns(stored, me);
    const { door, terms, wishes, standings } = await asItStands(call.context.store, stored, call.now);
    assertLive(door);
    assertEveryGateOpen(door);
    assertInWindow(door, call.now);
    const seat = seatNamed(door, call.body);
    if (seat === undefined) throw new Refusal('not-waiting');
    // First: that it is somebody's wish, the clerk is told.
    assertWished(wishes, standings, door, room, seat);
    // Whoever runs it is told the truth of everybody else, and of themselves what the others are told.
    const isSelf = seat.pseudonym === me.pseudonym;
    assertNotKeptApart(isSelf ? toldApart(door, seat) : whyKeptApart(door, seat));
    if (isSelf && whyKeptApart(door, seat) !== undefined) throw new Refusal('not-waiting');
    assertNamed(terms, seat, heardIn(door));
    assertIdentified(door, seat, call.now);
    const next = admitted(room, seat.pseudonym);
    if (next !== room && isScreened(door, seat))
      await assertRelayFlows(call.context.store, door, room, call.now);
    const entry: StepEntry = (acting, { epoch }) =>
      seatAdmitted.entry({
        ...acting,
        authority: authorityOf(call.actor),
        subject: subjectSeat(seat),
        details: { epoch },
      });
    return { room: next, stands: door, entries: next === room ? [] : [entry] };
  });
