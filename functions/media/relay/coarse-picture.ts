/**
 * A picture of which nothing is left but coarse blocks, always of the same size and shape, whatever camera it came from: neither
 * whether a telephone was held upright nor how good its line is can be told from it. What a block shows is the mean of all that is
 * behind it, so the finer picture is not in what is sent, and no receiver can bring it back.
 */

/** I420: a plane of brightness, then two of colour with half as many columns and rows. */
export interface Picture {
  readonly data: Uint8Array;
  /** Pixels; even. */
  readonly width: number;
  /** Pixels; even. */
  readonly height: number;
}

/** Pixels of the picture that goes out. */
export const coarseWidth = 320;
export const coarseHeight = 192;
/** Pixels along each side of a block: ten rows of them are fewer than a face needs to be known by. Source: issue 'The hearing'. */
const block = 16;
const columns = coarseWidth / block;
const rows = coarseHeight / block;

/** Nothing: grey, for as long as there is no picture. */
export const noPicture = (): Picture => ({
  data: new Uint8Array((coarseWidth * coarseHeight * 3) / 2).fill(128),
  width: coarseWidth,
  height: coarseHeight,
});

/** The middle of a picture as coarse blocks; what sticks out of the shape that goes out is left away. */
export function coarse({ data, width, height }: Picture): Picture {
  const out = noPicture();
  const scale = Math.min(width / coarseWidth, height / coarseHeight);
  const [wide, high] = [coarseWidth * scale, coarseHeight * scale];
  const [left, top] = [(width - wide) / 2, (height - high) / 2];
  const plane = (from: number, fromWidth: number, to: number, toWidth: number, side: number, by: number) => {
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const mean = meanOf(data, from, fromWidth, {
          left: Math.floor((left + (column * wide) / columns) / by),
          right: Math.floor((left + ((column + 1) * wide) / columns) / by),
          top: Math.floor((top + (row * high) / rows) / by),
          bottom: Math.floor((top + ((row + 1) * high) / rows) / by),
        });
        for (let line = 0; line < side; line += 1) {
          const start = to + (row * side + line) * toWidth + column * side;
          out.data.fill(mean, start, start + side);
        }
      }
  };
  const [pixels, outPixels] = [width * height, coarseWidth * coarseHeight];
  plane(0, width, 0, coarseWidth, block, 1);
  plane(pixels, width / 2, outPixels, coarseWidth / 2, block / 2, 2);
  plane(pixels * 1.25, width / 2, outPixels * 1.25, coarseWidth / 2, block / 2, 2);
  return out;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of every second pixel in every second row, which is as good for a mean and a quarter of the work. A box has one pixel at least. */
function meanOf(data: Uint8Array, from: number, width: number, { left, right, top, bottom }: Box): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y === top || y < bottom; y += 2)
    for (let x = left; x === left || x < right; x += 2) {
      sum += data[from + y * width + x] ?? 0;
      count += 1;
    }
  return Math.round(sum / count);
}
