/**
 * `npm run bench -- rooms`: what it is worth that pages are told when to look. From the clerk's word until the witness sees
 * the first picture, in a real browser with the real media server, with the sockets and with all of them blocked; and how
 * often the pages of a session hour ask, with and without. Runs on a fresh stack of its own, on the ports of `npm test`; its
 * times are those of an emulator on one machine. SAKSI_ROOMS_ROUNDS says how many rounds (7).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareChromium } from '../../infra/local/chromium.ts';
import { testInstance } from '../../infra/local/instance.ts';
import { conclude } from '../../infra/local/main.ts';
import { Progress } from '../../infra/local/progress.ts';
import { Shutdown } from '../../infra/local/shutdown.ts';
import { bringUp } from '../../infra/local/stack.ts';
import { startBrowser } from '../journeys/browser.ts';
import { median } from './median.ts';
import { askedOf, type Asked } from './rooms/asking.ts';
import { firstPictures, type Side } from './rooms/first-picture.ts';

const ROUNDS = Number(process.env['SAKSI_ROOMS_ROUNDS'] ?? 7);
const sides: readonly Side[] = ['asking', 'told'];
/** Milliseconds in the middle. */
const GOAL_PICTURE = 1_500;
/** Of the requests without sockets. */
const GOAL_ASKED = 0.1;
/** Whom a large session has; those who are there ask alike. */
const LARGE = 8;
/** AWS closes a socket on which nothing was said for ten minutes, which the emulator does not: a ticket and a look each time. */
const REOPENED_AN_HOUR = 2 * 6;

const progress = new Progress();
const shutdown = new Shutdown();

await conclude(shutdown, async () => {
  const instance = testInstance();
  const { stack } = await bringUp({ instance, progress, shutdown }, { fresh: true });
  mkdirSync(join(instance.folder, 'logs'), { recursive: true });
  process.env['SAKSI_CHROMIUM'] = await progress.step('Browser', (say) =>
    prepareChromium({ folder: instance.folder, signal: shutdown.signal, say }),
  );

  const browser = await startBrowser();
  shutdown.onEnd(() => browser.close());
  const took: Record<Side, number[]> = { asking: [], told: [] };
  const pictures = await progress.step('Two in a room', () => firstPictures(stack, browser));
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const side of sides)
      await progress.step(`Admission ${round}, ${side}`, async (say) => {
        const milliseconds = await pictures.measure(side);
        took[side].push(milliseconds);
        say(`${milliseconds} ms`);
      });

  const hours: Record<Side, number> = { asking: 0, told: 0 };
  for (const side of sides)
    await progress.step(`A session, ${side}`, async (say) => {
      const asked = await askedOf(stack, side);
      hours[side] = anHour(asked, side);
      say(
        `${asked.people} people: ${asked.eventful} requests around what happened, then ${asked.quiet} in ` +
          `${asked.quietSeconds} quiet seconds: ${hours[side].toFixed(0)} an hour for ${LARGE}`,
      );
    });

  const [asking, told] = [median(took.asking), median(took.told)];
  progress.say(
    `first picture   told ${told} ms in the middle (goal: at most ${GOAL_PICTURE}), asking ${asking} ms, ` +
      `ratio ${(told / asking).toFixed(2)} (n = ${ROUNDS} each)`,
  );
  progress.say(
    `session hour    told ${hours.told.toFixed(0)} requests, asking ${hours.asking.toFixed(0)}, ` +
      `ratio ${(hours.told / hours.asking).toFixed(3)} (goal: at most ${GOAL_ASKED})`,
  );
});

function anHour({ eventful, quiet, quietSeconds, people }: Asked, side: Side): number {
  const reopened = side === 'told' ? people * REOPENED_AN_HOUR : 0;
  return ((eventful + quiet * (3_600 / quietSeconds) + reopened) * LARGE) / people;
}
