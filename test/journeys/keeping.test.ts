import { bookingBody } from '../support/booking.ts';
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { parseVerifierKey } from '../../functions/custody/note.ts';
import { verifyExport } from '../../functions/custody/verify.ts';
import { send } from '../support/http.ts';
import { expectDone, newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { picker, signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** What is kept about an interpreter, a country and a place is entered on the pages by those who keep it. */

const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

let browser: Browser;
let office: Office;
let clerk: Visitor;

const step = storySteps();

const asCentralAuthority = async (method: 'GET' | 'POST', path: string, body?: unknown) =>
  (await send(apiUrl, method, `/api/directory/${path}`, { token: office.tokens['central-authority'], body }))
    .body;
const ofInterpreter = (what: 'calendar' | 'profile') => `people/${office.ids.interpreter}/${what}`;

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

const way = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

beforeAll(async () => {
  browser = await startBrowser();
  office = await newOffice(stack);
  clerk = await visitor(browser);
  await signIn(clerk.page, siteUrl, office.accounts.clerk);
});
afterAll(async () => {
  await browser.close();
});

describe('what an interpreter can do', () => {
  step('is found from her calendar, and follows her languages until somebody enters it', async () => {
    const { page } = clerk;
    await page.goto(`${siteUrl}calendars/person/${office.ids.interpreter}`);
    await page.getByRole('link', { name: 'What the interpreter can do' }).click();
    await page.getByText('it follows from the languages in the directory').waitFor();
    await page.getByText('Burmese → Thai').first().waitFor();
    const nameless = await group(page, 'Add a direction')
      .getByLabel('From')
      .locator('option')
      .evaluateAll((all) =>
        all.map(({ textContent }) => textContent).filter((name) => /^[a-z]{2,3}$/.test(name)),
      );
    expect(nameless).toEqual([]);
    expect(await page.getByLabel('Most on one day').inputValue()).toBe('360');
  });

  step('what cannot be is said at its field, and nothing is saved', async () => {
    const { page } = clerk;
    const adding = group(page, 'Add a direction');
    await adding.getByLabel('From').selectOption('shn');
    await adding.getByLabel('Into').selectOption('shn');
    await adding.getByText('Choose two different languages.').waitFor();
    expect(await adding.getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
    await way(page, 'Consecutive').uncheck();
    await page.getByLabel('Vetted', { exact: true }).check();
    await page.getByLabel('Least between two bookings').fill('999');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const summary = page.getByRole('alert');
    await summary.getByText('Some answers are missing or not right').waitFor();
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Languages and directions: Press “Add”, or drop this choice.',
      'Way of interpreting: Please give an answer.',
      'Day of the last vetting: Please give an answer.',
      'Least between two bookings: Give a number of minutes from 0 to 480.',
    ]);
    await look(page, 'profile-faults');
    await summary.getByRole('link', { name: /Least between/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-profile-duty-changeover');
    expect(await asCentralAuthority('GET', ofInterpreter('profile'))).toMatchObject({ version: 0 });
  });

  step(
    'is entered: directions with a dialect, ways, vetting, what she must stay away from, limits',
    async () => {
      const { page } = clerk;
      const adding = group(page, 'Add a direction');
      await adding.getByLabel('Into').selectOption('th');
      await adding.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByLabel('Dialect Shan → Thai').fill('Tai Mao');
      await way(page, 'Consecutive').check();
      await way(page, 'Simultaneous').check();
      await page.getByLabel('Woman or man').selectOption('woman');
      await typeSegments(page, 'Day of the last vetting', '02032026');
      await group(page, 'Countries').getByRole('combobox').selectOption('MM');
      await page.getByLabel('Least between two bookings').fill('45');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved. The next search goes by it').waitFor();
      await page.getByText('Version 1').waitFor();
      await look(page, 'profile');
      expect(await asCentralAuthority('GET', ofInterpreter('profile'))).toMatchObject({
        version: 1,
        profile: {
          directions: [
            { from: 'my', to: 'th' },
            { from: 'th', to: 'my' },
            { from: 'shn', to: 'th', dialect: 'Tai Mao' },
            { from: 'th', to: 'shn' },
          ],
          modes: ['consecutive', 'simultaneous'],
          gender: 'woman',
          vettedOn: '2026-03-02',
          conflicts: { cases: [], countries: ['MM'] },
          duty: { changeover: 45, dayMinutes: 360 },
        },
      });
    },
  );

  step('what a colleague saved meanwhile is taken over, and nothing that was typed is lost', async () => {
    const { page } = clerk;
    await page.getByLabel('Dialect Shan → Thai').fill('Tai Nuea');
    await group(page, 'Countries').getByRole('combobox').selectOption('TH');
    const { version, profile } = (await asCentralAuthority('GET', ofInterpreter('profile'))) as {
      version: number;
      profile: { duty: object };
    };
    await asCentralAuthority('POST', ofInterpreter('profile'), {
      version,
      profile: {
        ...profile,
        gender: 'man',
        conflicts: { cases: [], countries: ['MM', 'CN'] },
        duty: { ...profile.duty, dayMinutes: 240 },
      },
    });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const notice = page.getByRole('status').filter({ hasText: 'Somebody else has saved' });
    await notice.getByText('You both changed: Countries.').waitFor();
    await notice.getByText('Taken over from the other change: Woman or man · Limits of work').waitFor();
    await look(page, 'profile-meanwhile');
    expect(await page.getByLabel('Dialect Shan → Thai').inputValue()).toBe('Tai Nuea');
    expect(await page.getByLabel('Most on one day').inputValue()).toBe('240');
    await notice.getByRole('button', { name: 'Take what the other person saved there' }).click();
    await group(page, 'Countries').getByText('China', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Version 3').waitFor();
    expect(await notice.count()).toBe(0);
    expect(await asCentralAuthority('GET', ofInterpreter('profile'))).toMatchObject({
      profile: {
        directions: expect.arrayContaining([{ from: 'shn', to: 'th', dialect: 'Tai Nuea' }]) as unknown,
        gender: 'man',
        conflicts: { countries: ['MM', 'CN'] },
        duty: { changeover: 45, dayMinutes: 240 },
      },
    });
  });
});

describe('the public holidays of a country', () => {
  // So that nothing else that runs on this stack meets these days.
  const year = 2033;
  const days = async () =>
    (
      await send(apiUrl, 'GET', `/api/directory/holidays?country=TH&year=${year}`, {
        token: office.tokens.clerk,
      })
    ).body;
  const row = (page: Page, name: string) =>
    page
      .getByRole('region', { name: 'The days of this year' })
      .getByRole('listitem')
      .filter({ hasText: name });

  step('are shown with where they come from, and corrected by their own officers alone', async () => {
    const { page } = clerk;
    await page.goto(`${siteUrl}calendars`);
    await page.getByRole('link', { name: 'Public holidays' }).click();
    await page.getByText('Brought with saksi: holidays').waitFor();
    await row(page, 'Chakri Memorial Day').waitFor();
    await page.getByLabel('Country').selectOption('MM');
    await page.getByText('corrected by the court clerks and the central authority of that country').waitFor();
    expect(await page.getByRole('button', { name: 'Save the correction' }).count()).toBe(0);
    await look(page, 'holidays-of-others');
    await page.getByLabel('Country').selectOption('TH');
    await page.getByLabel('Year').first().selectOption(String(year));
    await page.getByText('saksi brings no holidays for this year').waitFor();
  });

  step('a day of another year is refused at its field, and nothing is changed', async () => {
    const { page } = clerk;
    const { version } = await days();
    await typeSegments(page, 'Day', `0101${year + 1}`);
    await page.getByLabel('Name of the day').fill('New Year’s Day');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByRole('alert').getByText(`That day is not in ${year}`).waitFor();
    await look(page, 'holidays-wrong-year');
    expect((await days()).version).toBe(version);
  });

  step(
    'are corrected: added, made a working day, taken away; each under a new version, with who did it',
    async () => {
      const { page } = clerk;
      const save = async (number: number) => {
        await page.getByRole('button', { name: 'Save the correction' }).click();
        await page.getByText(`Saved as version ${number}`).waitFor();
      };
      await typeSegments(page, 'Day', `0301${year}`);
      await save(1);
      // Empty again, so that the next day is not mixed up with the last.
      expect(await group(page, 'Day').getByRole('spinbutton').first().inputValue()).toBe('');
      await typeSegments(page, 'Day', `0801${year}`);
      await page.getByLabel('Made a working day').check();
      await page.getByLabel('Name of the day').fill('Worked instead of the Monday');
      await save(2);
      await row(page, 'New Year’s Day')
        .getByRole('button', { name: /Correct/ })
        .click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('correct-title');
      await page.getByLabel('No holiday').check();
      await page.getByLabel('Name of the day').fill('Entered by mistake');
      await save(3);
      await row(page, 'Entered by mistake').getByText('No holiday').waitFor();
      const history = page.getByRole('region', { name: 'Every correction' }).getByRole('listitem');
      expect(await history.count()).toBe(3);
      expect(await history.first().innerText()).toMatch(/Version 3[^]*Entered by mistake[^]*Court clerk C-/);
      expect((await days()).holidays).toEqual([
        { country: 'TH', day: `${year}-01-08`, name: 'Worked instead of the Monday', kind: 'working-day' },
      ]);
      await look(page, 'holidays');
    },
  );

  step('corrected by two at once: the second keeps what was typed, and sees the first', async () => {
    const { page } = clerk;
    await typeSegments(page, 'Day', `0505${year}`);
    await page.getByLabel('Public holiday', { exact: true }).check();
    await page.getByLabel('Name of the day').fill('Coronation day');
    const { version } = await days();
    const body = { country: 'TH', year, version, day: `${year}-05-04`, kind: 'holiday', name: 'Bridge day' };
    await send(apiUrl, 'POST', '/api/directory/holidays', { token: office.tokens.clerk, body });
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Somebody else has saved a change in the meantime').waitFor();
    await row(page, 'Bridge day').waitFor();
    expect(await page.getByLabel('Name of the day').inputValue()).toBe('Coronation day');
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Saved as version 5').waitFor();
  });
});

describe('the calendar of an interpreter', () => {
  const fold = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).click();
  const stored = async () =>
    (await asCentralAuthority('GET', ofInterpreter('calendar'))) as {
      version: number;
      calendar: Record<string, unknown>;
    };
  /** The option that the keyboard is at, while the focus stays in the box. */
  const focusedOption = (box: Locator) =>
    box.evaluate(
      (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent,
    );
  /** In every language: the label of the box is another in each. */
  async function typeInZones(page: Page, typed: string): Promise<void> {
    const box = page.locator('details [role="combobox"]');
    await box.fill('');
    await box.fill(typed);
    await page.getByRole('option').first().waitFor();
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Save the calendar' }).click();

  step('gets another zone, found by an old name, by slips, and by the arrow keys', async () => {
    const { page } = clerk;
    await page.goto(`${siteUrl}calendars/person/${office.ids.interpreter}`);
    await page.getByText('Times are those of Sydney').waitFor();
    await fold(page, 'Change hours, days off and blocks');
    await fold(page, 'Choose another time zone');
    const search = picker(page, 'Find a city or a zone');
    await search.click();
    await search.fill('rangoon');
    await page.getByText('Zones found: 1').waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual([
      'Yangon · UTC+06:30 · Asia/Yangon (Asia/Rangoon)',
    ]);
    await search.press('Enter');
    await page.getByText(/UTC\+06:30, Yangon\) · Asia\/Yangon/).waitFor();
    expect(await search.inputValue()).toBe('Yangon · UTC+06:30 · Asia/Yangon');
    await look(page, 'calendar-zone');
    // Several are found: Enter goes to the first of them, and the one in force stays until one is taken.
    await search.fill('europe/b');
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(2);
    await search.press('Enter');
    await expect.poll(() => focusedOption(search)).toMatch(/^Belgrade/);
    await search.fill('Europe/Berln');
    await page.getByText('No zone has that name. Perhaps one of these is meant:').waitFor();
    await look(page, 'calendar-zone-near', 'staff', () => typeInZones(page, 'Europe/Berln'));
    await typeInZones(page, 'Europe/Berln');
    // What was typed and not taken is said, and the one in force stays.
    await search.press('Escape');
    await page.getByText('“Europe/Berln” was not taken from the list. Still chosen: Yangon').waitFor();
    expect(await search.inputValue()).toBe('Yangon · UTC+06:30 · Asia/Yangon');
    await search.press('ArrowDown');
    await expect.poll(() => focusedOption(search)).toMatch(/^Yangon/);
    await look(page, 'calendar-zone-all', 'staff', () => typeInZones(page, ''));
    await search.click();
    await page.keyboard.type('berlin');
    await search.press('ArrowDown');
    await expect.poll(() => focusedOption(search)).toMatch(/^Berlin/);
    await search.press('Enter');
    await page.getByText(/Berlin\) · Europe\/Berlin/).waitFor();
    await page.getByLabel('Country whose public holidays count').selectOption('DE');
    await save(page);
    await page.getByText('The calendar is saved').waitFor();
    await page.getByText('Times are those of Berlin').waitFor();
    expect((await stored()).calendar).toMatchObject({ zone: 'Europe/Berlin', country: 'DE' });
  });

  step('what cannot be is said where it was typed, also what was typed and not added', async () => {
    const { page } = clerk;
    const monday = group(page, 'Monday');
    await monday.getByRole('button', { name: /Add hours/ }).click();
    await monday.getByLabel('From').first().fill('9');
    await typeSegments(page, 'Another day off', '24122026');
    await save(page);
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'Weekly hours: Give both times, such as 08:30.',
      'Days off: Press “Add”, or drop this choice.',
    ]);
    await monday.getByLabel('From').first().fill('0930');
    await save(page);
    await summary.getByText('These hours overlap other hours of the same weekday.').waitFor();
    await look(page, 'calendar-faults');
    await monday
      .getByRole('button', { name: /Remove/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  });

  step('what a colleague saved meanwhile is taken over, and nothing that was typed is lost', async () => {
    const { page } = clerk;
    const { version, calendar } = await stored();
    await asCentralAuthority('POST', ofInterpreter('calendar'), {
      version,
      calendar: { ...calendar, notice: 1440, daysOff: ['2027-01-05'] },
    });
    await save(page);
    const notice = page.getByRole('status').filter({ hasText: 'Somebody else has saved' });
    await notice.getByText('You both changed: Days off').waitFor();
    await notice.getByText('Taken over from the other change: Shortest notice').waitFor();
    expect(await group(page, 'Monday').getByLabel('From').first().inputValue()).toBe('09:30');
    await save(page);
    await page.getByText('The calendar is saved').waitFor();
    expect((await stored()).calendar).toMatchObject({ notice: 1440, daysOff: ['2026-12-24'] });
  });

  step('shows sessions, several on a day and over midnight, leave, blocks and holidays', async () => {
    const { page } = clerk;
    await everybodyIsAlwaysThere();
    await nothingStandsAgainstHer();
    const { version, calendar } = await stored();
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
    const caseId = await newCase(stack, office);
    // By the clock of Bangkok, six hours ahead of Berlin: two on the 23rd, one over midnight, one over the leap of the clocks.
    for (const local of ['2027-03-23T15:00', '2027-03-23T17:00', '2027-03-24T05:30', '2027-03-28T07:30'])
      await book(caseId, local);
    await page.goto(`${siteUrl}calendars/person/${office.ids.interpreter}`);
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
      const { page } = clerk;
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
});

describe('who changed working time', () => {
  step('is read by those who keep the calendars, and taken away as a file that can be checked', async () => {
    const { page } = clerk;
    await page.goto(`${siteUrl}calendars`);
    await page.getByRole('link', { name: 'Agency of a test (Australia)' }).click();
    await page.getByText('What the interpreter can do changed').first().waitFor();
    const entries = page.getByTestId('log-entry');
    await entries.filter({ hasText: 'Central authority' }).first().waitFor();
    await entries
      .filter({ hasText: /Court clerk\s+C-.*Interpreter\s+I-|Court clerk\s+C-.*Person\s+I-/ })
      .first()
      .waitFor();
    await look(page, 'agency-log');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the log' }).click(),
    ]);
    const command = (await page.getByTestId('verify-command').textContent()) ?? '';
    const key = parseVerifierKey(/'(.+)'/.exec(command)?.[1] ?? '');
    const report = verifyExport(readFileSync(await download.path()), { key });
    expect([report.verdict, report.size]).toEqual(['intact', await entries.count()]);
  });
});

describe('all in all', () => {
  step('no page did anything that its content policy forbids', () => {
    expect(clerk.faults).toEqual([]);
  });
});

const weekdays = [1, 2, 3, 4, 5, 6, 7];

async function everybodyIsAlwaysThere(): Promise<void> {
  const path = '/api/directory/me/calendar';
  for (const role of ['prosecutor', 'clerk', 'support-officer', 'attending-officer'] as const) {
    const token = office.tokens[role];
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

async function nothingStandsAgainstHer(): Promise<void> {
  const { version, profile } = (await asCentralAuthority('GET', ofInterpreter('profile'))) as {
    version: number;
    profile: object;
  };
  const conflicts = { cases: [], countries: [] };
  await asCentralAuthority('POST', ofInterpreter('profile'), { version, profile: { ...profile, conflicts } });
}

/** An hour by the clock of Bangkok. */
async function book(caseId: string, local: string): Promise<void> {
  const { ids, tokens } = office;
  const body = {
    caseId,
    kind: 'interview',
    local,
    zone: 'Asia/Bangkok',
    minutes: 60,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
  };
  const booker = { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor };
  const sent = await bookingBody(booker, body);
  expectDone(await send(apiUrl, 'POST', '/api/sessions', { token: tokens.prosecutor, body: sent }));
}
