/**
 * `npm run bench -- relay`: what a relay adds to the way of a voice, and what it takes of a processor. Somebody beeps in the hearing;
 * one listener is in that room and takes their voice directly, another is on the screened side and takes it from the relay, both in
 * this process, so that one clock tells when each beep came. The relay is the worker's own process, with the voice altered and the
 * picture coarse. Runs with a media server of its own on the port of `npm test`; SAKSI_RELAY_BEEPS says how many beeps (80).
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { forked } from '../../functions/media/forked.ts';
import { machineSecret } from '../../functions/media/port/task.ts';
import { liveKit } from '../../functions/rooms/media/media-server.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { liveKitSecret, startLiveKit } from '../../infra/local/livekit.ts';
import { conclude } from '../../infra/local/main.ts';
import { claimPorts } from '../../infra/local/ports.ts';
import { startKeeper } from '../../infra/local/processes.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { prepareTools } from '../../infra/local/tools.ts';
import { listener, speaker } from '../media/people.ts';
import { giveTurns } from '../media/turns.ts';
import { median } from './median.ts';

const BEEPS = Number(process.env['SAKSI_RELAY_BEEPS'] ?? 80);
/** Milliseconds in the middle. */
const GOAL_ADDED = 150;
/** Of one core, for one pair of voice and picture. */
const GOAL_CORE = 0.25;
/** Ticks of the kernel's clock in a second, by which it counts what a process took. */
const TICKS = 100;

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
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

  const [hearing, screened] = [newId(randomBytes), newId(randomBytes)];
  for (const [since, [key, name]] of [
    ['hearing', hearing] as const,
    ['screened', screened] as const,
  ].entries()) {
    await liveKit(keys).makeRoom(name);
    turns.places.relay.set(key, { name, since });
  }
  turns.passage = { witness: { heard: 'altered', seen: 'altered' } };
  process.env['API_URL'] = turns.url;
  const sessionId = newId(randomBytes);
  const secret = machineSecret(keys.apiSecret, 'relay', sessionId);
  const program = join(instance.root, 'functions', 'media', 'worker.ts');
  const relay = forked(program, { sessionId, machine: 'relay', secret });
  shutdown.onEnd(async () => {
    relay.stop();
    await relay.ended;
  });

  const direct = ear();
  const relayed = ear();
  const witness = await progress.step('A witness and two listeners', async () => {
    const made = await speaker(keys, hearing, 'witness', {
      hertz: 1_000,
      brightness: 90,
      camera: { width: 640, height: 360 },
    });
    made.isLoud = false;
    await listener(keys, hearing, 'listener', direct.hear);
    await listener(keys, screened, 'accused', relayed.hear);
    await after(4_000);
    return made;
  });

  const ways: { readonly direct: number; readonly relayed: number }[] = [];
  let lost = 0;
  const before = { at: performance.now(), took: processorSeconds(relay.pid) };
  await progress.step(`${BEEPS} beeps`, async () => {
    for (let beep = 0; beep < BEEPS; beep += 1) {
      const from = performance.now();
      witness.isLoud = true;
      await after(60);
      witness.isLoud = false;
      await after(700 + Math.random() * 100);
      const [one, other] = [direct.firstAfter(from), relayed.firstAfter(from)];
      if (one === undefined || other === undefined) lost += 1;
      else ways.push({ direct: one - from, relayed: other - from });
    }
  });
  const core = (processorSeconds(relay.pid) - before.took) / ((performance.now() - before.at) / 1000);
  const [straight, round] = [median(ways.map((way) => way.direct)), median(ways.map((way) => way.relayed))];
  const added = ways.map((way) => way.relayed - way.direct);
  progress.say(
    `added delay    ${median(added).toFixed(0)} ms in the middle (goal: at most ${GOAL_ADDED}), ` +
      `worst ${Math.max(...added).toFixed(0)}, n = ${ways.length}, lost ${lost}`,
  );
  progress.say(
    `way of a voice ${round.toFixed(0)} ms by the relay, ${straight.toFixed(0)} ms directly, ratio ${(round / straight).toFixed(2)}`,
  );
  progress.say(`processor      ${core.toFixed(2)} of a core (goal: at most ${GOAL_CORE})`);
});

/** Says when a sound began: a loud piece after two tenths of a second of silence. */
function ear() {
  const began: number[] = [];
  let lastLoud = -Infinity;
  return {
    hear: (samples: Int16Array) => {
      const isLoud = samples.some((sample) => Math.abs(sample) > 1_000);
      if (!isLoud) return;
      const now = performance.now();
      if (now - lastLoud > 200) began.push(now);
      lastLoud = now;
    },
    firstAfter: (from: number) => began.find((at) => at > from),
  };
}

/** What a process took of a processor since it began, by the kernel. */
function processorSeconds(pid: number | undefined): number {
  // The name, in brackets, may have anything in it; what follows it has not.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
