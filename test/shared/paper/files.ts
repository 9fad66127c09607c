/** Files as people hand them in, and as somebody hostile does, made here byte by byte. */
import { deflateSync, crc32 } from 'node:zlib';
import { createRequire } from 'node:module';
import { codecs, type Codecs } from '../../../functions/shared/paper/thread-files.ts';

const { resolve } = createRequire(import.meta.url);
/** Where the codecs lie when the thread runs from its source. */
export const codecsOfPackages = Object.fromEntries(
  Object.entries(codecs).map(([name, of]) => [name, resolve(of)]),
) as unknown as Codecs;
export const threadOfSource = new URL('../../../functions/shared/paper/draw-thread.ts', import.meta.url);

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** @param objects from 1 on; the first is the catalog */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return latin(text);
}

export const streamOf = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** Pages of these sizes in points, each with a red square of 100 points in its lower left corner. */
export function plainPdf(
  pages: readonly (readonly [number, number])[] = [[595, 842]],
  catalog = '',
): Uint8Array {
  const kids = pages.map((_, at) => `${at + 4} 0 R`).join(' ');
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    streamOf('1 0 0 rg 0 0 100 100 re f'),
    ...pages.map(
      ([width, height]) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 3 0 R /Resources << >> >>`,
    ),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A picture of one colour (red, green, blue, alpha), of the size that it says. */
export function pngOf(
  width: number,
  height: number,
  colour: readonly number[] = [0, 128, 0, 255],
  more: readonly Uint8Array[] = [],
): Uint8Array {
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour))),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return pngSaying(width, height, pixels, more);
}

/** The same with whatever pixels, so that it can say more than it has. */
export function pngSaying(
  width: number,
  height: number,
  pixels: Uint8Array,
  more: readonly Uint8Array[] = [],
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      ...more,
      chunk('IDAT', pixels),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** A text that a picture says of itself. */
export const textChunk = (text: string): Uint8Array =>
  chunk('tEXt', new Uint8Array(Buffer.from(`Comment\0${text}`, 'latin1')));
