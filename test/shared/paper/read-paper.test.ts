import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { kindOf, PaperFault } from '../../../functions/shared/paper/kind.ts';
import { paperReader, type DrawnPage } from '../../../functions/shared/paper/read-paper.ts';
import {
  codecsOfPackages,
  latin,
  pdfOf,
  plainPdf,
  pngOf,
  pngSaying,
  streamOf,
  textChunk,
  threadOfSource,
} from './files.ts';

// Each file is read in a thread that is made for it, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const read = paperReader(threadOfSource, codecsOfPackages);
const drawn = (bytes: Uint8Array, page = 1, by = read): Promise<DrawnPage> =>
  by(bytes, (paper) => paper.draw(page));
const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (fault: unknown) => {
      if (fault instanceof PaperFault) return fault.why;
      throw fault;
    },
  );

const { resolve } = createRequire(import.meta.url);
const compiled = (path: string) => new WebAssembly.Module(readFileSync(resolve(path)));
beforeAll(async () => {
  // What the decoder answers with, which browsers have and Node has not.
  vi.stubGlobal('ImageData', function picture(this: object, data: unknown, width: number, height: number) {
    Object.assign(this, { data, width, height });
  });
  await initWebp(compiled('@jsquash/webp/codec/dec/webp_dec.wasm'));
  await initJpeg(compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
});

const pixelsOf = async (webp: Uint8Array) => decodeWebp(new Uint8Array(webp).buffer);
/** Red, green and blue at a place given as fractions, to the nearest 16. */
async function colourAt(webp: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const { data, width, height } = await pixelsOf(webp);
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  return Array.from(data.slice(at, at + 3), (each) => Math.round(each / 16) * 16);
}
const [red, white, green] = [
  [256, 0, 0],
  [256, 256, 256],
  [0, 128, 0],
];

describe('what is handed in is drawn', () => {
  test('each page of a PDF, upright or lying, in two sizes', async () => {
    const bytes = plainPdf([
      [595, 842],
      [842, 595],
    ]);
    expect(await read(bytes, async ({ pages }) => pages)).toBe(2);
    const { large, small } = await drawn(bytes);
    expect(await pixelsOf(large)).toMatchObject({ width: 1413, height: 2000 });
    expect(await pixelsOf(small)).toMatchObject({ width: 636, height: 900 });
    expect(await colourAt(large, 0.05, 0.95)).toEqual(red);
    expect(await colourAt(large, 0.5, 0.5)).toEqual(white);
    expect(await pixelsOf((await drawn(bytes, 2)).large)).toMatchObject({ width: 2000, height: 1413 });
  });

  test('a picture, on white where it covers nothing, and never larger than it is', async () => {
    const page = await drawn(pngOf(30, 20));
    expect(await pixelsOf(page.large)).toMatchObject({ width: 30, height: 20 });
    expect(await colourAt(page.large, 0.5, 0.5)).toEqual(green);
    expect(await colourAt((await drawn(pngOf(30, 20, [0, 128, 0, 0]))).large, 0.5, 0.5)).toEqual(white);
  });

  test('a photograph upright, as its camera was held', async () => {
    const lying = await photograph();
    expect(await pixelsOf((await drawn(lying)).large)).toMatchObject({ width: 20, height: 60 });
  });
});

/** 60 by 20 pixels, taken with the telephone upright, at a place in Yangon. */
async function photograph(): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(60 * 20 * 4).fill(200);
  const plain = Buffer.from(await encodeJpeg({ data, width: 60, height: 20 } as ImageData));
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'),
    // One entry: orientation, a short, once, 6.
    Buffer.from([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
    Buffer.from('GPS 16.8661 N 96.1951 E', 'latin1'),
  ]);
  const segment = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return new Uint8Array(Buffer.concat([plain.subarray(0, 2), segment, exif, plain.subarray(2)]));
}

describe('of what a file says of itself nothing is left', () => {
  test.each([
    ['a photograph', photograph, 'GPS 16.8661'],
    ['a picture', async () => pngOf(30, 20, undefined, [textChunk('taken in Yangon')]), 'taken in Yangon'],
    ['a PDF', async () => plainPdf([[200, 200]], '/Metadata (made by Daw Hla)'), 'made by Daw Hla'],
  ])('%s', async (_, make, tells) => {
    const bytes = await make();
    expect(Buffer.from(bytes).includes(tells)).toBe(true);
    const { large, small } = await drawn(bytes);
    for (const page of [large, small]) {
      expect(Buffer.from(page).includes(tells)).toBe(false);
      expect(Buffer.from(page).subarray(0, 16).toString('latin1')).toMatch(/^RIFF[^]{4}WEBPVP8[ LX]/);
      expect(Buffer.from(page).includes('EXIF')).toBe(false);
    }
  });
});

describe('what is not a PDF, a PNG or a JPEG by its first bytes is not taken', () => {
  const nothing = new Uint8Array();
  test.each([
    ['nothing', nothing],
    ['a web page', latin('<!doctype html><script>1</script>')],
    ['a drawing that may hold scripts', latin('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive', latin('PK\u0003\u0004 as word processors write')],
    ['a moving picture', latin('GIF89a')],
    ['a PDF behind something else', Buffer.concat([latin('MZ...'), plainPdf()])],
    ['a picture that lacks its first byte', pngOf(2, 2).subarray(1)],
  ])('%s', (_, bytes) => {
    expect(() => kindOf(bytes)).toThrow(new PaperFault('unknown-kind'));
  });

  test('what is two things at once is read as its first bytes say, and of the other nothing is left', async () => {
    const hidden = Buffer.concat([pngOf(30, 20), plainPdf(), latin('PK\u0003\u0004<script>1</script>')]);
    const { large } = await drawn(new Uint8Array(hidden));
    expect(await pixelsOf(large)).toMatchObject({ width: 30, height: 20 });
    expect(Buffer.from(large).includes('<script>')).toBe(false);
  });
});

describe('what a hostile file asks for is not done', () => {
  test('a script, an address, a program and a file that are in a PDF leave the page as it is', async () => {
    const plain = await drawn(plainPdf([[200, 200]]));
    const armed = plainPdf(
      [[200, 200]],
      `/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){}) >>
       /AA << /WC << /S /Launch /F (/bin/sh) >> /WS << /S /URI /URI (http://127.0.0.1:9/beacon) >> >>
       /Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) >>] >>
                 /JavaScript << /Names [(x) << /S /JavaScript /JS (this.exportDataObject\\(\\)) >>] >> >>`,
    );
    expect(Buffer.compare((await drawn(armed)).large, plain.large)).toBe(0);
  });

  test('a page of any size is drawn no larger than others', async () => {
    const { width, height } = await pixelsOf((await drawn(plainPdf([[9_000_000, 12]]))).large);
    expect([width, height]).toEqual([2000, 1]);
  });

  test.each([
    ['a list of pages that is in itself', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>'],
    ['a list of no pages', '<< /Type /Pages /Count 0 /Kids [] >>'],
    ['fewer pages than none', '<< /Type /Pages /Count -5 /Kids [4 0 R] >>'],
  ])('%s', async (_, pages) => {
    const why = await faultOf(drawn(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', pages, streamOf('')])));
    expect(['damaged', 'too-many-pages']).toContain(why);
  });

  test('more pages than are taken', async () => {
    const many = plainPdf(Array.from({ length: 101 }, () => [10, 10] as const));
    expect(await faultOf(drawn(many))).toBe('too-many-pages');
  });

  test('a form that draws itself comes to an end', async () => {
    const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 3 0 R >> >>';
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /A 3 0 R >> >> >>';
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      streamOf('/A Do /A Do /A Do', form),
      page,
      streamOf('/A Do'),
    ]);
    expect(['none', 'damaged', 'too-complex']).toContain(await faultOf(drawn(bytes)));
  });

  test('what swells to ten thousand times its size, is given up, and the next file is drawn', async () => {
    // A quarter of a gigabyte of drawing in two kilobytes.
    const inner = deflateSync(Buffer.alloc(256 * 1024 * 1024, '0 0 9 9 re f '), { level: 9 });
    const content = deflateSync(inner, { level: 9 }).toString('latin1');
    expect(content.length).toBeLessThan(40_000);
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      streamOf(content, '/Filter [/FlateDecode /FlateDecode]'),
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R /Resources << >> >>',
    ]);
    expect(await faultOf(drawn(bytes))).toMatch(/none|too-complex/);
    expect(process.memoryUsage().rss).toBeLessThan(2_500_000_000);
    expect(await faultOf(drawn(plainPdf()))).toBe('none');
  });

  test('what takes too long is given up, however busy it is', async () => {
    const busy = '/GS gs '.concat('0 0 2000 2000 re f '.repeat(200_000));
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
      streamOf(busy),
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 2000] /Contents 3 0 R /Resources << /ExtGState << /GS << /ca 0.5 >> >> >> >>',
    ]);
    const hasty = paperReader(threadOfSource, codecsOfPackages, { open: 6000, draw: 400 });
    const began = performance.now();
    expect(await faultOf(drawn(bytes, 1, hasty))).toBe('too-complex');
    expect(performance.now() - began).toBeLessThan(6000);
  });

  test('a picture that says it is larger than is read', () => {
    expect(() => kindOf(pngSaying(50_000, 50_000, deflateSync(Buffer.alloc(64))))).toThrow(
      new PaperFault('too-large'),
    );
  });

  test('a photograph of which a later part says so', async () => {
    const frame = (side: number) => [
      0xff,
      0xc0,
      0,
      11,
      8,
      side >> 8,
      side & 255,
      side >> 8,
      side & 255,
      1,
      1,
      0x11,
      0,
    ];
    const bytes = new Uint8Array([0xff, 0xd8, ...frame(8), ...frame(60_000), 0xff, 0xda]);
    expect(() => kindOf(bytes)).toThrow(new PaperFault('too-large'));
  });

  test('a picture that has less than it says, or nothing that can be read', async () => {
    expect(await faultOf(drawn(pngSaying(6000, 6000, deflateSync(Buffer.alloc(64)))))).toBe('damaged');
    expect(await faultOf(drawn(pngSaying(60, 60, Buffer.from('no pixels'))))).toBe('damaged');
    expect(() => kindOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toThrow(new PaperFault('damaged'));
  });

  test('the largest picture that is taken is drawn', async () => {
    const bytes = pngSaying(7000, 7000, deflateSync(Buffer.alloc(7000 * (7000 * 4 + 1)), { level: 1 }));
    expect(await pixelsOf((await drawn(bytes)).large)).toMatchObject({ width: 2000, height: 2000 });
  });
});

describe('a PDF that is not whole', () => {
  test('is drawn where only its table is wrong', async () => {
    const text = Buffer.from(plainPdf())
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n999999');
    expect(await colourAt((await drawn(latin(text))).large, 0.05, 0.95)).toEqual(red);
  });

  test('is not taken where most of it is missing', async () => {
    expect(await faultOf(drawn(plainPdf().subarray(0, 60)))).toBe('damaged');
  });

  test('is not taken where it needs a password', async () => {
    const locked = pdfOf(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>'],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>
       /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
    );
    expect(await faultOf(drawn(locked))).toBe('locked');
  });

  test('and whatever a bit of it is turned into, nothing worse happens', async () => {
    const whole = plainPdf([[200, 200]]);
    for (let at = 11; at < whole.length; at += 151) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x15;
      expect(['none', 'damaged', 'locked', 'too-many-pages', 'too-complex']).toContain(
        await faultOf(drawn(bytes)),
      );
    }
  });
});
