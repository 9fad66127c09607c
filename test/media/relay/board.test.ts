import { describe, expect, it } from 'vitest';
import { board, boardHeight, boardWidth, greyBoard } from '../../../functions/media/relay/board.ts';
import type { Picture } from '../../../functions/media/relay/coarse-picture.ts';

/** All of one brightness, and of one value in each plane of colour. */
function plain(width: number, height: number, value: number): Picture {
  const data = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2));
  data.fill(value, 0, width * height).fill(value + 1, width * height);
  return { data, width, height };
}

const brightness = ({ data }: Picture, x: number, y: number) => data[y * boardWidth + x];
const colour = ({ data }: Picture, x: number, y: number) =>
  data[boardWidth * boardHeight + (y / 2) * (boardWidth / 2) + x / 2];

describe('the board', () => {
  it('is grey while nobody may be seen, and while there is no picture of those who may', () => {
    expect(board([])).toEqual(greyBoard());
    expect(board([undefined, undefined])).toEqual(greyBoard());
  });

  it.each([1, 2, 3, 4, 5, 9, 12])('has one size, with %i people', (people) => {
    const { data, width, height } = board(Array.from({ length: people }, () => plain(320, 180, 60)));
    expect([data.length, width, height]).toEqual([
      (boardWidth * boardHeight * 3) / 2,
      boardWidth,
      boardHeight,
    ]);
  });

  it('shows each in a field of their own, which does not depend on whether there is a picture of the others', () => {
    const made = board([plain(320, 192, 50), undefined, plain(320, 192, 90)]);
    expect(brightness(made, 160, 96)).toBe(50);
    expect(colour(made, 160, 96)).toBe(51);
    expect(brightness(made, 480, 96)).toBe(128);
    expect(brightness(made, 160, 288)).toBe(90);
    expect(brightness(made, 480, 288)).toBe(128);
  });

  it('shows the whole of an upright picture, and grey beside it', () => {
    const made = board([plain(180, 320, 50)]);
    expect(brightness(made, 320, 0)).toBe(50);
    expect(brightness(made, 320, boardHeight - 1)).toBe(50);
    expect([brightness(made, 180, 192), brightness(made, 460, 192)]).toEqual([128, 128]);
  });

  it('keeps above what is above and left what is left, larger and smaller', () => {
    for (const [width, height] of [
      [320, 192],
      [1280, 768],
    ] as const) {
      const { data } = plain(width, height, 0);
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          data[y * width + x] = (y < height / 2 ? 0 : 100) + (x < width / 2 ? 0 : 50);
      const made = board([{ data, width, height }]);
      const corners = [
        [10, 10],
        [630, 10],
        [10, 370],
        [630, 370],
      ] as const;
      expect(corners.map(([x, y]) => brightness(made, x, y))).toEqual([0, 50, 100, 150]);
      expect([brightness(made, 319, 191), brightness(made, 320, 192)]).toEqual([0, 150]);
    }
  });

  it.each([
    [321, 181],
    [1, 1],
    [1280, 720],
  ])('takes a picture of %i × %i', (width, height) => {
    expect(brightness(board([plain(width, height, 70)]), 320, 192)).toBe(70);
  });
});
