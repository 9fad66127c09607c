import { searchBody } from '../support/search.ts';
import { bookingBody } from '../support/booking.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { WorkingTime } from '../../functions/directory/port/working-time.ts';
import { addDays, mondayOf } from '../../web/src/parts/local-day.ts';
import { send } from '../support/http.ts';
import { expectDone, newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { find, picker, signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** A time is found, taken, moved, given to others, cancelled and taken back, all on the pages, and calendars are kept. */

const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

let browser: Browser;
let office: Office;
let other: Office;
let caseId = '';
let sessionId = '';
let prosecutor: Visitor;
let clerk: Visitor;

const step = storySteps();

const slider = (page: Page) => page.getByRole('slider', { name: 'Time of the session' });
const startOn = async (page: Page): Promise<number> =>
  Date.parse((await slider(page).getAttribute('data-start')) ?? '');
const saidOn = (page: Page) => slider(page).getAttribute('aria-valuetext');
const chosen = (page: Page) => page.getByRole('region', { name: 'This time for each person' });
/** Waits until the page has seen the last change, asked, and been answered. */
async function answered(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.locator('[aria-busy="false"]').first().waitFor();
}

async function comeIn(who: 'prosecutor' | 'clerk'): Promise<Visitor> {
  const visit = await visitor(browser);
  await signIn(visit.page, siteUrl, office.accounts[who]);
  return visit;
}

beforeAll(async () => {
  browser = await startBrowser();
  [office, other] = await Promise.all([newOffice(stack), newOffice(stack)]);
  caseId = await newCase(stack, office);
  // Once somebody has set a calendar, it binds; what nobody has set forbids nothing.
  await setWorkingTime('prosecutor', {});
  prosecutor = await comeIn('prosecutor');
});
afterAll(async () => {
  await browser.close();
});

describe('time, found and kept', () => {
  step(
    'a page that breaks says so inside the frame of all pages, and works once it is loaded again',
    async () => {
      const { page } = prosecutor;
      await page.goto(`${siteUrl}cases/${caseId}`);
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
    const { page } = prosecutor;
    await page.goto(`${siteUrl}cases/${caseId}`);
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
    await find(page, 'Who interprets', office.ids.interpreter);
    await page.locator('.picture-name', { hasText: 'Interpreter' }).getByText('Sydney').waitFor();
  });

  step('rows are shaded where their zone may be known, and no others', async () => {
    const { page } = prosecutor;
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
    await look(page, 'find');
  });

  step(
    'the band moves by the grid with the arrow keys, by a day with Page Up, and tells where it is',
    async () => {
      const { page } = prosecutor;
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
    const { page } = prosecutor;
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
    const { page } = prosecutor;
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

  step('a found time is taken to the booking page and booked', async () => {
    const { page } = prosecutor;
    await answered(page);
    await chosen(page).getByRole('button', { name: 'Book at this time' }).click();
    await page.getByText('This time comes from the search').waitFor();
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(office.ids.interpreter);
    await page.getByTestId('seat-prosecutor').getByText('Free').waitFor();
    await look(page, 'book-found');
    await page.getByRole('button', { name: 'Book the interview' }).click();
    await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
    sessionId = page.url().split('/').at(-1) ?? '';
    // A session is not told apart by its address from any other.
    expect(page.url()).toBe(`${siteUrl}sessions/${sessionId}`);
    await page.getByText('Messages to everybody').click();
    await page.getByText(/Confirmation: Prosecutor/).waitFor();
    await look(page, 'session-messages');
  });

  step(
    'before it is moved everybody’s message is shown; a time lost meanwhile has others beside it',
    async () => {
      const { page } = prosecutor;
      await page.getByRole('link', { name: 'Move to another time' }).click();
      await slider(page).waitFor();
      await answered(page);
      await look(page, 'move-find');
      // The best time is the one that it has.
      await page.getByRole('button', { name: 'Later possible time' }).click();
      await chosen(page).getByRole('button', { name: 'Choose this time' }).click();
      const confirm = page.getByRole('region', { name: 'Before it is moved' });
      await confirm.getByText(/Change: Witness .*through: Victim-support officer/).waitFor();
      const message = await confirm.locator('details', { hasText: 'Change: Court clerk' }).innerText();
      expect(message).toMatch(/UTC\+07:00/);
      expect(message).not.toMatch(/T 1\/2026|http/);
      await look(page, 'move-confirm');
      const wanted = await confirm.locator('.lead time').getAttribute('datetime');
      await bookMeanwhile(wanted ?? '');
      await confirm.getByRole('button', { name: 'Move the session now' }).click();
      await page.getByText('Everybody would be free at these times:').waitFor();
      await look(page, 'move-lost');
      await page.locator('.notice-wait .row button').first().click();
      await page.getByRole('button', { name: 'Move the session now' }).click();
      await page.getByRole('heading', { name: 'Session', exact: true }).waitFor();
      await page.getByText('Messages to everybody').click();
      await page.getByText(/Change: Prosecutor/).waitFor();
    },
  );

  step('a seat is given to somebody else', async () => {
    const { page } = prosecutor;
    await page.getByText('Give a seat to somebody else').click();
    await page.getByLabel('Seat', { exact: true }).selectOption('interpreter');
    await find(page, 'Who takes it', other.ids.interpreter);
    await page.locator('details', { hasText: 'Give a seat' }).getByLabel('Reason').selectOption('ill');
    const was = await page.getByTestId('seat-interpreter').locator('.pseudonym').innerText();
    await page.getByRole('button', { name: 'Give the seat' }).click();
    await page.getByText('It is done').waitFor();
    await expect
      .poll(() => page.getByTestId('seat-interpreter').locator('.pseudonym').innerText())
      .not.toBe(was);
  });

  step('what a cancellation tells everybody is shown before it; and it can be taken back', async () => {
    const { page } = prosecutor;
    await page.getByText('Cancel this session').click();
    const box = page.locator('details.change', { hasText: 'Cancel this session' });
    await box.getByText(/Cancellation: Witness/).waitFor();
    await look(page, 'session-cancel');
    await box.getByLabel('Reason').selectOption('other-date');
    await box.getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByText('This session was cancelled').waitFor();
    await page.getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('link', { name: 'Move to another time' }).waitFor();
  });

  step('the clerk’s own calendar shows the session, by week and as a list', async () => {
    clerk = await comeIn('clerk');
    const { page } = clerk;
    await page.getByRole('link', { name: 'Calendars' }).click();
    await page.getByRole('link', { name: 'Your own calendar' }).click();
    await page.getByText('they are the usual office hours').waitFor();
    await page.getByRole('radio', { name: 'List' }).check();
    await page.locator(`a[href="/sessions/${sessionId}"]`).waitFor();
    await look(page, 'calendar-list');
    await page.getByRole('radio', { name: 'Week' }).check();
    await look(page, 'calendar-week');
  });

  step('hours and a day off are set, and hold in the search', async () => {
    const { page } = clerk;
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
    const { body } = await send(apiUrl, 'GET', '/api/directory/me/calendar', { token: office.tokens.clerk });
    expect(body.version).toBe(1);
    expect(body.calendar.daysOff).toEqual([free]);
    expect(body.calendar.weekly).toContainEqual(expect.objectContaining({ weekday: 1, from: '10:00' }));
    // The Tuesday is off; the Monday before it begins at ten now.
    expect(await firstFor(free)).toBeUndefined();
    expect(await firstFor(addDays(free, -1))).toBe(`${addDays(free, -1)}T03:00:00.000Z`);
  });

  step('a time outside somebody’s hours is booked with a reason, which stands in the log', async () => {
    const { page } = prosecutor;
    await page.goto(`${siteUrl}cases/${caseId}/book`);
    const [year = '', month = '', day = ''] = addDays(dayOff(), -1).split('-');
    await typeSegments(page, 'Date', `${day}${month}${year}`);
    // The clerk begins at ten now; everybody else is at work.
    await typeSegments(page, 'Time', '0915');
    await find(page, 'Interpreter', office.ids.interpreter);
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
    const { page } = prosecutor;
    // All days that are looked through come sooner than the clerk wants to be told.
    await setWorkingTime('clerk', { notice: 40 * 24 * 60 });
    await page.goto(`${siteUrl}cases/${caseId}/find`);
    await find(page, 'Who interprets', office.ids.interpreter);
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
      const { page } = clerk;
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
    expect([...prosecutor.faults, ...clerk.faults]).toEqual([]);
  });
});

/** The Tuesday of next week. */
const dayOff = (): string => addDays(mondayOf(new Date().toISOString().slice(0, 10)), 8);

/** What somebody is booked by from now on. */
async function setWorkingTime(who: 'prosecutor' | 'clerk', change: Partial<WorkingTime>): Promise<void> {
  const path = '/api/directory/me/calendar';
  const token = office.tokens[who];
  const { body } = await send(apiUrl, 'GET', path, { token });
  const { version, calendar } = body as { version: number; calendar: WorkingTime };
  expectDone(
    await send(apiUrl, 'POST', path, { token, body: { version, calendar: { ...calendar, ...change } } }),
  );
}

/** The first start on a day of Bangkok at which the clerk alone could be booked. */
async function firstFor(day: string): Promise<string | undefined> {
  const question = {
    caseId,
    earliest: `${addDays(day, -1)}T17:00:00.000Z`,
    latest: `${day}T17:00:00.000Z`,
    zone: 'Asia/Bangkok',
    segments: [{ kind: 'main', at: 0, minutes: 60 }],
    participants: [{ key: 'clerk', personId: office.ids.clerk }],
  };
  const { body } = expectDone(
    await send(apiUrl, 'POST', '/api/availability/search', {
      token: office.tokens.clerk,
      body: searchBody(question, { witness: '', roleOf: () => 'clerk' }),
    }),
  );
  return (body.bands as { first: string }[])[0]?.first;
}

/** Somebody else is quicker: the same people at the same time, in another case. */
async function bookMeanwhile(machine: string): Promise<void> {
  const { ids, tokens } = office;
  const body = {
    caseId: await newCase(stack, office),
    kind: 'interview',
    local: machine.slice(0, 16),
    zone: 'Asia/Bangkok',
    minutes: 60,
    seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
  };
  const booker = { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor };
  const sent = await bookingBody(booker, body);
  expectDone(await send(apiUrl, 'POST', '/api/sessions', { token: tokens.prosecutor, body: sent }));
}
