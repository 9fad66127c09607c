import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dispose } from '@livekit/rtc-node';
import type { MachineKind, Passage } from '../../../functions/media/contract.ts';
import { forked } from '../../../functions/media/forked.ts';
import { machineSecret } from '../../../functions/media/port/task.ts';
import { liveKit } from '../../../functions/rooms/media/media-server.ts';
import { newId } from '../../../functions/shared/values/ids.ts';
import { testInstance } from '../../../infra/local/instance.ts';
import { liveKitSecret, startLiveKit } from '../../../infra/local/livekit.ts';
import { claimPorts } from '../../../infra/local/ports.ts';
import { startKeeper } from '../../../infra/local/processes.ts';
import type { Shutdown } from '../../../infra/local/shutdown.ts';
import { prepareTools } from '../../../infra/local/tools.ts';
import { giveTurns } from '../../media/turns.ts';

/**
 * The court's room and the screened side's on a media server of their own, on the port of `npm test`, and the worker's own machines
 * between them, which the bench tells where to be.
 */
export async function twoRooms(shutdown: Shutdown, passage: Record<string, Passage>) {
  const instance = testInstance();
  await claimPorts(instance);
  mkdirSync(join(instance.folder, 'logs'), { recursive: true });
  const { signal } = shutdown;
  const { liveKitServer } = await prepareTools({ signal, say: () => undefined });
  const keeper = startKeeper();
  shutdown.onEnd(async () => keeper.close());
  const crew = { keeper, joined: () => undefined };
  // Nothing takes its reports: they are of no interest here.
  const media = await startLiveKit(instance, crew, liveKitServer, 'http://127.0.0.1:9', signal);
  shutdown.onEnd(() => media.stop());
  const keys = liveKitSecret(instance);
  const turns = await giveTurns(keys);
  shutdown.onEnd(async () => {
    turns.close();
    await dispose();
  });
  turns.passage = passage;

  const [hearing, screened] = [newId(randomBytes), newId(randomBytes)];
  for (const name of [hearing, screened]) await liveKit(keys).makeRoom(name);
  process.env['API_URL'] = turns.url;
  const sessionId = newId(randomBytes);
  const program = join(instance.root, 'functions', 'media', 'worker.ts');

  /** Starts one, in a process of its own, and sends it to both rooms. */
  function start(machine: MachineKind) {
    turns.places[machine].set('hearing', { name: hearing, since: 0 });
    turns.places[machine].set('screened', { name: screened, since: 1 });
    const secret = machineSecret(keys.apiSecret, machine, sessionId);
    const process = forked(program, { sessionId, machine, secret });
    shutdown.onEnd(async () => {
      process.stop();
      await process.ended;
    });
    return process;
  }
  return { keys, hearing, screened, start };
}
