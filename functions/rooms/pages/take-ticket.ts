import type { Context } from '../../shared/http/call.ts';
import type { SocketAnswer, SocketOpened } from '../../shared/http/lambda-entry.ts';
import { faultName, logEvent } from '../../shared/log.ts';
import { Refusal } from '../../shared/refusals.ts';
import { commit } from '../../shared/store/commit.ts';
import { doorKey, parseDoor, type Door } from '../../sessions/port/door.ts';
import { withSocket } from './listeners.ts';
import {
  listenersKey,
  parseListeners,
  parseTicket,
  putListeners,
  ticketKey,
  useOfTicket,
  type Ticket,
} from './listening-store.ts';
import type { PageSockets } from './page-sockets.ts';
import { deviceKey, parseDevice, type GuestDevice } from '../store.ts';

type Means = Pick<Context, 'store' | 'now' | 'pause'>;

/** The subprotocol that is spoken; after it the page says its ticket, which so stands in no address and in no log. */
const protocol = 'look-again';

/**
 * Somebody opens a socket. Whoever has no ticket that is good is refused before there is a socket, and is not told why. What
 * a page says afterwards reaches nobody: there is no route for it.
 */
export async function letPageListen(
  context: Means,
  sockets: PageSockets,
  { requestContext: { connectionId }, headers = {} }: SocketOpened,
): Promise<SocketAnswer> {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === 'sec-websocket-protocol');
  const [spoken, ticket = ''] = (headers[name ?? ''] ?? '').split(',').map((each) => each.trim());
  try {
    if (spoken !== protocol) throw new Refusal('sign-in-needed');
    const { closed, listening } = await takeTicket(context, ticket, connectionId);
    // Whoever came before is closed once it is certain, and comes again by themselves if that fails.
    await Promise.allSettled(closed.map((each) => sockets.close(each)));
    logEvent('page.listens', { sockets: listening });
    return { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': protocol } };
  } catch (refused) {
    if (!(refused instanceof Refusal))
      logEvent('request.fault', { route: '$connect', request: connectionId, fault: faultName(refused) });
    else logEvent('page.told-nothing', { refusal: refused.code });
    return { statusCode: refused instanceof Refusal ? 403 : 500 };
  }
}

/** @throws {Refusal} `sign-in-needed` for any ticket that is not good, whatever is wrong with it */
function takeTicket({ store, now, pause }: Means, shown: string, connectionId: string) {
  return commit({ store, pause }, async () => {
    const at = now();
    const [item] = await store.get([ticketKey(shown)]);
    const ticket = parseTicket(item);
    if (ticket === undefined || ticket.usedAt !== undefined || ticket.goodUntil <= at.getTime())
      throw new Refusal('sign-in-needed');
    const { sessionId, seat, pseudonym, holder } = ticket;
    const [doorItem, deviceItem, listenersItem] = await store.get([
      doorKey(sessionId),
      deviceKey(sessionId, pseudonym),
      listenersKey(ticket),
    ]);
    if (!holdsSeat(parseDoor(doorItem), parseDevice(deviceItem), ticket)) throw new Refusal('sign-in-needed');
    const before = parseListeners(listenersItem) ?? { sessionId, seat, pseudonym, version: 0, sockets: [] };
    const { after, closed } = withSocket(before, { connectionId, holder, since: at.getTime() });
    return {
      changes: [useOfTicket(shown, ticket, at), putListeners(before, after, at)],
      answer: { closed, listening: after.sockets.length },
    };
  });
}

/** Whether the seat is still had by that account or device. */
export function holdsSeat(
  { seats }: Pick<Door, 'seats'>,
  device: Pick<GuestDevice, 'deviceId'> | undefined,
  { seat, pseudonym, holder }: Pick<Ticket, 'seat' | 'pseudonym' | 'holder'>,
): boolean {
  const mine = seats.find((taken) => taken.seat === seat && taken.pseudonym === pseudonym);
  return mine !== undefined && (mine.personId ?? device?.deviceId) === holder;
}
