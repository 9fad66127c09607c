import { parseInstant } from '../shared/values/instants.ts';
import { assertLive, moveDoor } from '../sessions/port/door.ts';
import { sessionEnded } from './actions.ts';
import type { endSession as contract } from './contract.ts';
import { ended } from './room.ts';
import { authorityOf } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** The clerk ends the session: the door is closed for good in the same transaction, then the room is taken away. */
export const endSession: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, ({ door, room }) => {
    assertLive(door);
    return {
      room: ended(room),
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
