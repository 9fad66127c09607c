import { afterAll, beforeAll, describe, expect } from 'vitest';
import { newCase, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer } from '../support/office.ts';
import { witnessOf } from '../support/booking.ts';
import { startBrowser } from './browser.ts';
import { book, stack, story, tuesdayIn } from './parties/cast.ts';
import { keepingSafe, withdrawingAfterAll } from './parties/keeping-safe.ts';
import { leaving } from './parties/leaving.ts';
import { namingPeople } from './parties/naming-people.ts';
import { runningASeries } from './parties/running-a-series.ts';
import { storySteps } from './story-steps.ts';

/** Who is in a case, how somebody who is heard is kept safe in it, and a trial that takes several sessions. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.office = await newOffice(stack);
  story.colleague = await oneMoreOfficer(stack, 'support-officer', 'MM');
  story.counsel = await oneMoreOfficer(stack, 'defence-counsel', 'TH');
  story.sender = await oneMoreOfficer(stack, 'central-authority', 'TH');
  story.caseId = await newCase(stack, story.office, [story.colleague.personId, story.sender.personId]);
  for (const { token } of [story.colleague, story.sender]) await takeCase(stack, story.caseId, token);
  story.witness = await witnessOf(stack.apiUrl, story.office.tokens.prosecutor, story.caseId);
  story.sessions = [await book(tuesdayIn(4)), await book(tuesdayIn(5)), await book(tuesdayIn(6))];
});
afterAll(async () => {
  await story.browser.close();
});

describe('a case and its people', () => {
  const step = storySteps();
  namingPeople(step);
  keepingSafe(step);
  runningASeries(step);
  withdrawingAfterAll(step);
  leaving(step);
  step('no page did anything that its content policy forbids', () => {
    for (const { faults } of story.people.values()) expect(faults).toEqual([]);
  });
});
