import { expect } from 'vitest';
import { look } from '../look.ts';
import { visitor } from '../browser.ts';
import { find, signIn, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { go, pageOf, stack, story } from './cast.ts';

/** What is folded away is open, whatever the language of its heading. */
const unfold = (details: Element): void => details.setAttribute('open', '');

/** Whom a case has beside those who are heard, and what its law and its log say. */
export function namingPeople(step: Step): void {
  step('the clerk names an accused, never by name, and the case shows them by pseudonym', async () => {
    const page = await go('clerk', `cases/${story.caseId}`);
    const form = page.locator('details', { has: page.locator('option[value="guardian"]') });
    await form.waitFor();
    const open = () => form.evaluate(unfold);
    await open();
    await look(page, 'staff-case-add-party', 'staff', open);
    await page.getByLabel('Who it is').selectOption('accused');
    await page.getByLabel('How you tell them apart').fill('Accused 1');
    await page.getByRole('button', { name: 'Add to the case' }).click();
    await page.locator('.people li', { hasText: 'Accused 1' }).waitFor();
  });

  step('and admits counsel, bound to the one whom they represent', async () => {
    const page = await pageOf('clerk');
    const form = page.locator('details', {
      has: page.locator('select[name="for"]'),
      hasNot: page.locator('select[name="role"]'),
    });
    const open = () => form.evaluate(unfold);
    await open();
    await look(page, 'staff-case-admit-counsel', 'staff', open);
    await find(form, 'Who', story.counsel.label);
    const whom = form.getByLabel('Whom they represent');
    const accused = await whom.locator('option', { hasText: /^R-/ }).first().getAttribute('value');
    await whom.selectOption(accused);
    await page.getByRole('button', { name: 'Admit to the case' }).click();
    await page
      .locator('.people li', { hasText: story.counsel.label })
      .getByText(accused ?? '')
      .waitFor();
  });

  step('the prosecutor reads what law there is between the two States', async () => {
    const page = await go('prosecutor', `cases/${story.caseId}/law`);
    await page.locator('.law-questions').waitFor();
    // Of what is folded one of each kind is judged too.
    const lists = page.locator('.law-list');
    await look(page, 'staff-case-law', 'staff', async () => {
      for (const list of [lists.first(), lists.last()]) await list.evaluate(unfold);
    });
  });

  step('the authority that asks sees what its request lacks, and cannot send it', async () => {
    const { page } = await visitor(story.browser);
    await signIn(page, stack.siteUrl, story.sender.account);
    await page.goto(`${stack.siteUrl}cases/${story.caseId}/request/${story.witness}?basis=untoc-18`);
    await page.locator('[data-light="red"]').first().waitFor();
    expect(await page.getByRole('button', { name: 'Enter that it was sent' }).count()).toBe(0);
    const list = page.getByTestId('list-MM');
    const open = () => list.evaluate(unfold);
    await open();
    await page.getByRole('button', { name: 'Mark MM-basis' }).click();
    await list.getByText('It is in the request').click();
    await list.getByLabel('Reference of the paper that says so').fill('AG 12/2570');
    await typeSegments(page, 'Dated', '20022026');
    await look(page, 'staff-request-mark', 'staff', open);
    await page.getByRole('button', { name: 'Enter it' }).click();
    await page.locator('[data-testid="request-MM-basis"][data-light="green"]').waitFor();
    await page.context().close();
  });

  step('the host State’s officer decides on its own page whether she may be heard', async () => {
    const page = await go('central-authority', `cases/${story.caseId}/permission/${story.witness}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'staff-permission');
  });

  step('the log of the case says who was named, to those who answer for it', async () => {
    const page = await go('auditor', `cases/${story.caseId}/log`);
    await page.getByText('Somebody was named whom the case has').first().waitFor();
    await look(page, 'staff-case-log');
    expect(await page.getByText('Accused 1').count()).toBe(0);
  });

  step('the host State’s officer reads their part of it, and is told that it is one', async () => {
    const page = await go('central-authority', `cases/${story.caseId}/log`);
    await page.getByText('Your part of the log', { exact: true }).waitFor();
    await page.locator('[data-action="case.opened"]').waitFor();
    expect(await page.locator('[data-action="party.named"]').count()).toBe(0);
    await look(page, 'staff-case-log-part');
  });
}
