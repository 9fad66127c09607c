import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { look, photograph } from '../look.ts';
import type { Step } from '../story-steps.ts';
import { comeIn, go, stack, story } from './cast.ts';

const logFile = join(stack.folder, 'custody-log.jsonl');

async function verify(file: string, ...more: readonly string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'verify', '--', file, ...more]);
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, out: stdout };
  }
}

interface LoggedEntry {
  readonly action: string;
}

/** The entries of a downloaded log; its first line says what the file is, its last is the signature. */
const entriesIn = (file: string): readonly LoggedEntry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"entry":'))
    .map((line) => (JSON.parse(line) as { entry: LoggedEntry }).entry);

/** Printed, the page says of what it is, by whom and when, and has nothing to press. */
async function seeOnPaper(page: Page): Promise<void> {
  const head = page.locator('.on-paper');
  expect(await head.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await head.innerText()).toMatch(
    new RegExp(String.raw`T 1/2026 · ${story.sessionId}\s+Printed .*\(UTC[+-]\d\d:\d\d, .*\) · Auditor, `),
  );
  for (const pressed of ['button', 'form', 'select', 'nav', 'summary', '.shell'])
    expect(await page.locator(`${pressed}:visible`).count(), pressed).toBe(0);
  await photograph(page, 'staff-record-on-paper');
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: null });
}

/** What is left of it: a log that tells the story, and can be checked. */
export function checkingTheLog(step: Step): void {
  step('no page had a fault of its own, and the content policy refused nothing', () => {
    for (const [who, { faults }] of story.people) expect(faults, who).toEqual([]);
  });

  step('every step stands in the custody log, and the downloaded file is verified', async () => {
    const auditor = await comeIn('auditor');
    await go('auditor', `sessions/${story.sessionId}/log`);
    await auditor.getByTestId('log-entry').first().waitFor();
    await look(auditor, 'staff-record', 'main');
    await seeOnPaper(auditor);
    const [download] = await Promise.all([
      auditor.waitForEvent('download'),
      auditor.getByRole('button', { name: 'Download the log' }).click(),
    ]);
    const file = logFile;
    await download.saveAs(file);
    await auditor.getByText('How to check the file').click();
    const command = await auditor.getByTestId('verify-command').innerText();
    const key = /--key '([^']+)'/.exec(command)?.[1] ?? '';

    await go('auditor', `sessions/${story.sessionId}`);
    await auditor.getByRole('link', { name: 'Who read the log' }).click();
    await auditor.locator('[data-action="log.exported"]').first().waitFor();
    await look(auditor, 'readings-of-session');

    const intact = await verify(file, '--key', key);
    expect(intact.out).toMatch(/verdict: intact/);
    expect(intact.code).toBe(0);
    const unchecked = await verify(file);
    expect(unchecked.out).toContain('consistent; origin not checked');
    expect(unchecked.code).not.toBe(0);

    const bytes = readFileSync(file);
    const at = bytes.indexOf('room.paused');
    bytes.write('room.passed', at);
    const changed = join(stack.folder, 'custody-log-changed.jsonl');
    writeFileSync(changed, bytes);
    const failed = await verify(changed, '--key', key);
    expect(failed.code).toBe(1);
    const index = entriesIn(file).findIndex(({ action }) => action === 'room.paused');
    expect(failed.out).toMatch(new RegExp(`entry ${index}\\b`));
  });

  step('the log tells the story in order, by role and pseudonym', () => {
    const entries = entriesIn(logFile);
    const actions = entries.map(({ action }) => action);
    const told = [
      'session.booked',
      'gate.moved',
      'attending-officer.named',
      'interpreter.confirmed',
      'interpreter.briefed',
      'invitation.issued',
      'invitation.redeemed',
      'seat.arrived',
      'invitation.second-device',
      'room.opened',
      'seat.admitted',
      'pass.minted',
      'media.joined',
      'media.unknown-participant',
      'room.paused',
      'room.resumed',
      'room.paused',
      'room.resumed',
      'room.stopped',
      'room.resumed',
      'session.ended',
    ];
    let from = 0;
    for (const action of told) {
      const found = actions.indexOf(action, from);
      expect(found, `${action} after entry ${from}`).toBeGreaterThanOrEqual(0);
      // The media server's reports come when they come.
      from = action.startsWith('media.') ? from : found + 1;
    }
    const text = JSON.stringify(entries);
    for (const hidden of [
      'Yangon',
      '"my"',
      story.office.ids['support-officer'],
      story.office.accounts.clerk.email,
    ])
      expect(text).not.toContain(hidden);
  });
}
