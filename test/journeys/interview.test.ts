import { afterAll, beforeAll, describe } from 'vitest';
import { openCase } from '../support/interview.ts';
import { newOffice } from '../support/office.ts';
import { startBrowser } from './browser.ts';
import { arranging } from './interview/arranging.ts';
import { arriving } from './interview/arriving.ts';
import { closeBrowsers, stack, story } from './interview/cast.ts';
import { checkingTheLog } from './interview/checking-the-log.ts';
import { endingTheCase } from './interview/ending-the-case.ts';
import { interviewing, meeting } from './interview/interviewing.ts';
import { intruding } from './interview/intruding.ts';
import { leavingTheDesk } from './interview/leaving-the-desk.ts';
import { lookingCloser } from './interview/looking-closer.ts';
import { storySteps } from './story-steps.ts';

/**
 * The main job once through, on the pages, in real browsers, with the real media server: a prosecutor in Bangkok
 * interviews a protected witness in Yangon. Each step builds on the ones before.
 */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.office = await newOffice(stack);
  story.caseId = await openCase(stack, story.office);
});
afterAll(async () => {
  await closeBrowsers();
});

describe('one interview, end to end', () => {
  const step = storySteps(() => story.people);
  arranging(step);
  leavingTheDesk(step);
  arriving(step);
  meeting(step);
  lookingCloser(step);
  intruding(step);
  interviewing(step);
  checkingTheLog(step);
  endingTheCase(step);
});
