import type { Browser, Page } from 'playwright-core';
import { send } from '../../support/http.ts';
import type { Office } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import type { Visitor } from '../browser.ts';

/** The clerk who keeps it all, her pages, and what a colleague does past a page. */

export const stack = deployedStack();
const { apiUrl } = stack;

interface Story {
  browser: Browser;
  office: Office;
  clerk: Visitor;
}

/** What is there before the first step. */
export const story = {} as unknown as Story;

/** The central authority's own request to the service: what is stored, and what a colleague saves meanwhile. */
export const asCentralAuthority = async (method: 'GET' | 'POST', path: string, body?: unknown) =>
  (
    await send(apiUrl, method, `/api/directory/${path}`, {
      token: story.office.tokens['central-authority'],
      body,
    })
  ).body;

/** Where the service keeps what belongs to the interpreter. */
export const ofInterpreter = (what: 'calendar' | 'profile') =>
  `people/${story.office.ids.interpreter}/${what}`;

/** The interpreter's calendar, as the central authority gets it. */
export const storedCalendar = async () =>
  (await asCentralAuthority('GET', ofInterpreter('calendar'))) as {
    version: number;
    calendar: Record<string, unknown>;
  };

/** The fields under one name. */
export const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** Opens what is folded away under a line, or closes it. */
export const fold = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).click();
