import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays } from '../../../web/src/parts/local-day.ts';
import { look } from '../look.ts';
import { find, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { comeIn, day, field, previewed, stack, story, summary, typeDay } from './cast.ts';

const { siteUrl } = stack;

/** What is typed on the booking page that cannot be, and what the page says to it. */
export function goingWrong(step: Step): void {
  let page: Page;

  step('nobody and nothing chosen: each is said at its field, and a way leads to each', async () => {
    page = await comeIn(story.berlin.account);
    await page.goto(`${siteUrl}cases/${story.caseId}`);
    await page.getByRole('link', { name: 'Book a session' }).click();
    await page.getByLabel('Kind of session').selectOption({ label: 'Interview' });
    await page.getByText('The witness is interviewed for the case').waitFor();
    await look(page, 'book-empty');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    expect(await summary(page).getByRole('link').allInnerTexts()).toEqual([
      'Date: Please give an answer.',
      'Time: Please give an answer.',
      'Interpreter: Please give an answer.',
    ]);
    await look(page, 'book-nothing-chosen');
    await summary(page).getByRole('link', { name: 'Interpreter' }).click();
    await find(page, 'Interpreter', story.office.mark);
    await expect.poll(() => summary(page).getByRole('link').count()).toBe(2);
  });

  step('a time that does not exist offers the two beside it; one press takes one', async () => {
    await typeDay(page, 'Date', '2027-03-28');
    await typeSegments(page, 'Time', '0230');
    const wrong = field(page, 'Time').getByText('That time does not exist');
    await wrong.waitFor();
    await look(page, 'book-never');
    await page.getByRole('button', { name: 'Take 03:30' }).click();
    await wrong.waitFor({ state: 'detached' });
    await previewed(page).getByText('28 Mar 2027, 03:30–04:30').waitFor();
    expect(await field(page, 'Time').getByRole('spinbutton').first().inputValue()).toBe('03');
  });

  step('a time that comes twice asks which; nothing is looked up until that is said', async () => {
    await typeDay(page, 'Date', '2027-10-31');
    await typeSegments(page, 'Time', '0230');
    const which = page.getByRole('group', { name: 'That time comes twice' });
    await look(page, 'book-twice');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await summary(page).getByText('Time: That time comes twice').waitFor();
    const row = page.getByTestId('seat-prosecutor');
    expect(await row.count()).toBe(0);
    await which.getByRole('radio').first().check();
    await row.getByText('UTC+02:00').waitFor();
    await which.getByRole('radio').last().check();
    await row.getByText('UTC+01:00').waitFor();
    expect(await summary(page).count()).toBe(0);
  });

  step('the past, days that overlap, and more than thirty of them', async () => {
    await typeDay(page, 'Date', '2026-11-02');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await field(page, 'Date').getByText('That is over already').waitFor();
    await typeDay(page, 'Date', day);
    await typeSegments(page, 'Time', '0900');
    await page.getByRole('button', { name: 'Add another day' }).click();
    await typeDay(page, 'Date of day 2', day);
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await field(page, 'Date of day 2').getByText('This day begins before').waitFor();
    await typeDay(page, 'Date of day 2', addDays(day, 31));
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await field(page, 'Date of day 2').getByText('at most 30 days').waitFor();
    await typeDay(page, 'Date of day 2', addDays(day, 1));
    // Nothing of what was typed is lost with all that.
    await page.getByLabel('Kind of session').selectOption({ label: 'Rehearsal' });
    await page.getByLabel('Kind of session').selectOption({ label: 'Interview' });
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(
      story.office.ids.interpreter,
    );
  });
}
