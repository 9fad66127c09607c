import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectDone, room } from '../../support/interview.ts';
import { visitor } from '../browser.ts';
import { atStep, comeToTheDoor } from '../pages.ts';
import { clerk, invited, letIn, phone, story } from './cast.ts';

/** Her page is told when to look, and does without where it is not. */
export function beingTold(): void {
  it('she is let in, paused, called back and put out by no more than "look again"', async () => {
    const { page, context, faults } = await visitor(story.browser, phone);
    const said: (string | Buffer)[] = [];
    page.on('websocket', (socket) => {
      if (isOurs(socket.url())) socket.on('framereceived', ({ payload }) => said.push(payload));
    });
    await goThrough(page);
    expect(said.length).toBeGreaterThanOrEqual(4);
    expect(new Set(said)).toEqual(new Set(['look again']));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('with every such socket blocked all goes the same way', async () => {
    const { page, context, faults } = await visitor(story.browser, phone);
    await page.routeWebSocket(isOurs, (socket) => void socket.close());
    await goThrough(page);
    expect(faults).toEqual([]);
    await context.close();
  });
}

/** The media server's sockets are left alone. */
const isOurs = (url: string | URL): boolean => String(url).endsWith('/pages');

async function goThrough(page: Page): Promise<void> {
  const { link, pin } = await invited();
  await comeToTheDoor(page, link, pin);
  expectDone(await room(story.interview, clerk(), 'opening'));
  await letIn('witness');
  await atStep(page, 'room');
  expectDone(await room(story.interview, clerk(), 'pauses', { kind: 'pause' }));
  await atStep(page, 'paused-by-others');
  expectDone(await room(story.interview, clerk(), 'resumptions'));
  await atStep(page, 'room');
  expectDone(await room(story.interview, clerk(), 'removals', { seat: 'witness' }));
  await atStep(page, 'check');
}
