import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { look } from '../look.ts';
import { picker, typeSegments } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { asCentralAuthority, fold, group, ofInterpreter, stack, story, storedCalendar } from './cast.ts';

const { siteUrl } = stack;

/** The option that the keyboard is at, while the focus stays in the box. */
const focusedOption = (box: Locator) =>
  box.evaluate(
    (input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent,
  );

/** Types into the box of the zones in every language: its label is another in each. */
async function typeInZones(page: Page, typed: string): Promise<void> {
  const box = page.locator('details [role="combobox"]');
  await box.fill('');
  await box.fill(typed);
  await page.getByRole('option').first().waitFor();
}

/** Presses the button that saves. */
const save = (page: Page) => page.getByRole('button', { name: 'Save the calendar' }).click();

/** Whether the list that is open touches its box, above or below. */
async function besideItsBox(page: Page, box: Locator): Promise<boolean> {
  const [list, own] = await Promise.all([page.locator('.picker-list').boundingBox(), box.boundingBox()]);
  if (list === null || own === null) return false;
  const [below, above] = [list.y - own.y - own.height, own.y - list.y - list.height];
  return Math.min(Math.abs(below), Math.abs(above)) < 16;
}

/** How the zone, the hours and the days off of an interpreter are entered. */
export function enteringHerCalendar(step: Step): void {
  step('gets another zone, found by an old name, by slips, and by the arrow keys', async () => {
    const { page } = story.clerk;
    await page.goto(`${siteUrl}calendars/person/${story.office.ids.interpreter}`);
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
    // The page moves, as when something comes in above: the list stays open, beside its box.
    const before = await page.evaluate(() => scrollY);
    await page.evaluate(() => scrollBy(0, scrollY > 60 ? -60 : 60));
    await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);
    await expect.poll(() => besideItsBox(page, search)).toBe(true);
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
    // Letter by letter, as people do: none replaces those before it.
    await page.keyboard.type('berlin', { delay: 150 });
    expect(await search.inputValue()).toBe('berlin');
    await search.press('ArrowDown');
    await expect.poll(() => focusedOption(search)).toMatch(/^Berlin/);
    await search.press('Enter');
    await page.getByText(/Berlin\) · Europe\/Berlin/).waitFor();
    await page.getByLabel('Country whose public holidays count').selectOption('DE');
    await save(page);
    await page.getByText('The calendar is saved').waitFor();
    await page.getByText('Times are those of Berlin').waitFor();
    expect((await storedCalendar()).calendar).toMatchObject({ zone: 'Europe/Berlin', country: 'DE' });
  });

  step('what cannot be is said where it was typed, also what was typed and not added', async () => {
    const { page } = story.clerk;
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
    const { page } = story.clerk;
    const { version, calendar } = await storedCalendar();
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
    expect((await storedCalendar()).calendar).toMatchObject({ notice: 1440, daysOff: ['2026-12-24'] });
  });
}
