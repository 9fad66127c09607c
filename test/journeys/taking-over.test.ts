import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { witnessOf } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { expectDone, newCase, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer, type Office, type Signed } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** A holder is ill: a colleague asks to take over, the administrator of the agency confirms, and the holder comes back. */

const stack = deployedStack();
let browser: Browser;
let office: Office;
let holder: Signed;
let taker: Signed;
let head: Signed;
let caseId = '';
let witness = '';

beforeAll(async () => {
  [browser, office, holder] = await Promise.all([
    startBrowser(),
    newOffice(stack),
    oneMoreOfficer(stack, 'support-officer', 'MM'),
  ]);
  const { agencyId } = holder;
  [taker, head] = await Promise.all([
    oneMoreOfficer(stack, 'support-officer', 'MM', agencyId),
    oneMoreOfficer(stack, 'agency-administrator', 'MM', agencyId),
  ]);
  caseId = await newCase(stack, office, [holder.personId, taker.personId]);
  await takeCase(stack, caseId, holder.token);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
  const path = `/api/cases/${caseId}/witnesses/${witness}/holder`;
  const token = office.tokens['support-officer'];
  expectDone(await send(stack.apiUrl, 'POST', path, { token, body: { to: holder.personId } }));
});
afterAll(async () => {
  await browser.close();
});

async function pageOf({ account }: Signed, path: string): Promise<Page> {
  const { page } = await visitor(browser);
  await signIn(page, stack.siteUrl, account);
  await page.goto(`${stack.siteUrl}${path}`);
  return page;
}
const keeping = () => `cases/${caseId}/people/${witness}`;

describe('taking over from a holder who is ill', () => {
  const step = storySteps();
  let own: Page;

  step('a colleague asks, with a reason, and cannot confirm it', async () => {
    own = await pageOf(taker, keeping());
    await own.getByTestId('take-over').getByLabel('Why').selectOption('ill');
    await look(own, 'take-over-ask');
    await own.getByRole('button', { name: 'Ask to take over' }).click();
    await own.getByText('asks to take over contact from').waitFor();
    await own.getByRole('button', { name: 'Let it go' }).waitFor();
    await look(own, 'take-over-asked', 'main');
  });

  step(
    'the administrator of the agency reads who asks and why, nothing of the case, and confirms it',
    async () => {
      const page = await pageOf(head, 'people');
      await page.getByText('Taking over contact: waits for your word').waitFor();
      await page.getByText('They are ill').waitFor();
      await look(page, 'take-over-administrator', 'main');
      await page.getByRole('button', { name: 'Confirm it' }).click();
      await page.getByText('Taking over contact: waits for your word').waitFor({ state: 'detached' });
      await own.reload();
      await own.getByText('took over contact from').first().waitFor();
    },
  );

  step('the one who held contact takes it back by their own word', async () => {
    const page = await pageOf(holder, keeping());
    await page.getByText('took over contact from').waitFor();
    await look(page, 'take-over-confirmed');
    await page.getByRole('button', { name: 'Take contact back' }).click();
    await page.getByText('took contact back from').waitFor();
    await look(page, 'take-over-taken-back');
  });
});
