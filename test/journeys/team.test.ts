import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { enterPerson } from '../support/in-process.ts';
import { send } from '../support/http.ts';
import { expectDone } from '../support/interview.ts';
import { storeOf } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { at, bookTeam, type Team } from '../support/team.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { fillConfirmation, sendConfirmation } from './confirming.ts';
import { lookAtForms, readSums, waiveOnHerPage, workTooLong } from './interpreters-at-work.ts';
import { atStep, comeToTheDoor, find, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** Two interpreters who take turns, as the clerk and they themselves see it. */

const stack = deployedStack();
const { siteUrl } = stack;
let browser: Browser;
let team: Team;
let clerk: Visitor;
const guests: Visitor[] = [];
/** Whoever else looked at a page. */
const others: Visitor[] = [];

const step = storySteps();

const tiles = (page: Page) => page.getByTestId('tile-interpreter');
const atDoor = (pseudonym: string) =>
  clerk.page.getByTestId('door-interpreter').filter({ hasText: pseudonym });

/** A guest's page that says again and again that the guest is here, until it is refused. */
const arriveTooOften = (page: Page, sessionId: string): Promise<void> =>
  page.evaluate(async (path) => {
    for (let status = 201; status === 201;) {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ camera: true, microphone: true, connection: 'good' }),
      });
      ({ status } = response);
    }
  }, `/api/rooms/${sessionId}/arrivals`);

beforeAll(async () => {
  browser = await startBrowser();
  team = await bookTeam(stack);
  clerk = await visitor(browser);
  await signIn(clerk.page, siteUrl, team.accounts.clerk);
});
afterAll(async () => {
  await browser.close();
});

describe('a team of interpreters', () => {
  step('is confirmed one by one; the gate opens with the last', async () => {
    const { page } = clerk;
    await page.goto(`${siteUrl}sessions/${team.sessionId}`);
    for (const [index, name] of team.names.entries()) {
      const task = page.getByRole('region', { name: new RegExp(`^Interpreter.*${name}`) });
      await fillConfirmation(page, task);
      if (index === 0) await look(page, 'staff-session-clerk-team');
      await sendConfirmation(task);
      const state = index === 0 ? 'missing' : 'open';
      await page.locator(`[data-testid="gate-interpreter"][data-state="${state}"]`).waitFor();
    }
  });

  step('is no woman, where she wished for one: she waives it on her own page', async () => {
    const hers = await visitor(browser, { language: 'my', width: 360, height: 740 });
    others.push(hers);
    await waiveOnHerPage(stack, team, clerk.page, hers.page);
  });

  step('is invited one by one, and each comes in as themselves', async () => {
    const { page } = clerk;
    for (const name of team.names) {
      const task = page.getByRole('region', { name: new RegExp(`^Invitation for the interpreter.*${name}`) });
      await task.getByLabel('Language that the person reads').selectOption('th');
      await task.getByRole('button', { name: 'Make link and PIN' }).click();
      const link = await task.getByTestId('invitation-link-interpreter').innerText();
      const pin = await task.getByTestId('invitation-pin-interpreter').innerText();
      const guest = await visitor(browser, { language: 'th', width: 360, height: 740 });
      guests.push(guest);
      await comeToTheDoor(guest.page, link, pin);
    }
    await look(page, 'staff-session-clerk-team-invited');
    await page.goto(`${siteUrl}sessions/${team.sessionId}/room`);
    await page.getByRole('button', { name: 'I am here' }).waitFor();
    await page.locator('button:enabled', { hasText: 'I am here' }).click();
    const officer = { token: team.tokens['support-officer'], body: { takesPart: 'yes' } };
    expectDone(await send(team.api, 'POST', `/api/rooms/${team.sessionId}/today`, officer));
    await page.getByRole('button', { name: 'Open the room' }).click();
    await page.getByTestId('tile-clerk').waitFor();
    for (const name of team.names) {
      await atDoor(name)
        .getByRole('button', { name: /^Let in/ })
        .click();
      await clerk.page
        .locator('[data-testid="door-interpreter"][data-state="admitted"]', { hasText: name })
        .waitFor();
    }
    await expect.poll(() => tiles(page).count(), { timeout: 30_000 }).toBe(2);
    for (const [index, { page: own }] of guests.entries()) {
      // Oneself and the other, each under the right name.
      await expect.poll(() => tiles(own).count(), { timeout: 30_000 }).toBe(2);
      const mine = own.locator('[data-testid="tile-interpreter"][data-own="true"]');
      expect(await mine.locator('figcaption').innerText()).toContain(team.names[index] ?? 'nobody');
    }
    await arriveTooOften(guests[1]?.page as Page, team.sessionId);
    await atDoor(team.names[1]).getByText('Asks too often').waitFor();
    expect(await atDoor(team.names[0]).getByText('Asks too often').count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 0));
    await look(page, 'staff-room-team');
    await look(guests[0]?.page as Page, 'guest-room-team', 'guest');
  });

  step('has worked too long without a rest: the clerk and the interpreter are told', async () => {
    await workTooLong(stack, team, clerk.page, guests[0]?.page as Page);
  });

  step('has its times on the session’s page, and its agency reads them in sum', async () => {
    await clerk.page.goto(`${siteUrl}sessions/${team.sessionId}`);
    await lookAtForms(clerk.page, team.names[0]);
    const head = await visitor(browser);
    others.push(head);
    await signIn(head.page, siteUrl, team.accounts['agency-administrator']);
    await readSums(head.page);
  });

  step('of whom one is replaced goes on with the other', async () => {
    const { page } = clerk;
    const [one, two] = team.names;
    const third = await enterPerson(storeOf(stack), 'interpreter', { agencyId: team.agencyId });
    await page.goto(`${siteUrl}sessions/${team.sessionId}`);
    const title = page.locator('summary', { hasText: /^Give a seat to somebody else$/ });
    const form = page.locator('details.change').filter({ has: title }).first();
    await title.first().click();
    const seat = form.getByLabel('Seat', { exact: true });
    const shown = await seat.locator('option', { hasText: one }).innerText();
    await seat.selectOption({ label: shown });
    await find(form, 'Who takes it', third.label);
    await form.getByLabel('Reason', { exact: true }).selectOption({ label: 'Ill' });
    await look(page, 'staff-session-replace-team');
    const change = { what: 'replacement', seat: 'interpreter', ids: [third.personId], inPlaceOf: one };
    expectDone(await at(team, 'sessions/*/approvals', team.tokens.prosecutor, { change }));
    await form.getByRole('button', { name: 'Give the seat' }).click();
    await page.locator('[data-testid="gate-interpreter"][data-state="missing"]').waitFor();
    const [gone, stays] = guests as [Visitor, Visitor];
    await atStep(gone.page, 'over', 30_000);
    await atStep(stays.page, 'waiting', 30_000);
    const task = page.getByRole('region', { name: new RegExp(`^Interpreter.*${two}`) });
    await task.getByRole('button', { name: 'Enter it anew' }).waitFor();
  });

  step('no page did anything that its content policy forbids', () => {
    expect([clerk, ...guests, ...others].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
