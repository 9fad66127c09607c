import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { send } from '../support/http.ts';
import {
  bangkokIn,
  bookInterview,
  expectDone,
  invite,
  openGates,
  room,
  type Interview,
} from '../support/interview.ts';
import { proposed } from '../support/proposal.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, atStep, comeToTheDoor, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** How somebody is prepared for a session, on the pages: visit, test, checklist, what they are told, and what comes after. */

const stack = deployedStack();
const { siteUrl } = stack;

let browser: Browser;
let hearing: Interview;
let officer: Page;
let prosecutor: Page;

beforeAll(async () => {
  browser = await startBrowser();
  hearing = await bookInterview(stack);
  await openGates(hearing, ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter']);
});
afterAll(async () => {
  await browser.close();
});

async function comeIn(who: 'support-officer' | 'prosecutor'): Promise<Page> {
  const { page } = await visitor(browser);
  await signIn(page, siteUrl, hearing.accounts[who]);
  return page;
}

async function enterTest(page: Page, sound: string): Promise<void> {
  await page.getByRole('button', { name: 'Enter what a test came to' }).click();
  await answer(page, 'What was it?', 'Test call');
  for (const point of ['Picture', 'Each language is heard', 'Line'])
    await page.getByLabel(point, { exact: true }).selectOption('works');
  await page.getByLabel('Face and hands are seen').selectOption('works');
  await page.getByLabel('Sound', { exact: true }).selectOption(sound);
  await page.getByLabel('Down, kilobits').fill('900');
  await page.getByLabel('Way to the media server').selectOption('relay-tcp');
  await page.getByLabel('What does not work').fill('A headset is needed.');
}

describe('somebody who is to be heard', () => {
  const step = storySteps();

  step('is visited in a room that the support officer opens, runs and ends', async () => {
    officer = await comeIn('support-officer');
    const { api, caseId, ids, tokens, witness } = hearing;
    const brief = {
      caseId,
      kind: 'preparation-visit',
      local: bangkokIn(50),
      zone: 'Asia/Bangkok',
      minutes: 30,
      interpreting: 'not-needed',
      seats: { supportOfficer: ids['support-officer'] },
    };
    const body = proposed(brief, { booker: ids['support-officer'], witness });
    const token = tokens['support-officer'];
    const booked = expectDone(await send(api, 'POST', '/api/sessions', { token, body }));
    await officer.goto(`${siteUrl}sessions/${String(booked.body.sessionId)}/room`);
    await officer.getByRole('button', { name: 'Open the room' }).click();
    await officer.getByTestId('room-phase').getByText('Room is open').waitFor();
    await look(officer, 'staff-visit-room');
    await officer.getByRole('button', { name: 'End the session' }).click();
    await officer.getByRole('button', { name: 'Yes, end it' }).click();
    await officer.getByText('The session has ended').waitFor();
  });

  step('has a session that nobody has tested, which is said and is no tick', async () => {
    await officer.goto(`${siteUrl}sessions/${hearing.sessionId}`);
    await officer.locator('[data-testid="gate-rehearsal"][data-state="untested"]').waitFor();
    await officer.getByText('No gate keeps it closed').waitFor();
    await officer.getByText('Not tested: Rehearsal').waitFor();
    expect(await officer.getByText('Every gate is open').count()).toBe(0);
    await look(officer, 'staff-session-untested');
    await officer.getByRole('link', { name: 'Preparation and rehearsal' }).first().click();
    await officer.getByText('Nobody has shown yet that it works').waitFor();
  });

  step('has a checklist that is ticked', async () => {
    const item = officer.getByTestId('item-siteVisited');
    await item.getByRole('button', { name: /^Tick/ }).click();
    await officer.locator('[data-testid="item-siteVisited"][data-state="done"]').waitFor();
    const book = officer.getByTestId('item-holyBook');
    await book.getByRole('button', { name: /^Does not apply/ }).click();
    await book.getByLabel('Why does it not apply?').fill('Nobody asked for one.');
    await book.getByRole('button', { name: 'Enter', exact: true }).click();
    await officer.locator('[data-testid="item-holyBook"][data-state="not-applicable"]').waitFor();
  });

  step('has a door that a failed test closes', async () => {
    await enterTest(officer, 'fails');
    await look(officer, 'staff-test-form');
    await officer.getByRole('button', { name: 'Enter the result' }).click();
    await officer.getByText('A test failed. The door is closed until one passes.').waitFor();
    await look(officer, 'staff-preparation');
    const opened = await room(hearing, { token: hearing.tokens.clerk }, 'opening');
    expect(opened).toMatchObject({ code: 'gates-closed', body: { facts: { gates: ['rehearsal'] } } });
  });

  step('and that whoever answers for it can hold all the same, with a reason', async () => {
    prosecutor = await comeIn('prosecutor');
    await prosecutor.goto(`${siteUrl}sessions/${hearing.sessionId}/preparation`);
    await prosecutor.getByLabel('Reason', { exact: true }).fill('Sound comes by telephone.');
    await look(prosecutor, 'staff-test-aside');
    await prosecutor.getByRole('button', { name: 'Set the failed test aside' }).click();
    await prosecutor.getByText('The failed test was set aside').waitFor();
  });

  step('or that a test opens which passes', async () => {
    await officer.reload();
    await enterTest(officer, 'works');
    await officer.getByRole('button', { name: 'Enter the result' }).click();
    await officer.getByText('The last test passed.').waitFor();
    await look(officer, 'staff-preparation-passed');
  });

  step('is shown on paper who will be there and what will happen', async () => {
    await officer.getByRole('link', { name: 'Pictures and words for the witness' }).click();
    await officer.getByRole('heading', { name: 'Who will be there' }).waitFor();
    await look(officer, 'staff-explained');
    await officer.getByLabel('Language of the witness').selectOption('my');
    await officer.locator('.explained[lang="my"]').waitFor();
    const text = await officer.locator('.explained').innerText();
    expect(text).not.toMatch(/[A-Z]-[24679CDFGHJKMNPQRTVWX]{4}/);
    expect(text).toContain('မူကြမ်း');
  });

  step('and on the telephone, before the door and at it', async () => {
    const { page, context, faults } = await visitor(browser, { language: 'my', width: 360, height: 740 });
    const { secret, pin } = await invite(hearing, 'witness');
    await comeToTheDoor(page, `${siteUrl}join/my/#${secret}`, pin);
    await page.locator('.told-button').click();
    await atStep(page, 'told');
    await page.locator('.explained li').first().waitFor();
    expect(await page.locator('.explained').innerText()).not.toMatch(/[A-Z]-[24679CDFGHJKMNPQRTVWX]{4}/);
    await look(page, 'guest-told', 'guest');
    await page.locator('.big-button').last().click();
    await atStep(page, 'waiting');
    await look(page, 'guest-waiting-told', 'guest');
    expect(faults).toEqual([]);
    await context.close();
  });

  step('is not left alone afterwards', async () => {
    const token = { token: hearing.tokens.clerk };
    expectDone(await room(hearing, token, 'opening'));
    expectDone(await room(hearing, token, 'ending'));
    await officer.goto(siteUrl);
    await officer.getByTestId('task-transport').waitFor();
    await look(officer, 'staff-after-tasks');
    const task = officer.getByTestId('task-transport');
    await task.getByRole('button', { name: /^Enter/ }).click();
    await answer(officer, 'How does it stand?', 'Done');
    await task.getByLabel('What was done').fill('Back at eleven.');
    await task.getByRole('button', { name: 'Enter', exact: true }).click();
    await task.waitFor({ state: 'detached' });
  });
});
