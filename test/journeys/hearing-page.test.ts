import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bookInterview, invite, openGates, room, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { comeToTheDoor, expectFlow, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** The page of the hearing as a prosecutor has it all day: seen whole, by the keyboard, and with devices that fail. */

const stack = deployedStack();
const { siteUrl } = stack;
let browser: Browser;
let interview: Interview;
const people: Record<'clerk' | 'prosecutor' | 'witness' | 'interpreter', Visitor> = {} as never;
const step = storySteps();

const tile = (page: Page, who: string) => page.getByTestId(`tile-${who}`);
const isLarge = (page: Page, who: string) =>
  page.locator(`[data-testid="tile-${who}"][data-large="true"]`).waitFor();
const said = (page: Page, text: RegExp) =>
  expect.poll(() => page.getByTestId('announcer').textContent(), { timeout: 20_000 }).toMatch(text);

/** Whether all of an element is on the screen, without scrolling. */
const isInSight = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  });

/**
 * Lets a test pull out what the page opened, and gives it a microphone that hears nothing: what a headset that is switched off
 * does, and the browser's own devices cannot.
 */
const devicesThatFail = () => {
  const opened: MediaStreamTrack[] = [];
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  let gone = false;
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (gone && wish?.video) throw new DOMException('Requested device not found', 'NotFoundError');
    const stream = await real(wish);
    if (wish?.audio && sessionStorage.getItem('hears-nothing') !== null) {
      for (const track of stream.getAudioTracks()) stream.removeTrack(track);
      const silence = new AudioContext().createMediaStreamDestination().stream;
      for (const track of silence.getAudioTracks()) stream.addTrack(track);
    }
    opened.push(...stream.getTracks());
    return stream;
  };
  Object.assign(globalThis, {
    pullOutCamera: () => {
      gone = true;
      for (const track of opened)
        if (track.kind === 'video' && track.readyState === 'live') {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
    },
  });
};

async function atDesk(who: 'clerk' | 'prosecutor'): Promise<Page> {
  const visit = await visitor(browser);
  people[who] = visit;
  await visit.context.addInitScript(devicesThatFail);
  await signIn(visit.page, siteUrl, interview.accounts[who]);
  await visit.page.goto(`${siteUrl}sessions/${interview.sessionId}/room`);
  await visit.page.locator('button:enabled', { hasText: 'I am here' }).click();
  return visit.page;
}

async function byLink(who: 'witness' | 'interpreter'): Promise<void> {
  const visit = await visitor(browser, { language: 'my', width: 360, height: 740 });
  people[who] = visit;
  const { secret, pin } = await invite(interview, who);
  await comeToTheDoor(visit.page, `${siteUrl}join/my/#${secret}`, pin);
}

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack);
  await openGates(interview);
});
afterAll(async () => {
  await browser.close();
});

describe('the page of the hearing', () => {
  step('is whole on a usual screen, the witness large and everybody in sight', async () => {
    const clerk = await atDesk('clerk');
    const prosecutor = await atDesk('prosecutor');
    await byLink('witness');
    await byLink('interpreter');
    const asClerk = { token: interview.tokens.clerk };
    await room(interview, asClerk, 'opening');
    for (const seat of ['prosecutor', 'witness', 'interpreter'])
      await room(interview, asClerk, 'admissions', { seat });
    await expectFlow(prosecutor, 'witness');
    await expectFlow(prosecutor, 'interpreter');
    for (const page of [clerk, prosecutor]) {
      await isLarge(page, 'witness');
      for (const part of ['.desk', '[data-testid="tile-witness"]', '.desk-controls', '.desk-top'])
        expect([part, await isInSight(page, part)]).toEqual([part, true]);
    }
    expect(await prosecutor.getByTestId('people-hearing').locator('li').count()).toBe(4);
    await look(prosecutor, 'desk', 'main');
    await look(clerk, 'desk-clerk');
  });

  step('is used by the keyboard, and says to whoever listens what changes', async () => {
    const { page } = people.prosecutor;
    await tile(page, 'interpreter')
      .getByRole('button', { name: /^Keep large: Interpreter I-/ })
      .press('Enter');
    await isLarge(page, 'interpreter');
    await said(page, /^Kept large: Interpreter I-/);
    expect(await isInSight(page, '[data-testid="tile-witness"]')).toBe(true);
    await page.keyboard.press('w');
    await isLarge(page, 'witness');
    await page.keyboard.press('+');
    await look(page, 'desk-closer');
    await page.keyboard.press('g');
    await page.locator('.desk-stage[data-view="grid"]').waitFor();
    await look(page, 'desk-grid');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await said(page, /^Your microphone is off\.$/);
    await said(people.clerk.page, /^Prosecutor P-[0-9A-Z]{4}: microphone off\.$/);
    await tile(people.clerk.page, 'prosecutor').getByText('Microphone is off').waitFor();
    await page.keyboard.press('m');
    await said(people.clerk.page, /microphone on\.$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await look(page, 'desk-keys');
    await page.getByLabel('Use these keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    expect(await page.locator('.desk-stage[data-view="grid"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Use these keys').check();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  step('tries sound without leaving, and says so when a device fails', async () => {
    const { page } = people.prosecutor;
    await page.getByRole('button', { name: 'Sound test' }).click();
    await page.getByRole('button', { name: 'Play a tone' }).click();
    await look(page, 'desk-sound');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (globalThis as unknown as { pullOutCamera: () => void }).pullOutCamera());
    await page.getByText('The camera does not work. The others hear you but do not see you.').waitFor();
    await page.evaluate(() => sessionStorage.setItem('hears-nothing', 'yes'));
    await page.reload();
    await page.getByText(/^Nobody hears anything from your microphone/).waitFor({ timeout: 60_000 });
    await look(page, 'desk-silent');
    await page.evaluate(() => sessionStorage.removeItem('hears-nothing'));
    await page.reload();
    await expectFlow(people.clerk.page, 'prosecutor');
    expect(await page.getByText(/^Nobody hears anything/).count()).toBe(0);
  });

  step('lets a listener choose a language, and makes the original soft under it', async () => {
    const interpreter = people.interpreter.page;
    const { page } = people.prosecutor;
    const volume = (now: number) =>
      page.locator(`[data-testid="original-volume"][data-volume="${now}"]`).waitFor({ state: 'attached' });
    const heardOn = (of: Page) =>
      of
        .locator('audio')
        .evaluateAll((all) =>
          all.map((each) => (each as HTMLAudioElement).volume).toSorted((one, other) => one - other),
        );
    expect(await page.getByTestId('listen-to').count()).toBe(0);
    await interpreter.getByTestId('one-more-language').selectOption('th');
    await interpreter.getByTestId('one-more-language').selectOption('my');
    const into = (name: string) =>
      interpreter.getByTestId('speak-into').getByRole('button', { name }).click();
    await into('ไทย');
    await interpreter.locator('[data-testid="speak-into"][data-language="th"]').waitFor();
    const choice = page.getByTestId('listen-to');
    await choice.getByRole('button', { name: 'ไทย' }).waitFor();
    expect(await heardOn(page)).toEqual([1, 1, 1]);
    // The room does not hear the interpreter then.
    await tile(people.clerk.page, 'interpreter').getByText('Interprets into ไทย').waitFor();
    await choice.getByRole('button', { name: 'ไทย' }).click();
    await volume(0.15);
    await expect.poll(() => heardOn(page)).toEqual([0.15, 0.15, 0.15, 1]);
    await look(page, 'desk-language');
    // The interpreter goes to another language with one press: that one falls silent, and the original comes back.
    await into('မြန်မာ');
    await volume(1);
    await choice.getByRole('button', { name: 'မြန်မာ' }).click();
    await volume(0.15);
    await look(interpreter, 'guest-interpreting', 'guest');
    // She reads Burmese, and hears it without a press.
    const witness = people.witness.page;
    await witness.getByTestId('listen-to').locator('[aria-pressed="true"][lang="my"]').waitFor();
    await look(witness, 'guest-listening', 'guest');
    await choice.getByRole('button', { name: 'Original sound' }).click();
    await volume(1);
    await expect.poll(() => heardOn(page)).toEqual([1, 1, 1]);
    await interpreter.getByTestId('speak-into').locator('button').first().click();
    await tile(people.clerk.page, 'interpreter')
      .getByText('Microphone is off')
      .waitFor({ state: 'detached' });
    // None of it was taken for an intruder's.
    expect(await people.clerk.page.getByTestId('intruders').count()).toBe(0);
  });

  step('tells who left, and leaves the page of the witness as simple as it is', async () => {
    const { page } = people.witness;
    // Camera, pause and stop; and while somebody interprets into languages, which of them she hears.
    expect(await page.locator('.hearing button:not(.listen-to button)').count()).toBe(3);
    await look(page, 'guest-room-with-desk', 'guest');
    await people.interpreter.context.close();
    await said(people.clerk.page, /Interpreter I-[0-9A-Z]{4} has left\./);
    for (const who of ['clerk', 'prosecutor', 'witness'] as const) expect(people[who].faults).toEqual([]);
  });
});
