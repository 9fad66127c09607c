import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bookInterview, expectDone, invite, openGates, room, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { atStep, comeToTheDoor, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** Whoever is heard calls for help: from the page where they wait, from the room and from a pause, and nobody else learns of it. */

const stack = deployedStack();
const { siteUrl } = stack;
let browser: Browser;
let interview: Interview;
let officer: Visitor;
let clerk: Visitor;
let witness: Visitor;

const step = storySteps();
const help = () => witness.page.getByTestId('help');
const sign = () => witness.page.locator('.help p');
const ringing = ({ page }: Visitor) => page.locator('.ringing');
/** How often a page has made a sound. */
const sounds = ({ page }: Visitor): Promise<number> =>
  page.evaluate(() => (globalThis as { sounds?: number }).sounds ?? 0);
const counting = ({ context }: Visitor) =>
  context.addInitScript(() => {
    const counted = globalThis as { sounds?: number };
    globalThis.AudioContext = class extends AudioContext {
      override createOscillator() {
        counted.sounds = (counted.sounds ?? 0) + 1;
        return super.createOscillator();
      }
    };
  });
const byKeyboard = async (page: Page) => {
  await help().focus();
  await page.keyboard.press('Enter');
};

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack, 5);
  await openGates(interview);
  officer = await visitor(browser);
  clerk = await visitor(browser);
  witness = await visitor(browser, { language: 'my', width: 360, height: 740 });
  await Promise.all([officer, clerk, witness].map(counting));
});
afterAll(async () => {
  await browser.close();
});

describe('the silent alarm', () => {
  step('has people whom the support officer names, in order, with telephones', async () => {
    const { page } = officer;
    await signIn(page, siteUrl, interview.accounts['support-officer']);
    await page.goto(`${siteUrl}sessions/${interview.sessionId}`);
    const list = page.locator('section', { has: page.getByRole('heading', { name: 'Who is on call' }) });
    await list.getByText('Nobody was named yet.').waitFor();
    await list.getByRole('button', { name: /^Take Attending officer .* off the list$/ }).click();
    const other = list.getByLabel('Somebody else of the case');
    await other.selectOption({
      label: await other.locator('option', { hasText: 'Central authority' }).innerText(),
    });
    await list.getByRole('button', { name: 'Put on the list' }).click();
    await list.getByRole('button', { name: /^Call Central authority .* earlier$/ }).click();
    await list.getByLabel(/^Telephone for text messages to Central authority/).fill('081 234');
    await list.getByRole('button', { name: 'Keep this list' }).click();
    await list.locator('.fault', { hasText: 'With + and the country’s code' }).waitFor();
    await list.getByLabel(/^Telephone for text messages to Central authority/).fill('+66 81 234 5678');
    await list.getByRole('button', { name: /^Call Victim-support officer .* earlier$/ }).click();
    await look(page, 'on-call-list');
    await list.getByRole('button', { name: 'Keep this list' }).click();
    await list.getByText('A number is kept.').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('81 234 5678');
  });

  step(
    'is not there before somebody has shown that they have a seat, and then on each of her pages',
    async () => {
      const { page } = witness;
      const { secret, pin } = await invite(interview, 'witness');
      await page.goto(`${siteUrl}join/my/#${secret}`);
      await page.getByRole('textbox').waitFor();
      expect(await help().count()).toBe(0);
      await comeToTheDoor(page, `${siteUrl}join/my/#${secret}`, pin);
      await help().waitFor();
      await look(page, 'guest-help', 'guest');
    },
  );

  step(
    'rings the open page of whoever is first, at the keyboard’s word, and makes no sound at hers',
    async () => {
      await officer.page.goto(siteUrl);
      await officer.page.getByRole('heading').first().click();
      await byKeyboard(witness.page);
      await expect.poll(() => sign().innerText(), { timeout: 20_000 }).toBe('ပို့ပြီးပါပြီ');
      await ringing(officer).getByText('Somebody needs you now').waitFor();
      await expect.poll(() => sounds(officer), { timeout: 15_000 }).toBeGreaterThan(0);
      await look(officer.page, 'ringing', 'main');
      await look(witness.page, 'guest-help-sent', 'guest');
      expect(await sounds(witness)).toBe(0);
    },
  );

  step('makes no sound beside an open room', async () => {
    const { page } = officer;
    await page.goto(`${siteUrl}sessions/${interview.sessionId}/room`);
    await page.getByText('No sound is made here while a room is open').waitFor();
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    expect(await sounds(officer)).toBe(0);
    await look(page, 'ringing-in-a-room');
  });

  step('is answered with one press, which she sees as a word', async () => {
    await ringing(officer).getByRole('button', { name: 'I am on my way' }).click();
    await ringing(officer).getByText('You are on the way').waitFor();
    await expect.poll(() => sign().innerText(), { timeout: 15_000 }).toBe('တစ်ယောက်ယောက် လာနေပါပြီ');
    await ringing(officer).getByRole('button', { name: 'It is over' }).click();
    await ringing(officer).waitFor({ state: 'detached' });
    await expect.poll(() => sign().innerText(), { timeout: 40_000 }).toBe('');
  });

  step(
    'works in the room and in a pause, and the clerk who looks on sees and hears nothing of it',
    async () => {
      await signIn(clerk.page, siteUrl, interview.accounts.clerk);
      const token = interview.tokens.clerk;
      expectDone(await room(interview, { token }, 'opening'));
      await clerk.page.goto(`${siteUrl}sessions/${interview.sessionId}/room`);
      await clerk.page.getByRole('heading', { level: 1, name: 'Room' }).waitFor();
      expectDone(await room(interview, { token }, 'admissions', { seat: 'witness' }));
      await atStep(witness.page, 'room', 40_000);
      await byKeyboard(witness.page);
      await expect.poll(() => sign().innerText(), { timeout: 20_000 }).toBe('ပို့ပြီးပါပြီ');
      await ringing(officer).getByText('Somebody needs you now').waitFor();
      await look(witness.page, 'guest-help-in-room', 'guest');
      expect(await ringing(clerk).count()).toBe(0);
      expect(await clerk.page.locator('body').innerText()).not.toMatch(/help|alarm/i);
      await ringing(officer).getByRole('button', { name: 'I am on my way' }).click();
      await expect.poll(() => sign().innerText(), { timeout: 15_000 }).toBe('တစ်ယောက်ယောက် လာနေပါပြီ');
      expect(await sounds(witness)).toBe(0);
      expect(await sounds(officer)).toBe(0);
      expect([...officer.faults, ...witness.faults, ...clerk.faults]).toEqual([]);
    },
  );

  step('and with the device she is helped by whoever runs the session', async () => {
    await witness.page.getByTestId('technical').click();
    await witness.page.locator('.technical-what button').first().click();
    await clerk.page.getByText(/^Witness .* asks for technical help$/).waitFor();
    await clerk.page.getByText('Sound · in the room · camera works').waitFor();
    await look(clerk.page, 'technical-call');
    await clerk.page.getByRole('button', { name: 'I see to it' }).click();
    await expect
      .poll(() => witness.page.locator('.technical p').innerText(), { timeout: 15_000 })
      .toBe('တစ်ယောက်ယောက် ကူညီနေပါသည်');
    await clerk.page.getByRole('button', { name: 'It works now' }).click();
    await clerk.page.locator('summary', { hasText: 'Something does not work' }).click();
    await look(clerk.page, 'ask-technical');
  });

  step('is still there when she has paused', async () => {
    await witness.page.locator('.safety-pause').click();
    await atStep(witness.page, 'paused-by-me', 40_000);
    await help().waitFor();
    await look(witness.page, 'guest-help-in-pause', 'guest');
  });
});
