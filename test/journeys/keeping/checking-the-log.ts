import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parseVerifierKey } from '../../../functions/custody/note.ts';
import { verifyExport } from '../../../functions/custody/verify.ts';
import { look } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { stack, story } from './cast.ts';

const { siteUrl } = stack;

/** What is left of it: a log of the agency that tells who changed what, and can be checked. */
export function checkingTheLog(step: Step): void {
  step('is read by those who keep the calendars, and taken away as a file that can be checked', async () => {
    const { page } = story.clerk;
    await page.goto(`${siteUrl}calendars`);
    await page.getByRole('link', { name: 'Agency of a test (Australia)' }).click();
    await page.getByText('What the interpreter can do changed').first().waitFor();
    const entries = page.getByTestId('log-entry');
    await entries.filter({ hasText: 'Central authority' }).first().waitFor();
    await entries
      .filter({ hasText: /Court clerk\s+C-.*Interpreter\s+I-|Court clerk\s+C-.*Person\s+I-/ })
      .first()
      .waitFor();
    // Sums are of days that are over, and nobody read anything yesterday.
    await page.getByText('Nobody read anything that day.').waitFor();
    await look(page, 'agency-log');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the log' }).click(),
    ]);
    const command = (await page.getByTestId('verify-command').textContent()) ?? '';
    const key = parseVerifierKey(/'(.+)'/.exec(command)?.[1] ?? '');
    const report = verifyExport(readFileSync(await download.path()), { key });
    expect([report.verdict, report.size]).toEqual(['intact', await entries.count()]);
  });
}
