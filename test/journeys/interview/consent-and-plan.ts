import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { look } from '../look.ts';
import { answer, typeSegments } from '../pages.ts';
import { askPass, comeIn, go, pageOf, stack, story } from './cast.ts';
import { loadAnewWhileTyping, nothingIsKept } from './typing.ts';

const openPlace = (page: Page, gate: string) =>
  page.locator(`[data-testid="gate-${gate}"][data-state="open"]`).waitFor();

/** Beside the witness, on a phone, and through a lost line: what they agree to, and how they are kept safe. */
export async function recordConsentAndPlan(): Promise<void> {
  const page = await comeIn('support-officer');
  await go('support-officer', `sessions/${story.sessionId}`);
  await page.getByLabel('Language in which it was explained').waitFor();
  await look(page, 'staff-session-support-officer');
  await explain(page);
  await agree(page);
  await look(page, 'staff-consent-filled');
  // Whoever sits beside the witness may lose the line: what was entered waits, and is sent when it is back.
  const send = page.getByRole('button', { name: 'Record the answers of the witness' });
  await page.context().setOffline(true);
  await send.click();
  await page.getByRole('button', { name: 'Sending' }).waitFor();
  await page.context().setOffline(false);
  await openPlace(page, 'consent');
  await nothingIsKept(page);
  await plan(page);
  await page.getByText('Waits for the word of the prosecutor').waitFor();
  expect((await askPass('prosecutor')).code).toBe('gates-closed');
  await speakOnPlan();
  await openPlace(page, 'riskPlan');
}

async function explain(page: Page): Promise<void> {
  await page.getByLabel('Language in which it was explained').selectOption('my');
  await answer(page, 'Interpreter for the explanation', 'Was present');
  await loadAnewWhileTyping(page);
  await page.getByLabel('Who interpreted').fill('Interpreter of the shelter');
  await page.getByLabel('Language of the text').selectOption('my');
  await page.getByText('The text to explain it with').click();
  await page.getByText('သင် မဆုံးဖြတ်မီ').waitFor();
  await page.getByText('Draft', { exact: true }).waitFor();
  await answer(page, 'How the witness took it in', 'The interpreter read the text out');
  const told = page.getByRole('group', { name: 'What the witness was told' }).getByRole('checkbox');
  for (const each of await told.all()) await each.check();
  await answer(page, 'Is the witness able to decide?', 'Yes');
  await page.getByLabel('Who assessed it').fill('Nurse of the shelter');
  await page.getByLabel('How', { exact: true }).fill('In a talk the day before.');
  await answer(page, 'Could the witness say it back', 'Yes, all of it');
}

async function agree(page: Page): Promise<void> {
  for (const question of [
    'To take part in the interview',
    'To be seen and heard live by video',
    'That somebody of their choice is beside them',
    'That what is said goes to another country',
  ])
    await answer(page, question, 'Yes');
  for (const question of ['To be recorded', 'That a woman interprets']) await answer(page, question, 'No');
  await answer(page, 'That picture or voice is altered', 'Limited');
  await page.locator('input[name="scopes.alteredPictureOrVoice.how"]').fill('The picture only.');
  await answer(page, 'only those are there who must be', 'Yes');
  await page.getByLabel('Minutes between breaks').selectOption('30');
  await page.getByLabel('Name of the authority').fill('Office of the Attorney General');
  await page.getByLabel('State', { exact: true }).selectOption('TH');
  await page.getByLabel('Purpose').selectOption('this-prosecution');
  await answer(page, 'Of age?', 'Yes, 18 or older');
  await answer(page, 'How the witness confirmed it', 'Thumbprint');
  await typeSegments(page, 'Valid until', '31122027');
}

async function plan(page: Page): Promise<void> {
  await answer(page, 'How great is the danger', 'Some');
  await page.getByLabel("In the witness's words").fill('My uncle must not hear of it.');
  for (const phase of [
    'Before the session',
    'On the way',
    'While waiting',
    'In the session',
    'When leaving',
    'Afterwards',
  ])
    await answer(page, `Risk that remains: ${phase}`, 'Low');
  await page.getByLabel('Support officer beside the witness').check();
  await page.getByLabel('Sign for a stop').fill('A hand on the table');
  await page.getByLabel('Word for danger in the room').fill('Rain');
  await page.getByRole('group', { name: 'Who may halt' }).getByLabel('Interpreter').check();
  await page.getByLabel('Whom the witness must not meet').fill('The uncle');
  await page.locator('input[name="onCall.0.who"]').fill('Duty officer');
  const days = page.getByRole('group', { name: 'Days', exact: true }).getByRole('checkbox');
  for (const day of await days.all()) await day.check();
  await typeSegments(page, 'From', '0000');
  await typeSegments(page, 'Until', '0000');
  await page.locator('input[name="emergencyContacts.0.who"]').fill('The shelter');
  await page.getByLabel('How they are reached').fill('House telephone');
  await page.getByLabel('At what hours').fill('Always');
  await page.getByLabel('What is done when the line is lost').fill('The clerk is called.');
  await page.getByLabel('Talk about how it was').check();
  await typeSegments(page, 'Looked at again by', '30062027');
  await page.getByLabel('Go: the session may take place').check();
  await look(page, 'staff-plan-filled');
  await page.getByRole('button', { name: 'Enter the decision' }).click();
}

/** A go needs the prosecutor too, who reads the risks and none of what the holder alone knows. */
async function speakOnPlan(): Promise<void> {
  const prosecutor = pageOf('prosecutor');
  await go('prosecutor', `sessions/${story.sessionId}`);
  await prosecutor.getByText('Your word on the risk plan').waitFor();
  const shown = await prosecutor.locator('main').innerText();
  expect(shown).toContain('Support officer beside the witness');
  // By which sign somebody stops is for those who must obey it.
  expect(shown).toContain('A hand on the table');
  for (const hidden of ['uncle', 'Rain']) expect(shown).not.toContain(hidden);
  await look(prosecutor, 'staff-session-prosecutor-word');
  await prosecutor.getByLabel('Go: the session may take place').check();
  await prosecutor.getByRole('button', { name: 'Enter your word' }).click();
  await openPlace(prosecutor, 'riskPlan');
  await prosecutor.goto(`${stack.siteUrl}material`);
  await prosecutor.getByText('Before you decide').waitFor();
  await look(prosecutor, 'staff-material');
}
