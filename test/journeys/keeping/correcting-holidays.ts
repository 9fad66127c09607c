import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { send } from '../../support/http.ts';
import { look } from '../look.ts';
import { typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { group, stack, story } from './cast.ts';

const { siteUrl, apiUrl } = stack;

/** So far ahead that nothing else that runs on this stack meets these days. */
const year = 2033;
/** The holidays of that year, as the service gives them to the clerk. */
const days = async () =>
  (
    await send(apiUrl, 'GET', `/api/directory/holidays?country=TH&year=${year}`, {
      token: story.office.tokens.clerk,
    })
  ).body;
/** One day of the list, by its name. */
const row = (page: Page, name: string) =>
  page.getByRole('region', { name: 'The days of this year' }).getByRole('listitem').filter({ hasText: name });

/** How the public holidays of a country are read and corrected. */
export function correctingHolidays(step: Step): void {
  step('are shown with where they come from, and corrected by their own officers alone', async () => {
    const { page } = story.clerk;
    await page.goto(`${siteUrl}calendars`);
    await page.getByRole('link', { name: 'Public holidays' }).click();
    await page.getByText('Brought with saksi: holidays').waitFor();
    await row(page, 'Chakri Memorial Day').waitFor();
    await page.getByLabel('Country').selectOption('MM');
    await page.getByText('corrected by the court clerks and the central authority of that country').waitFor();
    expect(await page.getByRole('button', { name: 'Save the correction' }).count()).toBe(0);
    await look(page, 'holidays-of-others');
    await page.getByLabel('Country').selectOption('TH');
    await page.getByLabel('Year').first().selectOption(String(year));
    await page.getByText('saksi brings no holidays for this year').waitFor();
  });

  step('a day of another year is refused at its field, and nothing is changed', async () => {
    const { page } = story.clerk;
    const { version } = await days();
    await typeSegments(page, 'Day', `0101${year + 1}`);
    await page.getByLabel('Name of the day').fill('New Year’s Day');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByRole('alert').getByText(`That day is not in ${year}`).waitFor();
    await look(page, 'holidays-wrong-year');
    expect((await days()).version).toBe(version);
  });

  step(
    'are corrected: added, made a working day, taken away; each under a new version, with who did it',
    async () => {
      const { page } = story.clerk;
      const save = async (number: number) => {
        await page.getByRole('button', { name: 'Save the correction' }).click();
        await page.getByText(`Saved as version ${number}`).waitFor();
      };
      await typeSegments(page, 'Day', `0301${year}`);
      await save(1);
      // Empty again, so that the next day is not mixed up with the last.
      expect(await group(page, 'Day').getByRole('spinbutton').first().inputValue()).toBe('');
      await typeSegments(page, 'Day', `0801${year}`);
      await page.getByLabel('Made a working day').check();
      await page.getByLabel('Name of the day').fill('Worked instead of the Monday');
      await save(2);
      await row(page, 'New Year’s Day')
        .getByRole('button', { name: /Correct/ })
        .click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('correct-title');
      await page.getByLabel('No holiday').check();
      await page.getByLabel('Name of the day').fill('Entered by mistake');
      await save(3);
      await row(page, 'Entered by mistake').getByText('No holiday').waitFor();
      const history = page.getByRole('region', { name: 'Every correction' }).getByRole('listitem');
      expect(await history.count()).toBe(3);
      expect(await history.first().innerText()).toMatch(/Version 3[^]*Entered by mistake[^]*Court clerk C-/);
      expect((await days()).holidays).toEqual([
        { country: 'TH', day: `${year}-01-08`, name: 'Worked instead of the Monday', kind: 'working-day' },
      ]);
      await look(page, 'holidays');
    },
  );

  step('corrected by two at once: the second keeps what was typed, and sees the first', async () => {
    const { page } = story.clerk;
    await typeSegments(page, 'Day', `0505${year}`);
    await page.getByLabel('Public holiday', { exact: true }).check();
    await page.getByLabel('Name of the day').fill('Coronation day');
    const { version } = await days();
    const body = { country: 'TH', year, version, day: `${year}-05-04`, kind: 'holiday', name: 'Bridge day' };
    await send(apiUrl, 'POST', '/api/directory/holidays', { token: story.office.tokens.clerk, body });
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Somebody else has saved a change in the meantime').waitFor();
    await row(page, 'Bridge day').waitFor();
    expect(await page.getByLabel('Name of the day').inputValue()).toBe('Coronation day');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Saved as version 5').waitFor();
  });
}
