import type { DynamoDBRecord } from 'aws-lambda';
import type { Context } from '../../shared/http/call.ts';
import { faultName, logEvent } from '../../shared/log.ts';
import type { Store } from '../../shared/store/store.ts';
import { doorKey, parseDoor, type Seat } from '../../sessions/port/door.ts';
import { withoutGone, type Listeners } from './listeners.ts';
import { listenersStart, parseListeners, putListeners } from './listening-store.ts';
import { isTold, movesIn, standings, type Move } from './moves.ts';
import type { PageSockets } from './page-sockets.ts';
import { seatUseItem } from '../seat-use.ts';
import { parseDevice, parseRoom, roomKey } from '../store.ts';
import { holdsSeat } from './take-ticket.ts';
import { viewAs, type Standing } from '../view.ts';

type Means = Pick<Context, 'store' | 'now'>;

/** Whether somebody in this seat sees by any of these moves something that they did not see before. */
export const seesMore = (seat: Seat, now: Standing, moves: readonly Move[], at: Date): boolean =>
  moves.some((move) => {
    if (move.part === 'told') return isTold(move, seat, now);
    const stood = standings(now, move);
    const [before, after] = (stood ?? []).map((each) => JSON.stringify(viewAs(each, seat, at)));
    return before !== after;
  });

/**
 * Tells the pages of those seats for which something changed to look again, and nobody else: whoever waits must not learn
 * by when they are told that there was a pause. Sockets of whoever has the seat no more are closed. Whatever goes wrong is
 * dropped, since pages ask by themselves in the end, and nothing may wait for this.
 */
export async function nudge(
  context: Means,
  sockets: PageSockets,
  records: readonly DynamoDBRecord[],
): Promise<void> {
  const bySession = Map.groupBy(movesIn(records), ({ sessionId }) => sessionId);
  await Promise.all(
    [...bySession].map(([sessionId, moves]) =>
      nudgeSession(context, sockets, sessionId, moves).catch((fault: unknown) =>
        logEvent('page.nudge-dropped', { fault: faultName(fault) }),
      ),
    ),
  );
}

async function nudgeSession(
  context: Means,
  sockets: PageSockets,
  sessionId: string,
  moves: readonly Move[],
): Promise<void> {
  const { listening, standing, devices } = await readSession(context.store, sessionId);
  if (standing === undefined) return;
  const at = context.now();
  const count = { told: 0, gone: 0, closed: 0, failed: 0 };
  const each = listening.map(async (before) => {
    const { pseudonym, seat } = before;
    const device = devices.find((one) => one.pseudonym === pseudonym);
    const sees = seesMore({ seat, pseudonym }, standing, moves, at);
    const gone = new Set<string>();
    const told = before.sockets.map(async ({ connectionId, holder }) => {
      const holds = holdsSeat(standing.door, device, { seat, pseudonym, holder });
      if (holds && !sees) return;
      const outcome = await tellOrClose(sockets, connectionId, holds);
      count[outcome] += 1;
      if (outcome === 'gone' || outcome === 'closed') gone.add(connectionId);
    });
    await Promise.all(told);
    await forget(context, before, gone);
  });
  await Promise.all(each);
  logEvent('page.nudged', count);
}

/** Who listens, and what they are shown now; the latter only where somebody listens. One round of reads. */
async function readSession(store: Store, sessionId: string) {
  const [[doorItem], items] = await Promise.all([
    store.get([doorKey(sessionId)]),
    store.query('rooms', roomKey(sessionId).pk),
  ]);
  const of = (start: string) => items.filter(({ sk }) => sk.startsWith(start));
  const listening = of(listenersStart)
    .flatMap((item) => parseListeners(item) ?? [])
    .filter((one) => one.sockets.length > 0);
  const standing: Standing | undefined =
    listening.length === 0
      ? undefined
      : {
          door: parseDoor(doorItem),
          room: parseRoom(of('room')[0], sessionId),
          uses: of('seat#').map((item) => seatUseItem.parse(item)),
        };
  return { listening, standing, devices: of('device#').flatMap((item) => parseDevice(item) ?? []) };
}

async function tellOrClose(sockets: PageSockets, connectionId: string, holds: boolean) {
  try {
    if (holds) return (await sockets.tell(connectionId)) ? 'told' : 'gone';
    await sockets.close(connectionId);
    return 'closed';
  } catch {
    return 'failed';
  }
}

/** Somebody who comes to listen meanwhile comes first; what is gone is then found so another time. */
async function forget({ store, now }: Means, before: Listeners, gone: ReadonlySet<string>): Promise<void> {
  const after = gone.size === 0 ? undefined : withoutGone(before, gone, now());
  if (after !== undefined) await store.write([putListeners(before, after, now())]).catch(() => undefined);
}
