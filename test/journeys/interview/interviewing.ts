import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Visitor } from '../browser.ts';
import { hostileClient, type Hostile } from '../hostile.ts';
import { asLabelled, whoIsSeen } from '../cameras/who-is-seen.ts';
import { look, photograph } from '../look.ts';
import { atStep, bigButton, bytesOn, expectFlow, letQuestionStand } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import {
  askPass,
  go,
  identityOf,
  inRoom,
  mediaRooms,
  pageOf,
  post,
  roomNow,
  roomOf,
  story,
  whoStays,
  whoStepsOut,
} from './cast.ts';

async function expectReceiving(hostile: Hostile, identity: string): Promise<void> {
  await expect
    .poll(async () => (await hostile.received())[identity] ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(5_000);
}

/** All six, and the list at the door from its beginning: the picture that stands in README. */
async function photographForReadme(clerk: Page): Promise<void> {
  const size = clerk.viewportSize();
  await clerk.setViewportSize({ width: 1280, height: 900 });
  await clerk.mouse.move(640, 20);
  await clerk.evaluate(() => scrollTo(0, 0));
  await clerk.locator('.at-door').evaluate((list) => list.scrollTo(0, 0));
  await photograph(clerk, 'running-session');
  if (size !== null) await clerk.setViewportSize(size);
}

/** They meet: pictures and voices, a reload and a drop. */
export function meeting(step: Step): void {
  step(
    'the clerk opens the room and lets each in; all see and hear each other, and nobody else does',
    async () => {
      const clerk = pageOf('clerk');
      await clerk.getByRole('button', { name: 'Open the room' }).click();
      await clerk.getByTestId('tile-clerk').waitFor({ timeout: 30_000 });
      // Let in by the clerk and by nobody else: the others still stand at the door.
      expect((await askPass('prosecutor')).code).toBe('not-admitted');
      expect(await pageOf('witness').locator('video, audio').count()).toBe(0);
      for (const who of inRoom.filter((each) => each !== 'clerk')) {
        await clerk
          .getByTestId(`door-${who}`)
          .getByRole('button', { name: /^Let in/ })
          .click();
        // Six browsers draw and send pictures on the processors of this machine by then.
        await clerk
          .locator(`[data-testid="door-${who}"][data-state="admitted"]`)
          .waitFor({ timeout: 90_000 });
      }
      for (const receiver of inRoom) for (const sender of inRoom) await expectFlow(pageOf(receiver), sender);
      for (const receiver of inRoom)
        await expect.poll(() => whoIsSeen(pageOf(receiver)), { timeout: 20_000 }).toEqual(asLabelled);

      for (const who of inRoom)
        expect(await pageOf(who).locator('[data-testid^="tile-"]').count()).toBe(inRoom.length);
      const label = await clerk.getByTestId('tile-witness').locator('figcaption').innerText();
      expect(label).toMatch(/^Witness\s+W-[0-9A-Z]{4}$/);
      await photographForReadme(clerk);
    },
  );

  step('two of them step out, and the room goes on without them', async () => {
    const clerk = pageOf('clerk');
    for (const who of whoStepsOut) await go(who, '');
    for (const who of whoStepsOut) await clerk.getByTestId(`tile-${who}`).waitFor({ state: 'detached' });
    await expectFlow(clerk, 'witness');
    await look(clerk, 'staff-room');
    await look(pageOf('witness'), 'guest-room', 'guest');
  });

  step('a reload and a drop bring the same person back', async () => {
    const witness = pageOf('witness');
    const before = await identityOf('witness');
    await witness.reload();
    await expectFlow(witness, 'clerk');
    await expectFlow(pageOf('clerk'), 'witness');
    expect(await identityOf('witness')).toBe(before);
    await mediaRooms.removeParticipant(await roomNow(), before);
    await witness.getByTestId('tile-clerk').waitFor({ state: 'detached' });
    await expectFlow(witness, 'clerk');
    await expectFlow(pageOf('clerk'), 'witness');
    expect(await identityOf('witness')).toBe(before);
  });
}

/** What goes on in the room: pauses, a stop, the end; and who gets nothing of it. */
export function interviewing(step: Step): void {
  step(
    'pause: she stops sending at once, even offline, and the court hears of it when the line is back',
    async () => {
      const { page, context } = story.people.get('witness') as Visitor;
      const clerk = pageOf('clerk');
      const room = await roomNow();
      await context.setOffline(true);
      await page.locator('.safety-pause').click();
      await atStep(page, 'telling', 1_000);
      expect(await page.locator('video').count()).toBe(0);
      // The court does not know yet, and still nothing of hers comes in.
      await clerk.waitForTimeout(2_500);
      if ((await clerk.getByTestId('tile-witness').count()) > 0) {
        const then = await bytesOn(clerk, 'witness');
        await clerk.waitForTimeout(3_000);
        const later =
          (await clerk.getByTestId('tile-witness').count()) > 0 ? await bytesOn(clerk, 'witness') : then;
        expect(later.video - then.video).toBeLessThan(500);
      }
      expect(await clerk.getByTestId('room-phase').innerText()).toBe('Room is open');
      await look(page, 'guest-telling', 'guest');
      // Even a reload does not lose it.
      await context.setOffline(false);
      await atStep(page, 'paused-by-me');
      await look(page, 'guest-paused', 'guest');
      await clerk.getByText('Witness has paused. Wait.').waitFor();
      await look(clerk, 'staff-room-paused');
      for (const who of whoStays) expect(await pageOf(who).locator('[data-testid^="tile-"]').count()).toBe(0);
      expect(await mediaRooms.listRooms([room])).toEqual([]);
      expect((await askPass('prosecutor')).code).toBe('room-paused');
      expect((await post('clerk', `/api/rooms/${story.sessionId}/resumptions`)).code).toBe(
        'not-yours-to-resume',
      );

      await bigButton(page).click();
      await expectFlow(page, 'clerk');
      await expectFlow(pageOf('prosecutor'), 'witness');
    },
  );

  step(
    'a hostile client of the other side that sends on and rejoins gets nothing through, while she pauses and after',
    async () => {
      await pageOf('prosecutor').goto('about:blank');
      const pass = await askPass('prosecutor');
      const { url, token } = pass.body as { url: string; token: string };
      const hostile = await hostileClient(story.browser);
      expect(await hostile.join(url, token)).toBeUndefined();
      await expectFlow(pageOf('clerk'), 'prosecutor');
      await expectReceiving(hostile, await identityOf('witness'));
      const refreshed = await hostile.refreshedToken();
      expect(refreshed).not.toBe(token);

      await pageOf('witness').locator('.safety-pause').click();
      await atStep(pageOf('witness'), 'paused-by-me');
      await expect.poll(() => hostile.isConnected(), { timeout: 5_000 }).toBe(false);
      const until = Date.now() + 6_000;
      while (Date.now() < until) {
        expect(await hostile.join(url, token)).toBeTypeOf('string');
        expect(await hostile.join(url, refreshed)).toBeTypeOf('string');
        expect((await askPass('prosecutor')).code).toBe('room-paused');
      }
      expect(await mediaRooms.listRooms([roomOf(token)])).toEqual([]);

      await bigButton(pageOf('witness')).click();
      await expectFlow(pageOf('clerk'), 'witness');
      // The old tokens are for a room that is gone: they open nothing, although the session goes on.
      expect(await hostile.join(url, token)).toBeTypeOf('string');
      expect(await hostile.join(url, refreshed)).toBeTypeOf('string');
      expect(await pageOf('clerk').getByTestId('tile-prosecutor').count()).toBe(0);
      await hostile.close();

      await go('prosecutor', `sessions/${story.sessionId}/room`);
      await expectFlow(pageOf('prosecutor'), 'witness');
    },
  );

  step('stop: asked once, in her own time; others are told not to ask her to go on', async () => {
    const page = pageOf('witness');
    await letQuestionStand(page);
    await page.locator('.safety-stop').click();
    await page.locator('.safety-question').waitFor();
    await look(page, 'guest-stop-question', 'guest');
    await page.locator('.safety-stop').click();
    await atStep(page, 'stopped-by-me');
    await look(page, 'guest-stopped', 'guest');
    await pageOf('prosecutor').getByText('Do not ask the witness to go on').waitFor();
    await atStep(pageOf('interpreter'), 'paused-by-others');
    await look(pageOf('interpreter'), 'guest-paused-by-others', 'guest');
  });

  step('the clerk ends the session: rooms are gone, and old tokens get nothing', async () => {
    const clerk = pageOf('clerk');
    await bigButton(pageOf('witness')).click();
    await expectFlow(clerk, 'witness');
    const pass = await askPass('prosecutor');
    const { url, token } = pass.body as { url: string; token: string };
    await clerk.getByRole('button', { name: 'End the session' }).click();
    await photograph(clerk, 'staff-room-end-question');
    await clerk.getByRole('button', { name: 'Yes, end it' }).click();
    await clerk.getByText('The session has ended').waitFor();
    await look(clerk, 'staff-room-ended');
    await atStep(pageOf('witness'), 'ended');
    await atStep(pageOf('interpreter'), 'ended');
    await look(pageOf('witness'), 'guest-ended', 'guest');
    expect(await mediaRooms.listRooms([roomOf(token)])).toEqual([]);
    const hostile = await hostileClient(story.browser);
    expect(await hostile.join(url, token)).toBeTypeOf('string');
    await hostile.close();
    expect((await askPass('prosecutor')).code).toBe('room-ended');
    expect(await pageOf('witness').evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
}
