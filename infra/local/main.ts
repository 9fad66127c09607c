import type { Demo as Seeded } from './demo-data.ts';
import type { DeployedStack } from './deployed-stack.ts';
import { Obstacle } from './obstacle.ts';
import type { Progress } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

interface Demo extends Seeded {
  /** From now on this one is told how far the fortnight is. */
  readonly hear: (listener: (words: string) => void) => void;
}

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

/** Brings the demonstration to where somebody can begin, at every start: a session that is over is followed by a new one. */
export async function openDemo(progress: Progress, stack: DeployedStack): Promise<Demo> {
  // Only now: the tests use this file too, and need neither people nor the clients that enter them.
  const { seedDemo } = await import('./demo-data.ts');
  let tell: (words: string) => void = () => undefined;
  const demo = await progress.step('Demonstration', async (say) => {
    const opened = await seedDemo(stack, (words) => tell(words));
    say('people, a case and a session with open doors');
    return opened;
  });
  return { ...demo, hear: (listener) => (tell = listener) };
}

/** Says how far the fortnight is that is made while somebody begins; a stop that was asked for is no failure. */
export async function followFortnight(progress: Progress, demo: Demo, shutdown: Shutdown): Promise<void> {
  try {
    await progress.step('Fortnight of sessions', (say) => {
      demo.hear(say);
      return demo.fortnight;
    });
  } catch (error) {
    if (!shutdown.wasAsked) fail(error);
  }
}
