import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { addPerson, type NewPerson, type PeopleOffice } from '../../infra/people.ts';
import { addDays, mondayOf } from '../../web/src/parts/local-day.ts';
import { send } from '../support/http.ts';
import { expectDone } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** Every kind of session is booked on the pages, with what can go wrong; and what was booked is changed. */

const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

let browser: Browser;
let office: Office;
let caseId = '';
/** A prosecutor in a country whose clocks change. */
let berlin: Entered;
let otherAuthority: Entered;
const come: Visitor[] = [];

interface Entered {
  readonly personId: string;
  readonly account: { readonly email: string; readonly password: string };
  readonly token: string;
}

const step = storySteps();

async function enter(person: Omit<NewPerson, 'agencyId' | 'language'>): Promise<Entered> {
  const at: PeopleOffice = {
    store: storeOf(stack),
    accounts: accountsOf(stack),
    userPoolId: stack.outputs.UserPoolId,
  };
  const { body } = expectDone(
    await send(apiUrl, 'GET', '/api/directory/me', { token: office.tokens.prosecutor }),
  );
  const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
  const agencyId = body.agency.agencyId as string;
  const personId = await addPerson(at, { ...person, agencyId, language: 'en' }, account);
  return { personId, account, token: await tokenOf(stack, account.email, account.password) };
}

async function comeIn(account: Entered['account']): Promise<Page> {
  const visit = await visitor(browser);
  come.push(visit);
  await signIn(visit.page, siteUrl, account);
  return visit.page;
}

const typeDay = (page: Page, label: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return typeSegments(page, label, `${date}${month}${year}`);
};
const field = (page: Page, label: string): Locator => page.getByRole('group', { name: label, exact: true });
const summary = (page: Page): Locator => page.locator('form > .notice', { hasText: 'Some answers' });
const previewed = (page: Page): Locator => page.locator('.preview [aria-busy="false"]');
const atSession = (page: Page) => page.getByRole('heading', { name: 'Session', exact: true }).waitFor();

/** The Wednesday of the week after next: nobody's office is closed then. */
const day = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 16);

beforeAll(async () => {
  browser = await startBrowser();
  office = await newOffice(stack);
  [berlin, otherAuthority] = await Promise.all([
    enter({ role: 'prosecutor', label: 'Prosecutor abroad', zone: 'Europe/Berlin' }),
    enter({ role: 'central-authority', label: 'Central authority', zone: 'Asia/Bangkok' }),
  ]);
  const { ids } = office;
  const holder = ids['support-officer'];
  const body = {
    reference: 'T 2/2026',
    requestingState: 'TH',
    hostState: 'MM',
    members: [ids.prosecutor, ids.clerk, holder, ids['central-authority'], otherAuthority.personId],
    witness: { protected: true, holder, zone: 'Asia/Yangon', mayKnow: [] },
  };
  const opened = expectDone(await send(apiUrl, 'POST', '/api/cases', { token: berlin.token, body }));
  caseId = opened.body.caseId as string;
});
afterAll(async () => {
  await browser.close();
});

describe('what can go wrong', () => {
  let page: Page;

  step('nobody and nothing chosen: each is said at its field, and a way leads to each', async () => {
    page = await comeIn(berlin.account);
    await page.goto(`${siteUrl}cases/${caseId}`);
    await page.getByRole('link', { name: 'Book a session' }).click();
    await page.getByLabel('Kind of session').selectOption({ label: 'Deposition' });
    await page.getByText('The witness testifies before the trial').waitFor();
    await look(page, 'book-empty');
    await page.getByRole('button', { name: 'Book the deposition' }).click();
    expect(await summary(page).getByRole('link').allInnerTexts()).toEqual([
      'Date: Please give an answer.',
      'Time: Please give an answer.',
      'Interpreter: Please give an answer.',
    ]);
    await look(page, 'book-nothing-chosen');
    await summary(page).getByRole('link', { name: 'Interpreter' }).click();
    await page.getByLabel('Interpreter').selectOption({ value: office.ids.interpreter });
    await expect.poll(() => summary(page).getByRole('link').count()).toBe(2);
  });

  step('a time that does not exist offers the two beside it; one press takes one', async () => {
    await typeDay(page, 'Date', '2027-03-28');
    await typeSegments(page, 'Time', '0230');
    const wrong = field(page, 'Time').getByText('That time does not exist');
    await wrong.waitFor();
    await look(page, 'book-never');
    await page.getByRole('button', { name: 'Take 03:30' }).click();
    await wrong.waitFor({ state: 'detached' });
    await previewed(page).getByText('28 Mar 2027, 03:30–04:30').waitFor();
    expect(await field(page, 'Time').getByRole('spinbutton').first().inputValue()).toBe('03');
  });

  step('a time that comes twice asks which; nothing is looked up until that is said', async () => {
    await typeDay(page, 'Date', '2027-10-31');
    await typeSegments(page, 'Time', '0230');
    const which = page.getByRole('group', { name: 'That time comes twice' });
    await look(page, 'book-twice');
    await page.getByRole('button', { name: 'Book the deposition' }).click();
    await summary(page).getByText('Time: That time comes twice').waitFor();
    const row = page.getByTestId('seat-prosecutor');
    expect(await row.count()).toBe(0);
    await which.getByRole('radio').first().check();
    await row.getByText('UTC+02:00').waitFor();
    await which.getByRole('radio').last().check();
    await row.getByText('UTC+01:00').waitFor();
    expect(await summary(page).count()).toBe(0);
  });

  step('the past, days that overlap, and more than thirty of them', async () => {
    await typeDay(page, 'Date', '2026-11-02');
    await page.getByRole('button', { name: 'Book the deposition' }).click();
    await field(page, 'Date').getByText('That is over already').waitFor();
    await typeDay(page, 'Date', day);
    await typeSegments(page, 'Time', '0900');
    await page.getByRole('button', { name: 'Add another day' }).click();
    await typeDay(page, 'Date of day 2', day);
    await page.getByRole('button', { name: 'Book the deposition' }).click();
    await field(page, 'Date of day 2').getByText('This day begins before').waitFor();
    await typeDay(page, 'Date of day 2', addDays(day, 31));
    await page.getByRole('button', { name: 'Book the deposition' }).click();
    await field(page, 'Date of day 2').getByText('at most 30 days').waitFor();
    await typeDay(page, 'Date of day 2', addDays(day, 1));
    // Nothing of what was typed is lost with all that.
    await page.getByLabel('Kind of session').selectOption({ label: 'Rehearsal' });
    await page.getByLabel('Kind of session').selectOption({ label: 'Deposition' });
    expect(await page.getByLabel('Interpreter').inputValue()).toBe(office.ids.interpreter);
  });
});

describe('a deposition on several days', () => {
  let page: Page;

  step('shows every day in everybody’s zone, with the time before and after and the room', async () => {
    page = await comeIn(office.accounts.prosecutor);
    await page.goto(`${siteUrl}cases/${caseId}/book`);
    await page.getByLabel('Kind of session').selectOption({ label: 'Deposition' });
    await typeDay(page, 'Date', day);
    await typeSegments(page, 'Time', '0900');
    await page.getByLabel('Interpreter').selectOption({ value: office.ids.interpreter });
    await page.getByRole('button', { name: 'Add another day' }).click();
    await page.getByLabel('Length').selectOption('30');
    await page.getByLabel('Before, with the witness').selectOption('15');
    await page.getByLabel('Afterwards, with the witness').selectOption('15');
    await page.getByRole('button', { name: 'Add another day' }).click();
    await typeSegments(page, 'Time of day 3', '1000');
    await page.getByLabel('Room').selectOption({ value: office.roomId });
    await page.getByRole('button', { name: /Remove Room 1/ }).waitFor();
    const days = previewed(page).locator('details');
    await expect.poll(() => days.count()).toBe(3);
    await expect.poll(() => days.last().locator('summary').innerText()).toMatch(/10:00–11:00.*Free/s);
    // The court comes when the witness is settled.
    await days.first().getByTestId('seat-clerk').getByText('09:15').waitFor();
    await days.first().getByTestId('seat-room').getByText('Free').waitFor();
    for (const hidden of ['witness', 'support-officer'])
      expect(await days.first().getByTestId(`seat-${hidden}`).innerText()).not.toMatch(/\d\d:\d\d/);
    await look(page, 'book-days');
  });

  step('is held for a day, and confirmed', async () => {
    await page.getByLabel('Book or hold').selectOption('24');
    await page.getByRole('button', { name: 'Hold the time' }).click();
    await atSession(page);
    await page.getByText('This time is only held').waitFor();
    await look(page, 'session-held');
    await page.getByRole('button', { name: 'Book it now' }).click();
    await page.getByRole('link', { name: 'Move to another time' }).waitFor();
    expect(await page.getByText('This time is only held').count()).toBe(0);
  });
});
