import { expect } from 'vitest';
import { send } from '../../support/http.ts';
import { look } from '../look.ts';
import { answer, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { go, pageOf, stack, story } from './cast.ts';

/** What the one who holds contact keeps about somebody who is heard, and how it goes to a colleague. */
export function keepingSafe(step: Step): void {
  step('the holder says as what she is heard, what she speaks and until when she is a child', async () => {
    const page = await go('support-officer', `cases/${story.caseId}`);
    await page.getByRole('link', { name: 'Protection and contact' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, 'staff-keeping');
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

  step('and that she is in another State now', async () => {
    const page = await pageOf('support-officer');
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
    await expect.poll(listed, { timeout: 30_000 }).toEqual(story.sessions.toSorted());
  });
}
