import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { role } from '../../functions/shared/access/roles.ts';
import { refusals } from '../../functions/shared/refusals.ts';
import { uiLanguages, type UiLanguage } from '../../functions/shared/values/languages.ts';
import { discoverActions } from '../../infra/actions.ts';

const root = join(import.meta.dirname, '..', '..');
const words = join(root, 'web', 'src', 'words');
const catalogues = globSync('en/*.json', { cwd: words }).map((path) => basename(path));
const others = uiLanguages.filter((language) => language !== 'en');
const actions = await discoverActions(join(root, 'functions'));

/** The letters of each language. Vietnamese shares its with English, and names of some States with it. */
const scripts: Readonly<Record<Exclude<UiLanguage, 'en'>, RegExp | 'as English'>> = {
  th: /\p{Script=Thai}/u,
  my: /\p{Script=Myanmar}/u,
  km: /\p{Script=Khmer}/u,
  lo: /\p{Script=Lao}/u,
  vi: 'as English',
  zh: /\p{Script=Han}/u,
};
const inScripts = Object.entries(scripts).flatMap(([language, script]) =>
  script === 'as English' ? [] : [[language, script] as const],
);

/** Every phrase of a catalogue by its path, such as `gates.consent.name`. */
function phrases(language: string, catalogue: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(join(words, language, catalogue), 'utf8')), '');
  return found;
}

const placeholders = (text: string): string[] => (text.match(/\{\{?\w+\}?\}/g) ?? []).toSorted();

test('there are catalogues, and the staff’s are among them', () => {
  expect(catalogues).toEqual(expect.arrayContaining(['staff.json', 'refusals.json', 'names.json']));
});

describe.each(catalogues)('%s', (catalogue) => {
  const english = phrases('en', catalogue);

  test.each(others)('in %s: the same phrases, none of them empty', (language) => {
    const theirs = phrases(language, catalogue);
    expect([...theirs.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect([...theirs].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test.each(others)('in %s: the same places for what is filled in', (language) => {
    const theirs = phrases(language, catalogue);
    for (const [key, text] of english)
      expect([key, placeholders(theirs.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  test.each(inScripts)('in %s: every phrase is in that script', (language, script) => {
    const foreign = [...phrases(language, catalogue)].filter(
      ([, text]) => !script.test(text) && /\p{L}{4}/u.test(text.replaceAll(/\{\{?\w+\}?\}|IANA/g, '')),
    );
    expect(foreign).toEqual([]);
  });
});

test('each language of the pages has a name', () => {
  const known = phrases('en', 'names.json');
  expect(uiLanguages.filter((language) => !known.has(`.languages.${language}`))).toEqual([]);
});

test('each refusal has a title and what to do next, and so have the two that only pages meet', () => {
  const codes = new Set([...phrases('en', 'refusals.json').keys()].map((path) => path.split('.')[1]));
  expect(codes).toEqual(new Set([...Object.keys(refusals), 'unreachable', 'page-outdated']));
  expect(phrases('en', 'refusals.json').size).toBe(codes.size * 2);
});

describe('what stands in a log', () => {
  const known = phrases('en', 'staff.json');
  test('each action that a capability declares has words', () => {
    expect(actions.length).toBeGreaterThan(50);
    expect(
      actions.map(({ value }) => value.action).filter((action) => !known.has(`.log.actions.${action}`)),
    ).toEqual([]);
  });

  test('and no words are left of one that nobody declares', () => {
    const declared = new Set(actions.map(({ value }) => value.action));
    const told = [...known.keys()].filter((key) => key.startsWith('.log.actions.'));
    expect(told.map((key) => key.slice('.log.actions.'.length)).filter((key) => !declared.has(key))).toEqual(
      [],
    );
  });

  test('so has each kind of thing that an entry is about; a role is told by its own, a session goes without saying', () => {
    const kinds = new Set(actions.flatMap(({ value }) => Object.keys(value.subject)));
    const named = [...kinds].filter((kind) => !['session', 'seat', ...role.options].includes(kind));
    expect(named.filter((kind) => !known.has(`.log.subjects.${kind}`))).toEqual([]);
    expect(named).toContain('room');
  });
});

describe('what is said of people', () => {
  /** The witness is not always a woman. In Chinese the sign for "she" is one of its own; the other languages have none. */
  const gendered: Readonly<Partial<Record<UiLanguage, RegExp>>> = {
    en: /\b(?:s?he|her|hers|him|his|herself|himself)\b/i,
    zh: /她/u,
    th: /เธอ|หล่อน/u,
    vi: /\b(?:cô|bà|chị|ông|anh) ấy\b/iu,
    km: /នាង|បាទ\/ចាស/u,
    lo: /ນາງ/u,
  };

  test.each(Object.entries(gendered))('in %s it fits a witness of any gender', (language, pattern) => {
    const found = catalogues.flatMap((catalogue) =>
      [...phrases(language, catalogue)].filter(([, text]) => pattern.test(text)),
    );
    expect(found).toEqual([]);
  });
});

test('in Burmese one word has one sense: what leads back is not what is later, what leads on is not what is earlier', () => {
  const burmese = (catalogue: string, path: string): string => phrases('my', catalogue).get(path) ?? '';
  const senses = [
    burmese('staff.json', '.common.back'),
    burmese('guest.json', '.pinGo'),
    burmese('scheduling.json', '.calendar.earlier'),
    burmese('scheduling.json', '.calendar.later'),
    burmese('scheduling.json', '.picture.previousFree'),
    burmese('scheduling.json', '.picture.nextFree'),
  ];
  expect(new Set(senses).size).toBe(senses.length);
  // Both stand for "before" and "after" in space as in time.
  expect(senses.filter((text) => /^(?:ရှေ့|နောက်)/u.test(text))).toEqual([]);
});
