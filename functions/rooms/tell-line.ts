import { fileFact } from '../custody/port/file-fact.ts';
import { assertLive } from '../sessions/port/door.ts';
import { Refusal } from '../shared/refusals.ts';
import { newId } from '../shared/values/ids.ts';
import { lineTold } from './actions.ts';
import type { tellLine as contract } from './contract.ts';
import { countUse } from './count-use.ts';
import type { RoomHandler } from './handler.ts';
import { authorityOf, readSnapshot } from './snapshot.ts';
import { putSeatUse } from './store.ts';

/**
 * What somebody's line carries, by the word of their own page: nobody else is told how much of a voice was lost on the way to it. It
 * gives and takes nothing, so it is filed as a fact.
 */
export const tellLine: RoomHandler<typeof contract> = (call) => {
  const { store, randomBytes } = call.context;
  return call.commit(async () => {
    const snapshot = await readSnapshot(store, call.params.sessionId, call.actor);
    const { door, room, me } = snapshot;
    assertLive(door);
    if (room.phase === 'ended') throw new Refusal('room-ended');
    if (room.seats[me.pseudonym]?.state !== 'admitted') throw new Refusal('not-admitted');
    const { before, after } = await countUse(store, snapshot, 'lines', call.now);
    const entry = lineTold.entry({
      entryId: newId(randomBytes),
      actor: { role: me.seat, pseudonym: me.pseudonym },
      authority: authorityOf(call.actor),
      occurredAt: call.now.toISOString(),
      details: call.body,
    });
    const filed = fileFact({ logId: door.sessionId, caseId: door.caseId, entry, filedAt: call.now });
    return { changes: [putSeatUse(before, after), filed], answer: {} };
  });
};
