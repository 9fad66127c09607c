import { decodeQR } from 'qr/decode.js';
import type { Locator, Page } from 'playwright-core';
import { photograph } from './look.ts';

interface Printed {
  /** Sheets of A4. */
  readonly pages: number;
  /** All that is on them. */
  readonly text: string;
  /** What a camera reads from the picture that is on them. */
  readonly picture: string;
}

/** Presses a button that prints, and looks at what would come out of the printer; also as a photograph by this name. */
export async function printed(page: Page, button: string, name: string): Promise<Printed> {
  const size = page.viewportSize();
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await page.getByRole('button', { name: button }).click();
  await page.locator('.invitation-paper').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const text = await page.locator('body').innerText();
  const picture = await readPicture(page.locator('.invitation-paper .qr-code'));
  await photograph(page, name);
  // To the page this is printing: when it is over, the paper is gone.
  const sheet = await page.pdf({ format: 'A4' });
  const pages = sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  await page.emulateMedia({ media: null });
  if (size !== null) await page.setViewportSize(size);
  await page.locator('.invitation-paper').waitFor({ state: 'detached' });
  return { pages, text, picture };
}

/** What a telephone's camera reads from a picture on the page. */
export async function readPicture(picture: Locator): Promise<string> {
  const photo = (await picture.screenshot()).toString('base64');
  const { width, height, dots } = await picture.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, dots: [...data] };
  }, photo);
  return decodeQR({ width, height, data: Uint8Array.from(dots) });
}
