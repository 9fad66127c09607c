import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { visitor } from '../browser.ts';
import { atStep } from '../pages.ts';
import { invited, phone, story } from './cast.ts';

/** What a page loads, compressed as a web server would: fonts and pictures are compressed already. */
async function weigh(page: Page, visit: () => Promise<void>): Promise<{ bytes: number; names: string[] }> {
  const bodies: Promise<Buffer>[] = [];
  const names: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/')) return;
    names.push(response.url());
    bodies.push(response.body());
  });
  await visit();
  const sizes = (await Promise.all(bodies)).map((body, at) =>
    names[at]?.endsWith('.woff2') === true ? body.length : gzipSync(body).length,
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), names };
}

/** What a guest’s phone has to load before there is any video. */
export function weighing(): void {
  it('before video the page weighs at most 120 kB, fonts counted', async () => {
    const { page, context } = await visitor(story.browser, { ...phone, language: 'my' });
    const loaded = await weigh(page, async () => {
      await page.goto((await invited()).link);
      await atStep(page, 'pin');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    });
    expect(loaded.names.some((name) => name.includes('livekit'))).toBe(false);
    expect(loaded.bytes).toBeLessThanOrEqual(120_000);
    expect(loaded.bytes).toBeGreaterThan(50_000);
    await context.close();
  });
}
