import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { look } from '../look.ts';
import { bytesOn, expectFlow } from '../pages.ts';
import type { Step } from '../story-steps.ts';
import { pageOf } from './cast.ts';

const tile = (page: Page, who: string) => page.getByTestId(`tile-${who}`);

async function widthOf(page: Page, who: string): Promise<number> {
  const box = await tile(page, who).boundingBox();
  return box?.width ?? 0;
}

/** What somebody in the room does to see and hear better. */
export function lookingCloser(step: Step): void {
  step('one person is enlarged and made small again; on the page of the witness nobody can be', async () => {
    const page = pageOf('prosecutor');
    const before = await widthOf(page, 'witness');
    await tile(page, 'witness')
      .getByRole('button', { name: /^Enlarge: Witness W-/ })
      .click();
    await expect.poll(() => widthOf(page, 'witness')).toBeGreaterThan(2 * before);
    await look(page, 'staff-room-enlarged');
    // Of whom another is enlarged is small again.
    await tile(page, 'interpreter')
      .getByRole('button', { name: /^Enlarge: Interpreter I-/ })
      .click();
    await expect.poll(() => widthOf(page, 'witness')).toBeLessThan(1.2 * before);
    await expectFlow(page, 'witness');
    await tile(page, 'interpreter')
      .getByRole('button', { name: /^Make smaller: / })
      .click();
    await expect.poll(() => widthOf(page, 'interpreter')).toBeLessThan(1.2 * before);
    expect(await pageOf('witness').locator('.tile-button').count()).toBe(0);
  });

  step(
    'another microphone is chosen in the room: all hear by it, and it is used after a reload',
    async () => {
      const page = pageOf('prosecutor');
      const choice = page.getByTestId('choose-microphone');
      await page.getByText('Camera and microphone', { exact: true }).click();
      const before = await choice.inputValue();
      const ids = await choice
        .locator('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
      const other = ids.find((id) => id !== before && id !== '') ?? '';
      await choice.selectOption(other);
      await expect.poll(() => choice.inputValue()).toBe(other);
      const heard = await bytesOn(pageOf('clerk'), 'prosecutor');
      await expect
        .poll(async () => (await bytesOn(pageOf('clerk'), 'prosecutor')).audio - heard.audio, {
          timeout: 20_000,
        })
        .toBeGreaterThan(500);
      await page.reload();
      await expectFlow(pageOf('clerk'), 'prosecutor');
      await page.getByText('Camera and microphone', { exact: true }).click();
      await expect.poll(() => choice.inputValue()).toBe(other);
    },
  );
}
