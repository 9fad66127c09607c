import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bookInterview,
  expectDone,
  invite,
  openGates,
  room,
  view,
  type Interview,
} from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { atStep, bigButton, bytesOn, comeToTheDoor, expectFlow } from './pages.ts';

/** What else can happen to a guest on the way: everything that is not the straight road of the interview. */

const stack = deployedStack();
const { siteUrl } = stack;
const phone = { width: 360, height: 740 } as const;

let browser: Browser;
let interview: Interview;

const invited = async (seat: 'witness' | 'interpreter' = 'witness') => {
  const { secret, pin } = await invite(interview, seat);
  return { link: `${siteUrl}join/#${secret}`, pin };
};
const clerk = () => ({ token: interview.tokens.clerk });
const letIn = async (seat: string) => expectDone(await room(interview, clerk(), 'admissions', { seat }));

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack);
  await openGates(interview);
});
afterAll(async () => {
  await browser.close();
});

describe('the way in', () => {
  it('a page without its link says so', async () => {
    const { page, context } = await visitor(browser, phone);
    await page.goto(`${siteUrl}join/`);
    await atStep(page, 'no-link');
    await look(page, 'guest-no-link', 'guest');
    await context.close();
  });

  it('inside another app it shows the way out, and leaves the link in the address for it', async () => {
    const context = await browser.newContext({
      ...phone,
      viewport: phone,
      userAgent:
        'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36 Line/14.1.0',
    });
    const page = await context.newPage();
    const { link, pin } = await invited();
    await page.goto(link);
    await atStep(page, 'other-browser');
    expect(page.url()).toBe(link);
    await look(page, 'guest-inside-app', 'guest');
    await bigButton(page).click();
    await atStep(page, 'pin');
    expect(page.url()).not.toContain('#');
    await page.getByRole('textbox').fill(pin);
    await bigButton(page).click();
    await atStep(page, 'check');
    await context.close();
  });

  it('a browser without video is told apart from one inside an app', async () => {
    const { page, context } = await visitor(browser, phone);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
    });
    await page.goto(`${siteUrl}join/`);
    await atStep(page, 'other-browser');
    await look(page, 'guest-no-video', 'guest');
    await context.close();
  });

  it('the link again in the same browser leads back without the PIN', async () => {
    const { page, context } = await visitor(browser, phone);
    const { link, pin } = await invited();
    await comeToTheDoor(page, link, pin);
    await page.close();
    const again = await context.newPage();
    await again.goto(link);
    await atStep(again, 'waiting');
    expect(again.url()).not.toContain('#');

    // Another person's link in the same browser is not taken for hers, though her own place is still good.
    const other = await invited('interpreter');
    await again.goto(other.link);
    await atStep(again, 'pin');
    await again.goto(link);
    await atStep(again, 'waiting');

    // A new invitation for the same seat: this device is out, and says so.
    await invited();
    await atStep(again, 'over');
    await look(again, 'guest-over', 'guest');
    expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([]);
    // What is left of her there keeps nobody out.
    await again.goto(other.link);
    await again.getByRole('textbox').fill(other.pin);
    await bigButton(again).click();
    await atStep(again, 'check');
    await context.close();
  });

  it('a refused camera and microphone: what to press, and the way on all the same', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    // The browser's own answer to "Block"; its question cannot be pressed from here.
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    });
    const { link, pin } = await invited();
    await page.goto(link);
    await page.getByRole('textbox').fill(pin);
    await bigButton(page).click();
    await atStep(page, 'check');
    await bigButton(page).click();
    await page.locator('h1', { hasText: 'ပိတ်ထားသည်' }).waitFor();
    await look(page, 'guest-check-denied', 'guest');
    await page.locator('.big-button-quiet:not([aria-disabled="true"])').click();
    await atStep(page, 'waiting');
    const seats = (await view(interview, clerk())).body.seats as { seat: string; device?: object }[];
    expect(seats.find(({ seat }) => seat === 'witness')?.device).toMatchObject({
      camera: false,
      microphone: false,
    });
    await context.close();
  });
});

describe('a page that breaks', () => {
  it('says so in her language, and one press begins anew where she was', async () => {
    const { page, context } = await visitor(browser, phone);
    const { link, pin } = await invited();
    await comeToTheDoor(page, link, pin);
    // The next time that the waiting page is drawn it fails.
    await page.evaluate(() => {
      Object.assign(Date.prototype, {
        getDay: () => {
          throw new Error('broken on purpose');
        },
      });
    });
    await atStep(page, 'broken');
    await look(page, 'guest-broken', 'guest');
    await bigButton(page).click();
    await atStep(page, 'waiting');
    await context.close();
  });
});

describe('in the room', () => {
  it('without a camera she is heard; a second page of hers takes over without a fight; a stop that is not answered is a pause', async () => {
    const { page, context } = await visitor(browser, { ...phone, language: 'en' });
    await context.addInitScript(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = (wish) =>
        wish?.video
          ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
          : real(wish);
    });
    const { link, pin } = await invited();
    await page.goto(`${link}.en`);
    await page.getByRole('textbox').fill(pin);
    await bigButton(page).click();
    await atStep(page, 'check');
    await bigButton(page).click();
    await page.locator('.finding[data-good="true"]').nth(1).waitFor();
    await bigButton(page).click();
    await atStep(page, 'waiting');

    const other = await visitor(browser, { language: 'en' });
    const interpreter = await invited('interpreter');
    await comeToTheDoor(other.page, interpreter.link, interpreter.pin);
    expectDone(await room(interview, clerk(), 'opening'));
    await letIn('witness');
    await letIn('interpreter');
    await expectFlow(page, 'interpreter');
    const before = await bytesOn(other.page, 'witness');
    await expect
      .poll(async () => (await bytesOn(other.page, 'witness')).audio - before.audio, { timeout: 20_000 })
      .toBeGreaterThan(500);
    expect((await bytesOn(other.page, 'witness')).video).toBe(0);

    const second = await context.newPage();
    await second.goto(`${siteUrl}join/`);
    await expectFlow(second, 'interpreter');
    const taken = page.locator('.hearing[data-standing="elsewhere"]');
    await taken.waitFor();
    await second.waitForTimeout(3_000);
    expect(await taken.count()).toBe(1);
    expect(await second.locator('.hearing[data-standing="joined"]').count()).toBe(1);
    await second.close();
    await taken.locator('.hearing-button').click();
    await expectFlow(page, 'interpreter');

    // A pause that does not get through outlives a reload, and is told when the way is free.
    await page.route('**/pauses', (route) => route.abort());
    await page.locator('.safety-pause').click();
    await atStep(page, 'telling');
    await page.reload();
    await atStep(page, 'telling');
    expect((await view(interview, clerk())).body.phase).toBe('open');
    await page.unroute('**/pauses');
    await atStep(page, 'paused-by-me');
    await bigButton(page).click();
    await expectFlow(page, 'interpreter');

    await page.locator('.safety-stop').click();
    await page.locator('.safety-question').waitFor();
    await atStep(page, 'paused-by-me', 40_000);
    expect((await view(interview, clerk())).body.pauses).toEqual([{ seat: 'witness', kind: 'pause' }]);
    await context.close();
    await other.context.close();
  });
});

describe('weight', () => {
  it('before video the page weighs at most 150 kB, fonts counted', async () => {
    const { page, context } = await visitor(browser, { ...phone, language: 'my' });
    const loaded = await weigh(page, async () => {
      await page.goto((await invited()).link);
      await atStep(page, 'pin');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    });
    expect(loaded.names.some((name) => name.includes('livekit'))).toBe(false);
    expect(loaded.bytes).toBeLessThanOrEqual(150_000);
    expect(loaded.bytes).toBeGreaterThan(50_000);
    await context.close();
  });
});

/** What a page loads, compressed as a web server would: fonts and pictures are compressed already. */
async function weigh(page: Page, visit: () => Promise<void>): Promise<{ bytes: number; names: string[] }> {
  const bodies: Promise<Buffer>[] = [];
  const names: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) return;
    names.push(response.url());
    bodies.push(response.body());
  });
  await visit();
  const sizes = (await Promise.all(bodies)).map((body, at) =>
    names[at]?.endsWith('.woff2') === true ? body.length : gzipSync(body).length,
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), names };
}
