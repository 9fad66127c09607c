import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { localOf } from '../../functions/shared/values/zones.ts';
import { fullConsent } from '../support/consent-and-plan.ts';
import { send } from '../support/http.ts';
import { bookInterview, expectDone, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor, type Visitor } from './browser.ts';
import { look } from './look.ts';
import { signIn, typeSegments } from './pages.ts';
import { storySteps } from './story-steps.ts';

/** What somebody told, on the pages: kept, shared within consent, received, used, fed back and told; and a second one who asks. */

const stack = deployedStack();
type Who = 'support-officer' | 'prosecutor' | 'central-authority';
let browser: Browser;
let interview: Interview;
const people = new Map<Who, Visitor>();

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack);
});
afterAll(async () => {
  await browser.close();
});

/** Whoever it is, signed in, at what was told. */
async function toldTo(who: Who): Promise<Page> {
  const there = people.get(who) ?? (await visitor(browser));
  if (!people.has(who)) await signIn(there.page, stack.siteUrl, interview.accounts[who]);
  people.set(who, there);
  await there.page.goto(`${stack.siteUrl}cases/${interview.caseId}/people/${interview.witness}/sharing`);
  await there.page.getByRole('heading', { name: `What ${interview.witness} told` }).waitFor();
  await there.page
    .getByRole('heading', { name: /What is shared|What you asked for/ })
    .first()
    .waitFor();
  return there.page;
}

const unfold = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).first().click();

/** What she agrees to: those whom the case offers, of that State, for that purpose. */
async function consentTo(named: readonly (readonly [state: string, purpose: string])[]): Promise<void> {
  const { api, caseId, witness, tokens } = interview;
  const token = tokens['support-officer'];
  const read = await send(api, 'GET', `/api/sharing/${caseId}/${witness}`, { token });
  const all = expectDone(read).body.authorities as { agencyId: string; name: string; state: string }[];
  const sharing = named.flatMap(([of, purpose]) =>
    all
      .filter(({ state }) => state === of)
      .map(({ agencyId, name, state }) => ({ authority: name, state, purpose, agency: agencyId })),
  );
  const body = { ...fullConsent, sharing };
  expectDone(await send(api, 'POST', `/api/witnesses/${caseId}/${witness}/consent`, { token, body }));
}

describe('what somebody told', () => {
  const step = storySteps();

  step(
    'is kept by the one who holds contact, and shared with nobody whom consent does not name',
    async () => {
      const page = await toldTo('support-officer');
      await page
        .getByLabel('What they told', { exact: true })
        .fill('The driver has a scar on his left hand. The lorry was blue.');
      await page.getByRole('button', { name: 'Keep it' }).click();
      await page.getByText('Their consent names no authority of this case').waitFor();
      // What was sent is in no draft any more, also for whoever comes back.
      await toldTo('support-officer');
      expect(await page.getByText('What you typed before is here again').count()).toBe(0);
      await look(page, 'sharing-kept', 'main');
    },
  );

  step('with whom it may be shared, is chosen in the consent among those of the case', async () => {
    const page = await toldTo('support-officer');
    await page.goto(`${stack.siteUrl}sessions/${interview.sessionId}`);
    await page
      .getByLabel('Which authority of this case')
      .selectOption({ label: 'Agency of a test (Thailand)' });
    expect(await page.getByLabel('Name of the authority').count()).toBe(0);
    await page.getByLabel('Purpose').selectOption('this-prosecution');
    await page.getByRole('heading', { name: 'With whom it may be shared' }).scrollIntoViewIfNeeded();
    await look(page, 'sharing-consent');
    await consentTo([['TH', 'this-prosecution']]);
  });

  step('goes to the authority that they named, which reads it once the limits are accepted', async () => {
    const holder = await toldTo('support-officer');
    await holder.getByLabel('What is shared').selectOption('1');
    await holder
      .getByLabel('With whom, and for what')
      .selectOption({ label: 'Agency of a test – The prosecution of this case' });
    await holder.getByRole('button', { name: 'Share it' }).click();
    await holder.getByText('Nobody has confirmed receipt yet.').waitFor();
    const page = await toldTo('prosecutor');
    expect(await page.getByText('scar').count()).toBe(0);
    await look(page, 'sharing-to-receive', 'main');
    await page.getByRole('button', { name: 'Accept the limits and read it' }).click();
    await page.getByText('The driver has a scar').waitFor();
  });

  step('is used, and what came of it comes back, with whether they may be told', async () => {
    const page = await toldTo('prosecutor');
    await unfold(page, 'What it was used for');
    await page.getByLabel('Used for').selectOption('arrest');
    await page.getByRole('button', { name: 'Enter the use' }).click();
    await page.getByText('Feedback is due by').waitFor();
    await page.goto(stack.siteUrl);
    await page.getByText('Feedback is due').waitFor();
    await look(page, 'sharing-tasks');
    await toldTo('prosecutor');
    await unfold(page, 'Give feedback to the source');
    await page.getByLabel('What became of it').fill('What she told helped. Somebody is in custody.');
    await page.getByLabel('May the person be told?').selectOption('not-yet');
    await page.getByLabel('Why not yet').fill('Others are still sought.');
    await typeSegments(page, 'From which day on they may be told', dayIn(20));
    await look(page, 'sharing-feedback', 'main');
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page.getByText('The authority asks: do not tell them before').waitFor();
  });

  step('they are told by the one who holds contact, once the authority says that they may be', async () => {
    const holder = await toldTo('support-officer');
    await holder.getByText('Others are still sought.').waitFor();
    const page = await toldTo('prosecutor');
    await unfold(page, 'Give feedback to the source');
    await page.getByLabel('What became of it').fill('She can be told now.');
    await page.getByLabel('May the person be told?').selectOption('now');
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page
      .getByTestId(/^feedback-/)
      .nth(1)
      .waitFor();
    await toldTo('support-officer');
    const last = holder.getByTestId(/^feedback-/).nth(1);
    await last.locator('summary').click();
    await last.getByLabel('Were they told?').selectOption('told');
    await typeSegments(holder, 'On which day', dayIn(0));
    await last.getByLabel('How', { exact: true }).selectOption('in-person');
    await last.getByLabel('Who was there beside you').selectOption('interpreter');
    await last.getByLabel('What they said to it').fill('She was glad, and asked whether she must come.');
    await look(holder, 'sharing-telling');
    await last.getByRole('button', { name: 'Enter it' }).click();
    await last.getByText('In person').waitFor();
  });

  step(
    'a second authority asks for a copy: for another case refused by rule, else put to the person',
    async () => {
      const page = await toldTo('central-authority');
      for (const [purpose, state] of [
        ['another-case', 'Refused by rule'],
        ['compensation', 'Waits for the person’s answer'],
      ] as const) {
        await unfold(page, 'Ask for a copy');
        await page.getByLabel('For what').selectOption(purpose);
        await page.getByLabel('Why you need it').fill('For our file.');
        await page.getByRole('button', { name: 'Ask', exact: true }).click();
        await page.getByTestId(/^ask-/).getByText(state).waitFor();
      }
      await look(page, 'sharing-asks', 'main');
      expect(await page.getByText('scar').count()).toBe(0);
      const holder = await toldTo('support-officer');
      await unfold(holder, 'Yes: share');
      await holder.getByTestId(/^ask-/).getByLabel('What is shared').selectOption('1');
      await holder.getByTestId(/^ask-/).getByRole('button', { name: 'Share it' }).click();
      await holder.getByText('The person’s consent does not cover this.').waitFor();
      await look(holder, 'sharing-holder', 'main');
      await holder.locator('summary').filter({ hasText: /^No$/ }).click();
      await holder.getByRole('button', { name: 'Answer no' }).click();
      await holder.getByText('The answer is no').waitFor();
    },
  );

  step('with the consent the reading ends, and the page says so', async () => {
    await consentTo([]);
    const page = await toldTo('prosecutor');
    await page.getByText('it is read no more').waitFor();
    expect(await page.getByText('scar').count()).toBe(0);
    await look(page, 'sharing-fallen');
  });

  step('no page did anything that its content policy forbids', () => {
    for (const { faults } of people.values()) expect(faults).toEqual([]);
  });
});

/** A day so many days from now where she is, as it is typed in English. */
function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();
  const [year = '', month = '', day = ''] = localOf('Asia/Yangon', at).local.slice(0, 10).split('-');
  return `${day}${month}${year}`;
}
