import { assertLive } from '../../sessions/port/door.ts';
import { Refusal } from '../../shared/refusals.ts';
import { countUse } from '../count-use.ts';
import type { RoomHandler } from '../handler.ts';
import { screenedRoom } from '../place.ts';
import { placesOf } from '../settled.ts';
import { readSnapshot } from '../snapshot.ts';
import { putSeatUse } from '../store.ts';
import type { reportStall as contract } from './contract.ts';
import { hasSpoken } from './lease.ts';
import { pauseForStall } from './pause-for-stall.ts';
import { readMachines } from './store.ts';

/**
 * A page of the screened side hears nothing. Its word counts where no observer is there to say otherwise: while one is, whoever is
 * hostile on that side stops nothing by it.
 */
export const reportStall: RoomHandler<typeof contract> = async (call, media) => {
  const { store } = call.context;
  const { sessionId } = call.params;
  const told = await call.commit(async () => {
    const snapshot = await readSnapshot(store, sessionId, call.actor);
    const { door, room, me } = snapshot;
    assertLive(door);
    const isThere = placesOf(room, me.pseudonym).some(
      ({ key, as }) => key === screenedRoom && as !== 'viewer',
    );
    if (!isThere) throw new Refusal('not-admitted');
    const { before, after } = await countUse(store, snapshot, 'stalls', call.now);
    return { changes: [putSeatUse(before, after)], answer: {} };
  });
  const { observer } = await readMachines(store, sessionId);
  if (!hasSpoken(observer, call.now))
    await pauseForStall(call.context, media, sessionId, call.body.milliseconds);
  return told;
};
