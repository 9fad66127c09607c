import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { fillConfirmation } from '../confirming.ts';
import { answer, find, typeSegments } from '../pages.ts';
import { soonInBangkok } from '../soon.ts';
import type { Step } from '../story-steps.ts';
import { recordConsentAndPlan } from './consent-and-plan.ts';
import { shareAMachine } from './typing.ts';
import { askPass, comeIn, go, pageOf, post, stack, story } from './cast.ts';

const { siteUrl } = stack;

const gateStates = async (page: Page): Promise<Record<string, string | null>> => {
  const names = ['permission', 'attendingOfficer', 'consent', 'riskPlan', 'interpreter', 'rehearsal'];
  const states = await Promise.all(
    names.map((name) => page.getByTestId(`gate-${name}`).getAttribute('data-state')),
  );
  return Object.fromEntries(names.map((name, at) => [name, states[at] ?? null]));
};

/** How an interview is booked, and the gates on its door are opened. */
export function arranging(step: Step): void {
  step('the host State takes the case; until it does, the case says whose office has not', async () => {
    const prosecutor = await comeIn('prosecutor');
    await go('prosecutor', `cases/${story.caseId}`);
    await prosecutor.getByText('Office has not taken the case yet').first().waitFor();
    await look(prosecutor, 'staff-case-not-taken');
    await go('prosecutor', `cases/${story.caseId}/find`);
    await prosecutor.getByText('Not taken yet by the office of: Victim-support officer').waitFor();
    // Whether anybody vetted interprets depends on who else is in the directory.
    await find(prosecutor, 'Who interprets', story.office.mark);
    await prosecutor.getByText(/Best times found: \d+/).waitFor();
    await look(prosecutor, 'find-not-taken');
    await story.people.get('prosecutor')?.context.close();

    const page = await comeIn('central-authority');
    await page.getByText('Your office has not taken this case yet').waitFor();
    await look(page, 'staff-cases-to-take');
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.getByRole('button', { name: 'Take this case' }).waitFor({ state: 'detached' });
  });

  step('the prosecutor signs in, opens the case and sees a time in every zone she may see', async () => {
    const welcome = await visitor(story.browser);
    await welcome.page.goto(siteUrl);
    await look(welcome.page, 'staff-welcome', 'main');
    await welcome.context.close();

    const page = await comeIn('prosecutor');
    await page.getByRole('link', { name: /T 1\/2026/ }).waitFor();
    await look(page, 'staff-home-first-day');
    await page.getByRole('link', { name: /T 1\/2026/ }).click();
    await page.getByRole('link', { name: 'Book a session' }).waitFor();
    await look(page, 'staff-case', 'main');
    await page.getByRole('link', { name: 'Book a session' }).click();
    const { date, time } = soonInBangkok();
    await typeSegments(page, 'Date', date);
    await typeSegments(page, 'Time', time);
    await find(page, 'Interpreter', story.office.mark);
    const clock = page.getByTestId('seat-prosecutor').locator('time');
    await clock.waitFor();
    expect(await page.getByTestId('seat-prosecutor').innerText()).toContain('+07:00');
    expect(await page.getByTestId('seat-prosecutor').innerText()).toMatch(
      /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/,
    );
    expect(await page.getByTestId('seat-interpreter').innerText()).toMatch(/\+1[01]:00/);
    // Her place would show in her time, and so would that of the officer who is with her.
    for (const hidden of ['witness', 'support-officer']) {
      const row = page.getByTestId(`seat-${hidden}`);
      expect(await row.innerText()).toContain('Time not shown');
      expect(await row.locator('time').count()).toBe(0);
    }
    await look(page, 'staff-book', 'main');
  });

  step(
    'what was typed outlives a sign-in, for the one who typed it; a language chosen before it holds',
    shareAMachine,
  );

  step('it is booked, and nobody can be booked twice', async () => {
    const page = pageOf('prosecutor');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByTestId('gate-consent').waitFor();
    story.sessionId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(story.sessionId).toMatch(/^[0-9a-z]{26}$/);

    await go('prosecutor', `cases/${story.caseId}/book`);
    const { date, time } = soonInBangkok();
    await typeSegments(page, 'Date', date);
    await typeSegments(page, 'Time', time);
    await find(page, 'Interpreter', story.office.mark);
    await page.getByTestId('seat-clerk').getByText('Already booked').waitFor();
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByText('already booked at that time').waitFor();
  });

  step('the session shows what is missing and whose turn it is, and no pass can be had', async () => {
    const page = pageOf('prosecutor');
    await go('prosecutor', `sessions/${story.sessionId}`);
    await page.getByTestId('gate-consent').waitFor();
    const { rehearsal, ...others } = await gateStates(page);
    expect(new Set(Object.values(others))).toEqual(new Set(['missing']));
    // Nobody has tested: that closes nothing, and is no tick.
    expect(rehearsal).toBe('untested');
    expect(await page.getByTestId('gate-consent').innerText()).toContain('Victim-support officer');
    expect(await page.getByTestId('gate-permission').innerText()).toContain('Central authority');
    expect(await page.getByTestId('gate-interpreter').innerText()).toContain('Court clerk');
    await look(page, 'staff-session-closed');
    expect((await askPass('prosecutor')).code).toBe('gates-closed');
    expect((await post('clerk', `/api/rooms/${story.sessionId}/opening`)).code).toBe('gates-closed');
  });

  step(
    'the support officer records consent and enters the risk plan; the prosecutor says go',
    recordConsentAndPlan,
  );

  step(
    'the host State permits it and names its attending officer; the clerk confirms the interpreter',
    async () => {
      const page = pageOf('central-authority');
      await go('central-authority', `sessions/${story.sessionId}`);
      await page.getByLabel('Legal basis').waitFor();
      await look(page, 'staff-session-central-authority');
      await page.getByLabel('Decision', { exact: true }).selectOption('granted');
      await page.getByLabel('Legal basis').selectOption('asean-mlat');
      await page.getByLabel('Reference of the host State’s authority').fill('MLA 88/2026');
      await typeSegments(page, 'Request received on', '01102026');
      await typeSegments(page, 'Decided on', '01112026');
      await typeSegments(page, 'Valid from', '01112026');
      await typeSegments(page, 'Valid until', '31122027');
      await page.getByLabel('First', { exact: true }).selectOption('live');
      await answer(page, 'Who asks the questions', 'The requesting authority');
      await answer(page, 'Must an officer of the host State attend?', 'Yes, and must establish who is heard');
      await page.getByLabel('Days of notice before a session').fill('7');
      await page.getByLabel('Use in this case only').check();
      await page.getByRole('button', { name: 'Enter the decision' }).click();
      await page.locator('[data-testid="gate-permission"][data-state="open"]').waitFor();
      await find(page, 'Attending officer of the host State', story.office.mark);
      await page.getByRole('button', { name: 'Name this officer' }).click();
      await page.locator('[data-testid="gate-attendingOfficer"][data-state="open"]').waitFor();

      const clerk = await comeIn('clerk');
      await go('clerk', `sessions/${story.sessionId}`);
      await clerk.getByLabel('From and into', { exact: true }).waitFor();
      await fillConfirmation(clerk, clerk);
      await look(clerk, 'staff-session-clerk');
      await clerk.getByRole('button', { name: 'Confirm the interpreter' }).click();
      await clerk.getByRole('button', { name: 'The interpreter has signed the receipt' }).waitFor();
      await look(clerk, 'staff-session-clerk-briefing');
      await clerk.getByRole('button', { name: 'The interpreter has signed the receipt' }).click();
      await clerk.locator('.gate-door.gate-open').waitFor();
      // The law allows it now, and still nobody is let in.
      expect((await askPass('prosecutor')).code).toBe('not-admitted');
    },
  );
}
