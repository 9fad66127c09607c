import type { Call } from '../../shared/http/call.ts';
import { newId } from '../../shared/values/ids.ts';
import { assertLive } from '../../sessions/port/door.ts';
import type { listen as contract } from '../contract.ts';
import { countUse } from '../count-use.ts';
import { holderOf } from './listeners.ts';
import { putTicket } from './listening-store.ts';
import { readSnapshot } from '../snapshot.ts';
import { putSeatUse } from '../store.ts';

/**
 * A ticket for a socket, for whoever may look at the room: a browser can show neither a sign-in nor, on another host, a
 * cookie where it opens one. Like looking it gives nothing and leaves no entry.
 */
export const listen = (call: Call<typeof contract>, socketsUrl: string) => {
  const { store, randomBytes } = call.context;
  return call.commit(async () => {
    const snapshot = await readSnapshot(store, call.params.sessionId, call.actor);
    const { door, me } = snapshot;
    assertLive(door);
    const { before, after } = await countUse(store, snapshot, 'tickets', call.now);
    const ticket = newId(randomBytes);
    const of = {
      sessionId: door.sessionId,
      seat: me.seat,
      pseudonym: me.pseudonym,
      holder: holderOf(call.actor),
    };
    return {
      changes: [putSeatUse(before, after), putTicket(ticket, of, call.now)],
      answer: { url: socketsUrl, ticket },
    };
  });
};
