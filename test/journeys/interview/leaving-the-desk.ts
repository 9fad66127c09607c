import { expect } from 'vitest';
import { idleMinutes } from '../../../web/src/parts/idle.ts';
import { visitor } from '../browser.ts';
import { photograph } from '../look.ts';
import { signIn } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { stack, story } from './cast.ts';

/** Somebody goes away from a page in the middle of their work: it locks, and what they did is there when they are back. */
export function leavingTheDesk(step: Step): void {
  step('a page that nobody touches for a quarter of an hour locks, with the work kept', async () => {
    const { context, page, faults } = await visitor(story.browser);
    const { email, password } = story.office.accounts.prosecutor;
    await signIn(page, stack.siteUrl, { email, password });
    await page.clock.install();
    await page.goto(`${stack.siteUrl}cases/new`);
    const reference = page.locator('input[name="reference"]');
    await reference.fill('AGO 12/2026');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    await page.clock.fastForward((idleMinutes - 1) * 60_000);
    expect(await page.locator('dialog.lock').count()).toBe(0);
    await page.clock.fastForward(70_000);
    await page.getByRole('heading', { name: 'This page is locked' }).waitFor();
    await photograph(page, 'staff-locked');
    // Neither a key nor a press gets behind it, and nothing is asked of the service.
    await page.keyboard.press('Escape');
    await page.keyboard.type('x');
    expect(await page.locator('dialog.lock').isVisible()).toBe(true);
    await expect(reference.click({ timeout: 500 })).rejects.toThrow('intercepts pointer events');
    expect(await page.evaluate(() => sessionStorage.getItem('saksi.refresh'))).toBeNull();
    asked.length = 0;
    await page.clock.fastForward(60_000);
    expect(asked.filter((address) => new URL(address).pathname.startsWith('/api/'))).toEqual([]);

    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Sign in to go on' }).click(),
    ]);
    await window.locator('input[name="username"]').fill(email);
    await window.locator('input[name="password"]').fill(password);
    await window.locator('button[type="submit"], input[type="submit"]').first().click();
    await page.locator('dialog.lock').waitFor({ state: 'detached' });
    expect(await reference.inputValue()).toBe('AGO 12/2026');
    await page.getByRole('link', { name: 'Calendars' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calendars' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
}
