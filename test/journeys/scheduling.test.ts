import { afterAll, beforeAll, describe } from 'vitest';
import { newCase } from '../support/interview.ts';
import { enterPerson } from '../support/in-process.ts';
import { newOffice, storeOf } from '../support/office.ts';
import { startBrowser } from './browser.ts';
import { comeIn, setWorkingTime, stack, story } from './scheduling/cast.ts';
import { takingAndChanging } from './scheduling/taking-and-changing.ts';
import { finding } from './scheduling/finding.ts';
import { keepingHours } from './scheduling/keeping-hours.ts';
import { storySteps } from './story-steps.ts';

/** A time is found, taken, moved, given to others, cancelled and taken back, all on the pages, and calendars are kept. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.office = await newOffice(stack);
  const { agencyId } = story.office;
  story.other = await enterPerson(storeOf(stack), 'interpreter', { agencyId });
  story.caseId = await newCase(stack, story.office);
  // Once somebody has set a calendar, it binds; what nobody has set forbids nothing.
  await setWorkingTime('prosecutor', {});
  story.prosecutor = await comeIn('prosecutor');
});
afterAll(async () => {
  await story.browser.close();
});

describe('time, found and kept', () => {
  const step = storySteps();
  finding(step);
  takingAndChanging(step);
  keepingHours(step);
});
