import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from '../look.ts';
import { find, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { atSession, comeIn, day, previewed, stack, story, typeDay } from './cast.ts';

const { siteUrl } = stack;

/** How an interview on several days is held, booked and made longer. */
export function bookingSeveralDays(step: Step): void {
  let page: Page;

  step('shows every day in everybody’s zone, with the time before and after and the room', async () => {
    page = await comeIn(story.office.accounts.prosecutor);
    story.prosecutor = page;
    await page.goto(`${siteUrl}cases/${story.caseId}/book`);
    await page.getByLabel('Kind of session').selectOption({ label: 'Interview' });
    await typeDay(page, 'Date', day);
    await typeSegments(page, 'Time', '0900');
    await find(page, 'Interpreter', story.office.mark);
    await page.getByRole('button', { name: 'Add another day' }).click();
    await page.getByLabel('Length').selectOption('30');
    await page.getByLabel('Before, with the witness').selectOption('15');
    await page.getByLabel('Afterwards, with the witness').selectOption('15');
    await page.getByRole('button', { name: 'Add another day' }).click();
    await typeSegments(page, 'Time of day 3', '1000');
    await page.getByLabel('Room').selectOption({ value: story.office.roomId });
    await page.getByRole('button', { name: /Remove Room 1/ }).waitFor();
    const days = previewed(page).locator('details');
    await expect.poll(() => days.count()).toBe(3);
    await expect.poll(() => days.last().locator('summary').innerText()).toMatch(/10:00–11:00.*Free/s);
    // The court comes when the witness is settled.
    await days.first().getByTestId('seat-clerk').getByText('09:15').waitFor();
    await days.first().getByTestId('seat-room').getByText('Free').waitFor();
    for (const hidden of ['witness', 'support-officer'])
      expect(await days.first().getByTestId(`seat-${hidden}`).innerText()).not.toMatch(/\d\d:\d\d/);
    await look(page, 'book-days');
  });

  step('is held for a day, and confirmed', async () => {
    await page.getByLabel('Book or hold').selectOption('24');
    await page.getByRole('button', { name: 'Hold the time' }).click();
    await atSession(page);
    await page.getByText('This time is only held').waitFor();
    await look(page, 'session-held');
    await page.getByRole('button', { name: 'Book it now' }).click();
    await page.getByRole('link', { name: 'Move to another time' }).waitFor();
    expect(await page.getByText('This time is only held').count()).toBe(0);
    // Three days with three parts each.
    expect(await page.locator('.session-days > li').count()).toBe(3);
    await look(page, 'session-days');
  });

  step('is made longer after the messages were shown that this brings', async () => {
    await page.getByText('Make it shorter or longer').click();
    const box = page.locator('details.change', { hasText: 'Make it shorter or longer' });
    await box.getByLabel('Length').selectOption('45');
    const will = box.getByRole('region', { name: 'What will be sent' });
    // 09:00 to 10:15 with the time before and after.
    await will.locator('details', { hasText: 'Change: Court clerk' }).getByText(/10:15/).first().waitFor();
    await look(page, 'session-length');
    await box.getByRole('button', { name: 'Change the length' }).click();
    // Longer than one interpreter works alone: that needs a reason.
    await box.getByText(/Long for one interpreter alone.*Interpreter/).waitFor();
    await look(page, 'session-length-reason');
    await box.getByLabel('Why at this time all the same').selectOption('agreed-by-all');
    await box.getByRole('button', { name: 'Take this time all the same' }).click();
    await box.getByText('It is done').waitFor();
    await page
      .locator('.session-days')
      .getByText(/10:00–10:15/)
      .first()
      .waitFor();
  });
}
