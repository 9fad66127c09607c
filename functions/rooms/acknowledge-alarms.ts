import { alarmAcknowledged } from './actions.ts';
import type { acknowledgeAlarms as contract } from './contract.ts';
import { acknowledged } from './room.ts';
import { assertRuns } from './runs.ts';
import { authorityOf, type StepEntry } from './snapshot.ts';
import { step } from './step.ts';
import type { RoomHandler } from './handler.ts';

/** Whoever runs the session takes note of the intruders that were met, and of second devices; doing so when there are none changes nothing. */
export const acknowledgeAlarms: RoomHandler<typeof contract> = (call, media) =>
  step(call, media, ({ door, room, me }) => {
    assertRuns(door, me);
    const { alarms } = room;
    if (alarms.length === 0) return { room, entries: [] };
    const entry: StepEntry = (acting) =>
      alarmAcknowledged.entry({
        ...acting,
        authority: authorityOf(call.actor),
        details: { alarms: alarms.length },
      });
    return { room: acknowledged(room), entries: [entry] };
  });
