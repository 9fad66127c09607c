import { assertLive } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';
import { instantOf } from '../shared/values/instants.ts';
import type { raiseHand as contract } from './contract.ts';
import { countUse } from './count-use.ts';
import { timesEmptied } from './room.ts';
import { readSnapshot } from './snapshot.ts';
import { putSeatUse } from './store.ts';
import type { RoomHandler } from './handler.ts';

/** A hand goes up or down. It gives nothing and is said by the seat alone, so it is no step, and nothing is entered. */
export const raiseHand: RoomHandler<typeof contract> = (call) =>
  call.commit(async () => {
    const snapshot = await readSnapshot(call.context.store, call.params.sessionId, call.actor);
    const { door, room, me } = snapshot;
    assertLive(door);
    if (room.seats[me.pseudonym]?.state !== 'admitted') throw new Refusal('not-admitted');
    const { up } = call.body;
    const { before, after } = await countUse(call.context.store, snapshot, 'hands', call.now);
    const { hand: known, ...rest } = after;
    const emptied = timesEmptied(room, me.pseudonym);
    const isUp = known?.emptied === emptied;
    const hand = isUp ? known : { since: instantOf(call.now.getTime()), emptied };
    return { changes: [putSeatUse(before, up ? { ...rest, hand } : rest)], answer: { up } };
  });
