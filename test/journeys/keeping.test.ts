import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { send } from '../support/http.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn, typeSegments } from './pages.ts';
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

describe('all in all', () => {
  step('no page did anything that its content policy forbids', () => {
    expect(clerk.faults).toEqual([]);
  });
});
