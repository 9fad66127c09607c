import { randomBytes } from 'node:crypto';
import { RoomServiceClient } from 'livekit-server-sdk';
import type { Room } from 'livekit-client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { mintPass } from '../../functions/rooms/media/pass.ts';
import { newId } from '../../functions/shared/values/ids.ts';
import { bookInterview, openGates, room, view, type Interview } from '../support/interview.ts';
import { deployedStack } from '../support/stack.ts';
import { startBrowser, visitor } from './browser.ts';
import { hostileClient, type Hostile } from './hostile.ts';
import { look } from './look.ts';
import { bytesOn, expectFlow, signIn } from './pages.ts';
import { storySteps } from './story-steps.ts';

/**
 * A page that is in three rooms of the real media server at once: the hearing, one in which somebody confers, one that is only looked
 * into. An interview has one room, so the two others are put into what the service answers this page; what is sent into each of
 * them is counted at the other end.
 */

const stack = deployedStack();
const { siteUrl, liveKit } = stack;
const media = new RoomServiceClient(liveKit.url, liveKit.apiKey, liveKit.apiSecret);
const consultation = `consultation-${newId(randomBytes)}`;
const further = {
  [consultation]: { name: newId(randomBytes), identity: 'in-consultation' },
  screened: { name: newId(randomBytes), identity: 'in-screened' },
};
let browser: Browser;
let interview: Interview;
let page: Page;
let clerk: Page;
/** Who is there in each of the further rooms. */
const there: Partial<Record<string, Hostile>> = {};
/** The further rooms that the service says. */
let places: { room: string; since: number; as?: 'viewer' }[] = [];
const step = storySteps();

/** Bytes of sound that came to somebody of the page's own in the last two seconds; undefined where it sends them no voice at all. */
async function soundAt(who: Hostile | undefined, of: string): Promise<number | undefined> {
  const sum = () =>
    who?.page.evaluate(async (identity) => {
      const { room: joined } = globalThis as unknown as { room?: Room };
      const found = [...(joined?.remoteParticipants.values() ?? [])].find(
        (each) => each.identity === identity,
      );
      let bytes: number | undefined;
      for (const { track, kind } of found?.trackPublications.values() ?? []) {
        if ((kind as string) !== 'audio') continue;
        bytes ??= 0;
        const report = await (
          track as { getRTCStatsReport?: () => Promise<RTCStatsReport> } | undefined
        )?.getRTCStatsReport?.();
        report?.forEach((part: { type: string; bytesReceived?: number }) => {
          if (part.type === 'inbound-rtp') bytes = (bytes ?? 0) + (part.bytesReceived ?? 0);
        });
      }
      return bytes;
    }, of);
  const before = await sum();
  if (before === undefined) return undefined;
  await page.waitForTimeout(2_000);
  return ((await sum()) ?? 0) - before;
}

async function soundAtClerk(): Promise<number> {
  const before = await bytesOn(clerk, 'prosecutor');
  await clerk.waitForTimeout(2_000);
  return (await bytesOn(clerk, 'prosecutor')).audio - before.audio;
}

/** Puts the further places and passes into what the service answers this page. */
async function withFurtherRooms(): Promise<void> {
  const path = `**/api/rooms/${interview.sessionId}`;
  await page.route(path, async (route) => {
    const { body } = await view(interview, { token: interview.tokens.prosecutor });
    const seen = body as { epoch: number; myState: string; seats: { seat: string }[] };
    const seats = seen.seats.map((seat) =>
      seat.seat === 'support-officer'
        ? { ...seat, elsewhere: Object.keys(further).map((key) => ({ room: key, identity: 'officer' })) }
        : seat,
    );
    const main = seen.myState === 'admitted' ? [{ room: 'hearing', since: seen.epoch }] : [];
    await route.fulfill({ json: { ...seen, seats, places: [...main, ...places] } });
  });
  await page.route(`${path}/passes`, async (route) => {
    const asked = (route.request().postDataJSON() as { room?: string }).room ?? '';
    const to = further[asked];
    if (to === undefined) return route.continue({ postData: '{}' });
    const sends = asked === 'screened' ? ('nothing' as const) : ('voice-and-picture' as const);
    const token = await mintPass(liveKit, to.name, to.identity, newId(randomBytes), sends);
    const since = places.find((place) => place.room === asked)?.since ?? 0;
    const { identity } = to;
    return route.fulfill({ status: 201, json: { url: liveKit.url, token, identity, epoch: since, sends } });
  });
}

beforeAll(async () => {
  browser = await startBrowser();
  interview = await bookInterview(stack);
  await openGates(interview);
  for (const [key, { name }] of Object.entries(further)) {
    await media.createRoom({ name, emptyTimeout: 300 });
    const who = await hostileClient(browser);
    there[key] = who;
    const pass = await mintPass(liveKit, name, 'officer', newId(randomBytes));
    expect(await who.join(liveKit.url, pass)).toBeUndefined();
  }
  for (const who of ['clerk', 'prosecutor'] as const) {
    const visit = await visitor(browser);
    await signIn(visit.page, siteUrl, interview.accounts[who]);
    if (who === 'clerk') clerk = visit.page;
    else page = visit.page;
  }
  await withFurtherRooms();
  for (const each of [clerk, page]) {
    await each.goto(`${siteUrl}sessions/${interview.sessionId}/room`);
    await each.locator('button:enabled', { hasText: 'I am here' }).click();
  }
  const asClerk = { token: interview.tokens.clerk };
  await room(interview, asClerk, 'opening');
  await room(interview, asClerk, 'admissions', { seat: 'prosecutor' });
  await expectFlow(clerk, 'prosecutor');
});
afterAll(async () => {
  for (const { name } of Object.values(further)) await media.deleteRoom(name);
  await browser.close();
});

describe('somebody who is in several rooms', () => {
  step('sees and hears all of them, and is heard in the hearing alone', async () => {
    places = [
      { room: 'screened', since: 1, as: 'viewer' },
      { room: consultation, since: 2 },
    ];
    for (const key of Object.keys(further))
      await page.getByTestId(`room-${key}`).getByTestId('tile-support-officer').locator('video').waitFor();
    await page.locator('[data-testid="heard-in"][data-room="hearing"]').waitFor();
    await page.getByText('You are heard in: Main room').waitFor();
    await page.getByText('You see and hear this room. Nobody there sees or hears you.').waitFor();
    for (const key of Object.keys(further)) {
      const { identity = '' } = further[key] ?? {};
      expect([key, await soundAt(there[key], identity)]).toEqual([key, undefined]);
    }
    expect(await soundAtClerk()).toBeGreaterThan(500);
    await look(page, 'desk-several-rooms');
  });

  step('is heard where they confer once they choose it, and no longer in the hearing', async () => {
    await page.getByRole('button', { name: 'Speak in: Private consultation' }).click();
    await page.getByText('You are heard in: Private consultation').waitFor();
    await expect
      .poll(() => soundAt(there[consultation], 'in-consultation'), { timeout: 20_000 })
      .toBeGreaterThan(500);
    await clerk.getByTestId('tile-prosecutor').getByText('Microphone is off').waitFor();
    expect(await soundAtClerk()).toBeLessThan(100);
    expect(await soundAt(there['screened'], 'in-screened')).toBeUndefined();
  });

  step('is heard nowhere when that room is closed, until they choose anew', async () => {
    places = [{ room: 'screened', since: 1, as: 'viewer' }];
    await page.getByText('Nobody hears you now. Choose where you speak.').waitFor({ timeout: 60_000 });
    expect(await soundAt(there[consultation], 'in-consultation')).toBeUndefined();
    expect(await soundAtClerk()).toBeLessThan(100);
    await look(page, 'desk-heard-nowhere');
    await page.getByRole('button', { name: 'Speak in: Main room' }).click();
    await expect.poll(soundAtClerk, { timeout: 20_000 }).toBeGreaterThan(500);
  });

  step('is in no room any more once they are put out', async () => {
    places = [
      { room: 'screened', since: 1, as: 'viewer' },
      { room: consultation, since: 7 },
    ];
    await page.getByTestId(`room-${consultation}`).locator('video').waitFor({ timeout: 60_000 });
    const asClerk = { token: interview.tokens.clerk };
    await room(interview, asClerk, 'removals', { seat: 'prosecutor' });
    await page.getByText('You have been removed from the room').waitFor({ timeout: 60_000 });
    await expect
      .poll(async () => (await media.listParticipants(further['screened']?.name ?? '')).length, {
        timeout: 20_000,
      })
      .toBe(1);
  });
});
