import { expect } from 'vitest';
import { look } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { go, pageOf, post, story } from './cast.ts';

/** After the interview: who has done their part leaves the case, it is closed, held for an appeal, and goes on. */
export function endingTheCase(step: Step): void {
  step('the prosecutor takes a colleague out of the case, and closes it with a reason', async () => {
    const page = pageOf('prosecutor');
    await go('prosecutor', `cases/${story.caseId}`);
    await page.getByText('Leave, or take somebody out').click();
    const leaving = page.locator('details', { hasText: 'Leave, or take somebody out' });
    await leaving.getByLabel('Who').selectOption({ label: await labelOf('Auditor') });
    await leaving.getByLabel('Reason').selectOption('other-duties');
    await page.getByText('Bring a colleague into the case').click();
    await look(page, 'case-members');
    await leaving.getByRole('button', { name: 'Take out of the case' }).click();
    await page.getByRole('heading', { name: 'Left the case' }).waitFor();
    const closing = page.locator('details', { hasText: 'Close the case' });
    await closing.locator('summary').click();
    await closing.getByLabel('Reason').selectOption('decided');
    await look(page, 'case-closing');
    await closing.getByRole('button', { name: 'Close the case' }).click();
    await page.getByText('This case is closed.').waitFor();
    expect(await page.getByRole('link', { name: 'Book a session' }).count()).toBe(0);
    await look(page, 'case-closed');
  });

  step('the court holds it for an appeal, which it alone opens again', async () => {
    const clerk = pageOf('clerk');
    await go('clerk', `cases/${story.caseId}`);
    const holding = clerk.locator('details', { hasText: 'Hold it for an appeal' });
    await holding.locator('summary').click();
    await holding.getByLabel('Reason').selectOption('appeal-lodged');
    await holding.getByRole('button', { name: 'Hold it for an appeal' }).click();
    await clerk.getByText('This case is held for an appeal.').waitFor();
    await clerk.getByText('Open the case again').first().click();
    await look(clerk, 'case-appeal');
    const refused = await post('prosecutor', `/api/cases/${story.caseId}/reopening`, { reason: 'retrial' });
    expect(refused.code).toBe('not-your-role');
    const reopening = clerk.locator('details', { hasText: 'Open the case again' });
    await reopening.getByLabel('Reason').selectOption('appeal-hearing');
    await reopening.getByRole('button', { name: 'Open the case again' }).click();
    await clerk.getByRole('link', { name: 'Find a time for everybody' }).waitFor();
  });

  /** What the list of members calls somebody, by role. */
  async function labelOf(role: string): Promise<string> {
    const texts = await pageOf('prosecutor')
      .locator('details', { hasText: 'Leave, or take somebody out' })
      .getByLabel('Who')
      .locator('option')
      .allInnerTexts();
    return texts.find((text) => text.startsWith(role)) ?? '';
  }
}
