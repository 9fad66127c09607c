import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bookInterview, invite, openGates, room, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { latin, plainPdf } from '../shared/paper/files.ts';
import { startBrowser, visitor } from './browser.ts';
import { look, photograph } from './look.ts';
import { comeToTheDoor, expectFlow, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** An exhibit from the prosecutor's computer to the witness's telephone and away again. */

const stack = deployedStack();
const { siteUrl } = stack;
let browser: Browser;
let interview: Interview;
const pages: Record<'clerk' | 'prosecutor' | 'witness', Page> = {} as never;
const step = storySteps();

async function atDesk(who: 'clerk' | 'prosecutor'): Promise<void> {
  const { page } = await visitor(browser);
  pages[who] = page;
  await signIn(page, siteUrl, interview.accounts[who]);
  await page.goto(`${siteUrl}sessions/${interview.sessionId}/room`);
  await page.locator('button:enabled', { hasText: 'I am here' }).click();
}

const shown = (page: Page) => page.getByTestId('shown');
/** Red, green and blue at the lower left corner of what is painted: there the pages have a red square. */
const corner = (page: Page) =>
  shown(page)
    .locator('canvas')
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      if (width === 0) return [];
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return [
        ...(context?.getImageData(Math.floor(width * 0.05), Math.floor(height * 0.95), 1, 1).data ?? []),
      ];
    });
const isRed = async (page: Page) => {
  await expect.poll(() => corner(page), { timeout: 20_000 }).toHaveLength(4);
  const [red = 0, green = 255, blue = 255] = await corner(page);
  expect([red > 200, green < 60, blue < 60]).toEqual([true, true, true]);
};
const pointedAt = (page: Page) => shown(page).locator('.exhibit-pointer').getAttribute('style');
const ownWindow = (page: Page) => page.evaluate(() => document.pictureInPictureElement !== null);
async function isGone(page: Page): Promise<void> {
  await expect.poll(() => shown(page).count(), { timeout: 20_000 }).toBe(0);
  // A page that has stopped shows nothing either.
  expect(await page.getByTestId('hearing-status').count()).toBe(1);
}

async function handIn(page: Page, file: Uint8Array, title: string): Promise<void> {
  await page.getByText('Hand in an exhibit', { exact: true }).click();
  // Its name on this computer says what it is not.
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'witness at home.png', mimeType: 'image/png', buffer: Buffer.from(file) });
  await page.getByLabel('Short title').fill(title);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
}

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack);
  await openGates(interview);
});
afterAll(async () => {
  await browser.close();
});

describe('an exhibit', () => {
  step('needs people in the room', async () => {
    await atDesk('clerk');
    await atDesk('prosecutor');
    const witness = await visitor(browser, { language: 'my', width: 360, height: 740 });
    pages.witness = witness.page;
    const { secret, pin } = await invite(interview, 'witness');
    await comeToTheDoor(witness.page, `${siteUrl}join/my/#${secret}`, pin);
    const asClerk = { token: interview.tokens.clerk };
    await room(interview, asClerk, 'opening');
    for (const seat of ['prosecutor', 'witness']) await room(interview, asClerk, 'admissions', { seat });
    await expectFlow(pages.prosecutor, 'witness');
  });

  step('that is none is refused, and the page says what to hand in', async () => {
    const { prosecutor } = pages;
    await handIn(prosecutor, latin('PK\u0003\u0004 an archive'), 'An archive');
    await prosecutor.getByText('The file cannot be used.').waitFor();
    await photograph(prosecutor, 'exhibit-refused');
  });

  step('is handed in, its pages made, and its hash stands there; to nobody is it shown', async () => {
    const { prosecutor, witness } = pages;
    await prosecutor.reload();
    await handIn(
      prosecutor,
      plainPdf([
        [595, 842],
        [842, 595],
      ]),
      'The contract of work',
    );
    await prosecutor.locator('[data-testid="exhibit"][data-state="ready"]').waitFor({ timeout: 60_000 });
    expect(await prosecutor.getByTestId('exhibit').textContent()).toMatch(
      /P-1.*The contract of work.*[0-9a-f]{64}/s,
    );
    expect(await prosecutor.content()).not.toContain('witness at home');
    expect(await shown(witness).count()).toBe(0);
    await look(prosecutor, 'exhibit-list');
  });

  step(
    'is shown by its party once that is allowed: painted, with nothing to be opened or saved',
    async () => {
      const { clerk, prosecutor, witness } = pages;
      await prosecutor.getByText('You can show it once the judge allows it.').waitFor();
      await clerk.getByRole('button', { name: 'Let the party show it' }).click();
      await prosecutor.getByRole('button', { name: 'Show to all' }).click({ timeout: 30_000 });
      for (const page of [prosecutor, clerk, witness]) await isRed(page);
      expect(await shown(witness).locator('img, a, object, iframe, embed').count()).toBe(0);
      await look(witness, 'exhibit-witness', 'guest');
      await look(prosecutor, 'exhibit-shown');
    },
  );

  step('is turned and pointed at for all, and made larger by the keyboard', async () => {
    const { prosecutor, witness } = pages;
    await prosecutor.getByRole('button', { name: 'Next page' }).click();
    await witness.locator('[data-testid="shown"][data-page="2"]').waitFor();
    await isRed(witness);
    await shown(prosecutor)
      .locator('.exhibit-sheet')
      .hover({ position: { x: 60, y: 40 } });
    await shown(witness).locator('.exhibit-pointer').waitFor();
    const pointed = await pointedAt(witness);
    await shown(witness).getByTestId('exhibit-place').press('+');
    await witness.locator('.exhibit-sheet[data-zoom="1.5"]').waitFor();
    await photograph(witness, 'exhibit-witness-larger');
    await shown(prosecutor).getByTestId('exhibit-place').press('Shift+ArrowLeft');
    await expect.poll(() => pointedAt(witness), { timeout: 20_000 }).not.toBe(pointed);
    await shown(prosecutor).getByRole('button', { name: 'In a window of its own' }).click();
    await expect.poll(() => ownWindow(prosecutor), { timeout: 20_000 }).toBe(true);
  });

  step('is gone from every page when it is hidden, and comes to those alone who are named', async () => {
    const { clerk, prosecutor, witness } = pages;
    await clerk.getByRole('button', { name: 'Hide', exact: true }).click();
    for (const page of [clerk, prosecutor, witness]) await isGone(page);
    expect(await ownWindow(prosecutor)).toBe(false);
    await prosecutor.getByText('Show to some', { exact: true }).click();
    await prosecutor.getByRole('checkbox', { name: /^Court clerk|^Clerk/ }).check();
    await prosecutor.getByRole('checkbox', { name: /^Prosecutor/ }).check();
    await prosecutor.getByRole('button', { name: 'Show to these' }).click();
    await isRed(clerk);
    // The witness's page asks again, after the clerk's shows it, and is shown nothing.
    const [asked] = await Promise.all([
      witness.waitForRequest((request) => request.url().endsWith('/shown')),
      witness.evaluate(() => globalThis.dispatchEvent(new Event('online'))),
    ]);
    expect(await (await asked.response())?.json()).toEqual({});
    expect(await shown(witness).count()).toBe(0);
    await photograph(clerk, 'exhibit-some');
  });
});
