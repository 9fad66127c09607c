import { it } from 'vitest';

/** A step of a story: what it shows, and how. */
export type Step = (name: string, run: () => Promise<void> | void) => void;

/**
 * Steps of one story, each a test. After one has failed the others cannot mean anything: they fail at once and name
 * it, instead of each waiting for what will not come.
 */
export function storySteps(): Step {
  let failed: string | undefined;
  return (name, run) =>
    it(name, async () => {
      if (failed !== undefined) throw new Error(`Not reached: "${failed}" failed.`);
      failed = name;
      await run();
      failed = undefined;
    });
}
