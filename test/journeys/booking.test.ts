import { bookingBody } from '../support/booking.ts';
import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { newId } from '../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../infra/local/demo-client.ts';
import { addAgency, addPerson, type NewPerson, type PeopleOffice } from '../../infra/people.ts';
import { addDays, mondayOf } from '../../web/src/parts/local-day.ts';
import { send } from '../support/http.ts';
import { bangkokIn, expectDone } from '../support/interview.ts';
import { newOffice, storeOf, type Office } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { find, findOneMore, picker, signIn, typeSegments } from './pages.ts';
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
let second = '';
const come: Visitor[] = [];

interface Entered {
  readonly personId: string;
  readonly account: { readonly email: string; readonly password: string };
  readonly token: string;
}

const step = storySteps();

const peopleOffice = (): PeopleOffice => ({
  store: storeOf(stack),
  accounts: accountsOf(stack),
  userPoolId: stack.outputs.UserPoolId,
});

async function enter(person: Omit<NewPerson, 'agencyId' | 'language'>): Promise<Entered> {
  const { body } = expectDone(
    await send(apiUrl, 'GET', '/api/directory/me', { token: office.tokens.prosecutor }),
  );
  const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
  const agencyId = body.agency.agencyId as string;
  const personId = await addPerson(peopleOffice(), { ...person, agencyId, language: 'en' }, account);
  return { personId, account, token: await tokenOf(stack, account.email, account.password) };
}

async function enterInterpreter(): Promise<string> {
  const agencyId = await addAgency(peopleOffice(), { name: 'Interpreting service', country: 'AU' });
  return addPerson(peopleOffice(), {
    agencyId,
    role: 'interpreter',
    label: 'Second interpreter',
    zone: 'Australia/Sydney',
    language: 'en',
    languages: ['my', 'th'],
    mailTo: `${newId(randomBytes)}@example.org`,
  });
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
  [berlin, otherAuthority, second] = await Promise.all([
    enter({ role: 'prosecutor', label: 'Prosecutor abroad', zone: 'Europe/Berlin' }),
    enter({ role: 'central-authority', label: 'Central authority', zone: 'Asia/Bangkok' }),
    enterInterpreter(),
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
    await find(page, 'Interpreter', office.ids.interpreter);
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
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(office.ids.interpreter);
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
    await find(page, 'Interpreter', office.ids.interpreter);
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
    // Three days with three parts each.
    expect(await page.locator('.session-days > li').count()).toBe(3);
    await look(page, 'session-days');
  });

  step('is made longer after the messages were shown that this brings', async () => {
    await page.getByText('Make it shorter or longer').click();
    const box = page.locator('details.change', { hasText: 'Make it shorter or longer' });
    await box.getByLabel('Length').selectOption('45');
    const will = box.getByRole('region', { name: 'What will be sent' });
    // 09:00 to 10:15 with the time before and after.
    await will.locator('details', { hasText: 'Change: Court clerk' }).getByText(/10:15/).first().waitFor();
    await look(page, 'session-length');
    await box.getByRole('button', { name: 'Change the length' }).click();
    // Longer than one interpreter works alone: that needs a reason.
    await box.getByText(/Long for one interpreter alone.*Interpreter/).waitFor();
    await look(page, 'session-length-reason');
    await box.getByLabel('Why at this time all the same').selectOption('agreed-by-all');
    await box.getByRole('button', { name: 'Take this time all the same' }).click();
    await box.getByText('It is done').waitFor();
    await page
      .locator('.session-days')
      .getByText(/10:00–10:15/)
      .first()
      .waitFor();
  });
});

describe('a session that is long for one interpreter', () => {
  step('says why a second one is needed, and is booked with two without a reason', async () => {
    const { page } = come.at(-1) as Visitor;
    await page.goto(`${siteUrl}cases/${caseId}/book`);
    await page.getByLabel('Kind of session').selectOption({ label: 'Rehearsal' });
    await typeDay(page, 'Date', addDays(day, 6));
    await typeSegments(page, 'Time', '0900');
    await page.getByLabel('Length').selectOption('90');
    await find(page, 'Interpreter', office.ids.interpreter);
    await page.getByText('Above 60 minutes one interpreter alone is not enough').waitFor();
    await page.getByLabel('Way of interpreting').selectOption('simultaneous');
    await page.getByText('Above 30 minutes one interpreter alone is not enough').waitFor();
    await findOneMore(page, 'Somebody to take turns', second);
    await page.getByText('Above 60 minutes these interpreters are not enough').waitFor();
    await page.getByLabel('Way of interpreting').selectOption('consecutive');
    await page.getByText('are not enough').waitFor({ state: 'detached' });
    // One who was the second cannot be the first as well.
    await find(page, 'Interpreter', second);
    await page.getByRole('button', { name: 'Book the rehearsal' }).click();
    await summary(page).getByText('Interpreter: This person takes part already').waitFor();
    await look(page, 'book-team-twice');
    await find(page, 'Interpreter', office.ids.interpreter);
    await expect.poll(() => page.getByTestId('seat-interpreter').count()).toBe(2);
    await look(page, 'book-team');
    await page.getByRole('button', { name: 'Book the rehearsal' }).click();
    await atSession(page);
    await expect.poll(() => page.getByTestId('seat-interpreter').count()).toBe(2);
    await look(page, 'session-team');
  });
});

describe('a visit that prepares her', () => {
  step('is booked by her officer without an interpreter, on a clock that tells nothing', async () => {
    const page = await comeIn(office.accounts['support-officer']);
    await page.goto(`${siteUrl}cases/${caseId}`);
    await page.getByRole('link', { name: 'Book a session' }).click();
    await page.getByText('Preparation visit').waitFor();
    await typeDay(page, 'Date', addDays(day, 7));
    await typeSegments(page, 'Time', '1000');
    await picker(page, 'Interpreter').click();
    await picker(page, 'Interpreter').press('ArrowDown');
    expect(await page.getByRole('option').first().innerText()).toBe('No interpreter');
    await picker(page, 'Interpreter').press('Escape');
    await page.getByTestId('seat-witness').getByText('Free').waitFor();
    expect(await page.locator('.preview [data-testid^="seat-"]').count()).toBe(2);
    await page.getByRole('heading', { name: 'What will be sent' }).waitFor();
    await page.getByText(/Confirmation: Witness .*through: Victim-support officer/).waitFor();
    await look(page, 'book-visit');
    await page.getByRole('button', { name: 'Book the visit' }).click();
    await atSession(page);
    await page.getByRole('heading', { name: 'What you do for this session' }).waitFor();
    await look(page, 'session-visit');
  });

  step('is found by the search, too, and taken over as it is', async () => {
    const { page } = come.at(-1) as Visitor;
    await page.goto(`${siteUrl}cases/${caseId}/find`);
    expect(await page.getByLabel('Kind of session').inputValue()).toBe('preparation-visit');
    await find(page, 'Who interprets', office.ids.interpreter);
    await page
      .locator('.seat-row', { hasText: 'Interpreter, Burmese and Thai' })
      .getByText('Sydney')
      .waitFor();
    await page.getByRole('button', { name: 'Book at this time' }).click();
    await page.getByText('This time comes from the search').waitFor();
    expect(await page.locator('input[name="seats.interpreter"]').inputValue()).toBe(office.ids.interpreter);
    await page.getByTestId('seat-interpreter').getByText('Free').waitFor();
  });
});

describe('a meeting of central authorities', () => {
  let page: Page;

  step('needs somebody to meet, and is booked with them', async () => {
    page = await comeIn(office.accounts['central-authority']);
    await page.goto(`${siteUrl}cases/${caseId}/book`);
    await page.getByText('Meeting of central authorities').waitFor();
    await typeDay(page, 'Date', addDays(day, 8));
    await typeSegments(page, 'Time', '1400');
    await page.getByRole('button', { name: 'Book the meeting' }).click();
    await field(page, 'Central authorities who take part').getByText('Please give an answer').waitFor();
    await page.getByLabel(/Central authority$/).check();
    await expect.poll(() => page.getByTestId('seat-central-authority').count()).toBe(2);
    await look(page, 'book-meeting');
    await page.getByRole('button', { name: 'Book the meeting' }).click();
    await atSession(page);
    await page.getByText('Confidential: only those who take part see it').waitFor();
    // It is held elsewhere.
    expect(await page.getByRole('link', { name: 'Go to the room' }).count()).toBe(0);
    await look(page, 'session-meeting');
  });

  step('is not there for anybody else of the case', async () => {
    const { page: other } = come[1] as Visitor;
    await other.goto(page.url());
    await other.getByText('There is nothing here that you may see').waitFor();
    await other.goto(`${siteUrl}cases/${caseId}`);
    await other.getByText('Deposition').first().waitFor();
    expect(await other.getByText('Meeting of central authorities').count()).toBe(0);
  });

  step('and what others book, she sees as far as it waits for her', async () => {
    const { body } = expectDone(
      await send(apiUrl, 'GET', `/api/sessions?caseId=${caseId}`, { token: otherAuthority.token }),
    );
    const visit = (body.sessions as { kind: string; sessionId: string }[]).find(
      ({ kind }) => kind === 'preparation-visit',
    );
    await page.goto(`${siteUrl}sessions/${visit?.sessionId}`);
    await page.getByRole('heading', { name: 'Time for each person' }).waitFor();
    expect(await page.getByRole('heading', { name: 'What you do for this session' }).count()).toBe(0);
  });
});

describe('twenty minutes before the start', () => {
  let page: Page;
  let clerk: Page;

  step('a change needs the word of a second role, and the page says whose', async () => {
    const soon = await newOffice(stack);
    const { ids, tokens } = soon;
    const opened = expectDone(
      await send(apiUrl, 'POST', '/api/cases', {
        token: tokens.prosecutor,
        body: {
          reference: 'T 3/2026',
          requestingState: 'TH',
          hostState: 'MM',
          members: [ids.clerk, ids['support-officer']],
          witness: { protected: true, holder: ids['support-officer'], zone: 'Asia/Yangon', mayKnow: [] },
        },
      }),
    );
    const booked = expectDone(
      await send(apiUrl, 'POST', '/api/sessions', {
        token: tokens.prosecutor,
        body: await bookingBody(
          { api: apiUrl, token: tokens.prosecutor, personId: ids.prosecutor },
          {
            caseId: opened.body.caseId,
            local: bangkokIn(20),
            zone: 'Asia/Bangkok',
            minutes: 30,
            seats: { clerk: ids.clerk, supportOfficer: ids['support-officer'], interpreter: ids.interpreter },
          },
        ),
      }),
    );
    const address = `${siteUrl}sessions/${booked.body.sessionId as string}`;
    [page, clerk] = await Promise.all([comeIn(soon.accounts.prosecutor), comeIn(soon.accounts.clerk)]);
    await page.goto(address);
    await clerk.goto(address);
    await page.getByText('Make it shorter or longer').click();
    await page.getByText('somebody with another role must agree first: Court clerk').first().waitFor();
    const box = lengthBox(page);
    await box.getByLabel('Length').selectOption('45');
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('a second person must agree to this change').waitFor();
    await look(page, 'session-frozen');
  });

  step('the clerk agrees to exactly that change, and it is made', async () => {
    await clerk.getByText('Agree to a change that a colleague makes').click();
    await clerk.getByLabel('What the colleague is about to do').selectOption('length');
    const agree = clerk.getByRole('button', { name: 'Agree to this change' });
    // The length that it has is no change.
    expect(await agree.isDisabled()).toBe(true);
    await agreeBox(clerk).getByLabel('Length').selectOption('60');
    await agree.click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await look(clerk, 'session-agreed');
    // To another length than the one that is wanted.
    const box = lengthBox(page);
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('a second person must agree to this change').waitFor();
    await agreeBox(clerk).getByLabel('Length').selectOption('45');
    expect(await clerk.getByText('You have agreed to this change').count()).toBe(0);
    await agree.click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await box.getByRole('button', { name: 'Change the length' }).click();
    await box.getByText('It is done').waitFor();
  });

  step('a cancellation is taken back with the clerk’s word, and what she said is asked anew', async () => {
    await page.getByText('Cancel this session').click();
    const box = page.locator('details.change', { hasText: 'Cancel this session' });
    await box.getByText(/Cancellation: Witness/).waitFor();
    await box.getByLabel('Reason').selectOption('other');
    await box.getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the session' }).click();
    await page.getByText('This session was cancelled').waitFor();
    await look(page, 'session-cancelled');
    await clerk.reload();
    await clerk.getByText('Agree to a change that a colleague makes').click();
    await clerk.getByLabel('What the colleague is about to do').selectOption('restoration');
    await clerk.getByRole('button', { name: 'Agree to this change' }).click();
    await clerk.getByText('You have agreed to this change').waitFor();
    await page.getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take the cancellation back' }).click();
    await page.getByText('This session was cancelled').waitFor({ state: 'detached' });
    expect(await page.getByTestId('gate-consent').getAttribute('data-state')).toBe('missing');
  });

  step('no page did anything that its content policy forbids', () => {
    expect(come.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

const lengthBox = (page: Page) => page.locator('details.change', { hasText: 'Make it shorter or longer' });
const agreeBox = (page: Page) => page.locator('details.change', { hasText: 'Agree to a change' });
