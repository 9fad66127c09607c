import { expect } from 'vitest';
import { look } from '../look.ts';
import { find, picker } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { stack, story } from './cast.ts';
import { answered, chosen, saidOn, slider, startOn } from './finder.ts';

const { siteUrl } = stack;

/** How a time is found for everybody: what would help, the picture, the band on it, and the list. */
export function finding(step: Step): void {
  step(
    'a page that breaks says so inside the frame of all pages, and works once it is loaded again',
    async () => {
      const { page } = story.prosecutor;
      await page.goto(`${siteUrl}cases/${story.caseId}`);
      const toFinder = page.getByRole('link', { name: 'Find a time for everybody' });
      await toFinder.waitFor();
      await page.evaluate(() => {
        globalThis.matchMedia = () => {
          throw new Error('broken on purpose');
        };
      });
      await toFinder.click();
      await page.getByRole('alert').getByText('This page has stopped working').waitFor();
      await page.getByRole('link', { name: 'saksi' }).waitFor();
      await look(page, 'page-broken');
      await page.getByRole('button', { name: 'Load again' }).click();
      await picker(page, 'Who interprets').waitFor();
    },
  );

  step('where nothing fits, the page says whom it hangs on and offers what would help', async () => {
    const { page } = story.prosecutor;
    await page.goto(`${siteUrl}cases/${story.caseId}`);
    await page.getByRole('link', { name: 'Find a time for everybody' }).click();
    await page.getByLabel('Vetted within the last year').uncheck();
    await page.getByText('Way of interpreting, dialect, country').click();
    // Nobody here speaks it.
    await page.getByLabel('Dialect').fill('Intha');
    const nothing = page.locator('.notice', { hasText: 'no time at which everybody can come' });
    await nothing.getByText('All others could meet without Interpreter').waitFor();
    await look(page, 'find-nothing');
    await nothing.getByRole('button', { name: 'Any dialect (Interpreter)' }).click();
    await page.getByText(/Best times found: \d+/).waitFor();
    expect(await page.getByLabel('Dialect').inputValue()).toBe('');
    // One person from here on, so that no other test's interpreter is booked.
    await find(page, 'Who interprets', story.office.mark);
    await page.locator('.picture-name', { hasText: 'Interpreter' }).getByText('Sydney').waitFor();
  });

  step('rows are shaded where their zone may be known, and no others', async () => {
    const { page } = story.prosecutor;
    await answered(page);
    const shaded = async (name: string) =>
      page
        .locator('.picture-name', { hasText: name })
        .locator('xpath=following-sibling::*[1]')
        .evaluate((track) => track.querySelector('.track-night') !== null);
    expect(await shaded('Prosecutor')).toBe(true);
    expect(await shaded('Court clerk')).toBe(true);
    for (const hidden of ['Witness', 'Victim-support officer', 'Attending officer'])
      expect([hidden, await shaded(hidden)]).toEqual([hidden, false]);
    expect(await chosen(page).locator('.seat-row', { hasText: 'Witness' }).innerText()).not.toMatch(
      /\d\d:\d\d/,
    );
    await look(page, 'find', 'main');
  });

  step(
    'the band moves by the grid with the arrow keys, by a day with Page Up, and tells where it is',
    async () => {
      const { page } = story.prosecutor;
      await slider(page).focus();
      const before = await startOn(page);
      await page.keyboard.press('ArrowRight');
      expect(await startOn(page)).toBe(before + 15 * 60_000);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('PageUp');
      expect(await startOn(page)).toBe(before + 24 * 60 * 60_000);
      await page.keyboard.press('End');
      expect(await saidOn(page)).toContain('not possible');
      await chosen(page).getByText('Not everybody can come at this time').waitFor();
      await page.getByRole('button', { name: 'Later possible time' }).click();
      expect(await saidOn(page)).toContain('everybody can come');
      await slider(page).focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('chosen');
    },
  );

  step('the band is dragged, and stays on the grid', async () => {
    const { page } = story.prosecutor;
    await page.getByRole('button', { name: 'Show a day' }).click();
    const before = await startOn(page);
    const area = page.locator('.band-area');
    await area.scrollIntoViewIfNeeded();
    const box = await area.boundingBox();
    if (box === null) throw new Error('There is no picture to drag on.');
    await page.mouse.move(box.x + 10, box.y + box.height - 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height - 10, { steps: 5 });
    await page.mouse.up();
    const after = await startOn(page);
    // Three quarters of the day from midnight in Bangkok: 18:00.
    expect(new Date(after).toISOString().slice(11, 16)).toBe('11:00');
    expect(after).not.toBe(before);
    await page.getByRole('button', { name: 'Show a week' }).click();
  });

  step('the list says the same, in the order of rank or of time', async () => {
    const { page } = story.prosecutor;
    const list = page.getByRole('region', { name: 'The times as a list' });
    const starts = () =>
      list.locator('tbody th time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')));
    // With the evenings among them, the best are not the soonest.
    await page.getByText('Time before and after, finer steps').click();
    await page.getByLabel('Also outside working hours').check();
    await answered(page);
    await list.getByRole('button', { name: /Show all/ }).click();
    const ranked = await starts();
    await list.getByRole('button', { name: 'Time', exact: true }).click();
    expect(
      await list.getByRole('columnheader', { name: 'Time', exact: true }).getAttribute('aria-sort'),
    ).toBe('ascending');
    expect(await starts()).toEqual(ranked.toSorted((one, two) => (String(one) < String(two) ? -1 : 1)));
    expect(await starts()).not.toEqual(ranked);
    await list.getByRole('button', { name: 'Order' }).click();
    expect(await starts()).toEqual(ranked);
    await page.getByLabel('Also outside working hours').uncheck();
    await answered(page);
    const best = await list.locator('tbody th').first().innerText();
    await list
      .getByRole('button', { name: /Look at it/ })
      .first()
      .click();
    expect(await saidOn(page)).toBe(`${best}: everybody can come`);
    expect(await page.locator('.rank').first().innerText()).toContain('1');
  });
}
