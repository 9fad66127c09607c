import * as z from 'zod';
import { role, type Actor } from '../../shared/access/roles.ts';

/**
 * Who listens: the sockets by which a seat's pages are told to look again. They stand in an item of the seat's own, and
 * each says by what its page was let in: a person's account or a guest's device.
 */

/** How many a seat may have at once: somebody looks at the room in one window and at their own day in another. */
const mostSockets = 4;
/** Milliseconds for which the gateway keeps a socket at the most. */
export const longestSocket = 2 * 3_600_000;
/** Milliseconds in which a socket that was just let in may not be there yet, so that it is not taken for gone. */
const stillOpening = 10_000;

const socket = z.object({ connectionId: z.string(), holder: z.string(), since: z.int() });
type Socket = z.infer<typeof socket>;

export const listenersItem = z.object({
  sessionId: z.string(),
  seat: role,
  pseudonym: z.string(),
  version: z.int(),
  /** The latest last. */
  sockets: z.array(socket),
});
export type Listeners = z.infer<typeof listenersItem>;

/** By what somebody has their seat. */
export const holderOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.personId : actor.deviceId);

/**
 * One more socket. The oldest makes way where there are too many, and every one of another holder does: the seat is not
 * theirs any more.
 * @returns what there is afterwards, and which are to be closed
 */
export function withSocket(before: Listeners, added: Socket) {
  const fresh = before.sockets.filter(({ since }) => added.since - since < longestSocket);
  const own = fresh.filter(({ holder }) => holder === added.holder);
  const sockets = [...own, added].slice(-mostSockets);
  const closed = fresh.filter((each) => !sockets.includes(each));
  return { after: { ...before, sockets }, closed: closed.map(({ connectionId }) => connectionId) };
}

/** The listeners without those that were not there; undefined where that changes nothing. */
export function withoutGone(before: Listeners, gone: ReadonlySet<string>, now: Date): Listeners | undefined {
  const sockets = before.sockets.filter(
    ({ connectionId, since }) => !gone.has(connectionId) || now.getTime() - since < stillOpening,
  );
  return sockets.length === before.sockets.length ? undefined : { ...before, sockets };
}
