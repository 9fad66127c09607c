import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const sheet = new URL('../src/styles/fonts.css', import.meta.url);

interface Face {
  readonly file: string;
  readonly covers: (letter: string) => boolean;
}

export interface CutFont {
  /** Of the file that it was cut from, as `noto-sans-thai-thai-400-normal`. */
  readonly name: string;
  readonly letters: readonly string[];
  readonly data: Buffer;
}

/** The faces of fonts.css in the one weight that a guest's pages have. */
function faces(): readonly Face[] {
  const blocks = readFileSync(sheet, 'utf8').match(/@font-face\s*\{[^}]+\}/g) ?? [];
  return blocks
    .filter((block) => block.includes('font-weight: 400'))
    .map((block) => {
      const ranges = [...block.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
        ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
      );
      const covers = (letter: string) => {
        const code = letter.codePointAt(0) ?? 0;
        return ranges.some(([from, to]) => from <= code && code <= to);
      };
      return { file: /url\('([^']+)'\)/.exec(block)?.[1] ?? '', covers };
    });
}

/**
 * Fonts cut to these letters, with all that they need to be joined and stacked. Letters that no face covers (Chinese)
 * are left to the device.
 * @returns a font for each face that has any of the letters
 */
export async function cutFonts(letters: ReadonlySet<string>): Promise<readonly CutFont[]> {
  const known = faces();
  const byFace = new Map<Face, string[]>();
  for (const letter of letters) {
    // As in CSS: of several faces that cover a letter the last one has it.
    const face = known.findLast(({ covers }) => covers(letter));
    if (face !== undefined) byFace.set(face, [...(byFace.get(face) ?? []), letter]);
  }
  return Promise.all(
    [...byFace].map(async ([{ file }, own]) => ({
      name: /([^/]+)\.woff2$/.exec(file)?.[1] ?? file,
      letters: own.toSorted(),
      data: await subsetFont(readFileSync(require.resolve(file)), own.join(''), {
        targetFormat: 'woff2',
        noHinting: true,
      }),
    })),
  );
}

/** The sheet by which a browser takes each letter from the file that has it; `url` says where a font was put. */
export const cutSheet = (fonts: readonly CutFont[], url: (font: CutFont) => string): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:'Saksi cut';font-display:swap;src:url('${url(font)}') format('woff2');` +
        `unicode-range:${font.letters.map(codeOf).join(',')}}`,
    )
    .join('\n');

const codeOf = (letter: string): string => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
