import { expect, it, onTestFinished } from 'vitest';
import { entriesOf } from '../../support/session-log.ts';
import { expectDone, room } from '../../support/interview.ts';
import type { Line } from '../../support/lines/line.ts';
import { ownMediaServer, turnCredentials } from '../../support/lines/own-media-server.ts';
import { relayOnly } from '../../support/lines/relay-only.ts';
import { narrowRelay } from '../../support/lines/kernel-rate.ts';
import { visitor } from '../browser.ts';
import { look } from '../look.ts';
import { bytesOn, comeToTheDoor, expectFlow } from '../pages.ts';
import { clerk, invited, letIn, phone, stack, story } from './cast.ts';

/** 3G in a shelter: bits in a second, a packet in ten lost, 300 ms there and back and what chance adds. */
const inShelter: Line = { loss: 0.1, delay: 150, jitter: 30, rate: 300_000 };
const atDesk: Line = { loss: 0, delay: 5, jitter: 0 };

/** What somebody’s telephone does on a line that hardly carries a voice, and when there is none for a while. */
export function onABadLine(): void {
  it('scenario 28: at 300 kbit/s, a tenth lost and 300 ms late, her voice goes on and pictures rest; after a total drop she is back by herself', async () => {
    // Its TURN server alone is used: the room is the one that everybody is in.
    const turn = await ownMediaServer();
    const line = await narrowRelay({ address: '127.0.0.1', port: turn.turn.udp }, atDesk, 28);
    const { page, context } = await visitor(story.browser, { ...phone, language: 'en' });
    const urls = `turn:127.0.0.1:${line.port}?transport=udp`;
    const court = await visitor(story.browser, { language: 'en' });
    onTestFinished(async () => {
      await context.close();
      await court.context.close();
      line.close();
      await turn.close();
    });
    await relayOnly(context, { urls, ...turnCredentials(turn.keys) });
    const [hers, theirs] = [await invited(), await invited('interpreter')];
    await comeToTheDoor(page, hers.link, hers.pin);
    await comeToTheDoor(court.page, theirs.link, theirs.pin);
    expectDone(await room(story.interview, clerk(), 'opening'));
    await letIn('witness');
    await letIn('interpreter');
    await expectFlow(page, 'interpreter');
    await expectFlow(court.page, 'witness');
    // Or what follows says nothing of her line.
    expect(line.counted().carried).toBeGreaterThan(200);

    line.become(inShelter);
    const voicesAlone = page.locator('[data-testid="voices-first"][data-pictures="none"]');
    const heard: number[] = [];
    const began = Date.now();
    while ((await voicesAlone.count()) === 0) {
      expect(Date.now() - began, 'pictures rest').toBeLessThan(30_000);
      const before = (await bytesOn(court.page, 'witness')).audio;
      await court.page.waitForTimeout(2_000);
      heard.push((await bytesOn(court.page, 'witness')).audio - before);
    }
    console.info(
      `rate by the ${line.rateBy}; pictures rest after ${Date.now() - began} ms; voice in each 2 s: ${heard.join(' ')} bytes`,
    );
    // Not the voice: in no two seconds until then did it stop, nor does it afterwards, both ways, and nothing else is sent.
    for (const bytes of heard) expect(bytes).toBeGreaterThan(1_500);
    await court.page.waitForTimeout(1_500);
    const [out, back] = [await bytesOn(court.page, 'witness'), await bytesOn(page, 'interpreter')];
    await court.page.waitForTimeout(3_000);
    const [outLater, backLater] = [await bytesOn(court.page, 'witness'), await bytesOn(page, 'interpreter')];
    expect(outLater.audio - out.audio).toBeGreaterThan(4_000);
    expect(backLater.audio - back.audio).toBeGreaterThan(4_000);
    expect([outLater.video - out.video, backLater.video - back.video]).toEqual([0, 0]);
    expect(await page.getByTestId('tile-witness').locator('[data-line]').getAttribute('data-line')).toBe(
      'poor',
    );
    await look(page, 'guest-voices-first', 'guest');

    const told = (await entriesOf(stack, story.interview.sessionId)).filter(
      ({ action }) => action === 'seat.line-told',
    );
    expect(told.map(({ actor, details }) => [actor, details]).at(-1)).toEqual([
      { role: 'witness', pseudonym: expect.any(String) },
      { pictures: 'none' },
    ]);

    // Nothing at all for a while: no word of hers is needed, no PIN, and nobody lets her in again.
    const before = await entriesOf(stack, story.interview.sessionId);
    line.become(undefined);
    const status = page.getByTestId('hearing-status');
    const connected = await status.innerText();
    await expect.poll(() => status.innerText(), { timeout: 40_000 }).not.toBe(connected);
    const gone = await bytesOn(court.page, 'witness');
    line.become(inShelter);
    const returned = Date.now();
    const isHeard = async () => (await bytesOn(court.page, 'witness')).audio;
    await expect.poll(isHeard, { timeout: 30_000 }).not.toBe(gone.audio);
    const start = await isHeard();
    await expect.poll(async () => (await isHeard()) - start, { timeout: 30_000 }).toBeGreaterThan(2_000);
    console.info(`heard again ${Date.now() - returned} ms after the line was back`);
    expect(Date.now() - returned).toBeLessThan(10_000);
    const since = (await entriesOf(stack, story.interview.sessionId)).slice(before.length);
    const again = [
      'seat.admitted',
      'invitation.redeemed',
      'invitation.issued',
      'identity.established',
      'seat.arrived',
    ];
    expect(since.map(({ action }) => action).filter((action) => again.includes(action))).toEqual([]);

    for (const seat of ['witness', 'interpreter'])
      expectDone(await room(story.interview, clerk(), 'removals', { seat }));
  });
}
