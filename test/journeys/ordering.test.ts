import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { admitCounsel, readCase } from '../../functions/cases/contract.ts';
import { bringColleague } from '../../functions/cases/life/contract.ts';
import { bookDemoSession } from '../../infra/local/demo-booking.ts';
import { demoCases, openDemoCase } from '../../infra/local/demo-cases.ts';
import { demoPlan } from '../../infra/local/demo-consent.ts';
import { approveRiskPlan } from '../../functions/witnesses/contract.ts';
import type { DemoAccount } from '../../infra/local/demo-staff.ts';
import { casePeople, type CasePeople, peopleOfFirst } from '../support/case-people.ts';
import { takeCase } from '../support/interview.ts';
import { oneMoreOfficer } from '../support/office.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { look } from './look.ts';
import { answer, ddmmyyyy, signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** The court's orders on the pages: asked for, the defence heard, made, changed for a while, lifted; and in camera. */

const stack = deployedStack();
const now = new Date();
let browser: Browser;
let people: CasePeople;
let caseId: string;
let sessionId: string;
let [witness, accused] = ['', ''];
const pages = new Map<DemoAccount, Page>();

beforeAll(async () => {
  browser = await startBrowser();
  people = await casePeople(stack, peopleOfFirst);
  caseId = await openDemoCase(people, demoCases.first, now);
  const file = await people.as.clerk(readCase, { params: { caseId } });
  witness = file.witnesses[0]?.pseudonym ?? '';
  accused = file.parties.find(({ role }) => role === 'accused')?.pseudonym ?? '';
  const wish = { in: 'first', kind: 'testimony', by: 'clerk', at: [8, '09:00'], minutes: 60 } as const;
  const booked = await bookDemoSession(people, wish, caseId, now);
  if (booked === undefined) throw new Error('Nobody has time for the hearing of this story.');
  ({ sessionId } = booked);
}, 60_000);
afterAll(async () => {
  await browser.close();
});

async function open(who: DemoAccount): Promise<Page> {
  let page = pages.get(who);
  if (page === undefined) {
    const account = people.accounts[who];
    if (account === undefined) throw new Error(`${who} has no account in this story.`);
    ({ page } = await visitor(browser));
    pages.set(who, page);
    await signIn(page, stack.siteUrl, account);
  }
  await page.goto(`${stack.siteUrl}cases/${caseId}/orders`);
  return page;
}
const title = () => `${witness} is protected from ${accused}`;
const matter = (page: Page) => page.getByRole('region', { name: title() });
/** In what was asked, said and decided; not what stands in a form. */
const said = (page: Page, words: string) => matter(page).locator('p.lines', { hasText: words });
/** Some days ahead, as it is typed. */
const day = (ahead: number) => ddmmyyyy(new Date(now.getTime() + ahead * 86_400_000));
async function chooseMeasures(page: Page, meet: 'yes' | 'no', level: string): Promise<void> {
  await answer(page, 'May they be in one room?', meet);
  await answer(page, `How is ${witness} seen by ${accused}?`, level);
  await answer(page, `How is ${witness} heard by ${accused}?`, 'as they are');
  await answer(page, `How does ${witness} see ${accused}?`, level);
  await answer(page, `How does ${witness} hear ${accused}?`, 'as they are');
}

describe('orders of the court', () => {
  const step = storySteps();

  step('the prosecutor asks that the witness is screened', async () => {
    const page = await open('prosecutor');
    await page.getByText('Ask for a measure').click();
    await page.getByLabel('Who is protected').selectOption(witness);
    await page.getByLabel('From whom').selectOption(accused);
    await chooseMeasures(page, 'yes', 'not at all');
    await page.getByLabel('Why', { exact: true }).fill('The witness is afraid of the accused.');
    await look(page, 'orders-asking');
    await page.getByRole('button', { name: 'Ask the court' }).click();
    await matter(page).getByText('Waits for the judge').waitFor();
  });

  step('counsel of the defence says what it has to say', async () => {
    const page = await open('defence-counsel');
    await matter(page)
      .getByRole('textbox', { name: 'What the defence has to say' })
      .fill('The accused wishes to see who speaks.');
    await look(page, 'orders-defence');
    await page.getByRole('button', { name: 'Enter the statement' }).click();
    await said(page, 'The accused wishes to see who speaks.').waitFor();
  });

  step('the judge reads both, and orders', async () => {
    const page = await open('judge');
    await said(page, 'The accused wishes to see who speaks.').waitFor();
    await matter(page).getByLabel('What do you decide?').selectOption('order');
    await chooseMeasures(page, 'yes', 'not at all');
    await matter(page).getByLabel('Was the defence heard?').selectOption('heard');
    await matter(page).getByLabel('Reasons of the decision').fill('A screen is enough.');
    await look(page, 'orders-deciding', 'main');
    await page.getByRole('button', { name: 'Enter the decision' }).first().click();
    await matter(page).getByText('Ordered', { exact: true }).waitFor();
    await look(page, 'orders-made');
  });

  step('for some days something stricter holds, and then what was ordered goes on', async () => {
    const page = await open('judge');
    await matter(page).getByText('Decide on this').click();
    await matter(page).getByLabel('What do you decide?').selectOption('order');
    await chooseMeasures(page, 'no', 'not at all');
    await typeSegments(page, 'From which day', day(3));
    await typeSegments(page, 'Last day', day(5));
    await matter(page).getByLabel('Was the defence heard?').selectOption('not-heard');
    await matter(page).getByLabel('Why the defence was not heard').fill('No counsel could be reached.');
    await matter(page).getByLabel('Reasons of the decision').fill('Until the threat was looked into.');
    await page.getByRole('button', { name: 'Enter the decision' }).first().click();
    await expect.poll(() => matter(page).getByText('From a later time').count(), { timeout: 30_000 }).toBe(2);
    await look(page, 'orders-ahead');
  });

  step('it is lifted, and what came to pass stays to be read', async () => {
    const page = await open('judge');
    await matter(page).getByText('Decide on this').click();
    await matter(page).getByLabel('What do you decide?').selectOption('lift');
    await matter(page).getByLabel('Was the defence heard?').selectOption('not-heard');
    await matter(page).getByLabel('Why the defence was not heard').fill('It asks for this itself.');
    await matter(page).getByLabel('Reasons of the decision').fill('The accused pleads guilty.');
    await page.getByRole('button', { name: 'Enter the decision' }).first().click();
    await matter(page).getByText('Nothing is ordered').waitFor();
    await matter(page).getByText('What was asked, said and decided').click();
    await said(page, 'The accused pleads guilty.').waitFor();
    await look(page, 'orders-lifted');
  });

  step('the judge holds a session in camera of their own motion', async () => {
    const page = await open('judge');
    await page.getByText('Order of your own motion').click();
    await page.getByLabel('About', { exact: true }).selectOption('in-camera');
    await page.getByLabel('Which session').selectOption({ index: 1 });
    await page.getByLabel('Was the defence heard?').last().selectOption('not-heard');
    await page.getByLabel('Why the defence was not heard').fill('The law says so.');
    await page
      .getByLabel('Reasons of the decision')
      .last()
      .fill('The witness speaks of what was done to her.');
    await look(page, 'orders-own-motion');
    await page.getByRole('button', { name: 'Enter the decision' }).last().click();
    await page
      .getByRole('region', { name: 'A session in camera' })
      .getByText('Ordered', { exact: true })
      .waitFor();
    await look(page, 'orders-in-camera');
  });

  step('who cannot be in the room is said on the door, to each what they may know', async () => {
    const page = await open('clerk');
    await page.goto(`${stack.siteUrl}sessions/${sessionId}/door`);
    await page.getByTestId('kept-out').first().waitFor();
    expect(await page.getByTestId('kept-out').count()).toBe(2);
    const { members } = await people.as.clerk(readCase, { params: { caseId } });
    const interpreter = members.find(({ role }) => role === 'interpreter')?.pseudonym ?? '';
    const plan = {
      ...demoPlan(now, 'Asia/Yangon'),
      noContact: [`The brother of ${interpreter}, and ${interpreter}`],
    };
    await people.as['support-officer'](approveRiskPlan, { params: { caseId, party: witness }, body: plan });
    // The door follows the plan a moment later; what is shown does not wait for it.
    await page.reload();
    await page.getByText('These people cannot all be in one room.').waitFor();
    expect(await page.locator('main').innerText()).not.toContain(interpreter);
    await look(page, 'door-one-room', 'main');
    const officer = await open('support-officer');
    await officer.goto(`${stack.siteUrl}sessions/${sessionId}/door`);
    await officer.getByTestId('kept-out').filter({ hasText: interpreter }).waitFor();
    await look(officer, 'door-one-room-holder');
  });

  step('counsel of the defence reads what is about the accused, and the prosecutor all of it', async () => {
    const defence = await open('defence-counsel');
    await matter(defence).getByText('Nothing is ordered').waitFor();
    await look(defence, 'orders-read-by-defence');
    const prosecutor = await open('prosecutor');
    await prosecutor.getByRole('region', { name: 'A session in camera' }).waitFor();
  });

  step(
    'the clerk says that somebody was released: the plan is looked at again, and the door is closed',
    async () => {
      const page = await open('clerk');
      await page.goto(`${stack.siteUrl}cases/${caseId}/people/${witness}`);
      const released = page.locator('section', { hasText: 'Somebody was released' });
      await released.getByText('Somebody was released').waitFor();
      await answer(page, 'Something happened', 'Somebody was released');
      await look(page, 'staff-say-released');
      await released.getByRole('button', { name: 'Reopen the plan' }).click();
      await page.getByTestId('stands-riskPlan').getByText('Missing').waitFor();
      await look(page, 'staff-said-released');
    },
  );

  step(
    'counsel without a seat finds the hearing of the one whom they represent, and their part of its log',
    async () => {
      const counsel = await oneMoreOfficer(stack, 'defence-counsel', 'TH');
      const body = { personId: counsel.personId, for: accused };
      await people.as.clerk(admitCounsel, { params: { caseId }, body });
      const { page, faults } = await visitor(browser);
      await signIn(page, stack.siteUrl, counsel.account);
      const hearings = page.locator(`a[href$="/cases/${caseId}/client"]`);
      await hearings.waitFor();
      await look(page, 'counsel-home');
      await hearings.click();
      await page.getByText('Testimony at trial').waitFor();
      await look(page, 'counsel-hearings');
      await page.locator(`a[href$="${sessionId}/log"]`).click();
      await page.getByText('Your part of the log', { exact: true }).waitFor();
      await page.locator('[data-action="session.booked"]').waitFor();
      await look(page, 'counsel-log-part');
      expect(faults).toEqual([]);
    },
  );

  step(
    'a clerk and a judge of the host State read along, and are offered nothing that is the court’s',
    async () => {
      const abroad = [
        await oneMoreOfficer(stack, 'clerk', 'MM'),
        await oneMoreOfficer(stack, 'judge', 'MM'),
      ] as const;
      for (const { personId, token, account } of abroad) {
        await people.as.prosecutor(bringColleague, { params: { caseId }, body: { personId } });
        await takeCase(stack, caseId, token);
        const { page, faults } = await visitor(browser);
        await signIn(page, stack.siteUrl, account);
        const isClerk = account === abroad[0].account;
        const name = isClerk ? 'foreign-clerk' : 'foreign-judge';
        await page.goto(`${stack.siteUrl}cases/${caseId}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('Leave, or take somebody out').waitFor();
        await page.getByText('Leave, or take somebody out').click();
        await look(page, `${name}-case`);
        for (const what of ['Book a session', 'Admit counsel', 'How the case goes on', 'Add somebody'])
          expect(await page.getByText(what, { exact: false }).count(), what).toBe(0);
        // Themselves alone.
        const others = page.locator('select[name="member"] option:not([value=""])');
        expect(await others.count()).toBe(1);
        await page.goto(`${stack.siteUrl}cases/${caseId}/orders`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('Nothing is ordered').first().waitFor();
        expect(await page.getByText('Decide on this').count()).toBe(0);
        expect(await page.getByText('Order of your own motion').count()).toBe(0);
        await look(page, `${name}-orders`);
        await page.goto(`${stack.siteUrl}sessions/${sessionId}`);
        await page.getByRole('region', { name: 'Change this session' }).waitFor();
        for (const what of ['Move to another time', 'Cancel this session', 'Make it shorter or longer'])
          expect(await page.getByText(what).count(), what).toBe(0);
        await look(page, `${name}-session`);
        await page.goto(`${stack.siteUrl}cases/${caseId}/find`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.locator('.wanted-box').waitFor();
        await look(page, `${name}-find`);
        expect(faults).toEqual([]);
      }
    },
  );
});
