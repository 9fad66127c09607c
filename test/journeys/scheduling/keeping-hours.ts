import { expect } from 'vitest';
import { addDays, mondayOf } from '../../../web/src/parts/local-day.ts';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import { searchBody } from '../../support/search.ts';
import { look } from '../look.ts';
import { find, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { comeIn, setWorkingTime, stack, story } from './cast.ts';
import { chosen } from './finder.ts';

const { siteUrl, apiUrl } = stack;

/** The Tuesday of next week. */
const dayOff = (): string => addDays(mondayOf(new Date().toISOString().slice(0, 10)), 8);

/** The first start on a day of Bangkok at which the clerk alone could be booked. */
async function firstFor(day: string): Promise<string | undefined> {
  const question = {
    caseId: story.caseId,
    earliest: `${addDays(day, -1)}T17:00:00.000Z`,
    latest: `${day}T17:00:00.000Z`,
    zone: 'Asia/Bangkok',
    segments: [{ kind: 'main', at: 0, minutes: 60 }],
    participants: [{ key: 'clerk', personId: story.office.ids.clerk }],
  };
  const { body } = expectDone(
    await send(apiUrl, 'POST', '/api/availability/search', {
      token: story.office.tokens.clerk,
      body: searchBody(question, { witness: '', roleOf: () => 'clerk' }),
    }),
  );
  return (body.bands as { first: string }[])[0]?.first;
}

/** How the clerk keeps her hours, and how a time outside them is booked all the same. */
export function keepingHours(step: Step): void {
  step('the clerk’s own calendar shows the session, by week and as a list', async () => {
    story.clerk = await comeIn('clerk');
    const { page } = story.clerk;
    await page.getByRole('link', { name: 'Calendars' }).click();
    await page.getByRole('link', { name: 'Your own calendar' }).click();
    await page.getByText('they are the usual office hours').waitFor();
    await page.getByRole('radio', { name: 'List' }).check();
    await page.locator(`a[href="/sessions/${story.sessionId}"]`).waitFor();
    await look(page, 'calendar-list');
    await page.getByRole('radio', { name: 'Week' }).check();
    await look(page, 'calendar-week', 'main');
  });

  step('hours and a day off are set, and hold in the search', async () => {
    const { page } = story.clerk;
    await page.getByText('Change hours, days off and blocks').click();
    const monday = page.getByRole('group', { name: 'Monday' });
    await monday.getByLabel('From').first().fill('1000');
    await page.getByRole('group', { name: 'Another day off' }).getByRole('spinbutton').first().click();
    const free = dayOff();
    const [year = '', month = '', day = ''] = free.split('-');
    await page.keyboard.type(`${day}${month}${year}`);
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await look(page, 'calendar-form');
    await page.getByRole('button', { name: 'Save the calendar' }).click();
    await page.getByText('The calendar is saved').waitFor();
    const { body } = await send(apiUrl, 'GET', '/api/directory/me/calendar', {
      token: story.office.tokens.clerk,
    });
    expect(body.version).toBe(1);
    expect(body.calendar.daysOff).toEqual([free]);
    expect(body.calendar.weekly).toContainEqual(expect.objectContaining({ weekday: 1, from: '10:00' }));
    // The Tuesday is off; the Monday before it begins at ten now.
    expect(await firstFor(free)).toBeUndefined();
    expect(await firstFor(addDays(free, -1))).toBe(`${addDays(free, -1)}T03:00:00.000Z`);
  });

  step('a time outside somebody’s hours is booked with a reason, which stands in the log', async () => {
    const { page } = story.prosecutor;
    await page.goto(`${siteUrl}cases/${story.caseId}/book`);
    const [year = '', month = '', day = ''] = addDays(dayOff(), -1).split('-');
    await typeSegments(page, 'Date', `${day}${month}${year}`);
    // The clerk begins at ten now; everybody else is at work.
    await typeSegments(page, 'Time', '0915');
    await find(page, 'Interpreter', story.office.mark);
    await page.getByTestId('seat-prosecutor').getByText('Free').waitFor();
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByText('Outside working hours – Court clerk').waitFor();
    await look(page, 'book-override');
    const allTheSame = page.getByRole('button', { name: 'Take this time all the same' });
    expect(await allTheSame.isDisabled()).toBe(true);
    await page.getByLabel('Why at this time all the same').selectOption('agreed-by-all');
    await allTheSame.click();
    await page.getByRole('link', { name: 'Custody log' }).click();
    await page.getByText('Session booked').waitFor();
    await page.getByText('Exactly as in the file').first().click();
    await page.getByText('outside-hours: agreed-by-all').waitFor();
  });

  step('what would help can be pressed, and leads to a time that is booked with a reason', async () => {
    const { page } = story.prosecutor;
    // All days that are looked through come sooner than the clerk wants to be told.
    await setWorkingTime('clerk', { notice: 40 * 24 * 60 });
    await page.goto(`${siteUrl}cases/${story.caseId}/find`);
    await find(page, 'Who interprets', story.office.mark);
    const help = page.getByRole('button', { name: 'Accept short notice (Court clerk' });
    await help.waitFor();
    await look(page, 'find-short-notice');
    // By the keys alone.
    await help.focus();
    await page.keyboard.press('Enter');
    const take = chosen(page).getByRole('button', { name: 'Book at this time' });
    await take.waitFor();
    await chosen(page).getByText('Shorter notice than asked for – Court clerk').waitFor();
    expect(await take.isDisabled()).toBe(true);
    expect(await page.getByLabel('Also at short notice').isChecked()).toBe(true);
    await look(page, 'find-needs');
    await chosen(page).getByLabel('Why at this time all the same').selectOption('time-limit-of-the-law');
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByText('This time comes from the search').waitFor();
    await page.getByTestId('seat-prosecutor').getByText('Free').waitFor();
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByRole('link', { name: 'Custody log' }).click();
    await page.getByText('Session booked').waitFor();
    await page.getByText('Exactly as in the file').first().click();
    await page.getByText('short-notice: time-limit-of-the-law').waitFor();
  });

  step(
    'the calendars that the clerk keeps: a service and its room on one day, without what they are taken for',
    async () => {
      const { page } = story.clerk;
      await page.goto(`${siteUrl}calendars`);
      await page.getByRole('link', { name: /Room 1/ }).waitFor();
      await look(page, 'calendars');
      await page.getByRole('link', { name: /Interpreter, Burmese and Thai/ }).click();
      await page.getByRole('radio', { name: 'Day' }).check();
      await page.getByText(/Times are those of Sydney/).waitFor();
      expect(await page.locator('a[href^="/sessions/"]').count()).toBe(0);
      await look(page, 'calendar-day');
    },
  );

  step('no page did anything that its content policy forbids', () => {
    expect([...story.prosecutor.faults, ...story.clerk.faults]).toEqual([]);
  });
}
