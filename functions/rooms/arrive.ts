import { fileFact } from '../custody/port/file-fact.ts';
import { newId } from '../shared/values/ids.ts';
import { assertInWindow, assertLive } from '../sessions/port/door.ts';
import { seatArrived } from './actions.ts';
import type { arrive as contract } from './contract.ts';
import { countUse } from './count-use.ts';
import { arrived, timesEmptied } from './room.ts';
import { authorityOf, readSnapshot } from './snapshot.ts';
import { putSeatUse } from './store.ts';
import type { RoomHandler } from './handler.ts';

/**
 * Somebody's device was checked and they wait at the door. It gives no access, so it is decided on what was read and holds
 * neither door nor room: it writes the seat's own item and files the fact, and nobody else writes either of them.
 */
export const arrive: RoomHandler<typeof contract> = (call) => {
  const { store, randomBytes } = call.context;
  return call.commit(async () => {
    const snapshot = await readSnapshot(store, call.params.sessionId, call.actor);
    const { door, room, me } = snapshot;
    assertLive(door);
    assertInWindow(door, call.now);
    const state = arrived(room, me.pseudonym, call.body).seats[me.pseudonym]?.state ?? 'waiting';
    const { before, after } = await countUse(store, snapshot, 'arrivals', call.now);
    const arrival = { device: call.body, emptied: timesEmptied(room, me.pseudonym) };
    const entry = seatArrived.entry({
      entryId: newId(randomBytes),
      actor: { role: me.seat, pseudonym: me.pseudonym },
      authority: authorityOf(call.actor),
      occurredAt: call.now.toISOString(),
      details: call.body,
    });
    return {
      changes: [
        putSeatUse(before, { ...after, arrival }),
        fileFact({ logId: door.sessionId, caseId: door.caseId, entry, filedAt: call.now }),
      ],
      answer: { state },
    };
  });
};
