import { expect } from 'vitest';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import { oneMoreOfficer } from '../../support/office.ts';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { signIn } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { go, stack, story } from './cast.ts';

/** What is folded away is open, whatever the language of its heading. */
const unfold = (details: Element): void => details.setAttribute('open', '');

/** Who is in a case no more: by their own word, their agency's, or the court's. */
export function leaving(step: Step): void {
  step('an agency whose officer was named by mistake says that the case is not theirs', async () => {
    const { personId, account } = await oneMoreOfficer(stack, 'support-officer', 'MM');
    expectDone(
      await send(stack.apiUrl, 'POST', `/api/cases/${story.caseId}/members`, {
        token: story.office.tokens.prosecutor,
        body: { personId },
      }),
    );
    const { page, context, faults } = await visitor(story.browser);
    await signIn(page, stack.siteUrl, account);
    await page.getByText('It is not ours: leave it').waitFor();
    await look(page, 'staff-not-ours');
    await page.getByRole('button', { name: 'It is not ours: leave it' }).click();
    await page.getByText('It is not ours: leave it').waitFor({ state: 'detached' });
    await look(page, 'staff-not-ours-left');
    expect(faults).toEqual([]);
    await context.close();
  });

  step('the clerk takes an accused out, once nobody represents them any more', async () => {
    const page = await go('clerk', `cases/${story.caseId}`);
    const form = page.locator('details', { has: page.locator('select[name="party"]') });
    await form.waitFor();
    const open = () => form.evaluate(unfold);
    await open();
    const who = form.locator('select[name="party"]');
    await who.selectOption({
      label: (await who.locator('option', { hasText: 'Accused 1' }).innerText()).trim(),
    });
    await form.getByText('Counsel represents them').waitFor();
    expect(await form.getByRole('button', { name: 'Take them out' }).count()).toBe(0);
    await look(page, 'staff-party-represented', 'staff', open);

    const members = page.locator('details', { has: page.locator('select[name="member"]') });
    const openMembers = () => members.evaluate(unfold);
    await openMembers();
    const counsel = members.locator('option', { hasText: story.counsel.label });
    await members
      .locator('select[name="member"]')
      .selectOption({ label: (await counsel.innerText()).trim() });
    await members.locator('select[name="reason"]').selectOption('mandate-ended');
    await look(page, 'staff-member-leaving', 'staff', openMembers);
    await members.getByRole('button', { name: 'Take out of the case' }).click();
    await page.locator('.people li', { hasText: story.counsel.label }).waitFor({ state: 'detached' });

    await open();
    await form.locator('select[name="reason"]').selectOption('dropped');
    await look(page, 'staff-party-leaving', 'staff', open);
    await form.getByRole('button', { name: 'Take them out' }).click();
    await page.locator('.people li', { hasText: 'Accused 1' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Left the case' }).waitFor();
    await look(page, 'staff-party-left');
  });

  step('an agency that has done its part lets the case go, and all of its people leave it', async () => {
    const { page, context, faults } = await visitor(story.browser);
    await signIn(page, stack.siteUrl, story.sender.account);
    await page.goto(`${stack.siteUrl}cases/${story.caseId}`);
    const form = page.locator('details', {
      has: page.locator('select[name="reason"]'),
      hasNot: page.locator('select[name="member"], select[name="party"]'),
    });
    await form.waitFor();
    const open = () => form.evaluate(unfold);
    await open();
    await form.locator('select[name="reason"]').selectOption('mandate-ended');
    await look(page, 'staff-letting-go', 'staff', open);
    await form.getByRole('button', { name: 'Let the case go' }).click();
    await page.getByRole('heading', { name: 'Your work' }).waitFor();
    await page.getByText('T 1/2026').waitFor({ state: 'detached' });
    await look(page, 'staff-let-go');
    expect(faults).toEqual([]);
    await context.close();
  });
}
