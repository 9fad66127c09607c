import type { Handler } from '../../shared/http/call.ts';
import { isIn } from '../../rooms/port/in-room.ts';
import { assertInRoom, enterHearing } from '../enter.ts';
import { lightKey, parseLight, putLight, tell } from '../store.ts';
import type { showWait as contract } from './contract.ts';
import { pressed } from './light.ts';

/** All who are in the room see it at once. It holds neither door nor room, since it gives nothing, and leaves no entry. */
export const showWait: Handler<typeof contract> = (call) =>
  call.commit(async () => {
    const { sessionId } = call.params;
    const actor = call.actor;
    const key = lightKey(sessionId, actor.seatId);
    const hearing = await enterHearing(call.context.store, sessionId, actor, call.now, [key]);
    assertInRoom(hearing, call.now);
    const { door, room, me, found } = hearing;
    const before = parseLight(found(key));
    const after = pressed(before, me.pseudonym, call.body.wait, call.now);
    if (after === undefined) return { changes: [], answer: {} };
    const inside = door.seats.flatMap(({ pseudonym }) => (isIn(room, pseudonym) ? [pseudonym] : []));
    return { changes: [putLight(sessionId, before, after), tell(sessionId, inside)], answer: {} };
  });
