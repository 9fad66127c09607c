/** From the clerk's word until the witness's own page, in a real browser, shows a picture of somebody in the room. */
import type { Browser, Page } from 'playwright-core';
import type { DeployedStack } from '../../../infra/local/deployed-stack.ts';
import { visitor } from '../../journeys/browser.ts';
import { hostileClient } from '../../journeys/hostile.ts';
import { atStep, bigButton } from '../../journeys/pages.ts';
import { device, expectDone, invite, openGates, room, bookInterview } from '../../support/interview.ts';

/** With the sockets, or with every one of them blocked. */
export type Side = 'told' | 'asking';

export interface FirstPicture {
  /** Milliseconds of one admission. */
  readonly measure: (side: Side) => Promise<number>;
}

export async function firstPictures(stack: DeployedStack, browser: Browser): Promise<FirstPicture> {
  const interview = await bookInterview(stack, 5, 60);
  await openGates(interview);
  const clerk = { token: interview.tokens.clerk };
  const prosecutor = { token: interview.tokens.prosecutor };
  const as = (seat: string, verb: string, body: object = {}) =>
    room(interview, seat === 'clerk' ? clerk : prosecutor, verb, body).then(expectDone);
  await as('clerk', 'opening');
  await as('prosecutor', 'arrivals', device);
  await as('clerk', 'admissions', { seat: 'prosecutor' });
  const sender = await hostileClient(browser);
  /** Each removal replaces the room, and the sender comes into the new one. */
  const send = async () => {
    await sender.page.evaluate(() =>
      (globalThis as { room?: { disconnect(): Promise<void> } }).room?.disconnect(),
    );
    const { url, token } = (await as('prosecutor', 'passes')).body as { url: string; token: string };
    const refused = await sender.join(url, token);
    if (refused !== undefined) throw new Error(`The sender did not get in: ${refused}`);
  };

  const { page } = await visitor(browser, { language: 'my', width: 360, height: 740 });
  let blocked = true;
  let opened = 0;
  // Before a ticket is given, or the tries of all rounds together would be more than a seat has in a minute.
  await page.route('**/listening', (route) => (blocked ? route.abort() : route.continue()));
  await page.routeWebSocket(/\/pages$/, (socket) => {
    opened += 1;
    socket.connectToServer();
  });
  const { secret, pin } = await invite(interview, 'witness');
  await page.goto(`${stack.siteUrl}join/my/#${secret}`);
  await page.getByRole('textbox').fill(pin);
  await bigButton(page).click();
  await atStep(page, 'check');
  await arrive(page, interview.sessionId);

  return {
    async measure(side) {
      blocked = side === 'asking';
      const before = opened;
      await page.reload();
      await atStep(page, 'waiting');
      await send();
      // Somewhere in the rhythm in which a page asks that was not told.
      await page.waitForTimeout(3_000 + Math.random() * 3_000);
      if (opened === before && side === 'told') throw new Error('The page does not listen.');
      const began = Date.now();
      await as('clerk', 'admissions', { seat: 'witness' });
      const ended = await shown(page);
      await as('clerk', 'removals', { seat: 'witness' });
      await atStep(page, 'check');
      await arrive(page, interview.sessionId);
      return ended - began;
    },
  };
}

/** When the picture of the prosecutor moves on the page, in milliseconds since 1970. */
const shown = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('No picture came within half a minute.')), 30_000);
        const look = () => {
          const video = document.querySelector<HTMLVideoElement>('[data-testid="tile-prosecutor"] video');
          if (video !== null && video.videoWidth > 0 && video.currentTime > 0) resolve(Date.now());
          else setTimeout(look, 10);
        };
        look();
      }),
  );

/** Her page says so where her devices were checked, which is not measured here. */
const arrive = (page: Page, sessionId: string): Promise<void> =>
  page.evaluate(
    async ([id, checked]) => {
      const response = await fetch(`/api/rooms/${id}/arrivals`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(checked),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    [sessionId, device] as const,
  );
