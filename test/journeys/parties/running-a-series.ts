import { look } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { book, go, pageOf, story, tuesdayIn } from './cast.ts';

/** A trial that takes several sessions is linked, booked, moved and cancelled as one. */
export function runningASeries(step: Step): void {
  step('the prosecutor links the sessions of one trial, one of which is only held', async () => {
    const held = await book(tuesdayIn(7), { holdMinutes: 60 });
    const page = await go('prosecutor', `sessions/${story.sessions[0] ?? ''}`);
    const panel = page.getByRole('region', { name: 'Several sessions of one trial' });
    for (const other of [...story.sessions.slice(1), held]) {
      if (!(await panel.getByLabel('Which session').isVisible()))
        await panel.getByText('Add a session').click();
      await panel.getByLabel('Which session').selectOption(other);
      await panel.getByRole('button', { name: 'Add it' }).click();
      await panel.locator(`a[href$="${other}"]`).waitFor();
    }
    await look(page, 'staff-series');
  });

  step('books what is held', async () => {
    const page = await pageOf('prosecutor');
    const panel = page.getByRole('region', { name: 'Several sessions of one trial' });
    const button = panel.getByRole('button', { name: 'Book all that is held' });
    await button.click();
    await button.waitFor({ state: 'hidden' });
    await look(page, 'staff-series-booked');
  });

  step('moves all of them by a week, and reads how that went', async () => {
    const page = await pageOf('prosecutor');
    const panel = page.getByRole('region', { name: 'Several sessions of one trial' });
    await panel.getByText('Move all by days').click();
    await panel.getByRole('button', { name: 'Move all sessions' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Move all sessions' }).click();
    await panel
      .getByText(/^(Not moved|Moved)/)
      .first()
      .waitFor();
    await look(page, 'staff-series-moved');
  });

  step('and cancels them with one reason', async () => {
    const page = await pageOf('prosecutor');
    const panel = page.getByRole('region', { name: 'Several sessions of one trial' });
    await panel.getByText('Cancel all', { exact: true }).click();
    await panel.getByLabel('Reason', { exact: true }).selectOption('other-date');
    await panel.getByRole('button', { name: 'Cancel all sessions' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel all sessions' }).click();
    await panel.getByText('Cancelled').first().waitFor();
    await look(page, 'staff-series-cancelled');
  });
}
