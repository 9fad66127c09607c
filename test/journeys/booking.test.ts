import { afterAll, beforeAll, describe } from 'vitest';
import { send } from '../support/http.ts';
import { expectDone, takeCase } from '../support/interview.ts';
import { newOffice } from '../support/office.ts';
import { bookingSeveralDays } from './booking/booking-several-days.ts';
import { enter, enterInterpreter, stack, story } from './booking/cast.ts';
import { changingAtTheLastMinute } from './booking/changing-at-the-last-minute.ts';
import { goingWrong } from './booking/going-wrong.ts';
import { meeting } from './booking/meeting.ts';
import { preparingHer } from './booking/preparing-her.ts';
import { takingTurns } from './booking/taking-turns.ts';
import { startBrowser } from './browser.ts';
import { storySteps } from './story-steps.ts';

/** Every kind of session is booked on the pages, with what can go wrong; and what was booked is changed. */

beforeAll(async () => {
  story.browser = await startBrowser();
  story.office = await newOffice(stack);
  [story.berlin, story.otherAuthority, story.second] = await Promise.all([
    enter({ role: 'prosecutor', label: 'Prosecutor abroad', zone: 'Europe/Berlin' }),
    enter({ role: 'central-authority', label: 'Central authority', zone: 'Asia/Bangkok' }),
    enterInterpreter(),
  ]);
  const { ids } = story.office;
  const holder = ids['support-officer'];
  const body = {
    reference: 'T 2/2026',
    requestingState: 'TH',
    hostState: 'MM',
    members: [ids.prosecutor, ids.clerk, holder, ids['central-authority'], story.otherAuthority.personId],
    witnesses: [{ protected: true, holder, zone: 'Asia/Yangon', mayKnow: [] }],
  };
  const opened = expectDone(
    await send(stack.apiUrl, 'POST', '/api/cases', { token: story.berlin.token, body }),
  );
  story.caseId = opened.body.caseId as string;
  await takeCase(stack, story.caseId, story.office.tokens['central-authority']);
});
afterAll(async () => {
  await story.browser.close();
});

const step = storySteps();

describe('what can go wrong', () => {
  goingWrong(step);
});

describe('an interview on several days', () => {
  bookingSeveralDays(step);
});

describe('a session that is long for one interpreter', () => {
  takingTurns(step);
});

describe('a visit that prepares her', () => {
  preparingHer(step);
});

describe('a meeting of central authorities', () => {
  meeting(step);
});

describe('twenty minutes before the start', () => {
  changingAtTheLastMinute(step);
});
