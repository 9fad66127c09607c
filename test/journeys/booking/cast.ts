import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { newId } from '../../../functions/shared/values/ids.ts';
import { accountsOf, tokenOf } from '../../../infra/local/demo-client.ts';
import { addAgency, addPerson, type NewPerson, type PeopleOffice } from '../../../infra/people.ts';
import { addDays, mondayOf } from '../../../web/src/parts/local-day.ts';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import { storeOf, type Office } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import { visitor, type Visitor } from '../browser.ts';
import { signIn, typeSegments } from '../pages.ts';

/** Who books and is booked, how they come in, and what is read and typed on the page that books. */

export const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

interface Entered {
  readonly personId: string;
  readonly account: { readonly email: string; readonly password: string };
  readonly token: string;
}

interface Story {
  browser: Browser;
  office: Office;
  caseId: string;
  /** A prosecutor in a country whose clocks change. */
  berlin: Entered;
  otherAuthority: Entered;
  /** What the second interpreter is called. */
  second: string;
  /** The page of the office's own prosecutor, once somebody has come in there. */
  prosecutor: Page;
  readonly come: Visitor[];
}

/** What one step leaves to the next. Browser, office, people and case are there before the first. */
export const story = { come: [] } as unknown as Story;

const peopleOffice = (): PeopleOffice => ({
  store: storeOf(stack),
  accounts: accountsOf(stack),
  userPoolId: stack.outputs.UserPoolId,
});

/** The agency of the office's prosecutor and clerk. */
async function ownAgency(): Promise<string> {
  const { body } = expectDone(
    await send(apiUrl, 'GET', '/api/directory/me', { token: story.office.tokens.prosecutor }),
  );
  return body.agency.agencyId as string;
}

/** Enters somebody in the office's own agency, with an account to come in by. */
export async function enter(person: Omit<NewPerson, 'agencyId' | 'language'>): Promise<Entered> {
  const account = { email: `${newId(randomBytes)}@example.org`, password: `Saksi-${newId(randomBytes)}-7` };
  const agencyId = await ownAgency();
  const personId = await addPerson(peopleOffice(), { ...person, agencyId, language: 'en' }, account);
  return { personId, account, token: await tokenOf(stack, account.email, account.password) };
}

/** Enters an interpreter of a service that the office engages, who has no account. @returns what she is called, as nobody else is */
export async function enterInterpreter(): Promise<string> {
  const keptBy = [await ownAgency()];
  const agencyId = await addAgency(peopleOffice(), { name: 'Interpreting service', country: 'AU', keptBy });
  const label = `Second interpreter ${newId(randomBytes).slice(0, 8)}`;
  await addPerson(peopleOffice(), {
    agencyId,
    role: 'interpreter',
    label,
    zone: 'Australia/Sydney',
    language: 'en',
    languages: ['my', 'th'],
    mailTo: `${newId(randomBytes)}@example.org`,
  });
  return label;
}

/** Somebody comes in with a browser profile of their own. */
export async function comeIn(account: Entered['account']): Promise<Page> {
  const visit = await visitor(story.browser);
  story.come.push(visit);
  await signIn(visit.page, siteUrl, account);
  return visit.page;
}

/** Types a day into a date field, as a keyboard user does. */
export const typeDay = (page: Page, label: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return typeSegments(page, label, `${date}${month}${year}`);
};
/** One field of the form, with what is said at it. */
export const field = (page: Page, label: string): Locator =>
  page.getByRole('group', { name: label, exact: true });
/** What the form says is missing or wrong, all in one place. */
export const summary = (page: Page): Locator => page.locator('form > .notice', { hasText: 'Some answers' });
/** The preview, once it has been answered. */
export const previewed = (page: Page): Locator => page.locator('.preview [aria-busy="false"]');
/** Waits for the page of a session. */
export const atSession = (page: Page) =>
  page.getByRole('heading', { name: 'Session', exact: true }).waitFor();

/** The Wednesday of the week after next: nobody's office is closed then. */
export const day = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 16);
