import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays } from '../../../web/src/parts/local-day.ts';
import { look } from '../look.ts';
import { find, picker, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { atSession, comeIn, day, stack, story, typeDay } from './cast.ts';

const { siteUrl } = stack;

/** How the officer of the witness books a visit to her. */
export function preparingHer(step: Step): void {
  let page: Page;

  step('is booked by her officer without an interpreter, on a clock that tells nothing', async () => {
    page = await comeIn(story.office.accounts['support-officer']);
    await page.goto(`${siteUrl}cases/${story.caseId}`);
    await page.getByRole('link', { name: 'Book a session' }).click();
    await expect.poll(() => page.getByLabel('Kind of session').inputValue()).toBe('preparation-visit');
    await typeDay(page, 'Date', addDays(day, 7));
    await typeSegments(page, 'Time', '1000');
    await picker(page, 'Interpreter').click();
    await picker(page, 'Interpreter').press('ArrowDown');
    expect(await page.getByRole('option').first().innerText()).toBe('No interpreter');
    await picker(page, 'Interpreter').press('Escape');
    await page.getByLabel('No interpreter is needed').check();
    await page.getByTestId('seat-witness').getByText('Free').waitFor();
    expect(await page.locator('.preview [data-testid^="seat-"]').count()).toBe(2);
    await page.getByRole('heading', { name: 'What will be sent' }).waitFor();
    await page.getByText(/Confirmation: Witness .*through: Victim-support officer/).waitFor();
    await look(page, 'book-visit');
    await page.getByRole('button', { name: 'Book the visit' }).click();
    await atSession(page);
    await page.getByRole('heading', { name: 'What you do for this session' }).waitFor();
    await look(page, 'session-visit');
  });

  step('is found by the search, too, and taken over as it is', async () => {
    await page.goto(`${siteUrl}cases/${story.caseId}/find`);
    expect(await page.getByLabel('Kind of session').inputValue()).toBe('preparation-visit');
    await find(page, 'Who interprets', story.office.mark);
    await page
      .locator('.seat-row', { hasText: 'Interpreter, Burmese and Thai' })
      .getByText('Sydney')
      .waitFor();
    await page.getByRole('button', { name: 'Book at this time' }).click();
    await page.getByText('This time comes from the search').waitFor();
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(
      story.office.ids.interpreter,
    );
    await page.getByTestId('seat-interpreter').getByText('Free').waitFor();
  });
}
