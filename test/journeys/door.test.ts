import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bookDeposition, openGate, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** The door on one screen: what is missing, who must do it and by when; and a judge who sets a gate aside. */

const stack = deployedStack();
let browser: Browser;
let interview: Interview;

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookDeposition(stack);
  await openGate(interview, 'consent');
});
afterAll(async () => {
  await browser.close();
});

async function comeIn(who: 'clerk' | 'judge'): Promise<Page> {
  const { page } = await visitor(browser);
  await signIn(page, stack.siteUrl, interview.accounts[who]);
  await page.goto(`${stack.siteUrl}sessions/${interview.sessionId}`);
  await page.getByRole('link', { name: 'See what is missing' }).click();
  await page.getByTestId('door-interpreter').waitFor();
  return page;
}

describe('the door', () => {
  const step = storySteps();

  step('says what is missing, who must do it and by when', async () => {
    const page = await comeIn('clerk');
    await page.locator('[data-testid="door-consent"][data-state="open"]').waitFor();
    expect(await page.getByTestId('door-consent').innerText()).toContain('Explained with a draft');
    const interpreter = await page.getByTestId('door-interpreter').innerText();
    expect(interpreter).toContain('Turn of: Court clerk');
    expect(interpreter).toContain('Late: it should have been there by');
    await page.getByText('No number is known').waitFor();
    await look(page, 'door');
  });

  step(
    'is set aside where the judge who presides says so, with a reason, and not where nobody may',
    async () => {
      const page = await comeIn('judge');
      const gate = page.getByTestId('door-interpreter');
      expect(await page.getByTestId('door-riskPlan').getByRole('button').count()).toBe(0);
      await gate.getByRole('button', { name: 'Set it aside' }).click();
      await answer(page, 'Reason', 'It is known to all without it');
      await page.getByLabel('Why, in your words').fill('Both speak the language of the court.');
      await look(page, 'door-set-aside-form');
      await gate.getByRole('button', { name: 'Set it aside' }).last().click();
      await page.locator('[data-testid="door-interpreter"][data-state="aside"]').waitFor();
      expect(await gate.innerText()).toContain('Set aside by: Judge');
      await look(page, 'door-set-aside');
      await gate.getByRole('button', { name: 'Wait for it again' }).click();
      await page.locator('[data-testid="door-interpreter"][data-state="missing"]').waitFor();
    },
  );
});
