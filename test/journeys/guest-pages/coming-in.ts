import { expect, it } from 'vitest';
import { view } from '../../support/interview.ts';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton, comeToTheDoor } from '../pages.ts';
import { clerk, invited, phone, stack, story } from './cast.ts';

const { siteUrl } = stack;

/** What a guest meets before the door: another app, an old browser, another person’s link, a refused camera. */
export function comingIn(): void {
  it('a page without its link says so', async () => {
    const { page, context } = await visitor(story.browser, phone);
    await page.goto(`${siteUrl}join/`);
    await atStep(page, 'no-link');
    await look(page, 'guest-no-link', 'guest');
    await context.close();
  });

  it('inside another app it shows the way out, and leaves the link in the address for it', async () => {
    const context = await story.browser.newContext({
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
    const { page, context } = await visitor(story.browser, phone);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
    });
    await page.goto(`${siteUrl}join/`);
    await atStep(page, 'other-browser');
    await look(page, 'guest-no-video', 'guest');
    await context.close();
  });

  it('the link again in the same browser leads back without the PIN', async () => {
    const { page, context } = await visitor(story.browser, phone);
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
    const context = await story.browser.newContext({ viewport: phone });
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
    const seats = (await view(story.interview, clerk())).body.seats as { seat: string; device?: object }[];
    expect(seats.find(({ seat }) => seat === 'witness')?.device).toMatchObject({
      camera: false,
      microphone: false,
    });
    await context.close();
  });
}
