import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DeployedStack } from '../../infra/local/deployed-stack.ts';
import { parseWork, workKey } from '../../functions/rooms/port/at-work.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { send } from '../support/http.ts';
import { expectDone, invite } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import type { Team } from '../support/team.ts';
import { look } from './look.ts';
import { comeToTheDoor } from './pages.ts';

/** What stands around those who interpret: a wish for a woman, how long they work, their times, and the sums of their agency. */

const gate = (page: Page, state: string) =>
  page.locator(`[data-testid="gate-interpreter"][data-state="${state}"]`).waitFor({ timeout: 30_000 });

/** She wished for a woman, and says on her own page that she does not need one. @param clerk on the session's page */
export async function waiveOnHerPage(
  stack: DeployedStack,
  team: Team,
  clerk: Page,
  hers: Page,
): Promise<void> {
  const yes = { answer: 'yes' };
  const scopes = {
    ...fullConsent.scopes,
    liveVideo: yes,
    supporter: { answer: 'no' },
    womanInterpreter: yes,
  };
  const wishes = { ...fullConsent.wishes, inCamera: 'no' };
  const path = `/api/witnesses/${team.caseId}/${team.witness}/consent`;
  const token = team.tokens['support-officer'];
  expectDone(await send(team.api, 'POST', path, { token, body: { ...fullConsent, wishes, scopes } }));
  await gate(clerk, 'missing');
  const { secret, pin } = await invite(team, 'witness');
  await comeToTheDoor(hers, `${stack.siteUrl}join/my/#${secret}`, pin);
  // One question at a time: that she takes part today comes first.
  await hers
    .locator('section', { has: hers.locator('#today-title') })
    .locator('.big-button')
    .click();
  await hers.locator('#woman-title').waitFor({ timeout: 30_000 });
  await look(hers, 'guest-woman-wished', 'guest');
  await hers
    .locator('section', { has: hers.locator('#woman-title') })
    .locator('button')
    .click();
  await hers.locator('main[data-step="woman-wished"]').waitFor();
  await look(hers, 'guest-woman-sure', 'guest');
  await hers.locator('.big-button').last().click();
  await hers.locator('#woman-title').waitFor({ state: 'detached', timeout: 30_000 });
  await gate(clerk, 'open');
}

/** An hour passes for one of them: the clock of the room is put back. @param own the page of that interpreter */
export async function workTooLong(stack: DeployedStack, team: Team, clerk: Page, own: Page): Promise<void> {
  const [one] = team.names;
  const store = storeOf(stack);
  const key = workKey(team.sessionId);
  const [item] = await store.get([key]);
  const work = parseWork(item);
  const long = { ...work[one], unbroken: 121 * 60_000 };
  await store.write([{ kind: 'update', key, set: { work: { ...work, [one]: long } }, onRefused: 'retry' }]);
  const row = clerk.getByTestId('at-work').filter({ hasText: one });
  await row.and(clerk.locator('[data-state="reached"]')).waitFor({ timeout: 60_000 });
  await clerk
    .getByRole('heading', { name: 'Time for a rest' })
    .or(clerk.getByText('Time for a rest'))
    .first()
    .waitFor();
  await clerk.evaluate(() => scrollTo(0, 0));
  await look(clerk, 'staff-room-time-for-rest');
  await own.locator('[data-state="reached"]').waitFor({ timeout: 60_000 });
  await look(own, 'guest-room-time-for-rest', 'guest');
}

/** On the session's page: other times, somebody who did not come, one more, and another way of interpreting. */
export async function lookAtForms(page: Page, name: string): Promise<void> {
  const own = page.getByTestId('interpreter-times').filter({ hasText: name });
  await own.waitFor();
  await own.locator('summary', { hasText: 'Enter other times' }).click();
  await own.getByRole('button', { name: 'Enter the times' }).click();
  await own.getByRole('link', { name: /From/ }).waitFor();
  for (const title of ['One more interpreter', 'Another way of interpreting'])
    await page.locator('summary', { hasText: title }).click();
  await look(page, 'staff-session-interpreters-times');
}

/** The head of the interpreters' agency reads sums. */
export async function readSums(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'People of your agency' }).first().click();
  await page.getByRole('link', { name: 'Hours of the interpreters' }).click();
  await page.getByTestId('hours-of-interpreter').first().waitFor();
  expect(await page.getByTestId('hours-of-interpreter').count()).toBeGreaterThan(1);
  await look(page, 'interpreter-hours');
}
