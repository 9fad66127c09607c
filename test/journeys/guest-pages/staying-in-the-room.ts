import { expect, it } from 'vitest';
import { expectDone, room, view } from '../../support/interview.ts';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton, bytesOn, comeToTheDoor, expectFlow } from '../pages.ts';
import { clerk, invited, letIn, phone, stack, story } from './cast.ts';

const { siteUrl } = stack;

/** What can happen to a guest in the room: no camera, a second page, a pause that is not heard, a stop not answered. */
export function stayingInTheRoom(): void {
  it('without a camera she is heard; a second page of hers takes over without a fight; a stop that is not answered is a pause', async () => {
    const { page, context } = await visitor(story.browser, { ...phone, language: 'en' });
    await context.addInitScript(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = (wish) =>
        wish?.video
          ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
          : real(wish);
    });
    const { link, pin } = await invited();
    await page.goto(link);
    await page.getByRole('textbox').fill(pin);
    await bigButton(page).click();
    await atStep(page, 'check');
    await bigButton(page).click();
    await page.locator('.finding[data-good="true"]').nth(1).waitFor();
    await bigButton(page).click();
    await atStep(page, 'waiting');

    const other = await visitor(story.browser, { language: 'en' });
    const interpreter = await invited('interpreter');
    await comeToTheDoor(other.page, interpreter.link, interpreter.pin);
    expectDone(await room(story.interview, clerk(), 'opening'));
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
    expect((await view(story.interview, clerk())).body.phase).toBe('open');
    await page.unroute('**/pauses');
    await atStep(page, 'paused-by-me');
    await bigButton(page).click();
    await expectFlow(page, 'interpreter');

    await page.locator('.safety-stop').click();
    await page.locator('.safety-question').waitFor();
    await atStep(page, 'paused-by-me', 40_000);
    expect((await view(story.interview, clerk())).body.pauses).toEqual([{ seat: 'witness', kind: 'pause' }]);

    // The way out for good: asked once more, by a button that nobody presses by habit, and then it is done.
    await page.locator('.leave-button').click();
    await atStep(page, 'leaving');
    await look(page, 'leaving', 'guest');
    await page.locator('.big-button').first().click();
    await atStep(page, 'paused-by-me');
    await page.locator('.leave-button').click();
    await bigButton(page).click();
    await atStep(page, 'left');
    await look(page, 'left', 'guest');
    expect((await room(story.interview, clerk(), 'passes')).body).toMatchObject({
      code: 'gates-closed',
      facts: { gates: ['consent'] },
    });
    await expect
      .poll(async () => (await view(story.interview, clerk())).body.phase, { timeout: 10_000 })
      .toBe('closed');
    await context.close();
    await other.context.close();
  });
}
