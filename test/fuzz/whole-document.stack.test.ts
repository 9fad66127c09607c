import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everyRoute } from '../support/every-route.ts';
import { deployedStack } from '../support/stack.ts';
import { newGround } from './ground.ts';
import { fuzz } from './schemathesis.ts';

/** Another one asks other things: `npm run fuzz` takes a new one each time. */
const seed = 8;
/** Beside the examples of the document and the bounds of every field, which are most. */
const examples = 5;
/** On a machine that does much else, and installs Schemathesis first. */
const longest = 20 * 60_000;

test(
  'the deployed API keeps what its document promises, whatever it is sent',
  async () => {
    const stack = deployedStack();
    const folder = join(stack.folder, 'logs');
    const ground = await newGround(stack);
    const began = Date.now();
    const outcome = await fuzz(ground, { asker: 'whoever may', seed, examples, folder });
    const { clean, operations, cases, done, words } = outcome;
    const seconds = Math.round((Date.now() - began) / 1000);
    // Past vitest, which keeps back what a test that passes has to say.
    writeSync(
      1,
      `Schemathesis: ${operations} operations, ${done.length} done; ${cases} cases in ${seconds} s\n`,
    );
    expect(clean, words).toBe(true);
    expect(operations).toBe(everyRoute.length);
    expect(cases).toBeGreaterThan(50 * operations);
    // Where everything was refused, little would be shown. What is left needs a hold, a lost session, or a second clerk.
    expect(done.length, `Done: ${done.join(', ')}`).toBeGreaterThan(0.85 * operations);
  },
  longest,
);
