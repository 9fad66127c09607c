import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bookingBody } from '../../support/booking.ts';
import { send } from '../../support/http.ts';
import { bangkokIn, expectDone, takeCase } from '../../support/interview.ts';
import { newOffice } from '../../support/office.ts';
import { look } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { comeIn, stack, story } from './cast.ts';

const { siteUrl, apiUrl } = stack;

/** Where a session is made shorter or longer. */
const lengthBox = (page: Page) => page.locator('details.change', { hasText: 'Make it shorter or longer' });
/** Where a second role agrees to a change. */
const agreeBox = (page: Page) => page.locator('details.change', { hasText: 'Agree to a change' });

/** How what begins soon is changed: with the word of a second role. */
export function changingAtTheLastMinute(step: Step): void {
  let page: Page;
  let clerk: Page;

  step('a change needs the word of a second role, and the page says whose', async () => {
    const soon = await newOffice(stack);
    const { ids, tokens } = soon;
    const opened = expectDone(
      await send(apiUrl, 'POST', '/api/cases', {
        token: tokens.prosecutor,
        body: {
          reference: 'T 3/2026',
          requestingState: 'TH',
          hostState: 'MM',
          members: [ids.clerk, ids['support-officer']],
          witnesses: [{ protected: true, holder: ids['support-officer'], zone: 'Asia/Yangon', mayKnow: [] }],
        },
      }),
    );
    await takeCase(stack, opened.body.caseId as string, tokens['support-officer']);
    const booked = expectDone(
      await send(apiUrl, 'POST', '/api/sessions', {
        token: tokens.prosecutor,
        body: await bookingBody(
          { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor },
          {
            caseId: opened.body.caseId,
            local: bangkokIn(20),
            zone: 'Asia/Bangkok',
            minutes: 30,
            seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
          },
        ),
      }),
    );
    const address = `${siteUrl}sessions/${booked.body.sessionId as string}`;
    [page, clerk] = await Promise.all([comeIn(soon.accounts.prosecutor), comeIn(soon.accounts.clerk)]);
    await page.goto(address);
    await clerk.goto(address);
    await page.getByText('Make it shorter or longer').click();
    await page.getByText('somebody with another role must agree first: Court clerk').first().waitFor();
    const box = lengthBox(page);
    await box.getByLabel('Length').selectOption('45');
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('a second person must agree to this change').waitFor();
    await look(page, 'session-frozen');
  });

  step('the clerk agrees to exactly that change, and it is made', async () => {
    await clerk.getByText('Agree to a change that a colleague makes').click();
    await clerk.getByLabel('What the colleague is about to do').selectOption('length');
    const agree = clerk.getByRole('button', { name: 'Agree to this change' });
    // The length that it has is no change.
    expect(await agree.isDisabled()).toBe(true);
    await agreeBox(clerk).getByLabel('Length').selectOption('60');
    await agree.click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await look(clerk, 'session-agreed');
    // To another length than the one that is wanted.
    const box = lengthBox(page);
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('a second person must agree to this change').waitFor();
    await agreeBox(clerk).getByLabel('Length').selectOption('45');
    expect(await clerk.getByText('You have agreed to this change').count()).toBe(0);
    await agree.click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('It is done').waitFor();
  });

  step('a cancellation is taken back with the clerk’s word, and what she said is asked anew', async () => {
    await page.getByText('Cancel this session').click();
    const box = page.locator('details.change', { hasText: 'Cancel this session' });
    await box.getByText(/Cancellation: Witness/).waitFor();
    await box.getByLabel('Reason').selectOption('other');
    await box.getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByText('This session was cancelled').waitFor();
    await look(page, 'session-cancelled');
    await clerk.reload();
    await clerk.getByText('Agree to a change that a colleague makes').click();
    await clerk.getByLabel('What the colleague is about to do').selectOption('restoration');
    await clerk.getByRole('button', { name: 'Agree to this change' }).click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await page.getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByText('This session was cancelled').waitFor({ state: 'detached' });
    expect(await page.getByTestId('gate-consent').getAttribute('data-state')).toBe('missing');
  });

  step('no page did anything that its content policy forbids', () => {
    expect(story.come.flatMap(({ faults }) => faults)).toEqual([]);
  });
}
