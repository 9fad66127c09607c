import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { courtHearing, type CourtHearing } from '../support/court-hearing.ts';
import { send } from '../support/http.ts';
import { bangkokIn, device, expectDone, invite, room } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, atStep, comeToTheDoor, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** What is said and ruled in a hearing, as the judge enters it, and as the witness and whoever interprets have it on a phone. */

const stack = deployedStack();
const { siteUrl } = stack;
let browser: Browser;
let hearing: CourtHearing;
let judge: Visitor;
let witness: Visitor;
let interpreter: Visitor;
const everybody: Visitor[] = [];
const step = storySteps();

const clerk = () => ({ token: hearing.tokens.clerk });
const letIn = async (seat: string) => expectDone(await room(hearing, clerk(), 'admissions', { seat }));
const act = (page: Page, kind: string) => page.locator(`[data-testid="act"][data-kind="${kind}"]`);

async function phone(seat: 'witness' | 'interpreter', language: string): Promise<Visitor> {
  const { secret, pin } = await invite(hearing, seat);
  const visit = await visitor(browser, { language, width: 360, height: 740 });
  everybody.push(visit);
  await comeToTheDoor(visit.page, `${siteUrl}join/${language}/#${secret}`, pin);
  await letIn(seat);
  await atStep(visit.page, 'room');
  await visit.page.getByTestId('guest-acts').waitFor({ timeout: 30_000 });
  return visit;
}

beforeAll(async () => {
  browser = await startBrowser();
  // It goes on in two days.
  hearing = await courtHearing(stack, { moreDays: [{ local: bangkokIn(2 * 24 * 60 + 5) }] });
  const prosecutor = { token: hearing.tokens.prosecutor };
  const officer = { token: hearing.tokens['support-officer'] };
  for (const [who, seat] of [
    [prosecutor, 'prosecutor'],
    [officer, 'support-officer'],
  ] as const) {
    expectDone(await room(hearing, who, 'arrivals', device));
    await letIn(seat);
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
});

describe('a hearing', () => {
  step(
    'is entered by the judge at a desk, and by the witness and whoever interprets on a phone',
    async () => {
      judge = await visitor(browser);
      everybody.push(judge);
      await signIn(judge.page, siteUrl, hearing.accounts.judge);
      await judge.page.goto(`${siteUrl}sessions/${hearing.sessionId}/room`);
      await judge.page.getByRole('button', { name: 'I am here' }).waitFor();
      await judge.page.locator('button:enabled', { hasText: 'I am here' }).click();
      // That it has come in is seen by the door.
      await expect
        .poll(async () => (await room(hearing, clerk(), 'admissions', { seat: 'judge' })).status, {
          timeout: 30_000,
        })
        .toBe(201);
      await judge.page.getByRole('heading', { name: 'What was entered today' }).waitFor({ timeout: 30_000 });
      witness = await phone('witness', 'my');
      interpreter = await phone('interpreter', 'th');
    },
  );

  step('begins with an oath, which the judge puts to her and she answers on her own phone', async () => {
    const { page } = judge;
    const form = page.getByTestId('act-oath');
    await form.locator('summary').first().click();
    await form.getByLabel('Of whom').selectOption(hearing.witness);
    await answer(page, 'Form', 'Affirmation');
    await answer(page, 'Under the law of', 'Thailand');
    await form.getByLabel('Words that were used').selectOption('my');
    await answer(page, 'Did an interpreter read the words aloud?', 'Yes');
    await answer(page, 'The answer', 'They answer on their own page');
    await look(page, 'hearing-acts-oath', 'staff');
    await form.getByRole('button', { name: 'Enter', exact: true }).click();
    await act(page, 'oath').getByText('Waits for the answer on their own page').waitFor();
    await witness.page.getByTestId('guest-oath').waitFor({ timeout: 30_000 });
    await look(witness.page, 'guest-oath', 'guest');
    await witness.page.getByTestId('guest-oath').locator('.big-button').first().click();
    await act(page, 'oath').getByText('Taken', { exact: true }).waitFor({ timeout: 30_000 });
    await witness.page.getByTestId('guest-oath').waitFor({ state: 'detached', timeout: 30_000 });
  });

  step('carries over to the accused’s side the languages that the judge says, and no other', async () => {
    const { page } = judge;
    const form = page.getByTestId('carried');
    await form.locator('summary').click();
    const choose = (of: string, language: string) =>
      form.getByLabel(`${of}: Add a language`).selectOption(language);
    await choose('Languages of the court', 'th');
    await choose('Languages of the accused’s side', 'shn');
    await choose('Languages of the accused’s side', 'km');
    await look(page, 'court-carried', 'staff');
    await form.getByRole('button', { name: 'Remove Shan' }).click();
    await form.getByRole('button', { name: 'Carry over these languages' }).click();
    const carried = async () =>
      (await send(hearing.api, 'GET', `/api/rooms/${hearing.sessionId}`, clerk())).body.carried as object;
    await expect.poll(carried, { timeout: 10_000 }).toEqual({ court: ['th'], screened: ['km'] });
  });

  step('hears an objection, and the judge rules by one press', async () => {
    const { page } = judge;
    const path = `/api/hearing/${hearing.sessionId}/objections`;
    const body = { ground: 'leading', words: 'It names the answer.' };
    expectDone(await send(hearing.api, 'POST', path, { token: hearing.tokens.prosecutor, body }));
    await act(page, 'objection').getByText('It names the answer.').waitFor({ timeout: 30_000 });
    await look(page, 'hearing-acts-judge', 'main');
    await act(page, 'objection').getByRole('button', { name: 'Sustained' }).click();
    await act(page, 'ruling').getByText('Ruling: Sustained').waitFor();
    expect(await act(page, 'objection').getByRole('button').count()).toBe(0);
  });

  step('shows at once that she asks to hear it again, and that the interpreter needs a moment', async () => {
    await witness.page.locator('[data-signal="say-again"]').click();
    await judge.page.getByText(`${hearing.witness} asks to hear it again`).first().waitFor();
    await interpreter.page.getByTestId('signalled').waitFor({ timeout: 30_000 });
    await look(witness.page, 'guest-signals', 'guest');
    await interpreter.page.getByTestId('guest-acts').locator('.big-button').first().click();
    await judge.page.getByText(/asks the speaker to wait/).waitFor();
    await witness.page.locator('.wait-light').waitFor({ timeout: 30_000 });
    await look(interpreter.page, 'guest-interpreter-acts', 'guest');
  });

  step('is used by the keyboard alone, and nothing went wrong on any page', async () => {
    await witness.page.locator('[data-signal="not-understood"]').focus();
    await witness.page.keyboard.press('Enter');
    await judge.page.getByText(`${hearing.witness} does not understand the interpreter`).first().waitFor();
  });

  step('is adjourned to its next day, which the judge sees at a desk and she on her phone', async () => {
    const { page } = judge;
    await page.getByRole('button', { name: 'Adjourn to the next booked day' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Adjourn to the next booked day' })
      .click();
    await page.locator('[data-testid="session-state"][data-state="adjourned"]').waitFor({ timeout: 30_000 });
    await atStep(witness.page, 'waiting');
    await witness.page.getByText('တရားရုံးသည် အခြားနေ့တွင် ဆက်လုပ်မည်။').waitFor();
    await look(witness.page, 'guest-adjourned', 'guest');
    await look(page, 'court-adjourned', 'staff');
    for (const { faults } of everybody) expect(faults).toEqual([]);
  });
});
