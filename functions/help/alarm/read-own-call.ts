import { doorKey, parseDoor } from '../../sessions/port/door.ts';
import { seatOf } from '../../sessions/port/seat-of.ts';
import type { Handler } from '../../shared/http/call.ts';
import { alarmKey, parseAlarm } from '../store.ts';
import type { readOwnCall as contract } from './contract.ts';
import { helpOf } from './help-of.ts';

/** Whether the caller's alarm was heard. */
export const readOwnCall: Handler<typeof contract> = async ({ actor, params: { sessionId }, context }) => {
  const [door, alarm] = await context.store.get([
    doorKey(sessionId),
    alarmKey({ sessionId, pseudonym: actor.seatId }),
  ]);
  seatOf(parseDoor(door), actor);
  return { help: helpOf(parseAlarm(alarm)) };
};
