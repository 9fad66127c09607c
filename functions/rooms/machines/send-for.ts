import type { Context } from '../../shared/http/call.ts';
import { logEvent } from '../../shared/log.ts';
import { commit } from '../../shared/store/commit.ts';
import type { Task } from '../../media/port/task.ts';
import type { MediaServer } from '../media/media-server.ts';
import { machines } from '../../media/contract.ts';
import { placesOf } from '../settled.ts';
import { readSnapshotWithoutSeat } from '../snapshot.ts';
import { watchBegins } from '../presence/watch.ts';
import { isMissing } from './lease.ts';
import { putMachine, readMachines } from './store.ts';

/** Puts a task into the queue of the media worker. */
export type SendTask = (task: Task) => Promise<void>;

/**
 * Sends for each machine that has a place in a session and that nobody is. That it was sent for is kept first: of two who find it
 * missing at once one sends, and where that did not reach the queue it is sent for again.
 */
export async function sendForMachines(
  context: Pick<Context, 'store' | 'now' | 'pause'>,
  media: () => Promise<MediaServer>,
  send: SendTask,
  sessionId: string,
): Promise<void> {
  const { store } = context;
  const { room } = await readSnapshotWithoutSeat(store, sessionId);
  const needed = machines.filter((machine) => placesOf(room, machine).length > 0);
  if (needed.length === 0) return;
  const server = await media();
  for (const machine of needed) {
    const isOurs = await commit(context, async () => {
      const now = context.now();
      const before = (await readMachines(store, sessionId))[machine];
      if (!isMissing(before, now)) return { changes: [], answer: false };
      // From when it is needed on it is missed.
      const watch = machine === 'observer' ? { watch: watchBegins(before.watch ?? {}, now.getTime()) } : {};
      const after = { ...before, sentAt: now.getTime(), ...watch };
      return { changes: [putMachine(sessionId, machine, before, after)], answer: true };
    });
    if (!isOurs) continue;
    await send({ sessionId, machine, secret: server.machineSecret(machine, sessionId) } as Task);
    logEvent('machine.sent-for', { machine });
  }
}
