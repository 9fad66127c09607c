/** A picture as it is read: four bytes for each pixel, red, green, blue and how much it covers. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The size at which the longer side has at most `longest` pixels, and neither has none. */
export function fitted({ width, height }: Omit<Pixels, 'data'>, longest: number): Omit<Pixels, 'data'> {
  const scale = longest / Math.max(width, height);
  const side = (length: number) => Math.min(longest, Math.max(1, Math.round(length * scale)));
  return { width: side(width), height: side(height) };
}

/** The picture on white paper, no larger than `longest`: each pixel is the mean of those that fall on it. */
export function shrunk(from: Pixels, longest: number): Pixels {
  const isSmall = Math.max(from.width, from.height) <= longest;
  const { width, height } = isSmall ? from : fitted(from, longest);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, from.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, from.width);
      paint(data, (y * width + x) * 4, from, { top, bottom, left, right });
    }
  }
  return { data, width, height };
}

/** Which of the many fall on the one: at least one of them. */
function span(at: number, of: number, many: number): readonly [number, number] {
  const start = Math.floor((at * many) / of);
  return [start, Math.max(start + 1, Math.floor(((at + 1) * many) / of))];
}

interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function paint(to: Uint8ClampedArray, at: number, from: Pixels, { top, bottom, left, right }: Area): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const pixel = (y * from.width + x) * 4;
      const covers = (from.data[pixel + 3] ?? 255) / 255;
      const white = 255 * (1 - covers);
      red += (from.data[pixel] ?? 0) * covers + white;
      green += (from.data[pixel + 1] ?? 0) * covers + white;
      blue += (from.data[pixel + 2] ?? 0) * covers + white;
    }
  const count = (bottom - top) * (right - left);
  to[at] = red / count;
  to[at + 1] = green / count;
  to[at + 2] = blue / count;
  to[at + 3] = 255;
}
