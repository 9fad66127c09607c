import type { Page } from 'playwright-core';

/** What is read on the page that finds a time. */

/** The band on the picture, by which a time is tried. */
export const slider = (page: Page) => page.getByRole('slider', { name: 'Time of the session' });
/** When the session would begin where the band is. */
export const startOn = async (page: Page): Promise<number> =>
  Date.parse((await slider(page).getAttribute('data-start')) ?? '');
/** What the band tells to somebody who does not see it. */
export const saidOn = (page: Page) => slider(page).getAttribute('aria-valuetext');
/** The time where the band is, person by person. */
export const chosen = (page: Page) => page.getByRole('region', { name: 'This time for each person' });

/** Waits until the page has seen the last change, asked, and been answered. */
export async function answered(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.locator('[aria-busy="false"]').first().waitFor();
}
