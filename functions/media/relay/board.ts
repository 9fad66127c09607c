import type { Picture } from './coarse-picture.ts';

/**
 * The one picture that goes out: of everybody who may be seen there is a field, always the same for as long as the same people may,
 * and grey while there is no picture of them. Its size never changes.
 */

/** Pixels. */
export const boardWidth = 640;
export const boardHeight = 384;

/** A field of the board; all in pixels, even. */
interface Field {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const greyBoard = (): Picture => ({
  data: new Uint8Array((boardWidth * boardHeight * 3) / 2).fill(128),
  width: boardWidth,
  height: boardHeight,
});

/** @param pictures of those who may be seen, in an order that stays; undefined for whom there is none now */
export function board(pictures: readonly (Picture | undefined)[]): Picture {
  const out = greyBoard();
  const columns = Math.ceil(Math.sqrt(pictures.length));
  const rows = Math.ceil(pictures.length / Math.max(1, columns));
  const even = (pixels: number) => pixels - (pixels % 2);
  const [width, height] = [even(Math.floor(boardWidth / columns)), even(Math.floor(boardHeight / rows))];
  for (const [at, picture] of pictures.entries())
    if (picture !== undefined)
      draw(out, picture, {
        left: (at % columns) * width,
        top: Math.floor(at / columns) * height,
        width,
        height,
      });
  return out;
}

/** The whole picture, as large as it fits into the field; what it does not fill stays grey. Reckoned in pixels of colour. */
function draw(out: Picture, picture: Picture, field: Field): void {
  const scale = Math.min(field.width / picture.width, field.height / picture.height);
  const wide = Math.floor((picture.width * scale) / 2);
  const high = Math.floor((picture.height * scale) / 2);
  const left = field.left / 2 + Math.floor((field.width / 2 - wide) / 2);
  const top = field.top / 2 + Math.floor((field.height / 2 - high) / 2);
  const [wasWide, wasHigh] = [Math.ceil(picture.width / 2), Math.ceil(picture.height / 2)];
  const [was, is] = [picture.width * picture.height, boardWidth * boardHeight];
  stretch(
    { data: picture.data, from: 0, line: picture.width, width: picture.width, height: picture.height },
    {
      data: out.data,
      from: 2 * top * boardWidth + 2 * left,
      line: boardWidth,
      width: 2 * wide,
      height: 2 * high,
    },
  );
  for (const second of [0, 1])
    stretch(
      {
        data: picture.data,
        from: was + second * wasWide * wasHigh,
        line: wasWide,
        width: wasWide,
        height: wasHigh,
      },
      {
        data: out.data,
        from: is * (1 + second / 4) + (top * boardWidth) / 2 + left,
        line: boardWidth / 2,
        width: wide,
        height: high,
      },
    );
}

/** A part of a plane: where it begins, what a line of the plane has, and how much of it there is. */
interface Part {
  readonly data: Uint8Array;
  readonly from: number;
  readonly line: number;
  readonly width: number;
  readonly height: number;
}

/** Each pixel is the nearest one. A line that is the same as the one before it is copied, which is most of the work. */
function stretch(picture: Part, out: Part): void {
  const columns = Int32Array.from({ length: out.width }, (_, x) =>
    Math.floor((x * picture.width) / out.width),
  );
  let before = -1;
  for (let y = 0; y < out.height; y += 1) {
    const row = Math.floor((y * picture.height) / out.height);
    const to = out.from + y * out.line;
    const from = picture.from + row * picture.line;
    if (row === before) out.data.copyWithin(to, to - out.line, to - out.line + out.width);
    else
      for (let x = 0; x < out.width; x += 1) out.data[to + x] = picture.data[from + (columns[x] ?? 0)] ?? 0;
    before = row;
  }
}
