import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DemoSummary, type DeployedStack } from './deployed-stack.ts';
import type { Instance } from './instance.ts';
import { recall, remember } from './memory.ts';
import { Obstacle } from './obstacle.ts';
import type { Progress } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Runs a whole command: whatever comes of it, all it started is stopped before the process ends. A
 * stop that was asked for is no failure.
 */
export async function conclude(shutdown: Shutdown, command: () => Promise<void>): Promise<void> {
  let code = 0;
  try {
    await command();
  } catch (error) {
    if (!shutdown.wasAsked) code = fail(error);
  }
  try {
    await shutdown.end();
  } catch (error) {
    code = fail(error);
  }
  process.exit(code);
}

/** Shows what went wrong: a sentence for what a person can clear, everything for what is our own fault. */
export function fail(error: unknown): 1 {
  if (error instanceof Obstacle) process.stderr.write(`\n${error.message}\n\n`);
  else console.error(error);
  return 1;
}

/** Puts the demonstration's people and case into a new stack, once, and remembers whom to introduce. */
export async function openDemo(
  { instance, progress }: { instance: Instance; progress: Progress },
  stack: DeployedStack,
): Promise<DemoSummary | undefined> {
  const file = join(instance.root, 'infra', 'local', 'demo-data.ts');
  if (!existsSync(file)) return undefined;
  return progress.step('Demonstration', async (say) => {
    const memory = await recall(instance);
    if (memory.demo) {
      say('kept');
      return memory.demo;
    }
    const module = (await import(pathToFileURL(file).href)) as {
      seedDemo: (stack: DeployedStack) => Promise<DemoSummary>;
    };
    const demo = DemoSummary.parse(await module.seedDemo(stack));
    await remember(instance, { ...memory, demo });
    say('people, a case and a session made');
    return demo;
  });
}
