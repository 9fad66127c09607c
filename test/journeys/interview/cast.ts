import { RoomServiceClient } from 'livekit-server-sdk';
import type { Browser, Page } from 'playwright-core';
import { send } from '../../support/http.ts';
import type { Office } from '../../support/office.ts';
import { deployedStack } from '../../support/stack.ts';
import { startBrowser, visitor, type Visitor } from '../browser.ts';
import { cameraFile } from '../cameras/camera-file.ts';
import { signIn, type InRoom } from '../pages.ts';

/** The people of the interview, their pages, and what each of them can do past a page. */

export const stack = deployedStack();
const { siteUrl, apiUrl, liveKit } = stack;
export const mediaRooms = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);

type Staff =
  | 'prosecutor'
  | 'clerk'
  | 'support-officer'
  | 'attending-officer'
  | 'central-authority'
  | 'auditor';
export const inRoom: readonly InRoom[] = [
  'prosecutor',
  'clerk',
  'support-officer',
  'attending-officer',
  'witness',
  'interpreter',
];

/** Who is there all the time: the others step out once all six have met, so that the machine has time for the rest. */
export const whoStays: readonly InRoom[] = ['prosecutor', 'clerk', 'witness', 'interpreter'];
export const whoStepsOut = ['support-officer', 'attending-officer'] as const;

interface Story {
  browser: Browser;
  office: Office;
  caseId: string;
  sessionId: string;
  readonly people: Map<string, Visitor>;
  /** With the cameras of those who are in the room. */
  readonly browsers: Map<string, Browser>;
  readonly invitations: Record<string, { link: string; pin: string }>;
}

/** What one step leaves to the next. Browser, office and case are there before the first. */
export const story = {
  sessionId: '',
  people: new Map(),
  browsers: new Map(),
  invitations: {},
} as unknown as Story;

/** The browser of somebody who will be seen, with a camera of their own; everybody else shares one that has none of these. */
export async function browserOf(who: string): Promise<Browser> {
  const seat = inRoom.find((each) => each === who);
  if (seat === undefined) return story.browser;
  const known = story.browsers.get(seat);
  if (known !== undefined) return known;
  const started = await startBrowser(await cameraFile(story.browser, seat, 3 * inRoom.indexOf(seat)));
  story.browsers.set(seat, started);
  return started;
}

export const closeBrowsers = () =>
  Promise.all([story.browser, ...story.browsers.values()].map((browser) => browser.close()));

export const pageOf = (who: string): Page => {
  const found = story.people.get(who);
  if (found === undefined) throw new Error(`Nobody is the ${who} yet.`);
  return found.page;
};
export const go = (who: string, path: string) => pageOf(who).goto(`${siteUrl}${path}`);

export async function comeIn(who: Staff): Promise<Page> {
  const visit = await visitor(await browserOf(who));
  story.people.set(who, visit);
  await signIn(visit.page, siteUrl, story.office.accounts[who]);
  return visit.page;
}

/** Somebody's own POST to the service, past the pages: what the service itself lets them do. */
export const post = (who: Staff, path: string, body: unknown = {}) =>
  send(apiUrl, 'POST', path, { token: story.office.tokens[who], body });
export const askPass = (who: Staff) => post(who, `/api/rooms/${story.sessionId}/passes`);

/** A guest's POST, from the guest's own page with the guest's own cookie. @returns the refusal's code, or undefined */
export const guestPost = (page: Page, path: string): Promise<string | undefined> =>
  page.evaluate(async (address) => {
    const key = crypto.randomUUID();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: '{}',
    });
    return response.ok ? undefined : ((await response.json()) as { code: string }).code;
  }, path);

/** The name under which the media server knows a seat now, from the clerk's own view. */
export async function identityOf(who: InRoom): Promise<string> {
  const view = await send(apiUrl, 'GET', `/api/rooms/${story.sessionId}`, {
    token: story.office.tokens.clerk,
  });
  const seats = (view.body as { seats: { seat: string; identity?: string }[] }).seats;
  return seats.find(({ seat }) => seat === who)?.identity ?? '';
}

/** The media server's name for the room that a pass is for. */
export function roomOf(pass: string): string {
  const claims = JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()) as {
    video: { room: string };
  };
  return claims.video.room;
}

export const roomNow = async (): Promise<string> =>
  roomOf(((await askPass('clerk')).body as { token: string }).token);
