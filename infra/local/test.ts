/** `npm test [-- filters and options of vitest]`: brings up what the chosen tests need, runs them, and closes with one line. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createVitest, parseCLI, type Vitest } from 'vitest/node';
import TallyReporter, { closingLine, exitCode, type Tally } from '../../test/support/reporter.ts';
import { prepareChromium } from './chromium.ts';
import { testInstance } from './instance.ts';
import { fail } from './main.ts';
import { Obstacle } from './obstacle.ts';
import { Progress } from './progress.ts';
import { Shutdown } from './shutdown.ts';
import { bringUp, stackFile } from './stack.ts';

const NEEDS_STACK = ['stack', 'journeys'];
const NEEDS_BROWSER = ['journeys'];

const progress = new Progress();
const shutdown = new Shutdown();
const instance = testInstance();

async function test(args: string[]): Promise<Tally> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const skipsAllowed = options.testNamePattern !== undefined;
  const reporter = new TallyReporter({ closing: false, skipsAllowed });
  const vitest = await createVitest('test', {
    ...options,
    root: instance.root,
    config: join(instance.root, 'test', 'vitest.config.ts'),
    watch: false,
    project: [options.project ?? []].flat().map((name) => (name === 'rules' ? 'rules*' : name)),
    reporters: ['default', reporter],
  });
  shutdown.onEnd(() => vitest.close());
  await prepareFor(vitest, filter);
  shutdown.signal.addEventListener('abort', () => void vitest.cancelCurrentRun('keyboard-input'));
  await vitest.start(filter);
  return reporter.tally;
}

/** Only what the chosen test files ask for: pure rules need no stack, and only journeys a browser. */
async function prepareFor(vitest: Vitest, filter: string[]): Promise<void> {
  const files = await vitest.globTestSpecifications(filter);
  if (files.length === 0) throw new Obstacle('No test file has a path like the one asked for.');
  const chosen = new Set(files.map(({ project }) => project.name));
  const { signal } = shutdown;
  if (NEEDS_STACK.some((name) => chosen.has(name))) {
    progress.say('Starting a fresh stack for the tests');
    await bringUp({ instance, progress, shutdown }, { fresh: true });
    process.env['SAKSI_STACK'] = stackFile(instance);
  }
  if (NEEDS_BROWSER.some((name) => chosen.has(name))) {
    mkdirSync(join(instance.folder, 'logs'), { recursive: true });
    process.env['SAKSI_CHROMIUM'] = await progress.step('Browser', (say) =>
      prepareChromium({ folder: instance.folder, signal, say }),
    );
  }
}

let tally: Tally = { passed: 0, failed: 0 };
let code = 0;
try {
  tally = await test(process.argv.slice(2));
} catch (error) {
  code = fail(error);
  tally.failed += 1;
}
try {
  await shutdown.end();
} catch (error) {
  code = fail(error);
}
process.stdout.write(`${closingLine(tally)}\n`);
process.exit(shutdown.wasAsked ? 130 : code || exitCode(tally));
