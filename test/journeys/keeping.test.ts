import { afterAll, beforeAll, describe, expect } from 'vitest';
import { newOffice } from '../support/office.ts';
import { startBrowser, visitor } from './browser.ts';
import { stack, story } from './keeping/cast.ts';
import { checkingTheLog } from './keeping/checking-the-log.ts';
import { correctingHolidays } from './keeping/correcting-holidays.ts';
import { enteringHerCalendar } from './keeping/entering-her-calendar.ts';
import { keepingAccounts } from './keeping/keeping-accounts.ts';
import { readingHerCalendar } from './keeping/reading-her-calendar.ts';
import { sayingWhatSheCanDo } from './keeping/saying-what-she-can-do.ts';
import { signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** What is kept about an interpreter, a country and a place is entered on the pages by those who keep it. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.office = await newOffice(stack);
  story.clerk = await visitor(story.browser);
  await signIn(story.clerk.page, stack.siteUrl, story.office.accounts.clerk);
});
afterAll(async () => {
  await story.browser.close();
});

const step = storySteps();

describe('what an interpreter can do', () => {
  sayingWhatSheCanDo(step);
});

describe('the public holidays of a country', () => {
  correctingHolidays(step);
});

describe('the calendar of an interpreter', () => {
  enteringHerCalendar(step);
  readingHerCalendar(step);
});

describe('who changed working time', () => {
  checkingTheLog(step);
});

describe('the accounts of an agency', () => {
  keepingAccounts(step);
});

describe('all in all', () => {
  step('no page did anything that its content policy forbids', () => {
    expect(story.clerk.faults).toEqual([]);
  });
});
