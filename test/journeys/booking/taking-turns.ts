import { expect } from 'vitest';
import { addDays } from '../../../web/src/parts/local-day.ts';
import { look } from '../look.ts';
import { find, findOneMore, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { atSession, day, stack, story, summary, typeDay } from './cast.ts';

const { siteUrl } = stack;

/** How two interpreters are booked who take turns. */
export function takingTurns(step: Step): void {
  step('says why a second one is needed, and is booked with two without a reason', async () => {
    const page = story.prosecutor;
    await page.goto(`${siteUrl}cases/${story.caseId}/book`);
    await page.getByLabel('Kind of session').selectOption({ label: 'Rehearsal' });
    await typeDay(page, 'Date', addDays(day, 6));
    await typeSegments(page, 'Time', '0900');
    await page.getByLabel('Length').selectOption('90');
    await find(page, 'Interpreter', story.office.mark);
    await page.getByText('Above 60 minutes one interpreter alone is not enough').waitFor();
    await page.getByLabel('Way of interpreting').selectOption('simultaneous');
    await page.getByText('Above 30 minutes one interpreter alone is not enough').waitFor();
    await findOneMore(page, 'Somebody to take turns', story.second);
    await page.getByText('Above 60 minutes these interpreters are not enough').waitFor();
    await page.getByLabel('Way of interpreting').selectOption('consecutive');
    await page.getByText('are not enough').waitFor({ state: 'detached' });
    // One who was the second cannot be the first as well.
    await find(page, 'Interpreter', story.second);
    await page.getByRole('button', { name: 'Book the rehearsal' }).click();
    await summary(page).getByText('Interpreter: This person takes part already').waitFor();
    await look(page, 'book-team-twice');
    await find(page, 'Interpreter', story.office.mark);
    await expect.poll(() => page.getByTestId('seat-interpreter').count()).toBe(2);
    await look(page, 'book-team');
    await page.getByRole('button', { name: 'Book the rehearsal' }).click();
    await atSession(page);
    await expect.poll(() => page.getByTestId('seat-interpreter').count()).toBe(2);
    await look(page, 'session-team');
  });
}
