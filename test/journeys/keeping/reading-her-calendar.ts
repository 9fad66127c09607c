import { expect } from 'vitest';
import { send } from '../../support/http.ts';
import { expectDone, newCase } from '../../support/interview.ts';
import { bookAnHour } from '../book-an-hour.ts';
import { look } from '../look.ts';
import { typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { asCentralAuthority, fold, ofInterpreter, stack, story, storedCalendar } from './cast.ts';

const { siteUrl, apiUrl } = stack;

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** From now on the others of the office can be booked at any hour. */
async function everybodyIsAlwaysThere(): Promise<void> {
  const path = '/api/directory/me/calendar';
  for (const role of ['prosecutor', 'clerk', 'support-officer', 'attending-officer'] as const) {
    const token = story.office.tokens[role];
    const { version, calendar } = (await send(apiUrl, 'GET', path, { token })).body as {
      version: number;
      calendar: object;
    };
    const weekly = weekdays.map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));
    const sociable = { from: '00:00', until: '24:00' };
    expectDone(
      await send(apiUrl, 'POST', path, {
        token,
        body: { version, calendar: { ...calendar, weekly, sociable } },
      }),
    );
  }
}

/** From now on there is no case and no country from which she must stay away. */
async function nothingStandsAgainstHer(): Promise<void> {
  const { version, profile } = (await asCentralAuthority('GET', ofInterpreter('profile'))) as {
    version: number;
    profile: object;
  };
  const conflicts = { cases: [], countries: [] };
  await asCentralAuthority('POST', ofInterpreter('profile'), { version, profile: { ...profile, conflicts } });
}

/** How a full calendar is shown, by week, by day and as a list. */
export function readingHerCalendar(step: Step): void {
  step('shows sessions, several on a day and over midnight, leave, blocks and holidays', async () => {
    const { page } = story.clerk;
    await everybodyIsAlwaysThere();
    await nothingStandsAgainstHer();
    const { version, calendar } = await storedCalendar();
    const always = weekdays.map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));
    await asCentralAuthority('POST', ofInterpreter('calendar'), {
      version,
      calendar: {
        ...calendar,
        weekly: always,
        sociable: { from: '00:00', until: '24:00' },
        notice: 0,
        daysOff: ['2027-03-25'],
        blocks: [
          { start: '2027-03-25T22:00:00Z', end: '2027-03-26T11:00:00Z' },
          { start: '2027-10-31T00:15:00Z', end: '2027-10-31T01:15:00Z' },
        ],
      },
    });
    const caseId = await newCase(stack, story.office);
    // By the clock of Bangkok, six hours ahead of Berlin: two on the 23rd, one over midnight, one over the leap of the clocks.
    for (const local of ['2027-03-23T15:00', '2027-03-23T17:00', '2027-03-24T05:30', '2027-03-28T07:30'])
      await bookAnHour(story.office, caseId, local);
    await page.goto(`${siteUrl}calendars/person/${story.office.ids.interpreter}`);
    await fold(page, 'Go to another day');
    await typeSegments(page, 'Day to show', '24032027');
    await page.getByText('Mon 22 Mar 2027 – Sun 28 Mar 2027').waitFor();
    const day = (name: string) => page.locator('li.day').filter({ has: page.getByRole('heading', { name }) });
    await day('Tue 23 Mar 2027').getByText('Booked').nth(2).waitFor();
    expect(await day('Tue 23 Mar 2027').getByText('Booked').count()).toBe(3);
    await day('Thu 25 Mar 2027').getByText('Day off').waitFor();
    expect(await day('Wed 24 Mar 2027').getByText('Booked').count()).toBe(1);
    expect(await day('Thu 25 Mar 2027').getByText('Blocked').count()).toBe(1);
    await day('Fri 26 Mar 2027').getByText('Public holiday: Good Friday').waitFor();
    await day('Sun 28 Mar 2027')
      .getByText('The clocks go forward from 02:00 to 03:00: this day has 23 hours')
      .waitFor();
    await look(page, 'calendar-full-week');
    await page.getByRole('radio', { name: 'List' }).check();
    await page.getByRole('button', { name: 'Later' }).waitFor();
    await look(page, 'calendar-full-list');
  });

  step(
    'a day of 25 hours is shown as one; the address keeps what is shown; today is one press away',
    async () => {
      const { page } = story.clerk;
      await page.getByRole('radio', { name: 'Day' }).check();
      await typeSegments(page, 'Day to show', '31102027');
      await page.getByText('The clocks go back from 03:00 to 02:00: this day has 25 hours').waitFor();
      expect(page.url()).toMatch(/\?view=day&day=2027-10-31$/);
      await look(page, 'calendar-25-hours');
      await page.reload();
      await page.getByText('The clocks go back from 03:00 to 02:00: this day has 25 hours').waitFor();
      await page.getByRole('button', { name: 'Today' }).click();
      await page.locator('[aria-current="date"]').waitFor();
      await page.getByRole('button', { name: 'Next day' }).click();
      await expect.poll(() => page.locator('[aria-current="date"]').count()).toBe(0);
      await page.getByRole('radio', { name: 'List' }).check();
      await fold(page, 'Go to another day');
      await typeSegments(page, 'Day to show', '05072027');
      await page.getByText('Nothing is booked or blocked in these eight weeks.').waitFor();
    },
  );
}
