import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { readCase } from '../../functions/cases/contract.ts';
import { recordPermission } from '../../functions/requests/contract.ts';
import { bookDemoSession, type Booked } from '../../infra/local/demo-booking.ts';
import { demoCases, openDemoCase } from '../../infra/local/demo-cases.ts';
import { allGates, granted, permit, recordConsent } from '../../infra/local/demo-gates.ts';
import type { DemoAccount } from '../../infra/local/demo-staff.ts';
import { casePeople, type CasePeople } from '../support/case-people.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, ddmmyyyy, signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/**
 * The case of Viet Nam and Cambodia on the pages: a child whose guardian speaks with the child, a live link that the host State
 * allows, and then written questions alone.
 */

const stack = deployedStack();
const given = demoCases.vietnamese;
const now = new Date();
let browser: Browser;
let people: CasePeople;
let at: Booked;
const pages = new Map<DemoAccount, Page>();

beforeAll(async () => {
  browser = await startBrowser();
  people = await casePeople(stack, [
    'prosecutor-vietnamese',
    'clerk-vietnamese',
    'judge-vietnamese',
    'support-officer-khmer',
    'attending-officer-khmer',
    'central-authority-khmer',
    'interpreter-khmer-vietnamese',
  ]);
  const caseId = await openDemoCase(people, given, now);
  const wish = { in: 'vietnamese', kind: 'interview', by: 'prosecutor-vietnamese', minutes: 45 } as const;
  const booked = await bookDemoSession(people, wish, caseId, now);
  if (booked === undefined) throw new Error('Nobody has time for the session of this story.');
  at = booked;
}, 60_000);
afterAll(async () => {
  await browser.close();
});

async function pageOf(who: DemoAccount): Promise<Page> {
  const known = pages.get(who);
  if (known !== undefined) return known;
  const account = people.accounts[who];
  if (account === undefined) throw new Error(`${who} has no account in this story.`);
  const { page } = await visitor(browser);
  pages.set(who, page);
  await signIn(page, stack.siteUrl, account);
  return page;
}
const go = async (who: DemoAccount, path: string): Promise<Page> => {
  const page = await pageOf(who);
  await page.goto(`${stack.siteUrl}${path}`);
  return page;
};
const gate = (page: Page, name: string, state: string) =>
  page.locator(`[data-testid="gate-${name}"][data-state="${state}"]`).waitFor();

describe('the case of a child', () => {
  const step = storySteps();

  step('shows the child, the guardian, and who works for them in two States', async () => {
    const { parties } = await people.as['support-officer-khmer'](readCase, { params: { caseId: at.caseId } });
    const page = await go('support-officer-khmer', `cases/${at.caseId}`);
    await page.getByText('Guardian of the child').waitFor();
    const shown = await page.locator('main').innerText();
    for (const pseudonym of [at.party, parties[0]?.pseudonym ?? '']) expect(shown).toContain(pseudonym);
    await look(page, 'child-case');
  });

  step('has a consent of guardian and child together, and what is best for the child', async () => {
    const page = await go('support-officer-khmer', `sessions/${at.sessionId}`);
    await page.getByLabel('Language in which it was explained').selectOption('km');
    await answer(page, 'Of age?', 'No, a child');
    await page.getByLabel('Who is the guardian').selectOption({ index: 1 });
    await answer(page, 'Does the guardian agree?', 'Yes');
    await answer(page, 'Does the child agree?', 'Yes');
    await page
      .getByLabel('What is best for the child, and why')
      .fill('Heard once, by link, without a journey.');
    await look(page, 'child-consent');
    await recordConsent(people, given, at, now);
    await page.reload();
    await gate(page, 'consent', 'open');
  });

  step('has a door that is open, with the child’s guardian at it', async () => {
    for (const open of allGates.filter((each) => each !== recordConsent)) await open(people, given, at, now);
    const page = await go('clerk-vietnamese', `sessions/${at.sessionId}`);
    await page.locator('.gate-door.gate-open').waitFor();
    await look(page, 'child-door-open');
  });

  step('is answered by the host State with written questions alone, in place of the link', async () => {
    const page = await go('central-authority-khmer', `cases/${at.caseId}/permission/${at.party}`);
    await page.getByText('Live video link → Written questions').waitFor();
    await page.getByRole('button', { name: 'Enter another decision' }).click();
    await page.getByLabel('Decision', { exact: true }).selectOption('granted');
    await page.getByLabel('Legal basis').selectOption('asean-mlat');
    await page.getByLabel('Reference of the host State’s authority').fill('MLA 93/2026 B');
    await typeSegments(page, 'Request received on', '01102026');
    await typeSegments(page, 'Decided on', '01112026');
    await typeSegments(page, 'Valid from', '01112026');
    await typeSegments(page, 'Valid until', '31122027');
    await page.getByLabel('First', { exact: true }).selectOption('written-questions');
    await answer(page, 'Who asks the questions', 'A local judge');
    await page.getByLabel('Questions go through the local judge').check();
    await answer(page, 'Must an officer of the host State attend?', 'Yes, and must establish who is heard');
    await page.getByLabel('Days of notice before a session').fill('0');
    await page.getByRole('button', { name: 'Enter the decision' }).click();
    await page.getByText('No live link: Written questions').waitFor();
  });

  step(
    'whoever is with the child reads that there is no link, why, and how to say it; what was before is kept',
    async () => {
      const page = await go('support-officer-khmer', `cases/${at.caseId}/permission/${at.party}`);
      await page.getByText('No live link: Written questions').waitFor();
      await page.getByText('Decisions before').click();
      await page.getByText('Live video link → Written questions').waitFor();
      await look(page, 'child-written-questions');
      const clerk = await go('clerk-vietnamese', `sessions/${at.sessionId}`);
      await gate(clerk, 'permission', 'refused');
      await look(clerk, 'child-door-closed');
      await permit(people, given, at, now);
      await clerk.reload();
      await gate(clerk, 'permission', 'open');
    },
  );

  step(
    'is to be asked in writing first, says the host State; the link opens once that did not work',
    async () => {
      await people.as[given.authority](recordPermission, {
        params: { caseId: at.caseId, party: at.party },
        body: granted(given, now, ['written-questions', 'live']),
      });
      const clerk = await go('clerk-vietnamese', `sessions/${at.sessionId}`);
      await gate(clerk, 'permission', 'missing');
      const support = await go('support-officer-khmer', `cases/${at.caseId}/permission/${at.party}`);
      await support.getByText('To be tried before a live link: Written questions').waitFor();
      expect(await support.getByRole('button', { name: 'Enter it' }).count()).toBe(0);
      await look(support, 'child-ways-first-read');

      const page = await go('central-authority-khmer', `cases/${at.caseId}/permission/${at.party}`);
      const tried = page.getByRole('region', { name: 'Say that this way did not work: Written questions' });
      await tried.getByRole('button', { name: 'Enter it' }).click();
      await page.getByText('Some answers are missing or not right').waitFor();
      await look(page, 'child-ways-first-missing');
      await answer(page, 'What happened', 'It was tried and failed');
      await typeSegments(page, 'On which day', ddmmyyyy(now));
      await look(page, 'child-ways-first');
      await tried.getByRole('button', { name: 'Enter it' }).click();
      await page.getByText('To be tried before a live link').waitFor({ state: 'detached' });
      await look(page, 'child-ways-tried');
      await clerk.reload();
      await gate(clerk, 'permission', 'open');
    },
  );
});
