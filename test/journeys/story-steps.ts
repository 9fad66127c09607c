import { it } from 'vitest';
import type { Visitor } from './browser.ts';
import { photograph } from './look.ts';

/** A step of a story: what it shows, and how. */
export type Step = (name: string, run: () => Promise<void> | void) => void;

/**
 * Steps of one story, each a test. After one has failed the others cannot mean anything: they fail at once and name
 * it, instead of each waiting for what will not come.
 * @param people whose pages are photographed as they stand when a step fails, as `failed-<who>`
 */
export function storySteps(people: () => Iterable<readonly [string, Visitor]> = () => []): Step {
  let failed: string | undefined;
  return (name, run) =>
    it(name, async () => {
      if (failed !== undefined) throw new Error(`Not reached: "${failed}" failed.`);
      failed = name;
      try {
        await run();
      } catch (error) {
        for (const [who, { page }] of people())
          await photograph(page, `failed-${who}`).catch(() => undefined);
        throw error;
      }
      failed = undefined;
    });
}
