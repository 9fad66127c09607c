/**
 * `npm run bench -- relay`: what a relay adds to the way of a voice, and what it takes of a processor. Somebody beeps in the hearing;
 * one listener is in that room and takes their voice directly, another is on the screened side and takes it from the relay, both in
 * this process, so that one clock tells when each beep came. The relay is the worker's own process, with the voice altered and the
 * picture coarse. Runs with a media server of its own on the port of `npm test`; SAKSI_RELAY_BEEPS says how many beeps (80).
 */
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { listener, speaker } from '../media/people.ts';
import { median } from './median.ts';
import { twoRooms } from './relay/two-rooms.ts';

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
  const { keys, hearing, screened, start } = await twoRooms(shutdown, {
    witness: { heard: 'altered', seen: 'altered' },
  });
  const relay = start('relay');

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
