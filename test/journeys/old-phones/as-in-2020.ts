import type { BrowserContext } from 'playwright-core';
import { newerNames } from '../../infra/old-phones/newer-names.ts';
import { withoutNewerStyles } from '../../infra/old-phones/style-findings.ts';

/**
 * Makes a browser of today as poor as the oldest that the guest's pages are for: whatever Chrome 80, Samsung Internet 13
 * or Safari 14 lacks of JavaScript's and the browser's objects is taken away before a page runs, and what they lack of
 * CSS out of each style sheet on its way. It stays an engine of today in all else: no such telephone was tried.
 */
export async function asIn2020(context: BrowserContext): Promise<void> {
  await context.addInitScript(takeAway, newerNames());
  await context.route('**/*.css', async (route) => {
    // Node does not know the site's name, which a browser takes for this machine.
    const { host, port, pathname } = new URL(route.request().url());
    const response = await route.fetch({
      url: `http://127.0.0.1:${port}${pathname}`,
      headers: { ...route.request().headers(), host },
    });
    await route.fulfill({ response, body: withoutNewerStyles(await response.text()) });
  });
}

/** Runs in the page. */
function takeAway({ globals, members }: ReturnType<typeof newerNames>): void {
  const all = globalThis as unknown as Record<string, Record<string, unknown> | undefined>;
  // Safari 14 has it by this name alone.
  Object.assign(all, { webkitAudioContext: all['AudioContext'] });
  for (const { owner, name, on } of members) {
    const of = all[owner];
    if (of === undefined || of === null) continue;
    const prototype = of['prototype'] as Record<string, unknown> | undefined;
    if (on !== 'prototype') delete of[name];
    if (on !== 'itself' && prototype !== undefined) delete prototype[name];
  }
  // Playwright itself speaks to a page with these two.
  for (const name of globals) if (!/^Big(?:Int|Uint)64Array$/.test(name)) delete all[name];
}
