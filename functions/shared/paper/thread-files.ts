/**
 * What the thread that draws pages is made of, beside its own code: compiled codecs, each from its package. They lie beside the
 * thread in a deployed function, and in their packages where the thread runs from its source.
 */
export const codecs = {
  'pdfium.wasm': '@embedpdf/pdfium/pdfium.wasm',
  'jpeg.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  'png.wasm': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
  'webp.wasm': '@jsquash/webp/codec/enc/webp_enc_simd.wasm',
} as const;

/** Where the codecs lie, by the names above. */
export type Codecs = Readonly<Record<keyof typeof codecs, string>>;

/** The bundled thread beside the function that starts it. */
export const threadFile = 'draw-thread.mjs';

/** What the thread is asked, and what it answers; `why` is absent for a fault of our own. */
export type Asked =
  | { readonly do: 'open'; readonly bytes: Uint8Array }
  | { readonly do: 'draw'; readonly page: number };
export type Answered =
  | { readonly opened: { readonly pages: number } }
  | { readonly drawn: { readonly large: Uint8Array; readonly small: Uint8Array } }
  | { readonly fault: string | undefined };
