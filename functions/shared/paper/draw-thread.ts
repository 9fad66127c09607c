/**
 * The thread in which a file is read that a stranger may have made. All that reads it is compiled to WebAssembly, so that it
 * reaches neither files nor network nor the memory of the function; whoever started the thread ends it when it takes too long.
 * PDFium is built without scripts and is given no form environment: nothing in a document runs, and nothing it refers to is fetched.
 * Pages leave it as pixels, encoded anew: of what a file says of itself (where a picture was taken, by whom) nothing is left.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { init as pdfium, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import encodeWebp, { init as initWebp } from '@jsquash/webp/encode.js';
import { mostPages } from '../values/papers.ts';
import { kindOf, PaperFault } from './kind.ts';
import { fitted, shrunk, type Pixels } from './shrink.ts';
import type { Answered, Asked, Codecs } from './thread-files.ts';

/** Pixels of the longer side: to be read on a large screen, and on a telephone with little line. */
const large = 2000;
const small = 900;

/** Bytes that a codec may take: a document that asks for more is too complex, long before the function has none left. */
const mostMemory = 800 * 1024 * 1024;
const memoryPage = 65_536;

// oxlint-disable-next-line typescript/unbound-method -- called below with what it belongs to
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function growWithinBounds(delta) {
  if (this.buffer.byteLength + delta * memoryPage > mostMemory) throw new RangeError('enough');
  return grow.call(this, delta);
};

// What the decoders answer with, which browsers have and Node has not.
globalThis.ImageData ??= class {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
} as unknown as typeof ImageData;

const paths = workerData as Codecs;
const compiled = (name: keyof Codecs) => new WebAssembly.Module(readFileSync(paths[name]));

interface Paper {
  readonly pages: number;
  /** One page on white paper, no larger than `large`. @param page from 1 */
  readonly draw: (page: number) => Promise<Pixels>;
}

async function open(bytes: Uint8Array): Promise<Paper> {
  const kind = kindOf(bytes);
  if (kind === 'pdf') return openPdf(bytes);
  const pixels = await decode(kind, bytes);
  return { pages: 1, draw: async () => shrunk(pixels, large) };
}

async function decode(kind: 'png' | 'jpeg', bytes: Uint8Array): Promise<Pixels> {
  try {
    const whole = new Uint8Array(bytes).buffer;
    if (kind === 'png') {
      await initPng(compiled('png.wasm'));
      return await decodePng(whole);
    }
    await initJpeg(compiled('jpeg.wasm'));
    return await decodeJpeg(whole, { preserveOrientation: true });
  } catch {
    throw new PaperFault('damaged');
  }
}

/** Errors and flags of fpdfview.h. */
const needsPassword = 4;
const withAnnotations = 0x01;
const redFirst = 0x10;

async function openPdf(bytes: Uint8Array): Promise<Paper> {
  const pdf = await pdfium({ wasmBinary: new Uint8Array(readFileSync(paths['pdfium.wasm'])).buffer });
  pdf.PDFiumExt_Init();
  const at = pdf.pdfium.wasmExports.malloc(bytes.length);
  if (at === 0) throw new PaperFault('too-complex');
  memoryOf(pdf).set(bytes, at);
  const document = pdf.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) throw new PaperFault(pdf.FPDF_GetLastError() === needsPassword ? 'locked' : 'damaged');
  const pages = pdf.FPDF_GetPageCount(document);
  if (pages < 1) throw new PaperFault('damaged');
  if (pages > mostPages) throw new PaperFault('too-many-pages');
  return { pages, draw: async (page) => drawPage(pdf, document, page) };
}

/** Asked anew each time: it is another array once it has grown. */
const memoryOf = ({
  pdfium: { HEAPU8 },
}: {
  readonly pdfium: object & { HEAPU8?: Uint8Array };
}): Uint8Array => {
  if (HEAPU8 === undefined) throw new Error('PDFium shows no memory.');
  return HEAPU8;
};

function drawPage(pdf: WrappedPdfiumModule, document: number, number: number): Pixels {
  const page = pdf.FPDF_LoadPage(document, number - 1);
  if (page === 0) throw new PaperFault('damaged');
  const points = { width: pdf.FPDF_GetPageWidthF(page), height: pdf.FPDF_GetPageHeightF(page) };
  if (!(points.width > 0 && points.height > 0)) throw new PaperFault('damaged');
  const { width, height } = fitted(points, large);
  const bitmap = pdf.FPDFBitmap_Create(width, height, 1);
  if (bitmap === 0) throw new PaperFault('too-complex');
  pdf.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffff_ffff);
  pdf.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | redFirst);
  const start = pdf.FPDFBitmap_GetBuffer(bitmap);
  const data = memoryOf(pdf).slice(start, start + width * height * 4);
  pdf.FPDFBitmap_Destroy(bitmap);
  pdf.FPDF_ClosePage(page);
  return { data, width, height };
}

async function encoded(pixels: Pixels): Promise<Uint8Array> {
  const { data, width, height } = pixels;
  const whole = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData;
  return new Uint8Array(await encodeWebp(whole, { quality: 80, method: 2 }));
}

let paper: Paper | undefined;

async function answer(asked: Asked): Promise<Answered> {
  try {
    if (asked.do === 'open') {
      paper = await open(asked.bytes);
      return { opened: { pages: paper.pages } };
    }
    if (paper === undefined) throw new Error('nothing is open');
    const page = await paper.draw(asked.page);
    return { drawn: { large: await encoded(page), small: await encoded(shrunk(page, small)) } };
  } catch (fault) {
    if (fault instanceof PaperFault) return { fault: fault.why };
    // A codec that gave up of itself: by a bound, or by what it met.
    return { fault: fault instanceof WebAssembly.RuntimeError ? 'too-complex' : undefined };
  }
}

await initWebp(compiled('webp.wasm'));
const port = parentPort;
if (port === null) throw new Error('This is a thread.');
port.on('message', (asked: Asked) => void answer(asked).then((said) => port.postMessage(said)));
