import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { deployedStack } from '../../support/stack.ts';
import type { InRoom } from '../pages.ts';
import { drawn, frame, type Moment } from './drawn-people.ts';

/** What a camera sees over and over: somebody who listens, blinks, and says a few words. */
const listens: Moment = { eyes: 'open', mouth: 'shut', lean: 0 };
const blinks: Moment = { ...listens, eyes: 'shut' };
const leans: Moment = { ...listens, lean: 6 };
const says: Moment = { eyes: 'open', mouth: 'ajar', lean: 3 };
const speaks: Moment = { eyes: 'open', mouth: 'open', lean: 3 };
const loop: readonly Moment[] = [
  listens,
  listens,
  listens,
  blinks,
  listens,
  leans,
  leans,
  leans,
  says,
  speaks,
  says,
  speaks,
  says,
  leans,
  listens,
  listens,
];

/** Frames in a second: so few that six people fit on two cores. */
const rate = 5;

/**
 * Writes what somebody's camera sees, as a file that Chromium takes for a camera: uncompressed, frame after frame.
 * @param turn at which moment of the loop it begins, so that not all blink at once
 * @returns where the file is
 */
export async function cameraFile(browser: Browser, who: InRoom, turn: number): Promise<string> {
  const page = await browser.newPage();
  const pictures = new Map<Moment, Buffer>();
  for (const moment of new Set(loop)) pictures.set(moment, await planes(page, drawn(who, moment)));
  await page.close();
  const { width, height } = frame;
  const header = `YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420\n`;
  const frames = [...loop.slice(turn), ...loop.slice(0, turn)].flatMap((moment) => [
    Buffer.from('FRAME\n'),
    pictures.get(moment) ?? Buffer.alloc(0),
  ]);
  const folder = join(deployedStack().folder, 'cameras');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${who}.y4m`);
  await writeFile(file, Buffer.concat([Buffer.from(header), ...frames]));
  return file;
}

/** A picture as brightness of each dot, then blue and red of each four, as BT.601 has it. */
async function planes(page: Page, svg: string): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ source, width, height }) => {
      const image = new Image(width, height);
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const context = new OffscreenCanvas(width, height).getContext(
        '2d',
      ) as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const dots = context.getImageData(0, 0, width, height).data;
      const bytes = new Uint8Array((width * height * 3) / 2);
      let blue = width * height;
      let red = blue + blue / 4;
      for (let at = 0; at < width * height; at += 1) {
        const [r = 0, g = 0, b = 0] = dots.subarray(4 * at, 4 * at + 3);
        bytes[at] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
        if (at % 2 === 1 || Math.floor(at / width) % 2 === 1) continue;
        bytes[blue++] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
        bytes[red++] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
      }
      let letters = '';
      for (let at = 0; at < bytes.length; at += 8_192)
        letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
      return btoa(letters);
    },
    { source: svg, ...frame },
  );
  return Buffer.from(base64, 'base64');
}
