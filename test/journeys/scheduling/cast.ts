import type { Browser } from 'playwright-core';
import type { WorkingTime } from '../../../functions/directory/port/working-time.ts';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import type { Office } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import type { Person } from '../../../functions/directory/port/actor.ts';
import { visitor, type Visitor } from '../browser.ts';
import { signIn } from '../pages.ts';

/** The prosecutor who finds times and the clerk who keeps hers, how they come in, and what binds them. */

export const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

interface Story {
  browser: Browser;
  office: Office;
  /** The interpreter who takes over. */
  other: Person;
  caseId: string;
  sessionId: string;
  prosecutor: Visitor;
  clerk: Visitor;
}

/** What one step leaves to the next. Browser, offices, case and prosecutor are there before the first. */
export const story = { sessionId: '' } as unknown as Story;

/** Somebody of the office comes in with a browser profile of their own. */
export async function comeIn(who: 'prosecutor' | 'clerk'): Promise<Visitor> {
  const visit = await visitor(story.browser);
  await signIn(visit.page, siteUrl, story.office.accounts[who]);
  return visit;
}

/** Sets what somebody is booked by from now on. */
export async function setWorkingTime(
  who: 'prosecutor' | 'clerk',
  change: Partial<WorkingTime>,
): Promise<void> {
  const path = '/api/directory/me/calendar';
  const token = story.office.tokens[who];
  const { body } = await send(apiUrl, 'GET', path, { token });
  const { version, calendar } = body as { version: number; calendar: WorkingTime };
  expectDone(
    await send(apiUrl, 'POST', path, { token, body: { version, calendar: { ...calendar, ...change } } }),
  );
}
