import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from '../support/stack.ts';

/** A picture and a tone made by the browser itself; five frames a second, so that six people fit on two cores. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-device-for-media-stream=fps=5',
  '--use-fake-ui-for-media-stream',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
];

/** Browsers stand for machines of people's own: on this one they have the time that servers and machines of a hearing leave. */
const stepsBack = join(mkdtempSync(join(tmpdir(), 'saksi-browser-')), 'chromium');
writeFileSync(stepsBack, `#!/bin/sh\nexec nice -n 10 '${chromiumPath()}' "$@"\n`, { mode: 0o755 });

/**
 * @param camera the file that its camera sees, instead of the browser's own picture
 * @param more further settings of the browser
 */
export const startBrowser = (camera?: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: stepsBack,
    headless: true,
    args: [
      ...FLAGS,
      ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
      ...more,
    ],
  });

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page by itself: uncaught errors, and what the site's content policy refused. */
  readonly faults: readonly string[];
}

/** A person with a browser profile of their own. */
export async function visitor(
  browser: Browser,
  {
    language = 'en',
    width = 1280,
    height = 800,
  }: { language?: string; width?: number; height?: number } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: language,
    viewport: { width, height },
    permissions: ['camera', 'microphone'],
  });
  // Long, for a machine with two cores that runs six people at once.
  context.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return { context, page, faults };
}
