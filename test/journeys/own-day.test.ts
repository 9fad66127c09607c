import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { newId } from '../../functions/shared/values/ids.ts';
import { confirmed } from '../support/confirmed-interpreter.ts';
import { choosePassword } from '../support/first-password.ts';
import { send } from '../support/http.ts';
import { bookInterview, expectDone, type Interview } from '../support/interview.ts';
import { doorOf } from '../support/session-log.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** An interpreter with an account: how they get it, and their own day. */

const stack = deployedStack();
const { siteUrl, apiUrl } = stack;
const email = `${newId(randomBytes)}@example.org`;
let browser: Browser;
let interview: Interview;
let head: Visitor;
let own: Visitor;

const step = storySteps();
const booking = () => own.page.getByTestId('own-booking');

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack, 5);
});
afterAll(async () => {
  await browser.close();
});

describe('an interpreter', () => {
  step('is given an account by the administrator of their service', async () => {
    head = await visitor(browser);
    const { page } = head;
    await signIn(page, siteUrl, interview.accounts['agency-administrator']);
    await page.getByRole('link', { name: 'People of your agency' }).first().click();
    await page.getByRole('link', { name: /^Interpreter, Burmese and Thai/ }).click();
    await page.getByRole('button', { name: 'Give the account' }).click();
    await page.getByRole('link', { name: /E-mail address/ }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await look(page, 'account-for-interpreter');
    await page.getByRole('button', { name: 'Give the account' }).click();
    await page.getByText('Invited; has not signed in yet').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(email);
  });

  step('signs in and sees when, and nothing of what before they are confirmed', async () => {
    own = await visitor(browser);
    const { page } = own;
    await signIn(page, siteUrl, await choosePassword(stack, email));
    await page.getByRole('heading', { name: 'Your day' }).waitFor();
    await booking().getByText('The clerk has not confirmed you yet.').waitFor();
    expect(await booking().innerText()).toMatch(/UTC\+1[01]:00/);
    await booking().locator('summary').first().click();
    await booking().locator('summary', { hasText: 'I declare a conflict' }).click();
    await look(page, 'own-day-before');
    expect(await page.locator('body').innerText()).not.toContain(interview.caseId);
  });

  step('says that nothing binds them, is told what for, and signs for it', async () => {
    const { page } = own;
    await page.getByRole('button', { name: 'Say that nothing binds me' }).click();
    await booking().getByText('Your word whether anything binds you').waitFor({ state: 'detached' });
    const { onPaper, ...alone } = confirmed;
    const body = { ...alone, onPaper: { oath: onPaper.oath } };
    const path = `/api/interpreting/${interview.sessionId}/assignment`;
    expectDone(await send(apiUrl, 'POST', path, { token: interview.tokens.clerk, body }));
    await page.reload();
    await booking().getByText('Burmese – Thai').waitFor();
    await booking().locator('summary').first().click();
    await booking().getByRole('button', { name: 'I have read it and keep it to myself' }).click();
    await booking().getByText('Nothing is missing on your side.').waitFor();
    await booking().getByText('Receipt signed').waitFor();
    await look(page, 'own-day');
    expect((await doorOf(stack, interview.sessionId)).gates.interpreter).toBe('open');
  });

  step('keeps their own hours and days off', async () => {
    const { page } = own;
    await page.getByRole('link', { name: 'Your hours and days off' }).click();
    await page.locator('summary', { hasText: 'Change' }).first().waitFor();
    await look(page, 'own-day-calendar');
    await page.goto(`${siteUrl}calendars`);
    await page.getByRole('link', { name: 'Your own calendar' }).waitFor();
    await page.goto(siteUrl);
  });

  step('declares a conflict: it closes the gate, and they are told no more', async () => {
    const { page } = own;
    await booking().locator('summary').first().click();
    await booking().locator('summary', { hasText: 'I declare a conflict' }).click();
    await booking().getByRole('checkbox', { name: 'Same village' }).check();
    await booking().getByRole('button', { name: 'Declare the conflict' }).click();
    await booking().getByText('You declared a conflict').waitFor();
    expect(await booking().getByText('Burmese – Thai').count()).toBe(0);
    await look(page, 'own-day-conflict');
    expect((await doorOf(stack, interview.sessionId)).gates.interpreter).toBe('refused');
  });

  step('finds nothing else of the case, and no page did what its content policy forbids', async () => {
    const { page } = own;
    await page.goto(`${siteUrl}sessions/${interview.sessionId}`);
    await page
      .getByText('You cannot do that', { exact: false })
      .or(page.getByRole('alert'))
      .first()
      .waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Witness');
    expect([head, own].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
