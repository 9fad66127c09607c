import type { Locator, Page } from 'playwright-core';

/** How a clerk confirms an interpreter who has no account, on the session's page. */

/** Fills the form in, between Burmese and Thai. @param within the page, or the part of it that is about one of several */
export async function fillConfirmation(page: Page, within: Page | Locator): Promise<void> {
  const choose = (question: string, choice: string) =>
    within.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check();
  const date = async (label: string, digits: string) => {
    await within.getByRole('group', { name: label }).getByRole('spinbutton').first().click();
    await page.keyboard.type(digits);
  };
  await within.getByLabel('From and into', { exact: true }).selectOption('my');
  await within.getByLabel('And from and into').selectOption('th');
  await choose('Direction', 'Both ways');
  await choose('Way of interpreting', 'Consecutive');
  await choose('Part in the team', 'Interprets for the person who is heard');
  await within.getByLabel('Vetted by').fill('Office of the Court');
  await date('Vetted on', '01012026');
  await date('Vetting valid until', '31122030');
  await within.getByRole('checkbox', { name: 'Work', exact: true }).check();
  await choose('Did the interpreter declare', 'Yes');
  await choose('How the interpreter is bound', 'Affirmation');
  await choose('Did the interpreter speak the words aloud?', 'Yes');
}

/** Sends it, and enters that the interpreter signed for the briefing, which is there only then. */
export async function sendConfirmation(within: Page | Locator): Promise<void> {
  await within.getByRole('button', { name: 'Confirm the interpreter' }).click();
  await within.getByRole('button', { name: 'The interpreter has signed the receipt' }).click();
  await within.getByText('Receipt signed').waitFor();
}
