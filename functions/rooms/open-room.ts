import { assertNamed } from '../requests/port/terms.ts';
import { assertEveryGateOpen, assertInWindow, assertLive, heardIn } from '../sessions/port/door.ts';
import { roomOpened, roomRenewed } from './actions.ts';
import type { openRoom as contract } from './contract.ts';
import { assertOfficerHere } from './conditions.ts';
import { asItStands } from './as-it-stands.ts';
import { markNow } from './keep-terms.ts';
import { opened } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf, type StepEntry } from './snapshot.ts';
import { assertAskedToday } from './today.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** Whoever runs the session opens its room; on an open room it gives everybody a new one, e.g. after the media server fell. */
export const openRoom: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, async ({ door: stored, room, me }) => {
    assertRuns(stored, me);
    const stands = await asItStands(call.context.store, stored, call.now);
    const { door, terms } = stands;
    assertLive(door);
    assertEveryGateOpen(door);
    assertInWindow(door, call.now);
    assertAskedToday(door, room, call.now);
    assertOfficerHere(terms, door, room);
    assertNamed(terms, me, heardIn(door));
    const next = { ...opened(room, me.pseudonym), underTerms: markNow(stands) };
    const action = room.phase === 'open' ? roomRenewed : roomOpened;
    const entry: StepEntry = (acting, { epoch }) =>
      action.entry({ ...acting, authority: authorityOf(call.actor), details: { epoch } });
    return { room: next, stands: door, entries: [entry] };
  });
