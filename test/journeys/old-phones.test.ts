import { afterAll, beforeAll, describe } from 'vitest';
import { bookInterview, openGates } from '../support/interview.ts';
import { startBrowser } from './browser.ts';
import { byClerk, stack, story } from './old-phones/cast.ts';
import { oneOf2020 } from './old-phones/one-of-2020.ts';
import { partsThatDoNotCome } from './old-phones/parts-that-do-not-come.ts';

/** The witness's pages where telephone and line are poor. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.interview = await bookInterview(stack);
  await openGates(story.interview);
  await byClerk('opening');
});
afterAll(async () => {
  await story.browser.close();
});

describe('a line that comes and goes', () => {
  partsThatDoNotCome();
});

// The last, since it ends with the witness's stop.
describe('a telephone of 2020', () => {
  oneOf2020();
});
