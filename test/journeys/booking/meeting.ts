import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays } from '../../../web/src/parts/local-day.ts';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import { look } from '../look.ts';
import { typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { atSession, comeIn, day, field, stack, story, typeDay } from './cast.ts';

const { siteUrl, apiUrl } = stack;

/** How central authorities meet among themselves, and who sees that they do. */
export function meeting(step: Step): void {
  let page: Page;

  step('needs somebody to meet, and is booked with them', async () => {
    page = await comeIn(story.office.accounts['central-authority']);
    await page.goto(`${siteUrl}cases/${story.caseId}/book`);
    await page.getByText('Meeting of central authorities').waitFor();
    await typeDay(page, 'Date', addDays(day, 8));
    await typeSegments(page, 'Time', '1400');
    await page.getByRole('button', { name: 'Book the meeting' }).click();
    await field(page, 'Central authorities who take part').getByText('Please give an answer').waitFor();
    await page.getByLabel(/Central authority$/).check();
    await expect.poll(() => page.getByTestId('seat-central-authority').count()).toBe(2);
    await look(page, 'book-meeting');
    await page.getByRole('button', { name: 'Book the meeting' }).click();
    await atSession(page);
    await page.getByText('Confidential: only those who take part see it').waitFor();
    // It is held elsewhere.
    expect(await page.getByRole('link', { name: 'Go to the room' }).count()).toBe(0);
    await look(page, 'session-meeting');
  });

  step('is not there for anybody else of the case', async () => {
    const other = story.prosecutor;
    await other.goto(page.url());
    await other.getByText('There is nothing here that you may see').waitFor();
    await other.goto(`${siteUrl}cases/${story.caseId}`);
    await other.getByText('Interview').first().waitFor();
    expect(await other.getByText('Meeting of central authorities').count()).toBe(0);
  });

  step('and what others book, she sees as far as it waits for her', async () => {
    const { body } = expectDone(
      await send(apiUrl, 'GET', `/api/sessions?caseId=${story.caseId}`, {
        token: story.otherAuthority.token,
      }),
    );
    const visit = (body.sessions as { kind: string; sessionId: string }[]).find(
      ({ kind }) => kind === 'preparation-visit',
    );
    await page.goto(`${siteUrl}sessions/${visit?.sessionId}`);
    await page.getByRole('heading', { name: 'Time for each person' }).waitFor();
    expect(await page.getByRole('heading', { name: 'What you do for this session' }).count()).toBe(0);
  });
}
