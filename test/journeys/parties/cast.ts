import type { Browser, Page } from 'playwright-core';
import type { SessionKind } from '../../../functions/sessions/port/kinds.ts';
import { send } from '../../support/http.ts';
import { expectDone } from '../../support/interview.ts';
import type { Office, OfficeRole, Signed } from '../../support/office.ts';
import { proposed } from '../../support/proposal.ts';
import { deployedStack } from '../../support/stack.ts';
import { visitor, type Visitor } from '../browser.ts';
import { signIn } from '../pages.ts';

/** Whoever sees to a case, its people and its sessions, each with a browser profile of their own. */

export const stack = deployedStack();
const { siteUrl, apiUrl } = stack;

interface Story {
  browser: Browser;
  office: Office;
  /** A support officer of another agency, a member of the case, who takes over. */
  colleague: Signed;
  counsel: Signed;
  /** Of the central authority that asks; the office’s own is of the host State. */
  sender: Signed;
  caseId: string;
  witness: string;
  sessions: readonly string[];
  readonly people: Map<OfficeRole, Visitor>;
}

export const story = { people: new Map() } as unknown as Story;

/** Somebody of the office, signed in. */
export async function pageOf(who: OfficeRole): Promise<Page> {
  const there = story.people.get(who);
  if (there !== undefined) return there.page;
  const visit = await visitor(story.browser);
  story.people.set(who, visit);
  await signIn(visit.page, siteUrl, story.office.accounts[who]);
  return visit.page;
}

export async function go(who: OfficeRole, path: string): Promise<Page> {
  const page = await pageOf(who);
  await page.goto(`${siteUrl}${path}`);
  return page;
}

const day = 24 * 60 * 60_000;

/** A Tuesday morning in Bangkok, so many weeks and days from now. */
export function tuesdayIn(weeks: number, days = 0): string {
  const now = new Date();
  const toTuesday = (9 - now.getUTCDay()) % 7;
  return `${new Date(now.getTime() + (weeks * 7 + toTuesday + days) * day).toISOString().slice(0, 10)}T10:00`;
}

/** An interview of the office's people. */
export const book = (local: string, more: { readonly holdMinutes?: number } = {}): Promise<string> => {
  const { clerk, interpreter, 'support-officer': supportOfficer } = story.office.ids;
  const seats = { clerk, supportOfficer, interpreter };
  return bookAs('prosecutor', local, { kind: 'interview', seats, ...more });
};

/** A visit at which what is to come is explained. */
export const visitOf = (local: string): Promise<string> =>
  bookAs('support-officer', local, {
    kind: 'preparation-visit',
    interpreting: 'not-needed',
    seats: { supportOfficer: story.office.ids['support-officer'] },
  });

export const callOff = (sessionId: string) =>
  send(apiUrl, 'POST', `/api/sessions/${sessionId}/cancellation`, {
    token: story.office.tokens['support-officer'],
    body: { reason: 'other' },
  });

async function bookAs(
  by: OfficeRole,
  local: string,
  what: {
    readonly kind: SessionKind;
    readonly seats: object;
    readonly interpreting?: 'not-needed';
    readonly holdMinutes?: number;
  },
): Promise<string> {
  const { ids, tokens } = story.office;
  const brief = {
    caseId: story.caseId,
    ...what,
    local,
    zone: 'Asia/Bangkok',
    minutes: 60,
    overrides: [{ what: 'holiday', reason: 'agreed-by-all' }],
  };
  const body = proposed(brief, { booker: ids[by], witness: story.witness });
  const answer = await send(apiUrl, 'POST', '/api/sessions', { token: tokens[by], body });
  return expectDone(answer).body.sessionId as string;
}
