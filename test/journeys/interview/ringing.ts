import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { look } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { go, pageOf, story } from './cast.ts';

interface Rung {
  /** Tones that were sounded. */
  tones: number;
  readonly said: string[];
}

/** Takes the page out of sight, and notes what it does there to be noticed. */
const hide = (page: Page) =>
  page.evaluate(() => {
    const rung: Rung = { tones: 0, said: [] };
    const real = Reflect.get<AudioContext, 'createOscillator'>(AudioContext.prototype, 'createOscillator');
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      if (this.state === 'running') rung.tones += 1;
      return real.call(this);
    };
    class Noted extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        rung.said.push([title, options?.body ?? ''].join(''));
      }
    }
    Object.assign(globalThis, { rung, Notification: Noted });
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });

const show = (page: Page) =>
  page.evaluate(() => {
    for (const name of ['hidden', 'visibilityState']) Reflect.deleteProperty(document, name);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });

const rungOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { rung: Rung }).rung);

/** Before anybody comes: the clerk’s first page says what is today, and is then put behind other windows. */
export function listening(step: Step): void {
  step(
    'the clerk’s first page has today’s session, finds it by what is typed, and is left in the background',
    async () => {
      const page = pageOf('clerk');
      await pageOf('clerk').context().grantPermissions(['camera', 'microphone', 'notifications']);
      await go('clerk', '');
      const today = page.locator('section', { has: page.getByRole('heading', { name: 'Today' }) });
      const own = today.locator(`a[href="/sessions/${story.sessionId}"]`);
      await own.waitFor();
      await look(page, 'staff-home');
      // A browser lets a page ring once somebody has pressed something in it.
      await page.getByRole('searchbox').click();
      await page.getByRole('searchbox').fill('no such thing');
      await own.waitFor({ state: 'detached' });
      await page.getByRole('searchbox').fill('t 1/2026 interview');
      await own.waitFor();
      expect(await page.title()).toBe('Your work – saksi');
      await hide(page);
    },
  );
}

/** After the first has come. */
export function ringing(step: Step): void {
  step(
    'the clerk’s page rings and says so in its title though nobody sees it, and names nobody',
    async () => {
      const page = pageOf('clerk');
      await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('(1) Your work – saksi');
      await expect
        .poll(async () => (await rungOn(page)).tones, { timeout: 10_000 })
        .toBeGreaterThanOrEqual(2);
      expect((await rungOn(page)).said[0]).toBe('Somebody is at the door');
      await show(page);
      await page.locator('.at-doors').getByText('Witness').waitFor();
      await look(page, 'staff-home-at-door');
    },
  );
}
