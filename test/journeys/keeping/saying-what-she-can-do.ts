import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from '../look.ts';
import { typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { asCentralAuthority, group, ofInterpreter, stack, story } from './cast.ts';

const { siteUrl } = stack;

/** The box that says that she interprets in one way. */
const way = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

/** How the clerk enters the languages, the ways, the conflicts and the limits of an interpreter. */
export function sayingWhatSheCanDo(step: Step): void {
  step('is found from her calendar, and follows her languages until somebody enters it', async () => {
    const { page } = story.clerk;
    await page.goto(`${siteUrl}calendars/person/${story.office.ids.interpreter}`);
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
    const { page } = story.clerk;
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
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/profile-duty-changeover$/);
    expect(await asCentralAuthority('GET', ofInterpreter('profile'))).toMatchObject({ version: 0 });
  });

  step(
    'is entered: directions with a dialect, ways, vetting, what she must stay away from, limits',
    async () => {
      const { page } = story.clerk;
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
    const { page } = story.clerk;
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
}
