import { expect } from 'vitest';
import { send } from '../../support/http.ts';
import { look } from '../look.ts';
import { answer, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { expectDone } from '../../support/interview.ts';
import { callOff, go, pageOf, stack, story, tuesdayIn, visitOf } from './cast.ts';

/** What the one who holds contact keeps about somebody who is heard, and how it goes to a colleague. */
export function keepingSafe(step: Step): void {
  step('the holder says as what she is heard, what she speaks and until when she is a child', async () => {
    const page = await go('support-officer', `cases/${story.caseId}`);
    await page.getByRole('link', { name: 'What stands, and protection' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What is said once for the case needs no session's page.
    await page.getByTestId('stands-consent').getByText('Missing').waitFor();
    await look(page, 'staff-keeping');
    await page.locator('summary', { hasText: 'Consent of the witness' }).click();
    await page.getByRole('button', { name: 'Record the answers of the witness' }).waitFor();
    await page.locator('summary', { hasText: 'Risk plan' }).click();
    await page.getByRole('button', { name: 'Enter the decision' }).waitFor();
    await page.goto(page.url());
    await answer(page, 'Heard as', 'A victim');
    await page.getByLabel('Language', { exact: true }).last().selectOption('kar');
    await page.getByLabel('How it is spoken').selectOption('sgaw');
    await typeSegments(page, 'Day of the eighteenth birthday', '04052031');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved, and entered in the log of the case').waitFor();
    await page.getByText('Karen (S’gaw Karen)').waitFor();
    await page.locator('dd', { hasText: 'A child' }).waitFor();
    await look(page, 'staff-keeping-said');
  });

  step('a visit, which waits for no consent, shows the way to where it is recorded', async () => {
    const visit = await visitOf(tuesdayIn(3));
    const page = await go('support-officer', `sessions/${visit}`);
    await page.getByRole('link', { name: `What stands for ${story.witness}` }).click();
    await page.locator('summary', { hasText: 'Consent of the witness' }).waitFor();
    expectDone(await callOff(visit));
  });

  step('the prosecutor reads how it stands, and says the word on a plan there', async () => {
    const page = await go('prosecutor', `cases/${story.caseId}/people/${story.witness}`);
    await page.getByTestId('stands-riskPlan').getByText('Missing').waitFor();
    await page.getByRole('region', { name: 'Your word on the risk plan' }).waitFor();
    await look(page, 'staff-keeping-prosecutor');
  });

  step('and that she is in another State now', async () => {
    const page = await go('support-officer', `cases/${story.caseId}/people/${story.witness}`);
    await page.getByLabel('State in which they are now').selectOption('LA');
    await page.getByLabel('Time zone where the person is').last().selectOption('Asia/Vientiane');
    await page.getByRole('button', { name: 'Say that they are there' }).click();
    await page.getByText('Entered: they are in Lao PDR now').waitFor();
  });

  step('a colleague takes over, and the officer changes nothing any more', async () => {
    const page = await pageOf('support-officer');
    await page.getByLabel('Who holds contact from now on').selectOption(story.colleague.personId);
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('Only the officer who holds contact changes what stands here.').waitFor();
    await look(page, 'staff-keeping-handed-over');
    // Whoever took over has on their list what was booked before; the list follows by the stream.
    const listed = async () => {
      const { token } = story.colleague;
      const { body } = await send(stack.apiUrl, 'GET', '/api/sessions/own', { token });
      return (body.sessions as { sessionId: string }[]).map(({ sessionId }) => sessionId).toSorted();
    };
    await expect.poll(listed, { timeout: 30_000 }).toEqual(expect.arrayContaining(story.sessions.toSorted()));
  });
}

/** After the last session was called off, by an officer who does not hold contact: nobody has to wait for anything. */
export function withdrawingAfterAll(step: Step): void {
  step('any support officer of the case enters a withdrawal, with no session to come', async () => {
    const page = await go('support-officer', `cases/${story.caseId}/people/${story.witness}`);
    await page.getByRole('button', { name: 'The witness withdraws consent' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'The witness withdraws consent' })
      .click();
    await page.getByTestId('stands-consent').getByText('Decided against').waitFor();
    await look(page, 'staff-keeping-withdrawn');
  });
}
