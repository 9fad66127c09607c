import { expect, it } from 'vitest';
import { send } from '../../support/http.ts';
import { bookInterview, expectDone, invite } from '../../support/interview.ts';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton } from '../pages.ts';
import { phone, stack, story } from './cast.ts';

/** Between sessions, and for half a year after the last one: link and PIN are good for one thing. */
export function takingItBack(): void {
  it('after the session was called off she takes her consent back by the same link and PIN, and by nothing else', async () => {
    const interview = await bookInterview(stack, 120);
    const { secret, pin } = await invite(interview, 'witness');
    const { tokens, sessionId, caseId, witness } = interview;
    const token = tokens.prosecutor;
    const post = (path: string, body: object) => send(stack.apiUrl, 'POST', path, { token, body });
    expectDone(await post(`/api/sessions/${sessionId}/cancellation`, { reason: 'other' }));

    const { page, context, faults } = await visitor(story.browser, phone);
    await page.goto(`${stack.siteUrl}join/my/#${secret}`);
    await page.getByRole('textbox').fill('000000');
    await bigButton(page).click();
    await page.locator('#pin-saying').filter({ hasText: /./ }).waitFor();
    await page.getByRole('textbox').fill(pin);
    await bigButton(page).click();
    await atStep(page, 'only-withdrawal');
    await look(page, 'guest-only-withdrawal', 'guest');
    await bigButton(page).click();
    await atStep(page, 'leaving');
    await look(page, 'guest-withdrawing-by-link', 'guest');
    await bigButton(page).click();
    await atStep(page, 'left');
    await look(page, 'guest-withdrew-by-link', 'guest');
    expect(faults).toEqual([]);
    await context.close();

    const { body } = await send(stack.apiUrl, 'GET', `/api/cases/${caseId}`, { token });
    const heard = body.witnesses as { pseudonym: string; stands: object[] }[];
    expect(heard.find(({ pseudonym }) => pseudonym === witness)?.stands).toContainEqual(
      expect.objectContaining({ gate: 'consent', state: 'refused' }),
    );
  });
}
