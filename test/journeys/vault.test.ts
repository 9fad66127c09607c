import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { verifyExport } from '../../functions/custody/verify.ts';
import { witnessOf } from '../support/booking.ts';
import { send } from '../support/http.ts';
import { gateBodies, newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { takenLog } from '../support/taken-log.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** Who the witness really is, on the pages: the holder keeps it, a judge asks, the holder agrees, the judge reads. */

const stack = deployedStack();
let browser: Browser;
let office: Office;
let caseId: string;
let witness: string;
const pages = new Map<string, Page>();

beforeAll(async () => {
  browser = await startBrowser();
  office = await newOffice(stack);
  caseId = await newCase(stack, office);
  witness = await witnessOf(stack.apiUrl, office.tokens.prosecutor, caseId);
});
afterAll(async () => {
  await browser.close();
});

async function comeIn(who: 'support-officer' | 'judge' | 'auditor'): Promise<Page> {
  const { page } = await visitor(browser);
  pages.set(who, page);
  await signIn(page, stack.siteUrl, office.accounts[who]);
  await page.goto(`${stack.siteUrl}cases/${caseId}`);
  await page.getByRole('link', { name: 'Identity', exact: true }).first().click();
  await page.getByRole('heading', { name: `Who ${witness} really is` }).waitFor();
  return page;
}
/** She says what she agrees to, and it stands sealed in the log. */
async function consented(): Promise<void> {
  const path = `/api/witnesses/${caseId}/${witness}/consent`;
  const told = await send(stack.apiUrl, 'POST', path, {
    token: office.tokens['support-officer'],
    body: gateBodies.consent,
  });
  expect(told.status).toBe(201);
}
const pageOf = (who: string): Page => {
  const page = pages.get(who);
  if (page === undefined) throw new Error(`The ${who} has no page yet.`);
  return page;
};

describe('who the witness really is', () => {
  const step = storySteps();

  step('is entered by the holder, who is told at each field what cannot be so', async () => {
    const page = await comeIn('support-officer');
    await page.getByLabel('Name', { exact: true }).fill('Khin May Oo');
    await page.getByLabel('Date of birth').fill('2091-04-12');
    await page.getByRole('checkbox', { name: 'By telephone' }).check();
    await page.getByLabel('Telephone', { exact: true }).fill('+95 9 123 456 789');
    await page.getByRole('button', { name: 'Seal and keep' }).click();
    await page.getByText('Please check this answer.').first().waitFor();
    await look(page, 'vault-keep');
    await page.getByLabel('Date of birth').fill('1998-04-12');
    await page.getByRole('button', { name: 'Seal and keep' }).click();
    await page.getByText('Kept, and sealed.').waitFor();
    expect(await page.getByText('Khin May Oo').count()).toBe(0);
  });

  step('is asked for by a judge, with a reason and for a time', async () => {
    const page = await comeIn('judge');
    await answer(page, 'Why', 'To identify them for a hearing');
    await page.getByLabel('In your words').fill('The court must know who speaks on Monday.');
    await answer(page, 'For how long', '15 minutes');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('Your asking waits').waitFor();
  });

  step('is agreed to by the holder, who does not see it', async () => {
    const page = pageOf('support-officer');
    await page.reload();
    await page.getByText('The court must know who speaks on Monday.').waitFor();
    await look(page, 'vault-decide');
    await page.getByRole('button', { name: 'Agree', exact: true }).click();
    await page.getByText('Can be read now').waitFor();
    expect(await page.getByRole('button', { name: 'Read now' }).count()).toBe(0);
  });

  step('is read by the judge, and put away', async () => {
    const page = pageOf('judge');
    await page.reload();
    await page.getByRole('button', { name: 'Read now' }).click();
    await page.getByText('Khin May Oo').waitFor();
    await page.getByText('+959123456789').waitFor();
    await look(page, 'vault-read');
    await page.getByRole('button', { name: 'Put away' }).click();
    await expect.poll(() => page.getByText('Khin May Oo').count()).toBe(0);
  });

  step('is in no page of the auditor, who sees that it was read, once', async () => {
    const page = await comeIn('auditor');
    await page.getByText('Times read').waitFor();
    expect(await page.getByText('Khin May Oo').count()).toBe(0);
    await look(page, 'vault-auditor');
  });

  step('and who looked stands on the auditor’s own page', async () => {
    const page = pageOf('auditor');
    await page.goto(`${stack.siteUrl}cases/${caseId}`);
    await page.getByRole('link', { name: 'Who read what' }).click();
    await page.getByText('Nothing unusual was read.').waitFor();
    await page.locator('[data-action="data.read"]').first().waitFor();
    await look(page, 'readings');
  });

  step('as do the lists and searches of the auditor’s agency, which belong to no case', async () => {
    const page = pageOf('auditor');
    await page.goto(stack.siteUrl);
    await page.getByRole('link', { name: 'Who read what at your agency' }).click();
    await page.locator('[data-action="data.read"]').first().waitFor();
    await look(page, 'readings-of-agency');
  });

  step('what a sealed field holds is opened by a judge, from the log, to one person', async () => {
    await consented();
    // Whoever orders has signed in a moment ago.
    const page = await comeIn('judge');
    await page.goto(`${stack.siteUrl}cases/${caseId}/log`);
    const given = page.locator('[data-action="consent.given"]');
    await given.getByRole('link', { name: 'Have something in it disclosed' }).click();
    await page.getByRole('button', { name: 'Order it' }).click();
    await page.getByText('Some answers are missing or not right').waitFor();
    await page.getByRole('checkbox', { name: 'Is recorded' }).check();
    const to = page.getByLabel('To whom');
    const prosecutor = await to.locator('option', { hasText: 'Prosecutor' }).getAttribute('value');
    await to.selectOption(prosecutor);
    await page.getByLabel('By which law').fill('Criminal Procedure Code, s. 172');
    await page.getByLabel('Why', { exact: true }).fill('It is needed for the hearing.');
    await look(page, 'disclosure-order');
    await page.getByRole('button', { name: 'Order it' }).click();
    await page.getByText('In force').waitFor();
    await look(page, 'disclosures');
  });

  step('who reads it alone, and puts it away', async () => {
    const { page } = await visitor(browser);
    await signIn(page, stack.siteUrl, office.accounts.prosecutor);
    await page.goto(`${stack.siteUrl}cases/${caseId}`);
    await page.getByRole('link', { name: 'What was disclosed' }).click();
    await page.getByRole('button', { name: 'Read now' }).click();
    await page.getByTestId('disclosed').getByText('Is recorded').waitFor();
    await look(page, 'disclosed');
    await page.getByRole('button', { name: 'Put away' }).click();
    await expect.poll(() => page.getByTestId('disclosed').count()).toBe(0);
    pages.set('prosecutor', page);
  });

  step(
    'takes it away as a file, which is right beside the log of the case, and wrong where somebody changed it',
    async () => {
      const page = pageOf('prosecutor');
      const how = page.locator('details', { hasText: 'npm run -s verify' });
      const open = () => how.evaluate((each) => each.setAttribute('open', ''));
      await open();
      await look(page, 'disclosures-file', 'staff', open);
      const saved = page.waitForEvent('download');
      await how.getByRole('button', { name: 'Take the file' }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^disclosures-${caseId}-\\d+\\.json$`));
      const file = readFileSync(await download.path(), 'utf8');
      const log = await takenLog(stack.apiUrl, `case-logs/${caseId}`, office.tokens.prosecutor);
      const report = verifyExport(log.file, { disclosures: Buffer.from(file) });
      expect(report.verdict).toBe('consistent');
      expect(report.disclosed).toMatchObject([{ action: 'consent.given', field: 'recording' }]);
      const changed = Buffer.from(file.replace(/"disclosures":\["./, '"disclosures":["X'));
      expect(verifyExport(log.file, { disclosures: changed })).toMatchObject({
        verdict: 'failed',
        disclosed: [],
      });
    },
  );
});
