import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { uiLanguages } from '../../../functions/shared/values/languages.ts';
import { guestLetters, guestPhrases } from '../../../web/build/guest-letters.ts';
import { buildGuestBundle, type GuestBundle } from './guest-bundle.ts';
import { knownInScripts, knownInStyles } from './known.ts';
import { newerNames } from './newer-names.ts';
import { scriptFindings } from './script-findings.ts';
import { styleFindings, withoutNewerStyles } from './style-findings.ts';

/** The guest's pages as they are deployed, held against what Chrome 80, Samsung Internet 13 and Safari 14 know. */
let bundle: GuestBundle;
beforeAll(async () => {
  // A test's own value would have React built for developers.
  vi.stubEnv('NODE_ENV', 'production');
  bundle = await buildGuestBundle();
});
afterAll(() => {
  bundle.remove();
});

const text = (file: string): string => bundle.read(file).toString('utf8');
const namesOf = (known: Readonly<Record<string, readonly string[]>>) =>
  Object.values(known).flat().toSorted();

test('nothing of a guest’s is the beginning of another page, which would begin on her telephone too', () => {
  expect(bundle.begins.map((page) => page.split('/web/')[1])).toEqual(['join/index.html']);
});

describe('what the check finds', () => {
  test('newer names and syntax in a script', () => {
    expect(
      scriptFindings(['const a = [1].at(-1); new WeakRef({}); navigator.wakeLock; /(?<=x)y/.test("")']),
    ).toEqual(['.at', '.wakeLock', 'global WeakRef', 'lookbehind']);
    expect(() => scriptFindings(['a ||= 1'])).toThrow(SyntaxError);
    expect(scriptFindings(['const at = { at: 1 }; at.at; [1].flat(); "".padStart(2)'])).toEqual([]);
  });

  const sheet =
    '.a{display:flex;gap:1px;inset:0;top:1px;height:100dvh}.b{display:grid;gap:1px}.c:has(p){color:red}' +
    '@media (width<3rem){a{color:red}}@layer x{a{color:red}}';

  test('newer properties, units, selectors and rules in a style sheet', () => {
    expect(styleFindings(sheet)).toEqual([
      ':has',
      '@layer',
      '@media with a range',
      'gap outside of a grid',
      'inset',
      'unit of 100dvh',
    ]);
  });

  test('and what is left of it without them', () => {
    expect(withoutNewerStyles(sheet)).toBe('.a{display:flex;top:1px}.b{display:grid;gap:1px}');
  });

  test('the data knows of all three engines, and of things that they lack', () => {
    const { globals, members } = newerNames();
    expect(globals).toEqual(expect.arrayContaining(['WeakRef', 'structuredClone', 'CompressionStream']));
    const named = members.map(({ owner, name, on }) => `${owner}.${name} ${on}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'Array.at either',
        'Object.hasOwn either',
        'Crypto.randomUUID prototype',
        'Response.json itself',
      ]),
    );
    expect(named).not.toContain('Array.flat either');
    expect(named).not.toContain('Response.json prototype');
  });
});

test('every script of hers, livekit-client too, is of 2020 but for what is known and why', () => {
  expect(bundle.scripts.some((file) => file.includes('livekit'))).toBe(true);
  expect(scriptFindings([...bundle.scripts, 'start.js'].map(text))).toEqual(namesOf(knownInScripts));
});

test('so is every style sheet of hers', () => {
  expect(bundle.styles.length).toBeGreaterThan(2);
  expect([...new Set(bundle.styles.flatMap((file) => styleFindings(text(file))))].toSorted()).toEqual(
    namesOf(knownInStyles),
  );
});

describe.each(uiLanguages)('a page in %s', (language) => {
  test('has words in that language before any script has run, and for a browser that runs none', () => {
    const html = text(`join/${language}/index.html`);
    const { loading, unableText } = guestPhrases(language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(loading);
    expect(html).toMatch(new RegExp(`<noscript>.*${unableText}`));
    expect(html).not.toMatch(/<script>|<style|style="/);
  });

  test('weighs at most 120 kB before there is any video, fonts and words counted', () => {
    const files = bundle.beforeVideo(language);
    const weigh = (file: string): number =>
      // A font is compressed already.
      file.endsWith('.woff2') ? bundle.read(file).length : gzipSync(bundle.read(file)).length;
    const weights = Object.fromEntries(files.map((file) => [file, weigh(file)]));
    const sum = Object.values(weights).reduce((all, each) => all + each, 0);
    expect(sum, JSON.stringify(weights, null, 1)).toBeLessThanOrEqual(120_000);
    // Nothing was forgotten: React alone weighs more than half of it.
    expect(sum).toBeGreaterThan(80_000);
    expect(files.filter((file) => /livekit|hearing|staff/.test(file))).toEqual([]);
  });

  test('has a cut font for each of its letters, asked for at once', () => {
    const html = text(`join/${language}/index.html`);
    const sheet = /href="\/(assets\/guest-fonts-[^"]+)"/.exec(html)?.[1] ?? '';
    const faces = text(sheet)
      .split('\n')
      .filter((face) => html.includes(/url\('([^']+)'\)/.exec(face)?.[1] ?? '-'));
    const covered = new Set(
      faces.flatMap((face) => [...face.matchAll(/U\+([0-9A-F]+)/g)].map(([, code = '']) => code)),
    );
    const bare = [...guestLetters(language)].filter(
      (letter) =>
        !covered.has((letter.codePointAt(0) ?? 0).toString(16).toUpperCase()) && !isFromDevice(letter),
    );
    expect(bare).toEqual([]);
  });
});

/** Chinese, and the signs that are written with it. */
const isFromDevice = (letter: string): boolean => /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(letter);

test('an address without a language has words in all seven', () => {
  const html = text('join/index.html');
  expect([...html.matchAll(/<div lang="([a-z]+)"><p/g)].map(([, language]) => language)).toEqual(uiLanguages);
});
