/** What is taken of the files that people hand in. */

export const paperKinds = ['pdf', 'png', 'jpeg'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Bytes of a file: a scan of some fifty pages, or a photograph of a telephone. */
export const mostPaperBytes = 20 * 1024 * 1024;
/** Bytes of each part in which it is sent but the last; sent in base64 it is a third more. */
export const partBytes = 1024 * 1024;
/** Pages of a PDF. */
export const mostPages = 100;

/** Why a file is not taken, or its pages could not be drawn. */
export const paperFaults = [
  'unknown-kind',
  'too-large',
  'too-many-pages',
  'locked',
  'damaged',
  'too-complex',
] as const;
export type PaperFaultName = (typeof paperFaults)[number];
