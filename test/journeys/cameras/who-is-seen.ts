import type { Page } from 'playwright-core';
import type { InRoom } from '../pages.ts';
import { people } from './drawn-people.ts';

type Colour = readonly [red: number, green: number, blue: number];

const wallOf = (who: InRoom): Colour => {
  const [red = 0, green = 0, blue = 0] = Buffer.from(people[who].wall.slice(1), 'hex');
  return [red, green, blue];
};
const everybody = Object.keys(people) as InRoom[];
const distance = (one: Colour, other: Colour) =>
  Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));

/** For each tile of a room by its label, whose picture is in it: by the wall behind them, which is of one role only. */
export async function whoIsSeen(page: Page): Promise<Readonly<Record<string, InRoom | undefined>>> {
  const walls = await page.locator('.tile').evaluateAll((tiles) =>
    tiles.map((tile): [string, Colour] => {
      const video = tile.querySelector('video');
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      // The upper left corner, where nobody's head comes.
      if (video !== null && video.videoWidth > 0)
        context?.drawImage(video, 0, 0, video.videoWidth / 8, video.videoHeight / 8, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
      return [(tile as HTMLElement).dataset['testid']?.replace('tile-', '') ?? '', [red, green, blue]];
    }),
  );
  return Object.fromEntries(
    walls.map(([label, wall]) => [label, everybody.find((who) => distance(wallOf(who), wall) < 18)]),
  );
}

/** Everybody's own picture under their own label. */
export const asLabelled: Readonly<Record<string, InRoom>> = Object.fromEntries(
  everybody.map((who) => [who, who]),
);
