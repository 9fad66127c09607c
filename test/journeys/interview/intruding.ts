import { AccessToken } from 'livekit-server-sdk';
import { expect } from 'vitest';
import { liveKit as mediaServer } from '../../../functions/rooms/media/media-server.ts';
import { enterDifferences } from '../../../functions/rooms/presence/enter-differences.ts';
import { putSighting } from '../../../functions/rooms/presence/store.ts';
import { contextOver } from '../../support/in-process.ts';
import { storeOf } from '../../support/office.ts';
import { entriesOf } from '../../support/session-log.ts';
import { hostileClient, type Hostile } from '../hostile.ts';
import { look } from '../look.ts';
import { expectFlow } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { askPass, go, identityOf, pageOf, roomNow, stack, story, whoStays } from './cast.ts';

const { liveKit } = stack;
/** Patience with a machine on which four browsers show pictures; the bound itself is held in media-events.stack.test.ts. */
const patience = 20_000;

const isOut = (hostile: Hostile) =>
  expect.poll(() => hostile.isConnected(), { timeout: patience, interval: 50 }).toBe(false);

/** In, or out again before its pictures' line stood: that it came as far as the room is what the banner says. */
async function getsIn(hostile: Hostile, token: string, track?: string): Promise<void> {
  const refusal = await hostile.join(liveKit.publicUrl, token, track);
  expect([undefined, 'could not establish pc connection']).toContain(refusal);
}

/** The clerk sees the banner, and takes note. */
async function takesNote(says: string, photo?: string): Promise<void> {
  const clerk = pageOf('clerk');
  await clerk.getByTestId('intruders').getByText(says).waitFor();
  if (photo !== undefined) await look(clerk, photo);
  await clerk.getByRole('button', { name: 'I have taken note' }).click();
  await clerk.getByTestId('intruders').waitFor({ state: 'detached' });
}

/** The prosecutor's own page comes back to the door, and the clerk lets it in. */
async function letInAgain(): Promise<void> {
  const page = pageOf('prosecutor');
  expect((await askPass('prosecutor')).code).toBe('not-admitted');
  await go('prosecutor', `sessions/${story.sessionId}/room`);
  await page.locator('button:enabled', { hasText: 'I am here' }).click();
  await pageOf('clerk')
    .getByTestId('door-prosecutor')
    .getByRole('button', { name: /^Let in/ })
    .click();
  await expectFlow(page, 'witness');
  await expectFlow(pageOf('witness'), 'prosecutor');
}

const intrusions = async () =>
  (await entriesOf(stack, story.sessionId))
    .filter(({ action }) => action === 'room.intruded')
    .map(({ details }) => details['kind']);

/** Those who are in the room without having been let in. */
export function intruding(step: Step): void {
  step('nobody who was let in, reloaded or dropped out is taken for an intruder', async () => {
    expect(await intrusions()).toEqual([]);
    expect(await pageOf('clerk').getByTestId('intruders').count()).toBe(0);
  });

  step('somebody whom no pass of ours brought gets nothing of the witness, and is out at once', async () => {
    const stranger = new AccessToken(liveKit.apiKey, liveKit.apiSecret, { identity: 'stranger', ttl: 60 });
    stranger.addGrant({ roomJoin: true, room: await roomNow(), canPublish: false, canSubscribe: true });
    const witness = await identityOf('witness');
    const hostile = await hostileClient(story.browser);
    await getsIn(hostile, await stranger.toJwt());
    await isOut(hostile);
    expect((await hostile.received())[witness] ?? 0).toBe(0);
    expect(await hostile.join(liveKit.publicUrl, await stranger.toJwt())).toBeTypeOf('string');
    await hostile.close();
    await takesNote('Somebody without a pass from here.', 'staff-room-intruder');
    for (const who of whoStays.filter((each) => each !== 'witness')) await expectFlow(pageOf(who), 'witness');
    expect(await intrusions()).toEqual(['unknown-participant']);
  });

  step(
    'a pass that was handed on, or that the media server hands out, brings a second one out, not in',
    async () => {
      for (const handsOn of ['the pass itself', 'the server’s token']) {
        await pageOf('prosecutor').goto('about:blank');
        const { url, token } = (await askPass('prosecutor')).body as { url: string; token: string };
        const [first, second] = [await hostileClient(story.browser), await hostileClient(story.browser)];
        expect(await first.join(url, token)).toBeUndefined();
        await expect.poll(() => first.refreshedToken()).not.toBe(token);
        const given = handsOn === 'the pass itself' ? token : await first.refreshedToken();
        await getsIn(second, given);
        await Promise.all([isOut(first), isOut(second)]);
        const says = 'the pass was used a second time.';
        // On a busy machine a line that never stood looks like one that was put out: the clerk's page says that it was.
        await pageOf('clerk').getByTestId('intruders').getByText(says).waitFor();
        for (const tried of [token, given])
          await expect
            .poll(async () => typeof (await second.join(url, tried)), { timeout: patience })
            .toBe('string');
        await takesNote(says);
        await Promise.all([first.close(), second.close()]);
        await letInAgain();
      }
      expect((await intrusions()).slice(1)).toEqual(['pass-misused', 'pass-misused']);
    },
  );

  step('a track that is not ours puts its sender out, and its name is nowhere to be read', async () => {
    const text = 'we-know-where-you-live';
    await pageOf('prosecutor').goto('about:blank');
    const { token } = (await askPass('prosecutor')).body as { token: string };
    const hostile = await hostileClient(story.browser);
    await getsIn(hostile, token, text);
    await isOut(hostile);
    await hostile.close();
    for (const who of ['clerk', 'witness', 'interpreter'])
      expect(await pageOf(who).locator('body').innerText(), who).not.toContain(text);
    await takesNote('something was sent that this page does not send.');
    expect((await intrusions()).at(-1)).toBe('foreign-track');
    expect(JSON.stringify(await entriesOf(stack, story.sessionId))).not.toContain(text);
    await letInAgain();
  });

  step(
    'what is uncertain of who was there, the clerk is told and takes note of, and the room stays',
    async () => {
      const roomName = await roomNow();
      const now = new Date();
      const store = storeOf(stack);
      // As it lies there where a leaving was never reported and the list had them no more.
      const gone = { connection: 'PA_gone', whose: 'prosecutor P-2222', at: now.getTime() - 3_600_000 };
      await store.write([
        putSighting(roomName, { ...gone, source: 'report', what: 'came' }, now),
        putSighting(roomName, { ...gone, source: 'list', what: 'went' }, now),
      ]);
      await enterDifferences(
        contextOver(store, now),
        () => Promise.resolve(mediaServer(liveKit)),
        story.sessionId,
      );
      const clerk = pageOf('clerk');
      await clerk.getByTestId('uncertain').waitFor();
      await look(clerk, 'staff-room-uncertain');
      await clerk.getByRole('button', { name: 'I have taken note' }).click();
      await clerk.getByTestId('uncertain').waitFor({ state: 'detached' });
      expect(await roomNow()).toBe(roomName);
    },
  );

  step('whoever had stepped out comes into the room as it is by now, and need not knock', async () => {
    const page = pageOf('support-officer');
    await go('support-officer', `sessions/${story.sessionId}/room`);
    await expectFlow(page, 'witness');
    await expectFlow(pageOf('witness'), 'support-officer');
    await go('support-officer', '');
  });
}
