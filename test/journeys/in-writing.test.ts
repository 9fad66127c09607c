import { setTimeout as after } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { witnessOf } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { expectDone, gateBodies, takeCase } from '../support/interview.ts';
import { newOffice, oneMoreOfficer, type Office, type Signed } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** No live link, on the pages: whoever was to be heard is told why, and questions go in writing. */

const stack = deployedStack();
let browser: Browser;
let office: Office;
let first: Signed;
let second: Signed;
let caseId = '';
let witness = '';

beforeAll(async () => {
  [browser, office, first, second] = await Promise.all([
    startBrowser(),
    newOffice(stack),
    oneMoreOfficer(stack, 'central-authority', 'TH'),
    oneMoreOfficer(stack, 'central-authority', 'TH'),
  ]);
  const holder = office.ids['support-officer'];
  const opened = await send(stack.apiUrl, 'POST', '/api/cases', {
    token: office.tokens.prosecutor,
    body: {
      reference: 'T 13/2026',
      requestingState: 'TH',
      hostState: 'MM',
      members: [office.ids.clerk, holder, first.personId, second.personId],
      witnesses: [{ protected: true, holder, zone: 'Asia/Yangon', mayKnow: [] }],
    },
  });
  caseId = expectDone(opened).body.caseId as string;
  for (const token of [first.token, second.token, office.tokens['support-officer']])
    await takeCase(stack, caseId, token);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});
afterAll(async () => {
  await browser.close();
});

const paper = { number: 'HS 13/2026', datedOn: '2026-01-02', sha256: 'd'.repeat(64) };
/** Entered from the host State's paper by one officer, confirmed by the other. */
async function onPaper(decision: object): Promise<void> {
  const post = ({ token }: Signed, path: string, body: object) =>
    send(stack.apiUrl, 'POST', `/api/requests/${caseId}/${witness}/${path}`, { token, body });
  const { entry } = expectDone(await post(first, 'paper', { decision, paper })).body as { entry: number };
  expectDone(await post(second, 'paper/confirmation', { entry, sha256: paper.sha256 }));
}

async function pageOf(account: Signed['account']): Promise<Page> {
  const { page } = await visitor(browser);
  await signIn(page, stack.siteUrl, account);
  return page;
}
const unfold = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).first().click();

describe('no live link', () => {
  const step = storySteps();
  let holder: Page;

  step('that it was refused waits for the officer who holds contact, on their first page', async () => {
    const { legalBasis, reference, receivedOn, decidedOn } = gateBodies.permission;
    await onPaper({
      decision: 'refused',
      ground: 'own-law-forbids-it',
      legalBasis,
      reference,
      receivedOn,
      decidedOn,
    });
    holder = await pageOf(office.accounts['support-officer']);
    await holder.getByText('There is no live link: the person is to be told why').click();
    await holder.getByText('No live link: the host State refused').waitFor();
    await holder.getByText('It is not because of anything that you did or said.').waitFor();
    await holder.getByText('The law or the rules of that country do not allow it.').waitFor();
    await unfold(holder, 'Enter that they were told');
    await look(holder, 'no-link-to-tell', 'main');
  });

  step('they enter that the person was told, and alone read how it was taken', async () => {
    await holder.reload();
    await unfold(holder, 'Enter that they were told');
    await typeSegments(holder, 'On which day', '03012026');
    await holder.getByLabel('How', { exact: true }).selectOption('in-person');
    await holder.getByLabel('Who was there beside you').selectOption('interpreter');
    await holder.getByLabel('In which language').selectOption('my');
    await holder
      .getByLabel('How they took it, and what they wanted to know')
      .fill('Relieved. Asked what comes next.');
    await holder.getByRole('button', { name: 'Enter that they were told' }).click();
    await holder.getByText(`${witness} was told on`).waitFor();
    await holder.getByText('Relieved. Asked what comes next.').waitFor();
    await look(holder, 'no-link-told');
    await holder.goto(stack.siteUrl);
    await holder.getByRole('heading', { level: 1 }).waitFor();
    await after(500);
    expect(await holder.getByText('the person is to be told why').count()).toBe(0);
  });

  step('questions go in writing, are answered, and the answers come back', async () => {
    await onPaper({ ...gateBodies.permission, modalities: ['written-questions', 'in-person'] });
    const page = await pageOf(first.account);
    await page.goto(`${stack.siteUrl}cases/${caseId}/permission/${witness}`);
    await page.getByText('None was sent yet.').waitFor();
    await unfold(page, 'Enter that questions were sent');
    await page.getByLabel('Number of the document').fill('AG 40/2569');
    const file = { mimeType: 'application/pdf', buffer: Buffer.from('What did you see?') };
    await page.getByLabel('File of the questions').setInputFiles({ name: 'questions.pdf', ...file });
    await typeSegments(page, 'Sent on', '05012026');
    await page.getByLabel('Language of the questions').selectOption('my');
    await page.getByLabel('Translation').selectOption('certified');
    await typeSegments(page, 'Answers expected by', '20012026');
    await page.getByRole('button', { name: 'Enter that questions were sent' }).click();
    await page.getByText('Overdue').waitFor();
    await look(page, 'questions-overdue', 'main');
    await page.goto(stack.siteUrl);
    await page.getByText('Answers to written questions are overdue').click();
    await unfold(page, 'Enter that they were answered');
    await typeSegments(page, 'Answered on', '25012026');
    await page.getByLabel('File of the answers').setInputFiles({ name: 'answers.pdf', ...file });
    await page.getByRole('button', { name: 'Enter that they were answered' }).click();
    await page.getByText('Answered', { exact: true }).waitFor();
    await unfold(page, 'Enter that the answers came back');
    await typeSegments(page, 'Came back on', '01022026');
    await page.getByRole('button', { name: 'Enter that the answers came back' }).click();
    await page.getByText('Answers came back', { exact: true }).waitFor();
    await look(page, 'questions-returned');
  });
});
