import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newId } from '../../../functions/shared/values/ids.ts';
import { mailsTo } from '../../notices/mailbox.ts';
import { visitor, type Visitor } from '../browser.ts';
import { look } from '../look.ts';
import { signIn } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { stack, story } from './cast.ts';

const email = `${newId(randomBytes)}@example.org`;
const accountsHome = (page: Page) => page.getByRole('link', { name: 'People of your agency' }).first();

/** How the head of the interpreting service keeps the accounts of its people. */
export function keepingAccounts(step: Step): void {
  let head: Visitor;

  step('stand on a page of their own, to which the administrator’s first page leads', async () => {
    head = await visitor(story.browser);
    const { page } = head;
    await signIn(page, stack.siteUrl, story.office.accounts['agency-administrator']);
    await accountsHome(page).click();
    await page.getByRole('main').getByRole('link', { name: 'Head of the interpreting' }).waitFor();
    await look(page, 'accounts');
  });

  step('are made by an invitation, which says at each field what is missing', async () => {
    const { page } = head;
    await page.getByRole('link', { name: 'Invite somebody' }).click();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('link', { name: /What they do/ }).waitFor();
    await page.getByLabel('Role', { exact: true }).selectOption('agency-administrator');
    await page.getByLabel('What they do').fill('Deputy head');
    await page.getByLabel('Language of their pages').selectOption('th');
    await page.getByLabel('E-mail address').fill(email);
    await look(page, 'accounts-new');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Invited; has not signed in yet').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(email);
    expect(await mailsTo(stack, [email])).toHaveLength(1);
    await look(page, 'account');
  });

  step('are changed, shut and opened again', async () => {
    const { page } = head;
    await page.getByLabel('What they do').fill('Deputy head of the service');
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('Agency administrator: Deputy head of the service').waitFor();
    await page.getByRole('button', { name: 'Shut out' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Shut out' }).click();
    await page.getByText('This person is refused everywhere.').waitFor();
    await look(page, 'account-shut-out');
    await page.getByRole('button', { name: 'Let in again' }).click();
    await page.getByRole('button', { name: 'Save the change' }).waitFor();
    expect(head.faults).toEqual([]);
  });
}
