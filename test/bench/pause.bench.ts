/**
 * `npm run bench -- pause`: a pause, a withdrawal and the clerk's removal of somebody in a session that is flooded, against
 * the same in a session that is not while another one is. The flood: 40 loops of arrivals from one guest's cookie, forged
 * reports of the media server as fast as the machine sends them, and a client in a browser that publishes and unpublishes
 * twenty times a second. Runs on a fresh stack of its own with the real media server, on the ports of `npm test`;
 * SAKSI_PAUSE_ROUNDS says how many rounds (4).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Browser } from 'playwright-core';
import { readFacts } from '../../functions/custody/inbox.ts';
import type { Store } from '../../functions/shared/store/store.ts';
import { prepareChromium } from '../../infra/local/chromium.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { conclude } from '../../infra/local/main.ts';
import { Obstacle } from '../../infra/local/obstacle.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { startBrowser } from '../journeys/browser.ts';
import { reserveCapacity } from '../support/aws-call.ts';
import { logSize } from '../support/log-entries.ts';
import { storeOf } from '../support/office.ts';
import { median } from './median.ts';
import { flap } from './pause/flapping.ts';
import type { FloodOf } from './pause/flood.ts';
import { measured, openSession, type BenchSession } from './pause/sessions.ts';

const GOAL = 1.2;
/** Milliseconds that a fact may wait for its place in the log. */
const GOAL_LAG = 2_000;
const flood = { loops: 40, forgers: 8 };
/** One seat that does all it can and leaves the machine time to answer: by this the wait of facts is told. */
const oneSeat = { loops: 8, forgers: 0 };
const ONE_SEAT_MS = 45_000;
/** The two sides take turns, so that whatever else the machine does falls on both. */
const ROUNDS = Number(process.env['SAKSI_PAUSE_ROUNDS'] ?? 4);
const PAUSES_A_ROUND = 3;
/** Requests at once that each function of an urgency has for itself: what production has, on a machine of two processors. */
const CAPACITY = { stopping: 4, entering: 4, knocking: 2 };

type Kind = keyof typeof measured;
const kinds = Object.keys(measured) as Kind[];

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const instance = testInstance();
  const { stack } = await bringUp({ instance, progress, shutdown }, { fresh: true });
  await reserveCapacity(stack, CAPACITY);
  mkdirSync(join(instance.folder, 'logs'), { recursive: true });
  process.env['SAKSI_CHROMIUM'] = await progress.step('Browser', (say) =>
    prepareChromium({ folder: instance.folder, signal: shutdown.signal, say }),
  );
  const browser = await startBrowser();
  shutdown.onEnd(() => browser.close());
  const [here, elsewhere] = await progress.step('Two sessions', async () => [
    await openSession(stack),
    await openSession(stack),
  ]);
  const hooks = `${stack.gatewayUrl}/api/rooms/hooks/livekit`;
  const took = { here: emptyTimes(), elsewhere: emptyTimes() };
  const refused: string[] = [];
  const lag = watchLag(storeOf(stack), [here.sessionId, elsewhere.sessionId]);
  const flooded = { arrivals: 0, taken: 0, hooks: 0, flaps: 0 };

  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [side, target] of [
      ['here', here],
      ['elsewhere', elsewhere],
    ] as const) {
      await progress.step(`Round ${round}, flood ${side}`, async (say) => {
        const flooding = await startFlood(browser, target, hooks, flood);
        for (const kind of kinds)
          for (let n = 0; n < (kind === 'pause' ? PAUSES_A_ROUND : 1); n += 1) {
            const { milliseconds, code } = await timed(() => measured[kind].step(here));
            took[side][kind].push(milliseconds);
            if (code !== undefined) refused.push(`${kind}, flood ${side}: ${code}`);
            await measured[kind].back(here);
          }
        const sent = await flooding.stop();
        for (const what of ['arrivals', 'taken', 'hooks', 'flaps'] as const) flooded[what] += sent[what];
        say(`${sent.arrivals} arrivals (${sent.taken} taken), ${sent.hooks} hooks, ${sent.flaps} flaps`);
      });
    }
  }

  progress.say(`refused: ${refused.length === 0 ? 'none' : refused.join('; ')}`);
  for (const kind of kinds) {
    const [one, other] = [median(took.here[kind]), median(took.elsewhere[kind])];
    const worst = Math.max(...took.here[kind]);
    progress.say(
      `${kind.padEnd(12)}flooded ${one.toFixed(0)} ms (worst ${worst.toFixed(0)}), flood elsewhere ${other.toFixed(0)} ms, ` +
        `ratio ${(one / other).toFixed(2)} (goal: at most ${GOAL}; n = ${took.here[kind].length})`,
    );
  }
  const inFlood = await lag.worst();
  const seats = watchLag(storeOf(stack), [here.sessionId]);
  await progress.step('One seat', async () => {
    const flooding = await startFlood(browser, here, hooks, oneSeat);
    await new Promise((resolve) => setTimeout(resolve, ONE_SEAT_MS));
    await flooding.stop();
  });
  progress.say(
    `no fact waited longer for its place than ${await seats.worst()} ms beside one seat that does all it can ` +
      `(goal: at most ${GOAL_LAG}); ${inFlood} ms under the flood, which takes the machine as well`,
  );
  const entries = await logSize(storeOf(stack), here.sessionId);
  progress.say(`the flooded session's log has ${entries} entries after ${JSON.stringify(flooded)} in all`);
  if (refused.length > 0) throw new Obstacle('Something that takes access away was refused.');
});

function emptyTimes(): Record<Kind, number[]> {
  return { pause: [], removal: [], withdrawal: [] };
}

async function startFlood(
  browser: Browser,
  { api, sessionId, ...session }: BenchSession,
  hooks: string,
  strength: Pick<FloodOf, 'loops' | 'forgers'>,
) {
  const arrivals = `${api}/api/rooms/${sessionId}/arrivals`;
  const counts = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const workerData = {
    arrivals,
    cookie: session.floodCookie,
    hooks,
    ...strength,
    counts,
  } satisfies FloodOf;
  const worker = new Worker(new URL('./pause/flood.ts', import.meta.url), { workerData });
  const flapping = flap(browser, { api, sessionId, ...session });
  // Until it has set in: every loop has come, and the client has had its time to come in.
  const began = performance.now();
  while ((counts[0] ?? 0) < 400 || performance.now() - began < 5_000)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    async stop() {
      await worker.terminate();
      const [all = 0, taken = 0, forged = 0] = counts;
      return { arrivals: all, taken, hooks: forged, flaps: await flapping.stop() };
    },
  };
}

/** Looks four times a second how long the oldest fact of these logs has been in the inbox. */
function watchLag(store: Store, logIds: readonly string[]) {
  const ending = new AbortController();
  const done = watch();
  return {
    async worst() {
      ending.abort();
      return done;
    },
  };

  async function watch(): Promise<number> {
    let longest = 0;
    while (!ending.signal.aborted) {
      const oldest = await Promise.all(logIds.map((logId) => readFacts(store, logId, new Date(), 1)));
      for (const { filedAt } of oldest.flat()) longest = Math.max(longest, Date.now() - Date.parse(filedAt));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return longest;
  }
}

async function timed(step: () => Promise<{ readonly code: string | undefined }>) {
  const began = performance.now();
  const { code } = await step();
  return { milliseconds: performance.now() - began, code };
}
