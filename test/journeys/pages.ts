import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Office } from '../support/office.ts';

/** What people do on the pages, by what they read there. Language of the pages: English, unless a guest's. */

type Account = Office['accounts'][keyof Office['accounts']];

/** Signs in through the hosted page of the user pool and comes back. */
export async function signIn(page: Page, siteUrl: string, { email, password }: Account): Promise<void> {
  await page.goto(siteUrl);
  await page.getByLabel('Language').selectOption('en');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('input[name="username"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"], input[type="submit"]').first().click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Types into a date or time field segment by segment, as a keyboard user does. */
export async function typeSegments(page: Page, label: string, digits: string): Promise<void> {
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}

/** A day as it is typed into its field, in UTC. */
export function ddmmyyyy(at: Date): string {
  const [year = '', month = '', date = ''] = at.toISOString().slice(0, 10).split('-');
  return `${date}${month}${year}`;
}

/** The box in which one of many people or zones is found. */
export const picker = (within: Page | Locator, label: string) =>
  within.getByRole('combobox', { name: label, exact: true });

/** Finds one of many, as people do: types a part of what it is called, which is in no other name, and takes it. */
export async function find(within: Page | Locator, label: string, typed: string): Promise<void> {
  const name = await take(within, label, typed);
  await expect.poll(() => picker(within, label).inputValue()).toBe(name);
}

/** The same in a box that asks for one more each time: whoever is taken stands above it. */
export async function findOneMore(page: Page, label: string, typed: string): Promise<void> {
  const name = await take(page, label, typed);
  await page.locator('.chosen-ones').getByText(name, { exact: true }).waitFor();
}

async function take(within: Page | Locator, label: string, typed: string): Promise<string> {
  const box = picker(within, label);
  await box.click();
  await box.fill(typed);
  const option = box.page().getByRole('option', { name: typed });
  const name = await option.innerText();
  await option.click();
  return name;
}

/** Chooses one answer of a question. */
export const answer = (page: Page, question: string, choice: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();

/** Waits for a guest's page to be at a step. */
export const atStep = (page: Page, step: string, timeout = 20_000) =>
  page.locator(`main[data-step="${step}"]`).waitFor({ timeout });

export const bigButton = (page: Page) => page.locator('.big-button').last();

/** The guest opens the link, gives the PIN, checks the device, and waits. */
export async function comeToTheDoor(page: Page, link: string, pin: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox').fill(pin);
  await bigButton(page).click();
  await passDeviceCheck(page);
}

/** Of what was found about camera, microphone and line, what is good. */
const whatIsGood = (findings: readonly Element[]): string[] =>
  ['camera', 'microphone', 'line'].filter((_, at) => findings[at]?.getAttribute('data-good') === 'true');

export async function passDeviceCheck(page: Page): Promise<void> {
  await atStep(page, 'check');
  await bigButton(page).click();
  await expect
    .poll(() => page.locator('.finding').evaluateAll(whatIsGood), { timeout: 30_000 })
    .toEqual(['camera', 'microphone', 'line']);
  await bigButton(page).click();
  await atStep(page, 'waiting');
}

/**
 * A question about stopping stands until it is answered, however long its pictures take. That it ends by itself is seen
 * in the stories of the guest's pages; what else in her page has this patience is not tried while the question stands.
 */
export const letQuestionStand = (page: Page) =>
  page.evaluate(() => {
    const real = globalThis.setTimeout;
    const patient = (run: () => void, ms?: number) => real(run, ms === 15_000 ? 300_000 : ms);
    Object.assign(globalThis, { setTimeout: patient });
  });

export type InRoom =
  | 'prosecutor'
  | 'clerk'
  | 'support-officer'
  | 'attending-officer'
  | 'witness'
  | 'interpreter';

interface Bytes {
  readonly video: number;
  readonly audio: number;
}

/** Bytes of one person's media that a page has received (or, on the person's own page, sent). */
export async function bytesOn(page: Page, who: string): Promise<Bytes> {
  const tile = page.getByTestId(`tile-${who}`);
  const [video, audio] = await Promise.all([
    tile.getAttribute('data-video-bytes'),
    tile.getAttribute('data-audio-bytes'),
  ]);
  return { video: Number(video ?? 0), audio: Number(audio ?? 0) };
}

/**
 * Waits until both picture and voice of a person are coming in on a page, measured as bytes that go on growing. On a telephone they
 * are scrolled to first: the picture of whoever is out of sight is not sent there.
 */
export async function expectFlow(page: Page, who: string): Promise<void> {
  const tile = page.getByTestId(`tile-${who}`);
  await tile.waitFor({ timeout: 30_000 });
  await tile.scrollIntoViewIfNeeded();
  const before = await bytesOn(page, who);
  let grown: Bytes = { video: 0, audio: 0 };
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const now = await bytesOn(page, who);
    grown = { video: now.video - before.video, audio: now.audio - before.audio };
    if (grown.video > 1_000 && grown.audio > 500) return;
    await page.waitForTimeout(300);
  }
  expect.fail(`${who} does not come through: ${JSON.stringify(grown)} bytes more in 30 s`);
}
