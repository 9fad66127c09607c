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
  step('the witness is large until somebody else is; on her own page nobody can be', async () => {
    const page = pageOf('prosecutor');
    const keep = (who: string) => tile(page, who).getByRole('button', { name: /^Keep large: / });
    const larger = async (one: string, other: string) =>
      expect
        .poll(async () => (await widthOf(page, one)) > 2 * (await widthOf(page, other)), { timeout: 20_000 })
        .toBe(true);
    await larger('witness', 'interpreter');
    await keep('interpreter').click();
    await larger('interpreter', 'witness');
    await look(page, 'staff-room-kept-large');
    await expectFlow(page, 'witness');
    await keep('witness').click();
    await larger('witness', 'interpreter');
    expect(await pageOf('witness').locator('.tile-button, .tile-pin').count()).toBe(0);
  });

  step(
    'another microphone is chosen in the room: all hear by it, and it is used after a reload',
    async () => {
      const page = pageOf('prosecutor');
      const choice = page.getByTestId('choose-microphone');
      await page.getByRole('button', { name: 'Sound test' }).click();
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
      await page.getByRole('button', { name: 'Sound test' }).click();
      await page.getByText('Camera and microphone', { exact: true }).click();
      await expect.poll(() => choice.inputValue()).toBe(other);
    },
  );
}
