import { sequenceFacts } from '../custody/port/sequence-facts.ts';
import { patiently } from '../shared/http/patiently.ts';
import type { Context } from '../shared/http/call.ts';
import { faultName, logEvent } from '../shared/log.ts';
import { Stale } from '../shared/store/store.ts';
import { parseInstant } from '../shared/values/instants.ts';
import { assertLive, moveDoor } from '../sessions/port/door.ts';
import { sessionEnded } from './actions.ts';
import type { endSession as contract } from './contract.ts';
import { ended } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/**
 * Whoever runs the session ends it: the door is closed for good in the same transaction, then the room is taken away. What was
 * filed before stands before it in the log.
 */
export const endSession: RoomHandler<typeof contract> = (call, media) => {
  let sequenced = false;
  return step(patiently(call), media, async ({ door, room, me }) => {
    assertRuns(door, me);
    assertLive(door);
    const next = ended(room);
    if (!sequenced) {
      sequenced = true;
      await enterWhatWasFiled(call.context, door.sessionId);
      // The log has moved on: decided again, from where it stands now.
      throw new Stale();
    }
    return {
      room: next,
      door: moveDoor(door, { status: 'ended', endedAt: parseInstant(call.now.toISOString()) }),
      entries: [
        (acting) =>
          sessionEnded.entry({
            ...acting,
            authority: authorityOf(call.actor),
            details: { epoch: room.epoch },
          }),
      ],
    };
  });
};

/** A log that cannot take its facts now takes them later: it must not keep a session from its end. */
async function enterWhatWasFiled(context: Context, sessionId: string): Promise<void> {
  try {
    await sequenceFacts(context, sessionId, true);
  } catch (fault) {
    logEvent('custody.not-sequenced', { fault: faultName(fault) });
  }
}
