import { expect } from 'vitest';
import { visitor, type Visitor } from '../browser.ts';
import { look } from '../look.ts';
import { atStep, bigButton, comeToTheDoor, expectFlow, passDeviceCheck } from '../pages.ts';
import { storySteps } from '../story-steps.ts';
import { asIn2020 } from './as-in-2020.ts';
import { byClerk, invited, pauses, phone, story } from './cast.ts';

/** The witness's whole way, on a browser that knows no more than the oldest that her pages are for. */
export function oneOf2020(): void {
  const step = storySteps();
  let witness: Visitor;
  let interpreter: Visitor;
  const page = () => witness.page;

  step('her browser lacks what those of 2020 lack', async () => {
    witness = await visitor(story.browser, { ...phone, language: 'my' });
    await asIn2020(witness.context);
    const { link, pin } = await invited('witness');
    await page().goto(link);
    expect(
      await page().evaluate(() => [
        typeof Object.hasOwn,
        typeof globalThis.WeakRef,
        typeof globalThis.WritableStream,
        typeof globalThis.AudioContext,
        typeof [].at,
        typeof ''.replaceAll,
        typeof crypto.randomUUID,
        typeof structuredClone,
      ]),
    ).toEqual(Array.from({ length: 8 }, () => 'undefined'));
    await page().getByRole('textbox').fill(pin);
    await look(page(), 'old-phone-pin', 'guest');
    await bigButton(page()).click();
  });

  step('she passes the device check and waits', async () => {
    await passDeviceCheck(page());
    await look(page(), 'old-phone-waiting', 'guest');
  });

  step('she is seen and heard, and sees and hears', async () => {
    interpreter = await visitor(story.browser, { language: 'en' });
    const { link, pin } = await invited('interpreter');
    await comeToTheDoor(interpreter.page, link, pin);
    await byClerk('admissions', { seat: 'witness' });
    await byClerk('admissions', { seat: 'interpreter' });
    await expectFlow(page(), 'interpreter');
    await expectFlow(interpreter.page, 'witness');
    await look(page(), 'old-phone-room', 'guest');
  });

  step('she pauses, goes on, and stops', async () => {
    await page().locator('.safety-pause').click();
    await atStep(page(), 'paused-by-me');
    expect(await pauses()).toEqual([{ seat: 'witness', kind: 'pause' }]);
    await look(page(), 'old-phone-paused', 'guest');
    await bigButton(page()).click();
    await expectFlow(page(), 'interpreter');
    await page().locator('.safety-stop').click();
    await page().locator('.safety-ask .safety-stop').click();
    await atStep(page(), 'stopped-by-me');
    expect(await pauses()).toEqual([{ seat: 'witness', kind: 'stop' }]);
    expect(witness.faults).toEqual([]);
    await witness.context.close();
    await interpreter.context.close();
  });
}
