import type { PaperFaultName, PaperKind } from '../values/papers.ts';

/**
 * What a file is that somebody hands in, by its bytes alone: never by a name or by what the sender says of it. What begins as a
 * picture and is something else further on (a polyglot) is read as a picture and as nothing else. Pure.
 */

/** Pixels of a picture: what telephones take. Each takes four bytes while it is read. */
const mostPixels = 50_000_000;

export class PaperFault extends Error {
  readonly why: PaperFaultName;

  constructor(why: PaperFaultName) {
    super(why);
    this.name = 'PaperFault';
    this.why = why;
  }
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** @throws {PaperFault} `unknown-kind`; `too-large` for a picture of more pixels than are read; `damaged` for one that says none */
export function kindOf(bytes: Uint8Array): PaperKind {
  // A header further on is taken by other readers, and by it a file can be two things at once.
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return withFewPixels('png', sizeOfPng(bytes));
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return withFewPixels('jpeg', sizeOfJpeg(bytes));
  throw new PaperFault('unknown-kind');
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function withFewPixels(kind: PaperKind, size: Size | undefined): PaperKind {
  if (size === undefined || size.width === 0 || size.height === 0) throw new PaperFault('damaged');
  if (size.width * size.height > mostPixels) throw new PaperFault('too-large');
  return kind;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** The first chunk says it (PNG, 11.2.2). */
function sizeOfPng(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49_48_44_52) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A start of frame says it (ITU-T T.81, B.2.2), which comes after segments of any number; where there are several, the largest. */
function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  let largest: Size | undefined;
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // What is drawn begins: no frame comes after it.
    if (marker === 0xda) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return largest;
}
