import { expect } from 'vitest';
import { newCase } from '../../support/interview.ts';
import { bookAnHour } from '../book-an-hour.ts';
import { look } from '../look.ts';
import { find } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { stack, story } from './cast.ts';
import { answered, chosen, slider } from './finder.ts';

const { siteUrl } = stack;

/** Somebody else is quicker: the same people at the same time, in another case. */
const bookMeanwhile = async (machine: string) =>
  bookAnHour(story.office, await newCase(stack, story.office), machine.slice(0, 16));

/** How the time is taken, and what becomes of it: moved, given to others, cancelled and taken back. */
export function takingAndChanging(step: Step): void {
  step('a found time is taken to the booking page and booked', async () => {
    const { page } = story.prosecutor;
    await answered(page);
    await chosen(page).getByRole('button', { name: 'Book at this time' }).click();
    await page.getByText('This time comes from the search').waitFor();
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(
      story.office.ids.interpreter,
    );
    await page.getByTestId('seat-prosecutor').getByText('Free').waitFor();
    await look(page, 'book-found');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
    story.sessionId = page.url().split('/').at(-1) ?? '';
    // A session is not told apart by its address from any other.
    expect(page.url()).toBe(`${siteUrl}sessions/${story.sessionId}`);
    await page.getByText('Messages to everybody').click();
    await page.getByText(/Confirmation: Prosecutor/).waitFor();
    await look(page, 'session-messages');
  });

  step(
    'before it is moved everybody’s message is shown; a time lost meanwhile has others beside it',
    async () => {
      const { page } = story.prosecutor;
      await page.getByRole('link', { name: 'Move to another time' }).click();
      await slider(page).waitFor();
      await answered(page);
      await look(page, 'move-find');
      // The best time is the one that it has.
      await page.getByRole('button', { name: 'Later possible time' }).click();
      await chosen(page).getByRole('button', { name: 'Choose this time' }).click();
      const confirm = page.getByRole('region', { name: 'Before it is moved' });
      await confirm.getByText(/Change: Witness .*through: Victim-support officer/).waitFor();
      const message = await confirm.locator('details', { hasText: 'Change: Court clerk' }).innerText();
      expect(message).toMatch(/UTC\+07:00/);
      expect(message).not.toMatch(/T 1\/2026|http/);
      await look(page, 'move-confirm');
      const wanted = await confirm.locator('.lead time').getAttribute('datetime');
      await bookMeanwhile(wanted ?? '');
      await confirm.getByRole('button', { name: 'Move the session now' }).click();
      await page.getByText('Everybody would be free at these times:').waitFor();
      await look(page, 'move-lost');
      await page.locator('.notice-wait .row button').first().click();
      await page.getByRole('button', { name: 'Move the session now' }).click();
      await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
      await page.getByText('Messages to everybody').click();
      await page.getByText(/Change: Prosecutor/).waitFor();
    },
  );

  step('a seat is given to somebody else', async () => {
    const { page } = story.prosecutor;
    await page.getByText('Give a seat to somebody else').click();
    await page.getByLabel('Seat', { exact: true }).selectOption('interpreter');
    await find(page, 'Who takes it', story.other.label);
    await page.locator('details', { hasText: 'Give a seat' }).getByLabel('Reason').selectOption('ill');
    const was = await page.getByTestId('seat-interpreter').locator('.pseudonym').innerText();
    await page.getByRole('button', { name: 'Give the seat' }).click();
    await page.getByText('It is done').waitFor();
    await expect
      .poll(() => page.getByTestId('seat-interpreter').locator('.pseudonym').innerText())
      .not.toBe(was);
  });

  step('what a cancellation tells everybody is shown before it; and it can be taken back', async () => {
    const { page } = story.prosecutor;
    await page.getByText('Cancel this session').click();
    const box = page.locator('details.change', { hasText: 'Cancel this session' });
    await box.getByText(/Cancellation: Witness/).waitFor();
    await look(page, 'session-cancel');
    await box.getByLabel('Reason').selectOption('other-date');
    await box.getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByText('This session was cancelled').waitFor();
    await page.getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('link', { name: 'Move to another time' }).waitFor();
  });
}
