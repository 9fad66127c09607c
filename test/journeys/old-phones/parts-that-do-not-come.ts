import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton, comeToTheDoor } from '../pages.ts';
import { byClerk, invited, phone, story } from './cast.ts';

/** Lets the first requests for a file fail, as on a line that comes and goes. @returns how many were asked for */
async function lose(page: Page, file: string, times: number): Promise<() => number> {
  let asked = 0;
  await page.route(file, (route) => {
    asked += 1;
    return asked <= times ? route.abort('connectionreset') : route.continue();
  });
  return () => asked;
}

/** The first script of her page, her words, the code of the room: each is asked for again, and the page is never empty. */
export function partsThatDoNotCome(): void {
  it('with no script at all there are words in her language, then a button; with the line back it leads to the PIN', async () => {
    const { page, context } = await visitor(story.browser, { ...phone, language: 'en' });
    const asked = await lose(page, '**/assets/index-*.js', 5);
    const { link } = await invited('witness');
    await page.goto(link, { waitUntil: 'commit' });
    await page.getByText('ခဏစောင့်ပါ').waitFor();
    await page.locator('#before button').waitFor({ timeout: 60_000 });
    await page.getByText('အင်တာနက် စစ်ပြီး').waitFor();
    expect(asked()).toBe(5);
    await page.locator('#before button').click();
    await atStep(page, 'pin');
    expect(page.url()).not.toContain('#');
    await context.close();
  });

  it('a line that fails twice is met without her doing anything', async () => {
    const { page, context } = await visitor(story.browser, { ...phone, language: 'en' });
    const words = await lose(page, '**/assets/guest-*.js', 2);
    const { link } = await invited('witness');
    await page.goto(link);
    await atStep(page, 'pin');
    expect(words()).toBe(3);
    await context.close();
  });

  it('the room’s code comes while she waits; when it does not, she is told, with a button', async () => {
    const { page, context, faults } = await visitor(story.browser, { ...phone, language: 'my' });
    const { link, pin } = await invited('witness');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await comeToTheDoor(page, link, pin);
    // Both of its scripts; in which file their styles are is the build's to choose.
    for (const script of [/assets\/hearing-.*\.js$/, /assets\/livekit.*\.js$/])
      await expect
        .poll(() => fetched.filter((url) => script.test(url)).length, { timeout: 20_000 })
        .toBeGreaterThan(0);

    const media = await lose(page, '**/assets/{hearing,livekit}*.js', 1_000);
    await page.reload();
    await atStep(page, 'waiting');
    await byClerk('admissions', { seat: 'witness' });
    await atStep(page, 'room-missing', 60_000);
    expect(media()).toBeGreaterThan(4);
    await look(page, 'guest-room-missing', 'guest');
    await page.unroute('**/assets/{hearing,livekit}*.js');
    await bigButton(page).click();
    await page.locator('.hearing[data-standing="joined"]').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
}
