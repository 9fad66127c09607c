import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownNames, uiLanguages } from '../../functions/shared/values/languages.ts';

const web = join(import.meta.dirname, '../../web/src');

/** What the files of fonts.css cover, from its unicode-range lines. */
const ranges = [
  ...readFileSync(join(web, 'styles/fonts.css'), 'utf8').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g),
].map(([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)] as const);

const isCovered = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => from <= code && code <= to);
};

// Chinese comes from the device; a web font for it would weigh megabytes.
test.each(uiLanguages)(
  'each letter that is written in %s has a font, and so has its own name',
  (language) => {
    const texts = globSync(`words/${language}/*.json`, { cwd: web }).map((file) =>
      readFileSync(join(web, file), 'utf8'),
    );
    expect(texts.length).toBeGreaterThan(5);
    const letters = new Set([...texts, ownNames[language]].join('').match(/[\p{L}\p{M}\p{N}]/gu));
    const bare = [...letters].filter((letter) => !/\p{Script=Han}/u.test(letter) && !isCovered(letter));
    expect(bare).toEqual([]);
  },
);
