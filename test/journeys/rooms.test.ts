import { bookingBody } from '../support/booking.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { instantOf } from '../../functions/shared/values/instants.ts';
import { addDays, dayAt, mondayOf } from '../../web/src/parts/local-day.ts';
import { send } from '../support/http.ts';
import { expectDone, newCase } from '../support/interview.ts';
import { newOffice, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** A session without a room gets one: where the witness sits by her officer, and the court's by the prosecutor. */

const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

let browser: Browser;
let office: Office;
let sessionPage = '';
let prosecutor: Visitor;
let officer: Visitor;

const step = storySteps();

/** A Wednesday some weeks ahead, in the morning: the rooms keep office hours. */
const wednesday = addDays(mondayOf(dayAt('Asia/Bangkok', instantOf(Date.now()))), 5 * 7 + 2);

async function comeIn(who: 'prosecutor' | 'support-officer'): Promise<Visitor> {
  const visit = await visitor(browser);
  await signIn(visit.page, siteUrl, office.accounts[who]);
  await visit.page.goto(sessionPage);
  return visit;
}

const row = (page: Page) => page.getByTestId('session-rooms');
const openForm = (page: Page) => page.getByText('Choose the rooms', { exact: true }).click();
const tick = (page: Page, room: RegExp) => page.getByRole('checkbox', { name: room });
const save = (page: Page) => page.getByRole('button', { name: 'Save the rooms' }).click();

beforeAll(async () => {
  browser = await startBrowser();
  office = await newOffice(stack);
  const { ids, tokens } = office;
  const caseId = await newCase(stack, office);
  const post = async (path: string, token: string, body: object) =>
    expectDone(await send(apiUrl, 'POST', path, { token, body })).body;
  const room = { vetted: true, zone: 'Asia/Yangon', country: 'MM', city: 'Mandalay' };
  await post('/api/directory/rooms', tokens['support-officer'], {
    ...room,
    label: 'Quiet room',
    atProtectedSite: true,
  });
  await post('/api/directory/rooms', tokens['central-authority'], {
    ...room,
    label: 'Hearing room of a test',
    atProtectedSite: false,
  });
  await post('/api/directory/rooms', tokens.clerk, {
    ...room,
    zone: 'Asia/Bangkok',
    country: 'TH',
    city: 'Nan',
    label: 'Court room of a test',
    atProtectedSite: false,
  });
  const booking = await bookingBody(
    { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor },
    {
      caseId,
      local: `${wednesday}T10:00`,
      zone: 'Asia/Bangkok',
      seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
      overrides: [{ what: 'holiday', reason: 'agreed-by-all' }],
    },
  );
  const booked = await post('/api/sessions', tokens.prosecutor, booking);
  sessionPage = `${siteUrl}sessions/${booked.sessionId as string}`;
  [prosecutor, officer] = [await comeIn('prosecutor'), await comeIn('support-officer')];
});
afterAll(async () => {
  await browser.close();
});

describe('a session without a room', () => {
  step('says so, and its messages say whom that is chased of', async () => {
    const { page } = officer;
    await row(page).getByText('No room yet').waitFor();
    await page.getByText('Messages to everybody').click();
    await page
      .getByText(/^Room is missing/)
      .first()
      .waitFor();
    await look(page, 'session-no-room');
  });

  step('gets one from her officer, who may choose in the State where she is', async () => {
    const { page } = officer;
    await openForm(page);
    await tick(page, /Quiet room, Mandalay/).waitFor();
    // The room of the other agency is in Sydney.
    expect(await tick(page, /Sydney/).count()).toBe(0);
    await look(page, 'session-rooms');
    await tick(page, /Quiet room, Mandalay/).focus();
    await page.keyboard.press('Space');
    await save(page);
    await row(page).getByText('Quiet room, Mandalay').waitFor();
    await page.getByText('It is done').waitFor();
    await page
      .getByText(/^Room is missing/)
      .first()
      .waitFor({ state: 'detached' });
  });

  step(
    'and the prosecutor sees that there is one, and not which, nor chooses among those there',
    async () => {
      const { page } = prosecutor;
      await row(page).getByText('A room that is not shown to you').waitFor();
      expect(await row(page).innerText()).not.toMatch(/Mandalay|Quiet/);
      await openForm(page);
      await tick(page, /Court room of a test, Nan/).waitFor();
      expect(await tick(page, /Mandalay|Quiet/).count()).toBe(0);
      await look(page, 'session-room-not-shown');
    },
  );

  step('can have another on the court’s side, and lose it again, while hers stays', async () => {
    const { page } = prosecutor;
    await tick(page, /Court room of a test, Nan/).check();
    await save(page);
    await row(page).getByText('Court room of a test, Nan').waitFor();
    expect(await row(page).innerText()).toContain('A room that is not shown to you');
    await tick(page, /Court room of a test, Nan/).uncheck();
    await save(page);
    await row(page).getByText('Court room of a test, Nan').waitFor({ state: 'detached' });
    await row(page).getByText('A room that is not shown to you').waitFor();
    await officer.page.reload();
    await row(officer.page).getByText('Quiet room, Mandalay').waitFor();
    expect(prosecutor.faults).toEqual([]);
    expect(officer.faults).toEqual([]);
  });
});
