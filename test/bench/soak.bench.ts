/**
 * `npm run bench -- soak`: whether the memory of the machines stays flat in a long hearing. Five people speak and are seen before the
 * court, all carried over to a sixth on the screened side by the worker's own relay, and observed by its observer; each of the two
 * processes is weighed every five seconds. SAKSI_SOAK_MINUTES says for how long (20).
 */
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { listener, speaker } from '../media/people.ts';
import { median } from './median.ts';
import { twoRooms } from './relay/two-rooms.ts';

const MINUTES = Number(process.env['SAKSI_SOAK_MINUTES'] ?? 20);
/** Milliseconds between two weighings. */
const EACH = 5_000;
/** Of the second quarter, by which all is in use: what the last quarter may weigh. */
const GOAL_GROWTH = 1.05;

const people = ['judge', 'prosecutor', 'defence-counsel', 'witness', 'interpreter'];
const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const passage = Object.fromEntries(
    people.map((who) => [who, { heard: 'altered', seen: 'altered' } as const]),
  );
  const { keys, hearing, screened, start } = await twoRooms(shutdown, passage);
  const machines = { relay: start('relay'), observer: start('observer') };
  const kilobytes: Record<keyof typeof machines, number[]> = { relay: [], observer: [] };
  await progress.step('Five who speak and one who listens', async () => {
    for (const [index, who] of people.entries())
      await speaker(keys, hearing, who, { hertz: 300 + 100 * index, brightness: 60 + 20 * index });
    await listener(keys, screened, 'accused');
  });
  await progress.step(`${MINUTES} minutes`, async (say) => {
    const end = performance.now() + MINUTES * 60_000;
    while (performance.now() < end) {
      await after(EACH);
      for (const [name, { pid }] of Object.entries(machines))
        kilobytes[name as keyof typeof machines].push(memoryOf(pid));
      say(`${Math.ceil((end - performance.now()) / 60_000)} minutes left`);
    }
  });
  for (const [name, weights] of Object.entries(kilobytes)) {
    const quarter = Math.floor(weights.length / 4);
    const [then, last] = [median(weights.slice(quarter, 2 * quarter)), median(weights.slice(-quarter))];
    progress.say(
      `${name.padEnd(10)} ${Math.round(last / 1024)} MB in the last quarter, ${Math.round(then / 1024)} in the second, ` +
        `ratio ${(last / then).toFixed(3)} (goal: at most ${GOAL_GROWTH}), n = ${weights.length}`,
    );
  }
});

/** What a process has in memory, in kilobytes, by the kernel. @throws when it has ended */
function memoryOf(pid: number | undefined): number {
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (resident === undefined) throw new Error('A machine has ended.');
  return Number(resident);
}
