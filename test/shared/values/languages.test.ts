import { describe, expect, test } from 'vitest';
import {
  canonicalLanguage,
  languageTag,
  ownNames,
  resolveUiLanguage,
  uiLanguage,
  uiLanguages,
} from '../../../functions/shared/values/languages.ts';

test('the pages are written in seven languages, each with its own name in its own letters', () => {
  expect(uiLanguages).toEqual(['en', 'th', 'my', 'km', 'lo', 'vi', 'zh']);
  expect(Object.keys(ownNames).toSorted()).toEqual(uiLanguages.toSorted());
  for (const [language, script] of [
    ['th', /^\p{Script=Thai}+$/u],
    ['my', /^\p{Script=Myanmar}+$/u],
    ['km', /^\p{Script=Khmer}+$/u],
    ['lo', /^\p{Script=Lao}+$/u],
    ['zh', /^\p{Script=Han}+$/u],
  ] as const) {
    expect(ownNames[language]).toMatch(script);
  }
  expect(uiLanguage.safeParse('fr').success).toBe(false);
  expect(uiLanguage.safeParse('TH').success).toBe(false);
});

test('every code of two or three letters that is known is spelled as Intl spells it', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const two = letters.flatMap((one) => letters.map((other) => one + other));
  const known = [...two, ...two.flatMap((pair) => letters.map((letter) => pair + letter))].filter(
    (code) => canonicalLanguage(code) !== undefined,
  );
  expect(known.length).toBeGreaterThan(290);
  expect(known.map(canonicalLanguage)).toEqual(known.map((code) => Intl.getCanonicalLocales(code)[0]));
});

describe('tags', () => {
  test.each([
    ['my', 'my'],
    ['bur', 'my'],
    ['MY-mm', 'my-MM'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['shn', 'shn'],
    ['ksw', 'ksw'],
    ['pwo', 'pwo'],
    ['hmn', 'hmn'],
    ['mnw', 'mnw'],
    ['rhg', 'rhg'],
    ['csl', 'csl'],
    ['cmn-Hans', 'zh-Hans'],
    ['tl', 'fil'],
    ['en-AU', 'en-AU'],
    ['th-u-ca-buddhist', 'th-u-ca-buddhist'],
  ])('%s is %s', (given, kept) => {
    expect(canonicalLanguage(given)).toBe(kept);
    expect(languageTag.parse(given)).toBe(kept);
  });

  test.each([
    '',
    'x',
    'xx',
    'qq',
    'zz-ZZ',
    'Burmese',
    'my_MM',
    'my-',
    '-my',
    'my--MM',
    'en-us-us-us',
    'en-a',
    'my\u0000',
    'my\n',
    'மy',
    'x-private',
    'i-klingon',
    `en-x-${'a'.repeat(100_000)}`,
    'en-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh',
    null,
    7,
  ])('%j is refused', (given) => {
    const parsed = languageTag.safeParse(given);
    expect(parsed.success).toBe(false);
    expect(canonicalLanguage(String(given))).toBeUndefined();
  });

  test('every language of ISO 639-1 that the runtime can name is known', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    let named = 0;
    for (const one of letters) {
      for (const two of letters) {
        const tag = one + two;
        // Tags that the runtime spells otherwise are old codes of a language that has a newer one.
        if (names.of(tag) === undefined || Intl.getCanonicalLocales(tag)[0] !== tag) continue;
        named += 1;
        expect(canonicalLanguage(tag)).toBe(tag);
      }
    }
    expect(named).toBeGreaterThan(150);
  });
});

test.each([
  [['th'], 'th'],
  [['fr-FR', 'my-MM', 'en'], 'my'],
  [['zh-TW'], 'zh'],
  [['yue-Hant-HK', 'en'], 'zh'],
  [['KM-kh'], 'km'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
  [['', '*', 'x'.repeat(100_000), 'lo'], 'lo'],
  [['shn', 'th'], 'th'],
])('a browser that prefers %j gets %s', (preferred, language) => {
  expect(resolveUiLanguage(preferred)).toBe(language);
});
